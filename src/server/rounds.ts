import { ByteLog } from './byte-log.ts';

/** A reader: how far into the log it has been sent everything, and how bytes get to it. */
export abstract class Reader {
  position = 0;
  /** Its place among those who have room; -1 for one who is full. */
  place = -1;
  /** Its position when it was last looked at. */
  seen = -1;
  /** When, in milliseconds of `performance.now()`, it is let go, to connect anew. */
  readonly until: number;

  constructor(until: number) {
    this.until = until;
  }

  /** Takes what it can of the bytes between two places, at once, and says how many: none where it is full or gone. */
  abstract take(bytes: Buffer, from: number, to: number): number;
  /** Takes bytes to be sent once there is room, and calls `sent` when they are: one call at a time. */
  abstract hand(bytes: Buffer, sent: () => void): void;
  /** Ends after all that was taken. */
  abstract end(): void;
  /** Ends at once. */
  abstract drop(): void;
}

/** What all rounds of a server have done. */
export interface RoundsReport {
  /** All bytes up to the end of the log as it was then have been handed to every reader with room, so many milliseconds later. */
  reached(milliseconds: number): void;
  /** Bytes were sent to readers. */
  sent(bytes: number): void;
}

/** How many readers are written to before others get their turn. */
const slice = 256;

/** How many bytes are handed to a full reader, to hear when it has room. */
const probe = 512;

/**
 * Sends one log of bytes to every reader.
 *
 * A reader is a position in the log. Rounds go over all who have room and write what each has not had, up to where the
 * log ends at that moment; what is appended during a round rides along for those who come after, and for the others
 * in the next. A reader who is full leaves the rounds, is written to from the log when there is room, and comes back only
 * once it stands at the log's end. One who falls behind what the log keeps is let go.
 */
export class Rounds {
  readonly log: ByteLog;
  readonly #report: RoundsReport;
  readonly #roomy: Reader[] = [];
  readonly #full = new Set<Reader>();
  /** Appends that not every reader with room has had: when each was made, and how many visits later it is through. */
  #under: { at: number; through: number }[] = [];
  #visits = 0;
  #next = 0;
  #left = 0;
  #running = false;

  constructor(kept: number, report: RoundsReport) {
    this.log = new ByteLog(kept);
    this.#report = report;
  }

  /** How many readers there are. */
  get size(): number {
    return this.#roomy.length + this.#full.size;
  }

  /** How many of them are full, and catch up when they have room. */
  get behind(): number {
    return this.#full.size;
  }

  /** Sends bytes to everybody; `at` is when they came to be, in milliseconds of `performance.now()`. */
  append(bytes: Uint8Array, at: number): void {
    const { start } = this.log;
    this.log.append(bytes);
    if (this.log.start > start)
      for (const reader of this.#all()) if (reader.position < this.log.start) this.#drop(reader);
    this.#left = this.#roomy.length;
    if (this.#left === 0) return;
    this.#under.push({ at, through: this.#visits + this.#left });
    if (this.#running) return;
    this.#running = true;
    setImmediate(() => this.#run());
  }

  /** Adds a reader, who is first sent `start`, which leads to the log's end; what stands in it may change afterwards. */
  add(reader: Reader, start: Buffer): void {
    reader.position = this.log.end;
    this.#full.add(reader);
    const taken = reader.take(start, 0, start.length);
    this.#report.sent(start.length);
    if (taken === start.length) this.#catchUp(reader);
    else reader.hand(Buffer.from(start.subarray(taken)), () => this.#catchUp(reader));
  }

  /** Takes a reader out who has gone, if it is here. */
  remove(reader: Reader): void {
    if (!this.#full.delete(reader) && this.#roomy[reader.place] === reader) this.#takeOut(reader);
  }

  /** Lets go of whoever is full and has taken nothing since the last look, and of those whose time is over. */
  reap(now: number): void {
    for (const reader of this.#full) {
      if (reader.seen === reader.position) this.#drop(reader);
      reader.seen = reader.position;
    }
    this.letGo(now);
  }

  /** Lets go of those who have everything and whose time is over. */
  letGo(now: number): void {
    const over = this.#roomy.filter(({ until, position }) => until <= now && position === this.log.end);
    for (const reader of over) {
      this.remove(reader);
      reader.end();
    }
  }

  /** Forgets what the log holds, and lets go of whoever has not had all of it, or of a start that may hold the same. */
  forget(): void {
    for (const reader of this.#all()) if (reader.place < 0 || reader.position < this.log.end) this.#drop(reader);
    this.log.clear();
  }

  /** Lets go of everybody, once all is sent to those who have room. */
  close(): void {
    for (const reader of this.#roomy) this.#write(reader);
    for (const reader of this.#all()) {
      this.remove(reader);
      reader.end();
    }
  }

  #all(): Reader[] {
    return [...this.#roomy, ...this.#full];
  }

  #run(): void {
    for (let i = 0; i < slice && this.#left > 0; i++) {
      if (this.#next >= this.#roomy.length) this.#next = 0;
      const reader = this.#roomy[this.#next]!;
      this.#left -= 1;
      this.#visits += 1;
      if (this.#write(reader)) this.#next += 1;
      else this.#leave(reader);
    }
    while (this.#under.length > 0 && (this.#left === 0 || this.#under[0]!.through <= this.#visits))
      this.#report.reached(performance.now() - this.#under.shift()!.at);
    this.#running = this.#left > 0;
    if (this.#running) setImmediate(() => this.#run());
  }

  /** Writes what a reader has not had; false where it did not take all of it. */
  #write(reader: Reader): boolean {
    const { log } = this;
    if (reader.position === log.end) return true;
    const taken = reader.take(log.bytes, log.placeOf(reader.position), log.placeOf(log.end));
    reader.position += taken;
    this.#report.sent(taken);
    return reader.position === log.end;
  }

  /** Takes a full reader out of the rounds and waits until it has room. */
  #leave(reader: Reader): void {
    this.#takeOut(reader);
    reader.seen = -1;
    this.#full.add(reader);
    this.#wait(reader);
  }

  #wait(reader: Reader): void {
    const { log } = this;
    const to = Math.min(reader.position + probe, log.end);
    // A copy: the log's own bytes move.
    const piece = Buffer.from(log.bytes.subarray(log.placeOf(reader.position), log.placeOf(to)));
    reader.hand(piece, () => {
      reader.position = to;
      this.#catchUp(reader);
    });
  }

  /** Writes to a reader outside the rounds; back among the others only once nothing is missing. */
  #catchUp(reader: Reader): void {
    if (!this.#full.has(reader)) return;
    if (reader.position < this.log.start) return this.#drop(reader);
    if (!this.#write(reader)) return this.#wait(reader);
    this.#full.delete(reader);
    reader.place = this.#roomy.push(reader) - 1;
    if (this.#left > 0) this.#look(this.#left + 1);
  }

  #drop(reader: Reader): void {
    this.remove(reader);
    reader.drop();
  }

  /** The last takes the place of one who leaves; as it may not have had its turn yet, all are looked at once more. */
  #takeOut(reader: Reader): void {
    const last = this.#roomy.pop()!;
    if (last !== reader) {
      this.#roomy[reader.place] = last;
      last.place = reader.place;
    }
    reader.place = -1;
    if (this.#left > 0) this.#look(this.#roomy.length);
  }

  /** Sets how many are to be looked at before everybody has had all. */
  #look(left: number): void {
    const more = left - this.#left;
    this.#left = left;
    for (const append of this.#under) append.through += more;
  }
}
