import { useEffect } from 'preact/hooks';
import type { StatementId } from '../terms/ids.ts';
import { missingIn } from './command-of.ts';
import type { Work } from './desk.ts';
import { changeStatement } from './statement-change.ts';
import { ForetoldLine } from './foretold-line.tsx';
import { StatementForm } from './statement-form.tsx';
import { usePreview } from './use-preview.ts';
import { statementLine } from './statement-line.ts';
import { notTakenOver, toldIn } from './told.ts';

/** The statement that takes a wrong one's place, below what the wrong one says. */
export function RightStatement({ work, wrong }: { work: Work; wrong: StatementId }) {
  const { drafts, story } = work;
  const draft = drafts.current.value;
  const view = story.view.value;
  const [statement] = draft.statements;
  const old = view === null ? null : toldIn(view, wrong);
  const on = view?.subjects.find(({ id }) => id === statement?.subject)?.id;
  useEffect(() => {
    // What no longer stands is fetched with what was stated before on its subject.
    if (old === null && on !== undefined) void story.openHistory(on);
  }, [old === null, on]);
  const foretold = usePreview(work).get(statement?.id ?? '');
  if (view === null || statement === undefined) return null;
  const lacks = missingIn(statement, draft, view);
  const again = old === null ? [] : notTakenOver(old);
  return (
    <div class="right-statement" id={`statement-${statement.id}`}>
      {old && (
        <p class="note">
          On the record: {old.subject.name}: {statementLine(old)}
        </p>
      )}
      {statement.excerpt && (
        <p class="exact" dir="auto">
          “{statement.excerpt.exact}”
        </p>
      )}
      {lacks.length > 0 && <p class="lacks">Needs: {lacks.join(', ')}.</p>}
      {foretold && <ForetoldLine {...foretold} />}
      {again.length > 0 && <p class="hint">Look at this again: {again.join('; ')}.</p>}
      <StatementForm
        statement={statement}
        draft={draft}
        view={view}
        change={(change) => drafts.change(changeStatement(drafts.current.value, statement.id, change))}
        changeDraft={(change) => drafts.change(change)}
      />
    </div>
  );
}
