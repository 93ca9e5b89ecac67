import { useSignal } from '@preact/signals';
import { TextArea } from './fields.tsx';

/** Asks why something is withdrawn; nothing is withdrawn without saying why. */
export function ReasonForm({ what, send, cancel }: { what: string; send: (reason: string) => void; cancel: () => void }) {
  const reason = useSignal('');
  const tried = useSignal(false);
  const go = () => {
    tried.value = true;
    if (reason.value.trim() !== '') send(reason.value.trim());
  };
  return (
    <div
      class="reason"
      role="group"
      aria-label={`Withdraw ${what}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel();
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) go();
      }}
    >
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
    </div>
  );
}
