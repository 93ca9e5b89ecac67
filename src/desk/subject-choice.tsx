import { useId } from 'preact/hooks';
import { Labelled, TextField } from './fields.tsx';
import { kindNamed, kindNames } from './kinds/kinds.ts';
import { measuresOf, onSubject } from './measures.ts';
import { PartiesChoice } from './parties-choice.tsx';
import { bringSide, bringSubject, changeSubject } from './statement-change.ts';
import type { StatementParts } from './statement-form.tsx';
import type { NewSubject, StatementDraft } from './statement-draft.ts';

/** Which subject a statement is about: one on the record, or a new one that the post opens. */
export function SubjectChoice(parts: StatementParts) {
  const { statement, draft, view, change, changeDraft } = parts;
  const id = useId();
  const fresh = draft.subjects.find(({ ref }) => ref === statement.subject);
  const choose = (value: string) => {
    const kind = kindNames.find((name) => value === `new ${name}`);
    if (kind === undefined) {
      const measureOf = (of: string | null) => {
        const known = view.subjects.find((subject) => subject.id === of);
        return known === undefined ? undefined : measuresOf(known)[0]?.value;
      };
      const [measure, before] = [measureOf(value), measureOf(statement.subject)];
      return change({
        subject: value === '' ? null : (value as StatementDraft['subject']),
        ...(measure && { values: onSubject(statement.values, measure, before ?? null) }),
      });
    }
    const name = kind === 'figure' ? (statement.values.figure?.['what'] ?? '') : '';
    changeDraft(bringSubject(draft, statement.id, kind, name));
  };
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
      {fresh !== undefined && <NewSubjectFields parts={parts} fresh={fresh} />}
    </>
  );
}

function NewSubjectFields({ parts, fresh }: { parts: StatementParts; fresh: NewSubject }) {
  const { draft, changeDraft } = parts;
  const { TermsForm, one } = kindNamed(fresh.kind);
  const change = (change: Partial<NewSubject>) => changeDraft(changeSubject(draft, fresh.ref, change));
  return (
    <fieldset>
      <legend>New {one}</legend>
      <TextField
        label="Name of the subject"
        required
        hint="What readers see it called on the board."
        value={fresh.name}
        change={(name) => change({ name })}
      />
      <TermsForm fields={fresh.terms} change={(terms) => change({ terms })} />
      <details open={fresh.sides.length > 0}>
        <summary>Whose statement is awaited</summary>
        <PartiesChoice
          legend="Whose statement is awaited"
          hint="Readers see “no statement recorded” beside each of them until it comes. Choose nobody where nobody has to speak."
          label="Awaited"
          further="And awaited"
          most={20}
          parts={parts}
          parties={fresh.sides}
          choose={(sides) => change({ sides })}
          bring={(draft, sides) => bringSide(draft, fresh.ref, sides)}
        />
      </details>
    </fieldset>
  );
}
