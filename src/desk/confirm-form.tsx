import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { PaymentId } from '../terms/ids.ts';
import { Toggle } from './fields.tsx';
import { useKeyDown } from './use-key-down.ts';

/** Asks who confirms payment details to have compared them; from then on readers can pay. */
export function ConfirmForm({ what, confirm, cancel }: { what: PaymentId; confirm: () => void; cancel: () => void }) {
  const place = useRef<HTMLFieldSetElement>(null);
  const compared = useSignal(false);
  const tried = useSignal(false);
  const go = () => {
    tried.value = true;
    if (compared.value) confirm();
  };
  useKeyDown(place, (event) => {
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) go();
  });
  return (
    <fieldset ref={place} class="reason" aria-label={`Confirm ${what}`}>
      <p class="note">
        Somebody else entered these. Find the charity’s own letter or page yourself and compare every character with it,
        not with a report and not with what you were sent. <strong>Once you confirm, readers can pay into it.</strong>
      </p>
      <Toggle
        label="I have compared every line with what the charity itself says"
        on={compared.value}
        change={(on) => (compared.value = on)}
      />
      {tried.value && !compared.value && (
        <p class="lacks both" role="alert">
          Compare them first, and tick that you have.
        </p>
      )}
      <button type="button" class="main" onClick={go}>
        Confirm {what}
      </button>
      <button type="button" class="quiet" onClick={cancel}>
        Leave it unconfirmed
      </button>
    </fieldset>
  );
}
