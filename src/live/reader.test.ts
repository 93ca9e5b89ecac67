import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readerAt, step, type Reader, type ReaderEffect, type ReaderEvent } from './reader.ts';
import type { Frame } from './frame.ts';

/** A frame in which each revision changes one piece and renders it with its own number. */
function frame(after: number, revision: number): Frame {
  const changed = new Map<string, string>();
  for (let number = after + 1; number <= revision; number++) changed.set(piece(number), String(number));
  const parts = [...changed].map(([id, html]) => ({ id, into: null, html }));
  return { story: 'river-flood', after, revision, at: '2024-09-15T06:00:00.000Z', posts: 0, unsent: 0, parts };
}

/** A frame in which only time has changed: every piece as of a later moment, on a page that stands at a revision. */
function turn(revision: number, moment: number): Frame {
  const at = new Date(Date.UTC(2024, 8, 15) + moment).toISOString();
  return { ...frame(revision, revision), at, parts: [{ id: 'today', into: null, html: `${revision} ${moment}` }] };
}

const piece = (revision: number) => `piece-${revision % 5}`;

/** A page that does what its reader says, and nothing else. */
class Page {
  reader: Reader;
  readonly pieces = new Map<string, string>();
  readonly asked: number[] = [];
  /** Whether the last request is one that the server holds. */
  held = false;
  connected: number | null = null;
  waits = false;

  constructor(revision: number) {
    this.reader = readerAt(revision);
    for (const { id, html } of frame(0, revision).parts) this.pieces.set(id, html);
  }

  happen(event: ReaderEvent): void {
    const [reader, effects] = step(this.reader, event);
    this.reader = reader;
    effects.forEach((effect) => this.#carryOut(effect));
  }

  /** What revisions have put there, without what time has. */
  atRevision(): Map<string, string> {
    return new Map([...this.pieces].filter(([id]) => id !== 'today'));
  }

  #carryOut(effect: ReaderEffect): void {
    if (effect.kind === 'apply') for (const { id, html } of effect.frame.parts) this.pieces.set(id, html);
    if (effect.kind === 'fetch') {
      this.asked.push(effect.after);
      this.held = effect.held;
    }
    if (effect.kind === 'disconnect') this.connected = null;
    if (effect.kind === 'connect') this.connected = effect.after;
    if (effect.kind === 'wait') this.waits = true;
  }
}

