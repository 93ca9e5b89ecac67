import { Refusal } from '../terms/refusal.ts';
import type { KeptEntry, KeptFeed } from './desk-port.ts';
import type { FeedParts } from './feeds.ts';
import { fetchReport } from './fetch-report.ts';
import { takeIn } from './intake.ts';
import type { FeedApart } from './read-apart.ts';

/** Takes an entry of a feed in: the page it leads to, fetched once for all feeds, unless the feed has all of it or the page fails. */
export async function readEntry(
  { desk, now, fetchLimits, report }: FeedParts,
  feed: KeptFeed,
  entry: FeedApart['entries'][number] & { id: string },
  type: string,
): Promise<KeptEntry> {
  const address = entry.address?.replace(/#.*$/, '') ?? null;
  const kept = {
    feed: feed.id,
    entry: entry.id,
    address,
    line: (entry.title ?? address ?? entry.id).slice(0, 200),
    published: (entry.published ?? entry.updated)?.slice(0, 40) ?? null,
    seen: now(),
  };
  const by = `feed ${feed.title ?? new URL(feed.address).host}`.slice(0, 60);
  const known = address === null ? null : await desk.reportOfAddress(address);
  if (known !== null) return { ...kept, report: known, problem: null };
  let problem: string | null = null;
  for (const from of address === null || entry.whole ? (['feed'] as const) : (['page', 'feed'] as const)) {
    try {
      const { bytes, contentType, origin } =
        from === 'feed'
          ? { bytes: Buffer.from(entry.alone), contentType: type, origin: address ?? feed.address }
          : await fetchReport(address!, fetchLimits).then((page) => ({ ...page, origin: page.address }));
      const { text } = await takeIn(desk, { bytes, contentType, fileName: null, origin, by }, now());
      return { ...kept, report: text, problem };
    } catch (reason) {
      if (fetchLimits.stop?.aborted) throw reason;
      // One entry that nobody foresaw does not keep those behind it from being read.
      if (!(reason instanceof Refusal)) report(reason);
      problem ??= reason instanceof Refusal ? reason.message : 'The server failed.';
    }
  }
  return { ...kept, report: null, problem };
}
