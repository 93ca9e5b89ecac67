import type { StoryId } from '../terms/ids.ts';
import type { Draft, Revision } from './revision.ts';

/** Where a story's journal ends. */
export interface Head {
  story: StoryId;
  /** The last revision's number; 0 where there is none yet. */
  number: number;
  /** The last revision's hash; `firstHash` where there is none yet. */
  hash: string;
}

/**
 * What keeps the journal: the port that each store drives.
 *
 * The rules [J1] to [J…] of `docs/journal.md` say what every driver must hold to; `store/journal-contract.ts` tests them.
 */
export interface Journal {
  /** The stories there are, by name. */
  stories(): Promise<StoryId[]>;

  /** Where a story's journal ends now. */
  head(story: StoryId): Promise<Head>;

  /**
   * Writes a draft as the revision after `expected` and resolves once it is on disk.
   *
   * Throws `journal-moved-on` where the journal does not end at `expected`: nothing is written then. A draft whose
   * `act` the story's journal already holds is not written again: the revision written then is returned.
   */
  append(draft: Draft, expected: number): Promise<Revision>;

  /** At most `limit` revisions after a number, in order. */
  read(story: StoryId, after: number, limit: number): Promise<Revision[]>;

  /** The revision that holds an act, or `null`. */
  find(story: StoryId, act: string): Promise<Revision | null>;

  /**
   * Calls `look` soon after any journal may have grown; it may come too often, and says only "look".
   *
   * Returns what ends it.
   */
  follow(look: () => void): () => void;

  /** Writes what waits and lets go of the store. */
  close(): Promise<void>;
}
