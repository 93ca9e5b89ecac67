import { signal, type Signal } from '@preact/signals';
import { patterns } from '../page/addresses.ts';
import { ask, fill } from './api.ts';
import type { Desk } from './desk.ts';
import type { Problem } from './problem.ts';

/** A feed that the desk follows; `null` means unknown. */
export interface ListedFeed {
  id: string;
  address: string;
  title: string | null;
  problem: string | null;
}

/** An entry of a feed, with the report made of it. */
export interface ListedEntry {
  feed: string;
  entry: string;
  line: string;
  published: string | null;
  seen: string;
  report: string | null;
  problem: string | null;
}

/** Polling a new feed reads its first entries, which may take a while. */
const patience = 180_000;

/** The feeds that the desk follows, and what came in with them. */
export class FeedShelf {
  readonly feeds: Signal<ListedFeed[]> = signal([]);
  readonly entries: Signal<ListedEntry[]> = signal([]);
  readonly problem: Signal<Problem | null> = signal(null);
  readonly busy = signal(false);
  readonly #desk: Desk;
  /** What the list could not be fetched for. */
  #unlisted: Problem | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Fetches the feeds and their newest entries. */
  async look(): Promise<void> {
    const answer = await ask<{ feeds: ListedFeed[]; entries: ListedEntry[] }>(patterns.deskFeeds);
    if (!answer.ok) {
      this.#unlisted = answer.problem;
      return this.#desk.failed(answer.problem, this.problem);
    }
    if (this.problem.value === this.#unlisted) this.problem.value = null;
    const { feeds, entries } = answer.value;
    const more = entries[0]?.entry !== this.entries.value[0]?.entry || entries.length !== this.entries.value.length;
    this.feeds.value = feeds;
    this.entries.value = entries;
    // What came in with them stands among the reports, too.
    if (more) await this.#desk.reports.look();
  }

  /** Adds a feed by its address; whether it could be. */
  async add(address: string): Promise<boolean> {
    return this.#change(
      ask<ListedFeed>(patterns.deskFeeds, { method: 'POST', json: { address }, milliseconds: patience }),
    );
  }

  /** Removes a feed; the reports that came with it stay. */
  async remove({ id }: ListedFeed): Promise<boolean> {
    return this.#change(ask(fill(patterns.deskFeed, { feed: id }), { method: 'DELETE' }));
  }

  async #change(asked: ReturnType<typeof ask>): Promise<boolean> {
    this.busy.value = true;
    const answer = await asked;
    this.busy.value = false;
    this.problem.value = null;
    if (answer.ok) await this.look();
    else this.#desk.failed(answer.problem, this.problem);
    return answer.ok;
  }
}
