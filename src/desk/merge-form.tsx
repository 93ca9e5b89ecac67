import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Party } from '../record/record.ts';
import type { PartyId } from '../terms/ids.ts';
import { Choice } from './fields.tsx';
import { partyLine, sorts, targetsFor } from './merging.ts';
import { useKeyDown } from './use-key-down.ts';

interface MergeFormProps {
  party: Party;
  parties: readonly Party[];
  merge: (into: PartyId) => void;
  cancel: () => void;
}

/** Asks who a party turned out to be, and shows both before they are one. */
export function MergeForm({ party, parties, merge, cancel }: MergeFormProps) {
  const place = useRef<HTMLFieldSetElement>(null);
  const into = useSignal('');
  const tried = useSignal(false);
  const targets = targetsFor(party, parties);
  const other = targets.find(({ id }) => id === into.value);
  const go = () => {
    tried.value = true;
    if (other !== undefined) merge(other.id);
  };
  useKeyDown(place, (event) => {
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) go();
  });
  return (
    <fieldset ref={place} class="reason" aria-label={`Merge ${party.id}`}>
      <Choice
        label={`Who ${party.name} turned out to be`}
        required
        value={into.value}
        change={(id) => (into.value = id)}
        options={{ '': 'Choose…', ...Object.fromEntries(targets.map((one) => [one.id, partyLine(one)])) }}
      />
      {other && (
        <p class="both">
          <strong>{partyLine(party)}</strong> is <strong>{partyLine(other)}</strong>.
        </p>
      )}
      {other && other.sort !== party.sort && (
        <p class="lacks">
          {party.id} is recorded as {sorts[party.sort]}, {other.id} as {sorts[other.sort]}.
        </p>
      )}
      <p class="note">
        People with one surname may be two, and so may those of one role. Merge only where you know that it is one and
        the same: its statements then count as one party’s, and older ones are replaced. It can be split again.
      </p>
      {tried.value && other === undefined && <p class="lacks">Needs: who it turned out to be.</p>}
      <button type="button" class="main" onClick={go}>
        {other ? `Merge ${party.id} into ${other.id}` : 'Merge'}
      </button>
      <button type="button" class="quiet" onClick={cancel}>
        Leave them apart
      </button>
    </fieldset>
  );
}
