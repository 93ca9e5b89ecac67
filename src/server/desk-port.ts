import type { Moment } from '../terms/when.ts';

/** A report as the desk keeps it: what came in, byte for byte, and the clean text made of it. */
export interface KeptReport {
  /** SHA-256 of the clean text, in hexadecimal: the report's name. */
  text: string;
  /** A line by which the desk knows it again: its title, or how it begins. */
  line: string;
  /** SHA-256 of the bytes, in hexadecimal. */
  bytesHash: string;
  bytes: Uint8Array;
  contentType: string | null;
  fileName: string | null;
  /** Where it came from, for instance an address; `null` means unknown. */
  origin: string | null;
  takenIn: Moment;
  takenInBy: string;
  /** The clean text. */
  words: string;
  /** What else reading found in it, as JSON. */
  reading: string;
}

/** What came in as a report and could not be read: byte for byte, with the reason. */
export interface UnreadReport extends Omit<KeptReport, 'text' | 'line' | 'words' | 'reading'> {
  /** Why, in a sentence. */
  problem: string;
}

/** What an editor has written and not published. */
export interface KeptDraft {
  /** The desk's own name for it, made in the editor's browser. */
  id: string;
  story: string;
  editor: string;
  saved: Moment;
  /** What the desk needs to show it again, as JSON. */
  contents: string;
}

/** A feed that the desk follows. */
export interface KeptFeed {
  /** The desk's own name for it. */
  id: string;
  address: string;
  /** As it calls itself; `null` means unknown. */
  title: string | null;
  added: Moment;
  addedBy: string;
  /** What it gave with its last answer, to ask whether there is a newer one. */
  etag: string | null;
  lastModified: string | null;
  /** How often it says that it changes, in seconds; `null` where it does not say. */
  every: number | null;
  /** When it is asked again. */
  due: Moment;
  /** When it last answered; `null` where it never did. */
  polled: Moment | null;
  /** How often in a row it has failed. */
  failures: number;
  /** Why it failed last; `null` where it did not. */
  problem: string | null;
}

/** An entry of a feed, as it was first seen. */
export interface KeptEntry {
  feed: string;
  /** What the feed knows it by. */
  entry: string;
  address: string | null;
  line: string;
  published: string | null;
  seen: Moment;
  /** The report made of it, or `null`. */
  report: string | null;
  /** Why no report was made of it, or not of the page it leads to; `null` where all went well. */
  problem: string | null;
}

/** An editor who is signed in, or may sign in by a link, and until when. */
export interface Session {
  editor: string;
  expires: Moment;
}

/**
 * What the desk keeps for itself: reports, drafts and sign-in. None of it is public, and all of it can be deleted.
 *
 * Tokens are kept as their SHA-256 only. The store that `cli` chooses keeps to it; rules [K1] to [K…] of `docs/desk-store.md`.
 */
export interface DeskStore {
  /** Keeps a report; one with the same clean text is kept once, as it came first. */
  keepReport(report: KeptReport): Promise<void>;
  /** The report whose clean text has a SHA-256, or `null`. */
  report(text: string): Promise<KeptReport | null>;
  /** Keeps what reading a kept report again has found. */
  keepReading(text: string, reading: string): Promise<void>;
  /** Deletes a report with its bytes, so that no byte of it is left. */
  dropReport(text: string): Promise<void>;
  /** The newest reports without their bytes and words, newest first. */
  reports(limit: number): Promise<Omit<KeptReport, 'bytes' | 'words' | 'reading'>[]>;

  /** Keeps what could not be read; the same bytes once, as they came last, and of all the newest, so many at most. */
  keepUnread(unread: UnreadReport, most: number): Promise<void>;
  /** What could not be read and whose bytes have a SHA-256, or `null`. */
  unread(bytesHash: string): Promise<UnreadReport | null>;
  /** What could not be read, without the bytes, newest first. */
  unreads(limit: number): Promise<Omit<UnreadReport, 'bytes'>[]>;
  /** Deletes what could not be read, so that no byte of it is left. */
  dropUnread(bytesHash: string): Promise<void>;

  /** Keeps the shingles by which near-copies of a report are looked up. */
  keepSketch(text: string, shingles: readonly number[]): Promise<void>;
  /** The names of the reports whose sketches have at least two of the shingles, those with most first. */
  sketchedLike(shingles: readonly number[], limit: number): Promise<string[]>;

  /** What a second reader told of a report, as JSON; `null` where it was not asked. */
  answer(text: string, reader: string): Promise<string | null>;
  /** Keeps what a second reader told of a report. */
  keepAnswer(text: string, reader: string, told: string): Promise<void>;

  /** Keeps a feed; what is kept under its name is replaced. */
  keepFeed(feed: KeptFeed): Promise<void>;
  /** The feeds in the order in which they were added. */
  feeds(): Promise<KeptFeed[]>;
  /** Deletes a feed with its list of entries; the reports made of them stay. */
  dropFeed(id: string): Promise<void>;
  /** Keeps an entry of a feed, once. */
  keepEntry(entry: KeptEntry): Promise<void>;
  /** Whether an entry of a feed is kept. */
  hasEntry(feed: string, entry: string): Promise<boolean>;
  /** The report made of the page at an address, for whichever feed; `null` where there is none. */
  reportOfAddress(address: string): Promise<string | null>;
  /** The entries that were seen last, newest first. */
  entries(limit: number): Promise<KeptEntry[]>;

  /** Keeps a draft; a newer one with the same name replaces it. */
  keepDraft(draft: KeptDraft): Promise<void>;
  /** An editor's drafts of a story, newest first. */
  drafts(story: string, editor: string): Promise<KeptDraft[]>;
  /** Deletes an editor's draft, if there is one. */
  dropDraft(id: string, editor: string): Promise<void>;

  /** The name of the editor with a key; a name that is given first under a key is that editor's from then on. */
  editorNamed(key: string, name: string): Promise<string>;
  /** Keeps the hash of a one-time link's token, with the editor whom it signs in, until it expires. */
  keepInvitation(tokenHash: string, invitation: Session): Promise<void>;
  /** The one-time link with a token, unused; `null` where there is none or it has expired. */
  invitation(tokenHash: string, now: Moment): Promise<Session | null>;
  /** Uses a one-time link: its editor exactly once, and only before it expires; else `null`. */
  useInvitation(tokenHash: string, now: Moment): Promise<string | null>;
  /** Keeps an editor's session under the hash of its token. */
  keepSession(tokenHash: string, session: Session): Promise<void>;
  /** The session with a token, or `null` where there is none or it has expired. */
  session(tokenHash: string, now: Moment): Promise<Session | null>;
  /** Ends a session. */
  dropSession(tokenHash: string): Promise<void>;

  /** Lets go of the store. */
  close(): Promise<void>;
}
