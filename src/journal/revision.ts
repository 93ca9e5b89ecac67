import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { Refusal } from '../terms/refusal.ts';
import type { StoryId } from '../terms/ids.ts';
import type { Moment } from '../terms/when.ts';
import type { Event } from './event.ts';
import { blanked, placesOf, type Removable } from './removal.ts';
import type { Tombstone } from './removal-shapes.ts';

/**
 * The version of the events' shapes that today's code writes.
 *
 * 1: the first (stories, reports, parties, subjects of seven kinds, statements, posts, what was taken down,
 * payment details of appeals). 2: payment details can be taken down.
 * 3: coverage ends, and goes on again.
 */
export const schemaVersion = 3;

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
  /** The hashes of events whose text was taken down, by their place; their salts are gone with the text. */
  blanked: Readonly<Record<number, string>>;
  /** SHA-256, in hexadecimal, over the previous revision's hash, this one's names, number, time, editor and body hashes. */
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

/** What a revision's hash is taken over, beside its bodies. */
type Sealed = Pick<Revision, 'story' | 'number' | 'schema' | 'at' | 'by' | 'act'>;

/** The hash of a revision that follows one with the hash `previous`; `bodies` are the hashes of its events. */
export function revisionHash(previous: string, sealed: Sealed, bodies: readonly string[]): string {
  const { story, number, schema, at, by, act } = sealed;
  return digest(JSON.stringify([previous, story, number, schema, at, by, act, bodies]));
}

/** Numbers and seals a draft as the next revision after one with the given number and hash. */
export function seal(story: StoryId, draft: Draft, last: { number: number; hash: string }, salts: string[]): Revision {
  const unsealed = { story, ...draft, number: last.number + 1, schema: schemaVersion, salts, blanked: {} };
  return { ...unsealed, hash: revisionHash(last.hash, unsealed, bodyHashes(unsealed)) };
}

/** Checks that a revision is whole and follows one with the given number and hash. Throws `journal-broken`. */
export function checkFollows(revision: Revision, last: { number: number; hash: string }): void {
  const { story, number, hash } = revision;
  const broken = (what: string) => new Refusal('journal-broken', { story, number, what });
  if (number !== last.number + 1) throw broken(`it follows ${last.number}`);
  if (hash !== revisionHash(last.hash, revision, bodyHashes(revision))) {
    throw broken('its hash is not that of its contents');
  }
}

function bodyHashes({ events, salts, blanked }: Pick<Revision, 'events' | 'salts' | 'blanked'>): string[] {
  return events.map((event, i) => blanked[i] ?? bodyHash(event, salts[i] ?? ''));
}

/**
 * A revision without the texts of some things, with what stands in their place.
 *
 * The hashes of what is gone are kept, so that the chain still verifies.
 */
export function blankRevision(revision: Revision, targets: ReadonlySet<Removable>, tombstone: Tombstone): Revision {
  const places = placesOf(revision.events, targets);
  const hashes = bodyHashes(revision);
  return {
    ...revision,
    events: revision.events.map((event, i) => (places.includes(i) ? blanked(event, tombstone) : event)),
    salts: revision.salts.map((salt, i) => (places.includes(i) ? '' : salt)),
    blanked: { ...revision.blanked, ...Object.fromEntries(places.map((i) => [i, hashes[i]!])) },
  };
}
