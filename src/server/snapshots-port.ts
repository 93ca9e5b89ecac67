import type { LeafText } from '../record/snapshot.ts';
import type { StoryId } from '../terms/ids.ts';

/** A snapshot's root as it is kept. */
export interface KeptRoot {
  revision: number;
  text: string;
}

/** What is written of a snapshot: its root, and the leaves that are new since the snapshot before it. */
export interface NewSnapshot {
  /** How often the story's snapshots had been dropped before the journal was read for it. */
  drops: number;
  /** The revision of the snapshot that it was made from; 0 where it is the first. */
  after: number;
  revision: number;
  root: string;
  leaves: Iterable<LeafText>;
}

/**
 * What keeps snapshots of records beside the journal: the port that a store drives.
 *
 * They are never the truth: any of them may be gone at any time, and is made again from the journal. So nothing here
 * throws except `drop`; what cannot be read is `null`. It answers at once, because a leaf is read in the middle of a view.
 */
export interface Snapshots {
  /** The newest root of a story at or before a revision. */
  root(story: StoryId, atMost: number): KeptRoot | null;

  /** The text of a leaf as of the snapshot at a revision: the newest that was written at or before it. */
  leaf(story: StoryId, list: string, place: number, atMost: number): string | null;

  /** Takes every leaf of the snapshot at a revision into memory, compressed, and gives what reads them from there. */
  leaves(story: StoryId, atMost: number): ((list: string, place: number) => string | null) | null;

  /** How often a story's snapshots were dropped. */
  drops(story: StoryId): number;

  /**
   * Writes a snapshot, all or nothing.
   *
   * False where the story's newest is not the one that it was made from, or where they were dropped since: what it was
   * made from may hold a text that has been taken down.
   */
  save(story: StoryId, snapshot: NewSnapshot): boolean;

  /** Deletes all snapshots of a story, so that no byte of them is left. Throws `store-failed` where it cannot. */
  drop(story: StoryId): void;

  /** Lets go of the store. */
  close(): void;
}

/** Says that a leaf of a snapshot is gone; the record can be folded from the journal again. */
export class SnapshotLost extends Error {
  override name = 'SnapshotLost';
}
