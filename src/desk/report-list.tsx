import type { ListedReport } from './report.ts';
import { clock } from './times.ts';

/** The reports that the desk keeps, newest first. */
export function ReportList({
  reports,
  zone,
  open,
}: {
  reports: ListedReport[];
  zone: string;
  open: (text: string) => void;
}) {
  if (reports.length === 0) return <p class="hint">No report was taken in yet.</p>;
  return (
    <ul class="report-list" aria-label="Reports">
      {reports.map((report) => (
        <li key={report.text}>
          <button type="button" onClick={() => open(report.text)}>
            <strong dir="auto">{report.line}</strong>
            <span class="hint">
              <bdi>{report.origin ?? 'origin unknown'}</bdi>, taken in {clock(report.takenIn, zone)} by{' '}
              <bdi>{report.takenInBy}</bdi>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
