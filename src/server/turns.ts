import type { StoryRecord } from '../record/record.ts';
import type { SubjectId } from '../terms/ids.ts';
import type { Moment } from '../terms/when.ts';
import { turning } from '../views/turning.ts';

/** What time alone does to a story's page: since when it says what it says, and when it next says something else. */
export interface Turned {
  since: Moment;
  next: Moment | null;
  /** The subjects that time alone changes. */
  subjects: readonly SubjectId[];
}

/** Keeps what time alone does to one story's page; reckoned once a revision and once a turn. */
export class Turns {
  readonly #now: () => Moment;
  #record: StoryRecord | null = null;
  #turned: Turned | null = null;

  constructor(now: () => Moment) {
    this.#now = now;
  }

  /**
   * What holds now. Between `since` and `next` every rendering of the record is the same.
   *
   * A clock that is set back takes back nothing that it has changed: those who follow have been told, and a fresh page must say
   * the same. Nor is a page older than the revision that it shows.
   */
  of(record: StoryRecord): Turned {
    const known = this.#turned;
    const stands = known !== null && record === this.#record;
    if (stands && (known.next === null || this.#now() < known.next)) return known;
    const now = this.#now();
    this.#record = record;
    const since = [now, known?.since ?? now, record.last?.at ?? now].toSorted().at(-1)!;
    return (this.#turned = { since, ...turning(record, since) });
  }
}
