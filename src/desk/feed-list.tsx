import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FeedShelf } from './feed-shelf.ts';
import { TextField } from './fields.tsx';
import { ProblemNote } from './problem-note.tsx';
import { clock } from './times.ts';

/** How often, in milliseconds, an open list looks for what has come in. */
const lookAgain = 60_000;

/** The feeds that the desk follows: what came in with them to read, and adding and removing one. */
export function FeedList({ shelf, zone, open }: { shelf: FeedShelf; zone: string; open: (text: string) => void }) {
  const address = useSignal('');
  useEffect(() => {
    void shelf.look();
    const steady = setInterval(() => void shelf.look(), lookAgain);
    return () => clearInterval(steady);
  }, [shelf]);
  const add = async () => {
    if (await shelf.add(address.value.trim())) address.value = '';
  };
  const titles = new Map(shelf.feeds.value.map(({ id, title, address }) => [id, title ?? address]));
  return (
    <details class="feeds">
      <summary>Feeds ({shelf.feeds.value.length})</summary>
      {shelf.problem.value && <ProblemNote problem={shelf.problem.value} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (address.value.trim() !== '') void add();
        }}
      >
        <TextField label="Address of a feed" value={address.value} change={(value) => (address.value = value)} />
        <button type="submit" disabled={shelf.busy.value}>
          {shelf.busy.value ? 'Reading…' : 'Follow'}
        </button>
      </form>
      {shelf.feeds.value.length > 0 && (
        <ul aria-label="Feeds followed">
          {shelf.feeds.value.map((feed) => (
            <li key={feed.id}>
              <span dir="auto">{titles.get(feed.id)}</span>
              {feed.problem !== null && <span class="lacks"> {feed.problem}</span>}{' '}
              <button type="button" class="quiet" onClick={() => void shelf.remove(feed)}>
                Remove<span class="unseen"> {titles.get(feed.id)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {shelf.entries.value.length > 0 && (
        <ul class="report-list" aria-label="Came in with feeds">
          {shelf.entries.value.map(({ feed, entry, line, seen, report, problem }) => (
            <li key={`${feed} ${entry}`}>
              <button type="button" disabled={report === null} onClick={() => report !== null && open(report)}>
                <strong dir="auto">{line}</strong>
                <span class="hint">
                  <bdi>{titles.get(feed)}</bdi>, {clock(seen, zone)}
                </span>
                {problem !== null && <span class="lacks">{problem}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
