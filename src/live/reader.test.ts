import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readerAt, step, type Reader, type ReaderEffect, type ReaderEvent } from './reader.ts';
import type { Frame } from './frame.ts';

/** Whether the coverage has ended as of a revision. */
const endedAt = (revision: number) => [1, 2].includes(revision % 10);

/** A frame in which each revision changes one piece and renders it with its own number. */
function frame(after: number, revision: number): Frame {
  const changed = new Map<string, string>();
  for (let number = after + 1; number <= revision; number++) changed.set(piece(number), String(number));
  const parts = [...changed].map(([id, html]) => ({ id, into: null, html }));
  const at = '2024-09-15T06:00:00.000Z';
  return { story: 'river-flood', after, revision, at, ended: endedAt(revision), posts: 0, unsent: 0, parts };
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
  connected = false;
  /** What is under way: how long the wait is, if there is one. */
  waits: 'short' | 'long' | null = null;

  constructor(revision: number) {
    this.reader = readerAt(revision, endedAt(revision));
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
    if (effect.kind === 'disconnect') this.connected = false;
    if (effect.kind === 'connect') this.connected = true;
    if (effect.kind === 'wait') this.waits = effect.long ? 'long' : 'short';
  }
}

describe('the reader of a page', () => {
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
          keepsToItsState(page);
        }

        head += more;
        settle(page, head);

        expect(page.reader).toMatchObject({ state: endedAt(head) ? 'ended' : 'live', revision: head });
        expect(page.atRevision()).toEqual(new Page(head).pieces);
      }),
    );
  });
});

/** Whether the coverage has ended is known of the revision; where it has and nothing is missing there is no stream, and a long wait. */
function keepsToItsState({ reader, connected, waits }: Page): void {
  expect(reader.ended).toBe(endedAt(reader.revision));
  if (reader.state === 'live') expect([reader.ended, reader.streaming]).toEqual([false, true]);
  if (reader.state === 'ended')
    expect([reader.ended, reader.streaming, connected, waits]).toEqual([true, false, false, 'long']);
}

/** The network is well again: what is asked for comes, what waits is over, the stream opens. */
function settle(page: Page, head: number): void {
  page.happen({ kind: 'opened' });
  page.happen({ kind: 'woke' });
  for (let i = 0; i < 4; i++) {
    if (page.reader.state === 'catching-up') page.happen({ kind: 'fetched', frame: frame(page.reader.revision, head) });
    if (page.reader.state === 'offline') page.happen({ kind: 'waited' });
    if (page.reader.state !== 'ended') page.happen({ kind: 'opened' });
  }
}