describe('the reader of a page', () => {
  test('[L40] it connects after the revision of its page', () => {
    const page = new Page(7);

    page.happen({ kind: 'started' });

    expect(page.connected).toBe(7);
  });

  test('[L41] a frame at or before its own revision changes nothing', () => {
    const page = new Page(7);
    page.happen({ kind: 'opened' });
    const before = new Map(page.pieces);

    page.happen({ kind: 'framed', frame: frame(4, 7) });

    expect(page.pieces).toEqual(before);
    expect(page.reader.revision).toBe(7);
  });

  test('[L42] a frame that leaves a gap is left, and what is missing is asked for', () => {
    const page = new Page(7);
    page.happen({ kind: 'opened' });

    page.happen({ kind: 'framed', frame: frame(8, 9) });

    expect(page.reader).toMatchObject({ state: 'catching-up', revision: 7 });
    expect(page.asked).toEqual([7]);

    page.happen({ kind: 'fetched', frame: frame(7, 9) });

    expect(page.reader).toMatchObject({ state: 'live', revision: 9 });
  });

  test('[L43] a frame that starts before its own revision and ends after it is taken in', () => {
    const page = new Page(7);
    page.happen({ kind: 'opened' });

    page.happen({ kind: 'framed', frame: frame(3, 9) });

    expect(page.reader.revision).toBe(9);
    expect(page.pieces).toEqual(new Page(9).pieces);
  });

  test('[L44] without a stream it asks again after a while, and tries the stream again', () => {
    const page = new Page(7);
    page.happen({ kind: 'opened' });
    page.happen({ kind: 'failed' });
    expect(page.waits).toBe(true);

    page.happen({ kind: 'waited' });
    expect(page.asked).toEqual([7]);

    page.waits = false;
    page.happen({ kind: 'fetched', frame: frame(7, 8) });

    expect(page.connected).toBe(8);
    expect(page.waits).toBe(true);
  });

  test('[L48] without a stream it asks so that the server holds the request; where that fails, it polls', () => {
    const page = new Page(7);
    page.happen({ kind: 'opened' });
    page.happen({ kind: 'failed' });
    page.happen({ kind: 'waited' });
    expect(page.held).toBe(true);
    page.happen({ kind: 'fetched', frame: frame(7, 8) });
    page.happen({ kind: 'waited' });
    expect([page.held, page.asked]).toEqual([true, [7, 8]]);

    page.happen({ kind: 'unreachable' });
    page.happen({ kind: 'waited' });
    expect(page.held).toBe(false);

    page.happen({ kind: 'fetched', frame: frame(8, 8) });
    page.happen({ kind: 'opened' });
    page.happen({ kind: 'failed' });
    page.happen({ kind: 'waited' });
    expect(page.held).toBe(true);
  });

  test('[L49] a page that is put away lets go of its stream, and asks for what it lacks when it is back', () => {
    const page = new Page(7);
    page.happen({ kind: 'started' });
    page.happen({ kind: 'opened' });

    page.happen({ kind: 'hid' });
    for (const kind of ['failed', 'waited', 'unreachable'] as const) page.happen({ kind });
    expect([page.connected, page.asked, page.reader.state]).toEqual([null, [], 'hidden']);

    page.happen({ kind: 'woke' });
    page.happen({ kind: 'fetched', frame: frame(7, 9) });
    expect([page.asked, page.connected]).toEqual([[7], 9]);
  });

  test('[L45] a page that wakes asks for what it lacks, once', () => {
    const page = new Page(7);
    page.happen({ kind: 'opened' });

    page.happen({ kind: 'woke' });
    page.happen({ kind: 'woke' });

    expect(page.asked).toEqual([7]);
  });

  test('[L47] a turn is for a page that stands at just its revision, and leaves it there', () => {
    const page = new Page(7);
    page.happen({ kind: 'opened' });

    for (const other of [6, 6, 5]) page.happen({ kind: 'framed', frame: turn(other, 1) });
    expect(page.pieces.has('today')).toBe(false);

    for (const moment of [1, 1]) page.happen({ kind: 'framed', frame: turn(7, moment) });
    expect(page.pieces.get('today')).toBe('7 1');
    expect(page.reader).toMatchObject({ state: 'live', revision: 7, heard: 7 });
  });

  test('[L47] a turn of a later revision is left, and what is missing is asked for', () => {
    const page = new Page(7);
    page.happen({ kind: 'opened' });

    page.happen({ kind: 'framed', frame: turn(9, 1) });

    expect(page.pieces.has('today')).toBe(false);
    expect(page.asked).toEqual([7]);
  });

  test('[L46] whatever is dropped, doubled or reordered, it ends where a fresh page stands', () => {
    const happening = fc.oneof(
      fc.record({ kind: fc.constant('framed' as const), from: fc.nat(40), length: fc.nat(6) }),
      fc.record({ kind: fc.constant('fetched' as const), from: fc.nat(40), length: fc.nat(6) }),
      fc.record({ kind: fc.constantFrom('framed' as const, 'fetched' as const), turned: fc.nat(40), to: fc.nat(9) }),
      fc.record({ kind: fc.constantFrom('opened', 'failed', 'unreachable', 'woke', 'waited', 'started', 'hid') }),
    );
    fc.assert(
      fc.property(fc.nat(20), fc.array(happening, { maxLength: 60 }), fc.nat(10), (start, story, more) => {
        const page = new Page(start);
        let head = start;
        for (const one of story) {
          if ('from' in one) {
            const after = Math.min(one.from, start + 40);
            head = Math.max(head, after + one.length);
            // Only what the server can send: a difference between two revisions, whichever way it was delayed.
            page.happen({ kind: one.kind, frame: frame(after, after + one.length) });
          } else if ('turned' in one) {
            const revision = Math.min(one.turned, start + 40);
            head = Math.max(head, revision);
            const before = page.reader.revision;
            const today = page.pieces.get('today');
            page.happen({ kind: one.kind, frame: turn(revision, one.to) });
            expect(page.reader.revision).toBe(before);
            expect(page.pieces.get('today')).toBe(revision === before ? `${revision} ${one.to}` : today);
          } else page.happen({ kind: one.kind });

          // At every moment the page is exactly that of the revision it says it stands at.
          expect(page.atRevision()).toEqual(new Page(page.reader.revision).pieces);
        }

        head += more;
        settle(page, head);

        expect(page.reader).toMatchObject({ state: 'live', revision: head });
        expect(page.atRevision()).toEqual(new Page(head).pieces);
      }),
    );
  });
});

/** The network is well again: what is asked for comes, what waits is over, the stream opens. */
function settle(page: Page, head: number): void {
  page.happen({ kind: 'opened' });
  page.happen({ kind: 'woke' });
  for (let i = 0; i < 4; i++) {
    if (page.reader.state === 'catching-up') page.happen({ kind: 'fetched', frame: frame(page.reader.revision, head) });
    if (page.reader.state === 'offline') page.happen({ kind: 'waited' });
    page.happen({ kind: 'opened' });
  }
}
