import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { TextArea } from './fields.tsx';
import { useKeyDown } from './use-key-down.ts';

/** Asks why something is withdrawn; nothing is withdrawn without saying why. */
export function ReasonForm({
  what,
  send,
  cancel,
}: {
  what: string;
  send: (reason: string) => void;
  cancel: () => void;
}) {
  const place = useRef<HTMLFieldSetElement>(null);
  const reason = useSignal('');
  const tried = useSignal(false);
  const go = () => {
    tried.value = true;
    if (reason.value.trim() !== '') send(reason.value.trim());
  };
  useKeyDown(place, (event) => {
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) go();
  });
  return (
    <fieldset ref={place} class="reason" aria-label={`Withdraw ${what}`}>
      <TextArea
        label={`Why ${what} is withdrawn`}
        required
        rows={2}
        hint={tried.value && reason.value.trim() === '' ? 'Write why: readers see it.' : 'Readers see it.'}
        value={reason.value}
        change={(value) => (reason.value = value)}
      />
      <button type="button" class="main" onClick={go}>
        Withdraw {what}
      </button>
      <button type="button" class="quiet" onClick={cancel}>
        Keep it
      </button>
    </fieldset>
  );
}
