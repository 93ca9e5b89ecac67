import type { Journal } from '../journal/port.ts';
import { fold } from '../record/evolve.ts';
import { emptyRecord, revisionOf, type StoryRecord } from '../record/record.ts';
import { Holding, readRoot, restored, snapshotOf, type LeafSource, type Root } from '../record/snapshot.ts';
import type { StoryId } from '../terms/ids.ts';
import { Refusal } from '../terms/refusal.ts';
import type { Moment } from '../terms/when.ts';
import { SnapshotLost, type KeptRoot, type Snapshots } from './snapshots-port.ts';

/** One snapshot each so many revisions, and what is kept in mind; measured in `docs/decisions/006-snapshots.md`. */
export interface HistorySettings {
  every: number;
  /** How many records of the past are kept in mind, each without its leaves. */
  records: number;
  /** How much of their leaves is kept in mind, in characters. */
  leaves: number;
  /** How long to rest after work in the background, as a multiple of the time that it took. */
  rest: number;
}

const defaults: HistorySettings = { every: 64, records: 32, leaves: 16_000_000, rest: 1 };
const revisionsAtOnce = 1000;
/** After so many snapshots the record that is folded on is read again, so that it does not grow in memory. */
const snapshotsInMemory = 32;

/**
 * The records of the past, from snapshots beside the journal where there are any; rules [A1] to [A11] of `docs/as-of.md`.
 *
 * Whatever is wrong with snapshots costs time and nothing else: then the journal is folded from its start.
 */
export class History {
  readonly #journal: Journal;
  readonly #snapshots: Snapshots | null;
  readonly #settings: HistorySettings;
  /** Records of snapshots that were asked for, by story and revision; the one not used for longest first. */
  readonly #records = new Map<string, StoryRecord>();
  readonly #held: Holding;
  /** The last snapshot of each story that was written or found. */
  readonly #newest = new Map<StoryId, number>();
  readonly #due = new Set<StoryId>();
  #work: Promise<void> | null = null;
  #closed = false;

  constructor(journal: Journal, snapshots: Snapshots | null, settings: Partial<HistorySettings> = {}) {
    this.#journal = journal;
    this.#snapshots = snapshots;
    this.#settings = { ...defaults, ...settings };
    this.#held = new Holding(this.#settings.leaves);
  }

  /**
   * A story's record as of a revision. Throws `revision-ahead` where the journal does not reach so far.
   *
   * Its leaves are read when they are needed: whoever looks at more than one thing of it uses `reading`.
   */
  async asOf(story: StoryId, revision: number): Promise<StoryRecord> {
    return this.reading(story, revision, (record) => record);
  }

