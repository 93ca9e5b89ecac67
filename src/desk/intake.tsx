import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Incoming, ReportShelf } from './report-shelf.ts';
import { Labelled } from './fields.tsx';
import { focusOn } from './focus.ts';

const address = /^https?:\/\/\S+$/i;

/** What a pasted or typed text is taken in as: an address, or the text itself. */
export function incomingOf(text: string): Incoming {
  return address.test(text.trim()) ? { url: text.trim() } : { text };
}

/** Takes a report in: pasted, dropped, chosen or by its address. */
export function Intake({ shelf, taken }: { shelf: ReportShelf; taken: () => void }) {
  const text = useSignal('');
  const id = useId();
  const take = async (incoming: Incoming) => {
    if (await shelf.takeIn(incoming)) {
      text.value = '';
      taken();
    }
  };
  const takeTyped = () => {
    if (text.value.trim() !== '') void take(incomingOf(text.value));
  };
  return (
    <div class="take-in">
      <Labelled
        id={id}
        label="Paste a report, or its address"
        hint="A pasted page or text is read at once; nothing of it becomes public."
      >
        <textarea
          id={id}
          rows={4}
          value={text.value}
          aria-describedby={`${id}-hint`}
          onInput={(event) => (text.value = event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') return focusOn('[data-pane=report] [data-home]');
            const sent = event.ctrlKey || event.metaKey || address.test(text.value.trim());
            if (event.key !== 'Enter' || !sent) return;
            event.preventDefault();
            takeTyped();
          }}
          onPaste={(event) => {
            const page = event.clipboardData?.getData('text/html') ?? '';
            const plain = event.clipboardData?.getData('text/plain') ?? '';
            const [first] = event.clipboardData?.files ?? [];
            // A word or two is typed by pasting; a sentence is a report.
            const isReport = address.test(plain.trim()) || plain.trim().split(/\s+/).length >= 5;
            if (text.value.trim() !== '' || (!isReport && !first)) return;
            event.preventDefault();
            if (isReport) text.value = plain;
            void take(
              first && !isReport
                ? { file: first }
                : page !== '' && !address.test(plain.trim())
                  ? { html: page }
                  : incomingOf(plain),
            );
          }}
        />
      </Labelled>
      <p class="choices">
        <button type="button" disabled={shelf.busy.value} onClick={takeTyped}>
          {shelf.busy.value ? 'Reading…' : 'Take in'}
        </button>
        <input
          aria-label="Report from a file"
          type="file"
          accept=".txt,.html,.htm,.md,.eml,.xml,.rss,.atom,.cap,.json,.csv,.tsv,text/*"
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            if (chosen) void take({ file: chosen });
            event.currentTarget.value = '';
          }}
        />
      </p>
    </div>
  );
}
