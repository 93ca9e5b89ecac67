import { useSignal } from '@preact/signals';
import { TextField } from './fields.tsx';
import { readAddress } from './editing.ts';

/** Asks for a link's address below the text. */
export function LinkForm({ address, done }: { address: string; done: (href: string | null | undefined) => void }) {
  const typed = useSignal(address);
  const wrong = useSignal(false);
  const apply = () => {
    const href = readAddress(typed.value);
    wrong.value = href === null;
    if (href !== null) done(href);
  };
  return (
    <div
      class="link-form"
      role="group"
      aria-label="Link"
      onKeyDown={(event) => {
        if (event.key === 'Escape') done(undefined);
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        apply();
      }}
    >
      <TextField
        label="Address of the link"
        focus
        value={typed.value}
        change={(value) => (typed.value = value)}
        {...(wrong.value ? { hint: 'Write a web address, for instance https://example.org, or a mail address.' } : {})}
      />
      <button type="button" onClick={apply}>
        Link
      </button>
      {address !== '' && (
        <button type="button" onClick={() => done(null)}>
          Remove the link
        </button>
      )}
      <button type="button" class="quiet" onClick={() => done(undefined)}>
        Cancel
      </button>
    </div>
  );
}
