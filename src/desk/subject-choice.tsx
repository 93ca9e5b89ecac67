import { useId } from 'preact/hooks';
import { Labelled, TextField } from './fields.tsx';
import { kindNamed, kindNames } from './kinds/kinds.ts';
import { bringSubject } from './statement-change.ts';
import type { StatementParts } from './statement-form.tsx';
import type { StatementDraft } from './statement-draft.ts';

/** Which subject a statement is about: one on the record, or a new one that the post opens. */
export function SubjectChoice({ statement, draft, view, change, changeDraft }: StatementParts) {
  const id = useId();
  const fresh = draft.subjects.find(({ ref }) => ref === statement.subject);
  const changeFresh = (change: Partial<typeof fresh>) =>
    changeDraft({
      subjects: draft.subjects.map((one) => (one.ref === statement.subject ? { ...one, ...change } : one)),
    });
  const choose = (value: string) => {
    const kind = kindNames.find((name) => value === `new ${name}`);
    if (kind === undefined) return change({ subject: value === '' ? null : (value as StatementDraft['subject']) });
    const name = kind === 'figure' ? (statement.values.figure?.['what'] ?? '') : '';
    changeDraft(bringSubject(draft, statement.id, kind, name));
  };
  const { TermsForm = () => null } = fresh === undefined ? {} : kindNamed(fresh.kind);
  return (
    <>
      <Labelled id={id} label="What it is about" required>
        <select
          id={id}
          value={statement.subject ?? ''}
          aria-required="true"
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">Choose…</option>
          {kindNames.map((kind) => (
            <optgroup key={kind} label={kindNamed(kind).many}>
              {view.subjects
                .filter(({ terms }) => terms.kind === kind)
                .map((subject) => (
                  <option key={subject.id} value={subject.id}>
                    {subject.name}
                  </option>
                ))}
              {draft.subjects
                .filter((subject) => subject.kind === kind)
                .map(({ ref, name }) => (
                  <option key={ref} value={ref}>
                    {name.trim() || 'no name yet'} (new)
                  </option>
                ))}
              <option value={`new ${kind}`}>New {kindNamed(kind).one}…</option>
            </optgroup>
          ))}
        </select>
      </Labelled>
      {fresh !== undefined && (
        <fieldset>
          <legend>New {kindNamed(fresh.kind).one}</legend>
          <TextField
            label="Name of the subject"
            required
            hint="What readers see it called on the board."
            value={fresh.name}
            change={(name) => changeFresh({ name })}
          />
          <TermsForm fields={fresh.terms} change={(terms) => changeFresh({ terms })} />
        </fieldset>
      )}
    </>
  );
}
