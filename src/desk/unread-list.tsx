import type { ReportShelf } from './report-shelf.ts';
import { clock } from './times.ts';
import type { UnreadShelf } from './unread-shelf.ts';

/** What came in and could not be read, with the reason: read again or deleted. Nothing where there is none. */
export function UnreadList({
  shelf,
  reports,
  zone,
  opened,
}: {
  shelf: UnreadShelf;
  reports: ReportShelf;
  zone: string;
  opened: () => void;
}) {
  const unread = shelf.list.value;
  if (unread.length === 0) return null;
  return (
    <details class="feeds">
      <summary>Could not be read ({unread.length})</summary>
      <ul aria-label="Could not be read">
        {unread.map((one) => {
          const name = one.fileName ?? one.origin ?? 'Pasted text';
          return (
            <li key={one.bytesHash}>
              <bdi>{name}</bdi>{' '}
              <span class="hint">
                {clock(one.takenIn, zone)}, <bdi>{one.takenInBy}</bdi>
              </span>{' '}
              <span class="lacks">{one.problem}</span>{' '}
              <button
                type="button"
                class="quiet"
                disabled={reports.busy.value}
                onClick={() => void reports.readAgain(one.bytesHash).then((taken) => taken && opened())}
              >
                Read again<span class="unseen"> {name}</span>
              </button>{' '}
              <button type="button" class="quiet" onClick={() => void shelf.remove(one)}>
                Delete<span class="unseen"> {name}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
