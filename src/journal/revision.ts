import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { Refusal } from '../terms/refusal.ts';
import type { StoryId } from '../terms/ids.ts';
import type { Moment } from '../terms/when.ts';
import type { Event } from './event.ts';

/**
 * The version of the events' shapes that today's code writes.
 *
 * 1: the first (stories, reports, parties, figures, routes, statements, posts).
 */
export const schemaVersion = 1;

/** What one publication puts on the record, before the journal has numbered it. */
export interface Draft {
  at: Moment;
  /** The editor's name, as the journal is signed. */
  by: string;
  events: Event[];
  /** The sender's own name for this act, so that sending it twice records it once; `null` where there is none. */
  act: string | null;
}

/** One atomic publication: a numbered, dated, signed entry of a story's journal. */
export interface Revision extends Draft {
  story: StoryId;
  /** Counted from 1 without gaps. */
  number: number;
  schema: number;
  /** A random text for each event, hashed with it, so that a removed text cannot be guessed from its hash. */
  salts: string[];
  /** SHA-256, in hexadecimal, over the previous revision's hash, this one's number, time, editor and body hashes. */
  hash: string;
}

/** The hash that the first revision of a story follows. */
export const firstHash = '0'.repeat(64);

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The hash of one event's body with its salt. */
export function bodyHash(event: Event, salt: string): string {
  return digest(`${salt}\n${JSON.stringify(event)}`);
}

/** The hash of a revision that follows one with the hash `previous`. */
export function revisionHash(previous: string, number: number, at: Moment, by: string, bodies: string[]): string {
  return digest(JSON.stringify([previous, number, at, by, bodies]));
}

/** Numbers and seals a draft as the next revision after one with the given number and hash. */
export function seal(story: StoryId, draft: Draft, last: { number: number; hash: string }, salts: string[]): Revision {
  const number = last.number + 1;
  const bodies = draft.events.map((event, i) => bodyHash(event, salts[i] ?? ''));
  const hash = revisionHash(last.hash, number, draft.at, draft.by, bodies);
  return { story, ...draft, number, schema: schemaVersion, salts, hash };
}

/** Checks that a revision is whole and follows one with the given number and hash. Throws `journal-broken`. */
export function checkFollows(revision: Revision, last: { number: number; hash: string }): void {
  const { story, number, at, by, events, salts, hash } = revision;
  if (number !== last.number + 1)
    throw new Refusal('journal-broken', { story, number, what: `it follows ${last.number}` });
  const bodies = events.map((event, i) => bodyHash(event, salts[i] ?? ''));
  const right = revisionHash(last.hash, number, at, by, bodies);
  if (hash !== right)
    throw new Refusal('journal-broken', { story, number, what: 'its hash is not that of its contents' });
}
