import type { Work } from './desk.ts';
import { useDesk } from './desk-context.ts';
import { missingIn } from './command-of.ts';
import { focusOn, focusOnLack } from './focus.ts';
import { kindNamed } from './kinds/kinds.ts';
import { subjectOf } from './subjects.ts';
import { emptyStatement, nextStatementId, type StatementDraft } from './statement-draft.ts';
import { ForetoldLine } from './foretold-line.tsx';
import { changeStatement } from './statement-change.ts';
import { StatementForm } from './statement-form.tsx';
import { usePreview, type Foretold } from './use-preview.ts';

/** The statements that the post being written will carry. */
export function StatementList({ work }: { work: Work }) {
  const { drafts } = work;
  const desk = useDesk();
  const { statements } = drafts.current.value;
  const foretold = usePreview(work);
  const add = () => {
    const id = nextStatementId(statements);
    drafts.change({ statements: [...statements, { ...emptyStatement(id), own: true }] });
    desk.openStatement.value = id;
    focusOn(`#statement-${id} select`);
  };
  return (
    <section class="statement-list" aria-labelledby="statements-title">
      <div class="pane-head">
        <h3 id="statements-title">
          Statements <span class="hint">{statements.length}</span>
        </h3>
        <button type="button" class="quiet" onClick={add}>
          Add one in the desk’s own voice
        </button>
      </div>
      <ul class="statements">
        {statements.map((statement) => (
          <StatementCard key={statement.id} work={work} statement={statement} foretold={foretold.get(statement.id)} />
        ))}
      </ul>
    </section>
  );
}

interface StatementCardProps {
  work: Work;
  statement: StatementDraft;
  foretold: Foretold | undefined;
}

function StatementCard({ work, statement, foretold }: StatementCardProps) {
  const desk = useDesk();
  const { drafts, story } = work;
  const draft = drafts.current.value;
  const view = story.view.value;
  if (view === null) return null;
  const { id, excerpt } = statement;
  const open = desk.openStatement.value === id;
  const lacks = missingIn(statement, draft, view);
  const subject = subjectOf(statement, draft, view);
  const line = subject && lacks.length === 0 ? valueOf(statement, subject.kind) : null;
  return (
    <li class="statement" id={`statement-${id}`} data-incomplete={lacks.length > 0 ? '' : undefined}>
      <div class="statement-head">
        <div>
          <p>
            <strong dir="auto">{statement.own ? 'The desk' : statement.as.trim() || 'Speaker not given'}</strong>{' '}
            {statement.mode}
            {line && `: ${line}`}
            {subject && <span class="hint"> [{subject.name.trim() || `new ${kindNamed(subject.kind).one}`}]</span>}
          </p>
          {excerpt && (
            <p class="exact" dir="auto">
              “{excerpt.exact}”
            </p>
          )}
        </div>
        <button
          type="button"
          aria-expanded={open}
          aria-label={`${open ? 'Close' : 'Fill in'} statement ${id.slice(1)}`}
          onClick={() => {
            desk.openStatement.value = open ? null : id;
            if (!open) focusOnLack(`#statement-${id}`);
          }}
        >
          {open ? 'Close' : 'Fill in'}
        </button>
        <button
          type="button"
          class="quiet"
          aria-label={`Remove statement ${id.slice(1)}`}
          onClick={() => {
            drafts.leaveOut(id);
            focusOn('.undo button');
          }}
        >
          Remove
        </button>
      </div>
      {lacks.length > 0 && <p class="lacks">Needs: {lacks.join(', ')}.</p>}
      {foretold && <ForetoldLine {...foretold} />}
      {open && (
        <StatementForm
          statement={statement}
          draft={draft}
          view={view}
          change={(change) => drafts.change(changeStatement(drafts.current.value, id, change))}
          changeDraft={(change) => drafts.change(change)}
        />
      )}
    </li>
  );
}

function valueOf(statement: StatementDraft, kind: keyof StatementDraft['values']): string {
  const known = kindNamed(kind);
  return known.line(known.value(statement.values[kind] ?? {}));
}
