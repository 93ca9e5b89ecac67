import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { Removable } from '../journal/removal.ts';
import type { Ground } from '../journal/removal-shapes.ts';
import { Choice, TextField, Toggle } from './fields.tsx';
import { grounds, isConfirmed, type Beside, type TakeDown } from './taking-down.ts';
import { useKeyDown } from './use-key-down.ts';

interface TakeDownFormProps {
  what: Removable;
  /** What may hold the same words, and goes too where it is ticked. */
  beside: readonly Beside[];
  send: TakeDown;
  cancel: () => void;
}

/** Asks on what ground something is taken down, and for its name as a confirmation: this cannot be undone. */
export function TakeDownForm({ what, beside, send, cancel }: TakeDownFormProps) {
  const place = useRef<HTMLFieldSetElement>(null);
  const warning = useId();
  const ground = useSignal<Ground | ''>('');
  const typed = useSignal('');
  const ticked = useSignal<readonly Removable[]>([]);
  const tried = useSignal(false);
  const lacks = [
    ...(ground.value === '' ? ['the ground'] : []),
    ...(isConfirmed(typed.value, what) ? [] : [`${what}, typed exactly so`]),
  ];
  const go = () => {
    tried.value = true;
    if (ground.value === '' || lacks.length > 0) return;
    // What somebody else has taken down meanwhile is not taken down again.
    const too = beside.map(({ id }) => id).filter((id) => ticked.value.includes(id));
    send([what, ...too], ground.value);
  };
  useKeyDown(place, (event) => {
    if (event.key === 'Escape') cancel();
  });
  return (
    <fieldset ref={place} class="reason" aria-label={`Take down ${what}`} aria-describedby={warning}>
      <p class="note" id={warning}>
        <strong>The text of {what} will be gone for good, everywhere and from the past too.</strong> Nobody can bring it
        back. What stays is that something was taken down, when, and on what ground. To take back what is only wrong,
        correct or withdraw it.
      </p>
      <Choice
        label="On what ground"
        required
        value={ground.value}
        change={(value) => (ground.value = value as Ground | '')}
        options={{ '': 'Choose…', ...grounds }}
      />
      {beside.length > 0 && (
        <fieldset class="both" aria-label="May hold the same words">
          <p class="hint">These stay as they are, and may hold the same words. Tick what is to go, too.</p>
          {beside.map(({ id, words }) => (
            <p key={id}>
              <Toggle
                label={`${id}: ${words}`}
                on={ticked.value.includes(id)}
                change={(on) =>
                  (ticked.value = on ? [...ticked.value, id] : ticked.value.filter((other) => other !== id))
                }
              />
            </p>
          ))}
        </fieldset>
      )}
      <TextField
        label={`Type ${what} to confirm`}
        required
        value={typed.value}
        change={(value) => (typed.value = value)}
      />
      {tried.value && lacks.length > 0 && (
        <p class="lacks both" role="alert">
          Needs: {lacks.join('; ')}.
        </p>
      )}
      <button type="button" class="main" onClick={go}>
        Take {what} down for good
      </button>
      <button type="button" class="quiet" onClick={cancel}>
        Leave it
      </button>
    </fieldset>
  );
}
