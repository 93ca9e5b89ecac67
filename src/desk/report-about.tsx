import type { Span } from '../reading/reading.ts';
import type { KeptReport } from './report.ts';
import { ReportHoles } from './report-holes.tsx';
import { clock } from './times.ts';

/** Where a report comes from, and what the desk should know about it; what nobody said is called unknown. */
export function ReportAbout({
  report,
  zone,
  setPublished,
  open,
  show,
}: {
  report: KeptReport;
  zone: string;
  setPublished: (date: string) => void;
  open: (text: string) => void;
  show: (place: Span) => void;
}) {
  const { origin, takenIn, takenInBy, reading } = report;
  const { outlet, authors, published, publishedFrom } = reading;
  return (
    <div class="report-about">
      <p class="hint">
        {outlet === null ? 'outlet unknown' : <bdi>{outlet}</bdi>}
        {authors.length > 0 && (
          <>
            {' '}
            (<bdi>{authors.join(', ')}</bdi>)
          </>
        )}
        , {origin === null ? 'origin unknown' : <OriginLink origin={origin} />},{' '}
        {published === null ? 'date unknown' : `published ${published}${publishedFrom === 'desk' ? ' (set here)' : ''}`}
        , taken in {clock(takenIn, zone)} by <bdi>{takenInBy}</bdi>
      </p>
      <ReportHoles key={report.text} report={report} setPublished={setPublished} open={open} show={show} />
      {reading.notes.length > 0 && (
        <details>
          <summary>{reading.notes.length === 1 ? '1 note' : `${reading.notes.length} notes`} on this report</summary>
          <ul>
            {reading.notes.map(({ code, message }, i) => (
              <li key={`${code} ${i}`}>{message}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function OriginLink({ origin }: { origin: string }) {
  if (!/^https?:\/\//i.test(origin)) return <>{origin}</>;
  return (
    <a href={origin} rel="noreferrer" target="_blank">
      {origin}
    </a>
  );
}
