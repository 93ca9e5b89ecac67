import { createHash } from 'node:crypto';
import { Refusal } from '../terms/refusal.ts';
import type { Moment } from '../terms/when.ts';
import type { DeskStore, KeptEntry, KeptFeed } from './desk-port.ts';
import { fetchIfChanged, fetchReport, type FetchLimits } from './fetch-report.ts';
import { takeIn } from './intake.ts';
import { feedApart, type FeedApart } from './read-apart.ts';

/** What following feeds works with. */
export interface FeedParts {
  desk: DeskStore;
  now: () => Moment;
  fetchLimits: FetchLimits;
  /** Told of what nobody foresaw. */
  report: (reason: unknown) => void;
}

/** Times in seconds: between two looks at what is due, between two polls, and at most between two polls of a feed that fails. */
const pace = { look: 15, poll: 300, longest: 6 * 3600 };
/** So many feeds are polled at once, and so many new entries of one are taken in at a poll. */
const bounds = { lanes: 3, entries: 10 };

/** Follows the desk's feeds: polls each when it is due, and takes each new entry in once. */
export class Feeds {
  readonly #parts: FeedParts;
  readonly #polling = new Map<string, Promise<void>>();
  readonly #stop = new AbortController();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(parts: FeedParts) {
    this.#parts = { ...parts, fetchLimits: { ...parts.fetchLimits, stop: this.#stop.signal } };
  }

  /** Begins to look at what is due, now and then. */
  start(): void {
    this.#timer = setInterval(() => void this.pollDue().catch(this.#parts.report), pace.look * 1000);
    this.#timer.unref();
  }

  /** Ends the looking and what is being fetched; what has come in is still taken in. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#stop.abort();
    await Promise.allSettled(this.#polling.values());
  }

  /** Adds a feed and polls it. Throws `feed-unfit` where the address gives something else, and what fetching throws. */
  async add(address: string, by: string): Promise<KeptFeed> {
    const id = createHash('sha256').update(address).digest('hex').slice(0, 16);
    const known = await this.#find(id);
    if (known !== null) return known;
    const now = this.#parts.now();
    const feed: KeptFeed = {
      id,
      address,
      title: null,
      added: now,
      addedBy: by,
      etag: null,
      lastModified: null,
      due: now,
      polled: null,
      failures: 0,
      problem: null,
    };
    const first = await this.#fetch(feed);
    await this.#parts.desk.keepFeed({ ...feed, title: first!.feed.title });
    await this.#once(feed, async () => this.#take(feed, first!));
    return (await this.#find(id)) ?? feed;
  }

  /** Polls the feeds that are due, a few at once. */
  async pollDue(): Promise<void> {
    const now = this.#parts.now();
    const due = (await this.#parts.desk.feeds()).filter((feed) => feed.due <= now && !this.#polling.has(feed.id));
    await Promise.all(
      Array.from({ length: bounds.lanes }, async () => {
        for (let feed = due.shift(); feed !== undefined && !this.#stop.signal.aborted; feed = due.shift())
          await this.poll(feed);
      }),
    );
  }

  /** Polls one feed; a failure is kept with it, and it is asked again later and later. */
  async poll(feed: KeptFeed): Promise<void> {
    await this.#once(feed, async () => {
      try {
        const fetched = await this.#fetch(feed);
        if (fetched === null) await this.#settle(feed, {});
        else await this.#take(feed, fetched);
      } catch (reason) {
        if (this.#stop.signal.aborted) return;
        if (!(reason instanceof Refusal)) this.#parts.report(reason);
        const problem = reason instanceof Refusal ? reason.message : 'The server failed.';
        const failures = feed.failures + 1;
        const wait = Math.min(pace.poll * 2 ** failures, pace.longest);
        await this.#keep({ ...feed, failures, problem, due: this.#after(wait) });
      }
    });
  }

  /** Does something with a feed unless something is being done with it already. */
  async #once(feed: KeptFeed, work: () => Promise<void>): Promise<void> {
    const running = this.#polling.get(feed.id) ?? work();
    this.#polling.set(feed.id, running);
    try {
      await running;
    } finally {
      this.#polling.delete(feed.id);
    }
  }

  /** What a feed gives now; `null` where nothing has changed. */
  async #fetch(feed: KeptFeed) {
    const fetched = await fetchIfChanged(feed.address, feed, this.#parts.fetchLimits);
    if (fetched === null) return null;
    const { bytes, contentType, etag, lastModified } = fetched;
    const found = await feedApart(bytes, { contentType: feedType(contentType), fileName: null });
    if (found === null) throw new Refusal('feed-unfit', { url: feed.address });
    return { feed: found, contentType: feedType(contentType), etag, lastModified };
  }

  async #take(feed: KeptFeed, fetched: { feed: FeedApart; contentType: string | null } & Partial<KeptFeed>) {
    const { feed: found, contentType, etag = null, lastModified = null } = fetched;
    const named = { ...feed, title: found.title ?? feed.title };
    let left = bounds.entries;
    for (const entry of found.entries) {
      const id = entry.id?.slice(0, 500) ?? createHash('sha256').update(entry.alone).digest('hex');
      if (left === 0 || this.#stop.signal.aborted || (await this.#parts.desk.hasEntry(feed.id, id))) continue;
      left--;
      const type = `${contentType?.split(';')[0] ?? 'application/xml'}; charset=utf-8`;
      await this.#parts.desk.keepEntry(await this.#read(named, { ...entry, id }, type));
    }
    // What was left for the next poll must be sent again then, changed or not.
    await this.#settle(
      named,
      left === 0 || this.#stop.signal.aborted ? { etag: null, lastModified: null } : { etag, lastModified },
    );
  }

  /** Takes one entry in: the page it leads to, fetched once for all feeds, unless the feed has all of it or the page fails. */
  async #read(feed: KeptFeed, entry: FeedApart['entries'][number] & { id: string }, type: string): Promise<KeptEntry> {
    const { desk, now, fetchLimits } = this.#parts;
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
        if (!(reason instanceof Refusal) || this.#stop.signal.aborted) throw reason;
        problem ??= reason.message;
      }
    }
    return { ...kept, report: null, problem };
  }

  async #settle(feed: KeptFeed, given: Partial<KeptFeed>): Promise<void> {
    const polled = this.#parts.now();
    await this.#keep({ ...feed, ...given, polled, failures: 0, problem: null, due: this.#after(pace.poll) });
  }

  /** Keeps a feed, unless it was removed meanwhile. */
  async #keep(feed: KeptFeed): Promise<void> {
    if ((await this.#find(feed.id)) !== null) await this.#parts.desk.keepFeed(feed);
    else await this.#parts.desk.dropFeed(feed.id);
  }

  async #find(id: string): Promise<KeptFeed | null> {
    return (await this.#parts.desk.feeds()).find((feed) => feed.id === id) ?? null;
  }

  #after(seconds: number): Moment {
    return Temporal.Instant.from(this.#parts.now()).add({ seconds }).toString({ smallestUnit: 'millisecond' });
  }
}

/** The type of a feed: what servers call a text, or nothing at all, is told by its beginning. */
function feedType(contentType: string | null): string | null {
  return /[/+](xml|json)\s*(;|$)/i.test(contentType ?? '') ? contentType : null;
}
