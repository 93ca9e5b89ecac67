import { Choice, TextField } from './fields.tsx';
import { partyOptions } from './party-options.ts';
import type { StatementDraft } from './statement-draft.ts';
import type { StatementParts } from './statement-form.tsx';

interface PartyChoiceProps {
  label: string;
  parts: StatementParts;
  value: StatementDraft['party'];
  choose: (party: StatementDraft['party']) => void;
  /** Brings a new party. */
  bring: () => void;
}

/** Which party it is: one on the record, told apart by its role, or a new one. Nobody is ever merged by name. */
export function PartyChoice({ label, parts, value, choose, bring }: PartyChoiceProps) {
  const { draft, view, changeDraft } = parts;
  const fresh = draft.parties.find(({ ref }) => ref === value);
  const change = (change: Partial<typeof fresh>) =>
    changeDraft({ parties: draft.parties.map((one) => (one.ref === value ? { ...one, ...change } : one)) });
  return (
    <>
      <Choice
        label={label}
        value={value ?? ''}
        change={(chosen) =>
          chosen === 'new' ? bring() : choose(chosen === '' ? null : (chosen as StatementDraft['party']))
        }
        options={{ '': 'Choose…', ...partyOptions(view.parties, draft.parties), new: 'A new party…' }}
      />
      {fresh !== undefined && (
        <fieldset class="new-party" aria-label="New party">
          <TextField label="Name of the new party" required value={fresh.name} change={(name) => change({ name })} />
          <Choice
            label="The new party is"
            required
            value={fresh.sort ?? ''}
            change={(sort) => change({ sort: sort === '' ? null : (sort as 'person') })}
            options={{ '': 'Choose…', person: 'a person', body: 'a body', unnamed: 'somebody not named' }}
          />
          <TextField label="Role of the new party" value={fresh.role} change={(role) => change({ role })} />
        </fieldset>
      )}
    </>
  );
}