  /** What `use` makes of a story's record as of a revision; called again where a snapshot is lost on the way. */
  async reading<Result>(story: StoryId, revision: number, use: (record: StoryRecord) => Result): Promise<Result> {
    for (let lost = 0; ; lost++) {
      try {
        const base = lost < 2 ? await this.#baseAt(story, revision) : emptyRecord(story);
        return use(await this.#foldTo(base, revision));
      } catch (reason) {
        if (!(reason instanceof SnapshotLost)) throw reason;
        // Another process may have dropped them; where they are there and one is lost all the same, all of them go.
        if (lost === 0) this.#forget(story);
        else await this.drop(story).catch(warn);
      }
    }
  }

  /** The last revision that was published at or before a moment; 0 where there is none. Throws `moment-unreadable`. */
  async revisionAt(story: StoryId, moment: Moment): Promise<number> {
    const asked = instantOf(moment);
    let [before, after] = [0, (await this.#journal.head(story)).number + 1];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      const [revision] = await this.#journal.read(story, middle - 1, 1);
      const isBefore = revision !== undefined && Temporal.Instant.compare(revision.at, asked) <= 0;
      if (isBefore) before = middle;
      else after = middle;
    }
    return before;
  }

  /**
   * The record of a story's newest snapshot, to fold on and to publish to; empty where there is none.
   *
   * Its leaves are taken into memory, compressed, so that nothing that happens to the snapshots can reach it.
   */
  async newest(story: StoryId): Promise<StoryRecord> {
    const kept = this.#snapshots?.root(story, Number.MAX_SAFE_INTEGER) ?? null;
    const root = kept && (await this.#usable(story, kept));
    const leaves = kept && root && this.#snapshots!.leaves(story, kept.revision);
    if (!root || !leaves) return emptyRecord(story);
    const source = this.#source(leaves);
    // Each publication looks at every subject: those of the record that is published to are not read twice.
    const subjects: object[] = [];
    return restored(root, {
      read: (list, place) => source.read(list, place),
      hold: (item, list, size) => (list === 'subjects' ? subjects.push(item) : source.hold(item, list, size)),
    });
  }

  /** Says that a story has come to a revision: snapshots that are due are taken in the background. */
  keep(story: StoryId, revision: number): void {
    if (this.#closed || this.#snapshots === null) return;
    if (revision - (this.#newest.get(story) ?? 0) < this.#settings.every) return;
    this.#due.add(story);
    this.#work ??= this.#takeAll().finally(() => (this.#work = null));
  }

  /** Resolves when no snapshot is due any more. */
  async settled(): Promise<void> {
    await this.#work;
  }

  /** Deletes all snapshots of a story, after texts were taken down; they are made again. Throws `store-failed`. */
  async drop(story: StoryId): Promise<void> {
    this.#discard(story);
    this.keep(story, (await this.#journal.head(story)).number);
  }

  /** Takes no more snapshots, and lets go of them when the last is written. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#work;
    this.#snapshots?.close();
  }

  /** The record of the newest snapshot at or before a revision, as it is kept in mind; empty where there is none. */
  async #baseAt(story: StoryId, revision: number): Promise<StoryRecord> {
    const kept = this.#snapshots?.root(story, revision);
    if (!kept) return emptyRecord(story);
    const name = `${story} ${kept.revision}`;
    const known = this.#records.get(name);
    const record = known ?? (await this.#onDemand(story, kept)) ?? emptyRecord(story);
    this.#records.delete(name);
    this.#records.set(name, record);
    if (this.#records.size > this.#settings.records) this.#records.delete(this.#records.keys().next().value!);
    return record;
  }

  /** A snapshot's record, read when it is needed; `null` where it cannot be used. Using it may throw `SnapshotLost`. */
  async #onDemand(story: StoryId, kept: KeptRoot): Promise<StoryRecord | null> {
    const root = await this.#usable(story, kept);
    const read = (list: string, place: number) => this.#snapshots!.leaf(story, list, place, kept.revision);
    return root && restored(root, this.#source(read));
  }

  #source(find: (list: string, place: number) => string | null): LeafSource {
    const read = (list: string, place: number) => {
      const text = find(list, place);
      if (text === null) throw new SnapshotLost(`leaf ${place} of ${list} is gone`);
      return text;
    };
    return { read, hold: (item, _, size) => this.#held.add(item, size) };
  }

  /** A snapshot's root, where this code can restore it and it is of this very journal; otherwise `null`. */
  async #usable(story: StoryId, { revision, text }: KeptRoot): Promise<Root | null> {
    const root = readRoot(text);
    const [there] = root === null ? [] : await this.#journal.read(story, revision - 1, 1);
    return there !== undefined && there.hash === root?.hash ? root : null;
  }

  async #foldTo(base: StoryRecord, revision: number): Promise<StoryRecord> {
    let record = base;
    while (revisionOf(record) < revision) {
      const limit = Math.min(revisionsAtOnce, revision - revisionOf(record));
      const revisions = await this.#journal.read(record.story, revisionOf(record), limit);
      if (revisions.length === 0) throw new Refusal('revision-ahead', { revision, head: revisionOf(record) });
      record = revisions.reduce(fold, record);
      if (revisionOf(record) < revision) await nextTurn();
    }
    return record;
  }

  async #takeAll(): Promise<void> {
    for (const story of this.#due) {
      await nextTurn();
      // Nobody waits for it: what is wrong with a story shows where it is read.
      await this.#take(story)
        .catch((reason: unknown) => {
          if (!(reason instanceof SnapshotLost)) throw reason;
          this.#discard(story);
          return this.#take(story);
        })
        .catch(warn);
      this.#due.delete(story);
    }
  }

  /** Takes the snapshots of a story that are missing after its newest, up to its head. */
  async #take(story: StoryId): Promise<void> {
    const { every, rest } = this.#settings;
    for (let round = 1, from = await this.#start(story); !this.#closed; round++) {
      const start = performance.now();
      const { base, drops } = from;
      const after = revisionOf(base);
      this.#newest.set(story, after);
      const revisions = await this.#journal.read(story, after, every);
      if (revisions.length < every) return;
      const record = revisions.reduce(fold, base);
      await nextTurn();
      const { hash, number: revision } = revisions.at(-1)!;
      const saved = this.#snapshots!.save(story, { drops, after, revision, ...snapshotOf(record, hash, base) });
      from = saved && round % snapshotsInMemory > 0 ? { base: record, drops } : await this.#start(story);
      // Where nothing was written, and nobody else wrote or dropped any either, it cannot be done now.
      if (!saved && revisionOf(from.base) === after && from.drops === drops) return;
      await new Promise((resolve) => setTimeout(resolve, (performance.now() - start) * rest));
    }
  }

  /** The record of a story's newest snapshot, to go on from; where that cannot be used, all of them go. */
  async #start(story: StoryId): Promise<{ base: StoryRecord; drops: number }> {
    const drops = this.#snapshots!.drops(story);
    const kept = this.#snapshots!.root(story, Number.MAX_SAFE_INTEGER);
    if (kept === null) return { base: emptyRecord(story), drops };
    const base = await this.#onDemand(story, kept);
    if (base !== null) return { base, drops };
    this.#discard(story);
    return this.#start(story);
  }

  #discard(story: StoryId): void {
    this.#forget(story);
    this.#held.clear();
    this.#snapshots?.drop(story);
  }

  #forget(story: StoryId): void {
    this.#newest.delete(story);
    for (const name of this.#records.keys()) if (name.startsWith(`${story} `)) this.#records.delete(name);
  }
}

function warn(reason: unknown): void {
  process.emitWarning(`Snapshots: ${String(reason)}`);
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function instantOf(moment: Moment): Temporal.Instant {
  try {
    return Temporal.Instant.from(moment);
  } catch {
    throw new Refusal('moment-unreadable', { moment });
  }
}
