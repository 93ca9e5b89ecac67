import type { Journal } from '../journal/port.ts';
import type { Revision } from '../journal/revision.ts';
import { reservedNames } from '../page/addresses.ts';
import { revisionOf } from '../record/record.ts';
import { isStoryId, type StoryId } from '../terms/ids.ts';
import { Refusal } from '../terms/refusal.ts';
import type { Moment } from '../terms/when.ts';
import { History } from './history.ts';
import { LiveStory, type Asked, type Report } from './live-story.ts';
import type { Snapshots } from './snapshots-port.ts';

/** How long, in milliseconds, to wait before looking again where something could not be read. */
const patience = 1000;

/** All stories of a journal, kept up with it. */
export class Stories {
  /** The records of the past of any story. */
  readonly history: History;
  readonly #journal: Journal;
  readonly #now: () => Moment;
  readonly #report: Report;
  readonly #stories = new Map<StoryId, LiveStory>();
  #unfollow: () => void = () => {};
  #looking = false;
  #lookingAgain: NodeJS.Timeout | undefined;

  private constructor(journal: Journal, snapshots: Snapshots | null, now: () => Moment, report: Report) {
    this.history = new History(journal, snapshots);
    this.#journal = journal;
    this.#now = now;
    this.#report = report;
  }

  /** Opens every story of a journal; one that cannot be read is reported and left out. */
  static async open(
    journal: Journal,
    snapshots: Snapshots | null,
    now: () => Moment,
    report: Report,
  ): Promise<Stories> {
    const stories = new Stories(journal, snapshots, now, report);
    await stories.#look();
    stories.#unfollow = journal.follow(() => stories.#lookSoon());
    return stories;
  }

  /** The stories that have been opened, the most recently published first. */
  list(): LiveStory[] {
    const at = (story: LiveStory) => story.record.last?.at ?? '';
    return [...this.#stories.values()].toSorted((one, other) => at(other).localeCompare(at(one)));
  }

  /** A story that has been opened. Throws `story-unknown`. */
  get(name: StoryId): LiveStory {
    const story = this.#stories.get(name);
    if (story === undefined) throw new Refusal('story-unknown', { story: name });
    return story;
  }

  /** Whether a story has been opened. */
  has(name: StoryId): boolean {
    return this.#stories.has(name);
  }

  /** Publishes to a story, opening it where the command does. Throws as `LiveStory.publish`, and `story-name-unfit`. */
  async publish(name: StoryId, asked: Asked): Promise<Revision> {
    const known = this.#stories.get(name);
    if (known !== undefined) return known.publish(asked);
    if (asked.command.kind !== 'open-story') throw new Refusal('story-unknown', { story: name });
    if (!isStoryId(name) || reservedNames.has(name)) throw new Refusal('story-name-unfit', { story: name });
    const story = new LiveStory(name, this.#journal, this.#now, this.#report, this.history);
    await story.catchUp();
    const revision = await story.publish(asked);
    if (!this.#stories.has(name)) this.#stories.set(name, story);
    await this.get(name).catchUp();
    return revision;
  }

  /** Stops following the journal, and taking snapshots. */
  async close(): Promise<void> {
    this.#unfollow();
    clearTimeout(this.#lookingAgain);
    await this.history.close();
  }

  /** Looks once after any number of hints; what fails is reported. */
  #lookSoon(): void {
    if (this.#looking) return;
    this.#looking = true;
    setImmediate(() => {
      this.#looking = false;
      void this.#look().catch((reason: unknown) => this.#failed(reason));
    });
  }

  /** What could not be read may have been published, and no other hint may come: it is looked for again. */
  #failed(reason: unknown): void {
    this.#report(reason);
    clearTimeout(this.#lookingAgain);
    this.#lookingAgain = setTimeout(() => this.#lookSoon(), patience).unref();
  }

  async #look(): Promise<void> {
    for (const name of await this.#journal.stories()) {
      const known = this.#stories.get(name);
      const story = known ?? new LiveStory(name, this.#journal, this.#now, this.#report, this.history);
      try {
        await story.catchUp();
        if (revisionOf(story.record) > 0 && !this.#stories.has(name)) this.#stories.set(name, story);
      } catch (reason) {
        if (known === undefined) this.#report(reason);
        else this.#failed(reason);
      }
    }
  }
}
