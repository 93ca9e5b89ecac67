import type { Journal } from '../journal/port.ts';
import type { Draft, Revision } from '../journal/revision.ts';
import type { Command } from '../record/command.ts';
import { decide, type KnownReport } from '../record/decide.ts';
import { fold } from '../record/evolve.ts';
import { revisionsWith } from '../record/take-down.ts';
import { emptyRecord, revisionOf, type StoryRecord } from '../record/record.ts';
import type { StoryId } from '../terms/ids.ts';
import { Refusal } from '../terms/refusal.ts';
import type { Moment } from '../terms/when.ts';
import { Turns, type Turned } from './turns.ts';
import type { History } from './history.ts';

/** What an editor asks of a story. */
export interface Asked {
  command: Command;
  /** The editor's name, with which the revision is signed. */
  by: string;
  /** The sender's name for this act; the same act is published once. */
  act: string | null;
  /** The reports that the command cites, by the SHA-256 of their clean text. */
  reports: ReadonlyMap<string, KnownReport>;
  /** When it is published; `null` for now. */
  at: Moment | null;
}

/** Notes what went wrong where nobody waits for an answer. */
export type Report = (reason: unknown) => void;

/** Hears of revisions in order, each once, with the record that holds them. */
export type Listener = (revisions: readonly Revision[], record: StoryRecord) => void;

interface Waiting extends Asked {
  resolve: (revision: Revision) => void;
  reject: (reason: unknown) => void;
}

const revisionsAtOnce = 1000;

/**
 * A story as it stands now: its record, kept up with the journal, and the one place where it is published to.
 *
 * Commands that arrive while a commit is under way are decided together and share the next one.
 */
export class LiveStory {
  readonly name: StoryId;
  readonly #journal: Journal;
  readonly #now: () => Moment;
  readonly #report: Report;
  readonly #turns: Turns;
  readonly #history: History;
  readonly #listeners = new Set<Listener>();
  #record: StoryRecord;
  #takenDown = 0;
  #waiting: Waiting[] = [];
  #running = false;

  constructor(name: StoryId, journal: Journal, now: () => Moment, report: Report, history: History) {
    this.name = name;
    this.#journal = journal;
    this.#now = now;
    this.#report = report;
    this.#history = history;
    this.#record = emptyRecord(name);
    this.#turns = new Turns(now);
  }

  /** The record as of the last revision that is on disk. */
  get record(): StoryRecord {
    return this.#record;
  }

  /** How often something was taken down since the story was opened. */
  get takenDown(): number {
    return this.#takenDown;
  }

  /** What time alone does to the story's page now. */
  get turned(): Turned {
    return this.#turns.of(this.#record);
  }

  /**
   * Publishes what a command comes to, and resolves once it is on disk and every listener has heard of it.
   *
   * Rejects with a `Refusal` where it cannot be done; then nothing was published.
   */
  publish(asked: Asked): Promise<Revision> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...asked, resolve, reject });
      if (!this.#running) void this.#run();
    });
  }

  /** Takes in what the journal holds beyond the record, whoever wrote it. */
  async catchUp(): Promise<void> {
    if (revisionOf(this.#record) === 0) {
      const kept = await this.#history.newest(this.name);
      if (revisionOf(this.#record) === 0) this.#record = kept;
    }
    for (;;) {
      const revisions = await this.#journal.read(this.name, revisionOf(this.#record), revisionsAtOnce);
      this.#takeIn(revisions);
      if (revisions.length < revisionsAtOnce) return;
    }
  }

  /** Tells a listener of every revision from now on. Returns what ends it. */
  follow(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      const { drafts, taken, expected } = await this.#decideAll(this.#waiting.splice(0));
      try {
        if (taken.length > 0) await this.#commit(drafts, taken, expected);
      } catch (reason) {
        for (const { reject } of taken) reject(reason);
      }
    }
    this.#running = false;
  }

  /** Decides commands one after the other, each against what those before it come to. */
  async #decideAll(asked: Waiting[]): Promise<{ drafts: Draft[]; taken: Waiting[]; expected: number }> {
    const fresh: Waiting[] = [];
    for (const one of asked) {
      const done =
        one.act === null
          ? null
          : await this.#journal.find(this.name, one.act).catch((reason: unknown) => {
              one.reject(reason);
              return undefined;
            });
      if (done === null) fresh.push(one);
      else if (done !== undefined) one.resolve(done);
    }
    const drafts: Draft[] = [];
    const taken: Waiting[] = [];
    let record = this.#record;
    const expected = revisionOf(record);
    for (const one of fresh) {
      // A removal is a commit of its own, and what is sent twice waits for the first.
      const alone =
        one.command.kind === 'remove-content' || taken.some(({ command }) => command.kind === 'remove-content');
      if ((alone && taken.length > 0) || (one.act !== null && drafts.some(({ act }) => act === one.act))) {
        this.#waiting.push(one);
        continue;
      }
      try {
        const { by, act, reports } = one;
        const at = one.at ?? this.#notBefore(record);
        const events = decide(record, one.command, { moment: at, by, report: (text) => reports.get(text) });
        record = fold(record, { number: revisionOf(record) + 1, at, by, events });
        drafts.push({ at, by, act, events });
        taken.push(one);
      } catch (reason) {
        one.reject(reason);
      }
    }
    return { drafts, taken, expected };
  }

  async #commit(drafts: Draft[], taken: Waiting[], expected: number): Promise<void> {
    try {
      const revisions = await this.#write(drafts, taken, expected);
      this.#takeIn(revisions);
      for (const [i, { resolve }] of taken.entries()) resolve(revisions[i]!);
    } catch (reason) {
      const overtaken = reason instanceof Refusal && (reason.code === 'journal-moved-on' || reason.code === 'act-done');
      if (!overtaken) throw reason;
      // Another process wrote in between: decide again, against what stands now.
      await this.catchUp();
      this.#waiting.unshift(...taken);
    }
  }

  async #write(drafts: Draft[], taken: Waiting[], expected: number): Promise<Revision[]> {
    const command = taken[0]?.command;
    if (command?.kind !== 'remove-content') return this.#journal.append(this.name, drafts, expected);
    const { what, ground } = command;
    const revisions = revisionsWith(this.#record, what);
    // What is kept of the past goes first, so that nothing of it is left where the server dies in between.
    await this.#history.drop(this.name);
    return [await this.#journal.remove(this.name, drafts[0]!, expected, { what, ground, revisions })];
  }

  /** Now, or the time of the last revision where the clock was set back meanwhile: nobody is kept from publishing by it. */
  #notBefore({ last }: StoryRecord): Moment {
    const now = this.#now();
    return last !== null && last.at > now ? last.at : now;
  }

  #takeIn(revisions: readonly Revision[]): void {
    const fresh = revisions.filter(({ number }) => number > revisionOf(this.#record));
    if (fresh.length === 0) return;
    this.#record = fresh.reduce(fold, this.#record);
    // Whoever took something down, here or in another process: what is kept of the past still holds it.
    if (fresh.some(({ events }) => events.some(({ kind }) => kind === 'content-removed'))) {
      this.#takenDown += 1;
      void this.#history.drop(this.name).catch(this.#report);
    }
    for (const listener of this.#listeners) {
      try {
        listener(fresh, this.#record);
      } catch (reason) {
        // What is on disk is published, whatever becomes of those who hear of it.
        this.#report(reason);
      }
    }
    this.#history.keep(this.name, revisionOf(this.#record));
  }
}
