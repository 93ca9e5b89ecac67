import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { TextField } from './fields.tsx';
import { readAddress } from './editing.ts';
import { useKeyDown } from './use-key-down.ts';

/** Asks for a link's address below the text. */
export function LinkForm({ address, done }: { address: string; done: (href: string | null | undefined) => void }) {
  const place = useRef<HTMLFieldSetElement>(null);
  const typed = useSignal(address);
  const wrong = useSignal(false);
  const apply = () => {
    const href = readAddress(typed.value);
    wrong.value = href === null;
    if (href !== null) done(href);
  };
  useKeyDown(place, (event) => {
    if (event.key === 'Escape') done(undefined);
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) apply();
    else return;
    event.preventDefault();
  });
  return (
    <fieldset ref={place} class="link-form" aria-label="Link">
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
    </fieldset>
  );
}
