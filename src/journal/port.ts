import type { StoryId } from '../terms/ids.ts';
import type { Removable } from './removal.ts';
import type { Ground } from './removal-shapes.ts';
import type { Draft, Revision } from './revision.ts';

/** Where a story's journal ends. */
export interface Head {
  story: StoryId;
  /** The last revision's number; 0 where there is none yet. */
  number: number;
  /** The last revision's hash; `firstHash` where there is none yet. */
  hash: string;
}

/** What is taken down from a story's journal: which things, on what ground, and the revisions that hold their texts. */
export interface Removal {
  what: readonly Removable[];
  ground: Ground;
  revisions: readonly number[];
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
   * Writes drafts of one story, in order, as the revisions after `expected`: all in one commit or none.
   *
   * Resolves to the sealed revisions once they are on disk. Throws `journal-moved-on` where the journal does not end at
   * `expected`, and `act-done` where the story's journal already holds the act of one of them; nothing is written then.
   * Whoever publishes keeps one append of a story in flight and hands all that arrived meanwhile to the next, so that
   * publications that come together share one commit.
   */
  append(story: StoryId, drafts: readonly Draft[], expected: number): Promise<Revision[]>;

  /**
   * Takes texts down: writes one draft as `append` does, and in the same commit blanks what the given revisions hold of
   * the things that it removes, so that no byte of it is left in the store. Throws as `append` does.
   */
  remove(story: StoryId, draft: Draft, expected: number, removal: Removal): Promise<Revision>;

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
