import { useSignal } from '@preact/signals';
import { TextField } from './fields.tsx';
import type { Span } from '../reading/reading.ts';
import type { KeptReport } from './report.ts';

/** What a report lacks, where it came before, and, where nobody printed its date, the question for it. */
export function ReportHoles({
  report: { reading, near },
  setPublished,
  open,
  show,
}: {
  report: KeptReport;
  setPublished: (date: string) => void;
  open: (text: string) => void;
  /** Looks at a place of the text. */
  show: (place: Span) => void;
}) {
  const { holes, proposed, published } = reading;
  const date = useSignal(proposed?.date ?? '');
  return (
    <>
      {near.length > 0 && (
        <ul aria-label="Came before or after in much the same words">
          {near.map(({ text, line, changes }) => (
            <li key={text}>
              <button type="button" class="quiet" onClick={() => open(text)}>
                Much the same: <span dir="auto">{line}</span>
              </button>
              {changes.length > 0 &&
                ` Changed: ${changes.map(({ was, now }) => `${was} → ${now}`).join(', ')} (earlier → later).`}
            </li>
          ))}
        </ul>
      )}
      {published === null && (
        <form
          class="dating"
          onSubmit={(event) => {
            event.preventDefault();
            if (date.value.trim() !== '') setPublished(date.value.trim());
          }}
        >
          <TextField
            label="When was it published? (year-month-day)"
            value={date.value}
            change={(value) => (date.value = value)}
            {...(proposed && { hint: `Proposed: ${proposed.date}. ${proposed.reason}` })}
          />
          <button type="submit">Set the date</button>
        </form>
      )}
      {holes.length > 0 && (
        <details>
          <summary>{holes.length === 1 ? '1 hole' : `${holes.length} holes`} in this report</summary>
          <ul>
            {holes.map(({ code, message, places }) => (
              <li key={`${code} ${places[0]?.start ?? ''}`}>
                {message}
                {places.map((place, i) => (
                  <button key={place.start} type="button" class="quiet" onClick={() => show(place)}>
                    {places.length === 1 ? 'Show' : i + 1}
                    <span class="unseen"> {places.length === 1 ? message : `of ${places.length}: ${message}`}</span>
                  </button>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
