import type { KeptReport } from './report.ts';
import { clock } from './times.ts';

/** Where a report comes from, and what the desk should know about it; what nobody said is called unknown. */
export function ReportAbout({ report, zone }: { report: KeptReport; zone: string }) {
  const { origin, takenIn, takenInBy, reading } = report;
  const { outlet, published } = reading;
  return (
    <div class="report-about">
      <p class="hint">
        {outlet ?? 'outlet unknown'}, {origin === null ? 'origin unknown' : <OriginLink origin={origin} />},{' '}
        {published === null ? 'date unknown' : `published ${published}`}, taken in {clock(takenIn, zone)} by {takenInBy}
      </p>
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
