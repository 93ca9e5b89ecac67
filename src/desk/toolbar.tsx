import type { EditorState, Command } from 'prosemirror-state';
import { pressed, toggleEmphasis, toggleList, toggleQuotation, toggleStrong } from './editing.ts';

/** The formatting that keys do, for the mouse and the thumb. */
export function Toolbar({
  state,
  run,
  link,
}: {
  state: EditorState | null;
  run: (command: Command) => void;
  link: () => void;
}) {
  const on = state === null ? null : pressed(state);
  const button = (label: string, keys: string, is: boolean | undefined, does: () => void) => (
    <button
      type="button"
      aria-label={label}
      aria-pressed={is ?? false}
      title={`${label} (${keys})`}
      // The words that are selected stay selected.
      onMouseDown={(event) => event.preventDefault()}
      onClick={does}
    >
      {label}
    </button>
  );
  return (
    <fieldset class="toolbar" aria-label="Formatting">
      {button('Strong', 'Ctrl+B', on?.strong, () => run(toggleStrong))}
      {button('Emphasis', 'Ctrl+I', on?.emphasis, () => run(toggleEmphasis))}
      {button('Link', 'Ctrl+K', on?.link, link)}
      {button('List', '- and a space', on?.list, () => run(toggleList))}
      {button('Quotation', '> and a space', on?.quotation, () => run(toggleQuotation))}
    </fieldset>
  );
}
