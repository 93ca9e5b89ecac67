import { createHash } from 'node:crypto';
import { Refusal } from '../terms/refusal.ts';
import type { Moment } from '../terms/when.ts';
import type { DeskStore, KeptFeed } from './desk-port.ts';
import { readEntry } from './feed-entry.ts';
import { fetchIfChanged, unanswered, type Answer, type FetchLimits } from './fetch-report.ts';
import { pollAfter, retryAfter } from './pace.ts';
import { feedApart, type FeedApart } from './read-apart.ts';

/** What following feeds works with. */
export interface FeedParts {
  desk: DeskStore;
  now: () => Moment;
  fetchLimits: FetchLimits;
  /** Told of what nobody foresaw. */
  report: (reason: unknown) => void;
}

/** Seconds between two looks at what is due. */
const look = 15;
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
    this.#timer = setInterval(() => void this.pollDue().catch(this.#parts.report), look * 1000);
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
      every: null,
      due: now,
      polled: null,
      failures: 0,
      problem: null,
    };
    const first = await this.#ask(feed);
    const found = await this.#feedIn(feed, first);
    await this.#parts.desk.keepFeed({ ...feed, title: found.title });
    await this.#once(feed, async () => this.#take(feed, first, found));
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
      let later: string | null = null;
      try {
        const answer = await this.#ask(feed);
        later = answer.retryAfter;
        if (answer.status === 304) await this.#settle(feed, answer);
        else await this.#take(feed, answer, await this.#feedIn(feed, answer));
      } catch (reason) {
        if (this.#stop.signal.aborted) return;
        if (!(reason instanceof Refusal)) this.#parts.report(reason);
        const problem = reason instanceof Refusal ? reason.message : 'The server failed.';
        const failures = feed.failures + 1;
        const wait = retryAfter(failures, later, this.#parts.now());
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

  async #ask(feed: KeptFeed): Promise<Answer> {
    return fetchIfChanged(feed.address, feed, this.#parts.fetchLimits);
  }

  /** The feed in an answer. Throws `url-unreachable` where it holds no page, and `feed-unfit` where that is no feed. */
  async #feedIn({ address }: KeptFeed, { status, page }: Answer): Promise<FeedApart> {
    if (page === null) throw unanswered(address, status);
    const found = await feedApart(page.bytes, { contentType: feedType(page.contentType), fileName: null });
    if (found === null) throw new Refusal('feed-unfit', { url: address });
    return found;
  }

  async #take(feed: KeptFeed, answer: Answer, found: FeedApart) {
    const { contentType = null, etag = null, lastModified = null } = answer.page ?? {};
    const named = { ...feed, title: found.title ?? feed.title, every: found.every };
    const type = `${feedType(contentType)?.split(';')[0] ?? 'application/xml'}; charset=utf-8`;
    let left = bounds.entries;
    for (const entry of found.entries) {
      const id = entry.id?.slice(0, 500) ?? createHash('sha256').update(entry.alone).digest('hex');
      if (left === 0 || this.#stop.signal.aborted || (await this.#parts.desk.hasEntry(feed.id, id))) continue;
      left--;
      await this.#parts.desk.keepEntry(await readEntry(this.#parts, named, { ...entry, id }, type));
    }
    // What was left for the next poll must be sent again then, changed or not, and soon.
    if (left === 0 || this.#stop.signal.aborted) await this.#settle({ ...named, etag: null, lastModified: null }, null);
    else await this.#settle({ ...named, etag, lastModified }, answer);
  }

  /** Keeps a feed that answered; without its answer it is polled again as soon as any. */
  async #settle(feed: KeptFeed, answer: Answer | null): Promise<void> {
    const wait = pollAfter(answer === null ? null : { every: feed.every, cacheControl: answer.cacheControl });
    await this.#keep({ ...feed, polled: this.#parts.now(), failures: 0, problem: null, due: this.#after(wait) });
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
