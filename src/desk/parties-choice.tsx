import type { Draft, DraftChange } from './draft.ts';
import { PartyChoice } from './party-choice.tsx';
import type { StatementDraft } from './statement-draft.ts';
import type { StatementParts } from './statement-form.tsx';

type Chosen = StatementDraft['via'];

interface PartiesChoiceProps {
  legend: string;
  hint?: string;
  /** The label of each, and of the place where a further one is chosen, once there is one. */
  label: string;
  further: string;
  most: number;
  parts: StatementParts;
  parties: Chosen;
  choose: (parties: Chosen) => void;
  /** Brings a new party into the draft and puts it where it belongs. */
  bring: (draft: Draft, parties: (fresh: Chosen[number]) => Chosen) => DraftChange;
}

/** Several parties, in order: those of the story, or new ones. */
export function PartiesChoice(props: PartiesChoiceProps) {
  const { legend, hint, label, further, most, parts, parties, choose, bring } = props;
  const put = (at: number) => (party: Chosen[number]) => [...parties.slice(0, at), party, ...parties.slice(at + 1)];
  const one = (at: number, value: Chosen[number] | null, words: string) => (
    <PartyChoice
      label={words}
      parts={parts}
      value={value}
      choose={(party) => party !== null && choose(put(at)(party))}
      bring={() => parts.changeDraft(bring(parts.draft, (fresh) => put(at)(fresh)))}
    />
  );
  return (
    <fieldset>
      <legend>{legend}</legend>
      {parties.map((party, i) => (
        <div key={i} class="via">
          {one(i, party, `${label}, ${i + 1}`)}
          <button
            type="button"
            class="quiet"
            aria-label={`Leave out: ${label}, ${i + 1}`}
            onClick={() => choose(parties.filter((_, at) => at !== i))}
          >
            Leave out
          </button>
        </div>
      ))}
      {parties.length < most && one(parties.length, null, parties.length === 0 ? label : further)}
      {hint !== undefined && <p class="hint">{hint}</p>}
    </fieldset>
  );
}
