import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Revision } from '../journal/revision.ts';
import { fold } from '../record/evolve.ts';
import { emptyRecord, revisionOf, type StoryRecord } from '../record/record.ts';
import { turning } from '../views/turning.ts';
import { pageView } from '../views/page-view.ts';
import { boardKinds } from '../views/subject-view.ts';
import { touched, type PieceId } from '../views/touched.ts';
import { coverages } from '../../test/samples/commands.ts';
import {
  floodCast,
  given,
  minute,
  openFlood,
  posting,
  publishing,
  revisionBy,
  saidBy,
} from '../../test/samples/flood.ts';
import { toEventStream } from '../live/frame.ts';
import { Tree } from '../../test/page/tree.ts';
import { catchUpFrame, frameOf, frameSince, mostNewPosts, turnFrame } from './frame.ts';
import { renderPage } from './page.ts';
import { parts } from './parts.ts';

/** A moment days after all that is recorded: everything is said in words that depend on it. */
const later = minute(3 * 24 * 60);

/** The record as of each revision, the empty one first. */
function recordsOf(revisions: Revision[]): StoryRecord[] {
  const records = [emptyRecord('river-flood')];
  for (const revision of revisions) records.push(fold(records.at(-1)!, revision));
  return records;
}

const everyPiece = (record: StoryRecord): PieceId[] => [
  'masthead',
  'key-points',
  'pinned',
  ...[...record.subjects].map(({ id }) => id),
  ...[...record.posts].map(({ id }) => id),
];

const rendered = (record: StoryRecord) =>
  new Map(parts(record, everyPiece(record), later).map((part) => [part.id, part.html]));

/** A page that holds every post, so that no stretch of the stream is left out. */
function wholePage(record: StoryRecord, order: 'newest' | 'oldest', moment = later): Tree {
  const view = pageView(record, moment, { order, from: null, since: null });
  const tree = new Tree(renderPage(view, { script: null }));
  if (record.posts.length > view.stream.posts.length) {
    tree.put({ ...frameOf(record, [], 0, moment), parts: parts(record, everyPiece(record), moment) });
  }
  return tree;
}

const contents = ['masthead', 'key-points', 'board', 'pinned', 'stream'];

describe('the pieces of the page', () => {
  test('[P17] each is the same as on the page, byte for byte', () => {
    fc.assert(
      fc.property(coverages(30), ({ record }) => {
        const page = renderPage(pageView(record, later, { order: 'newest', from: null, since: null }), {
          script: null,
        });
        const view = pageView(record, later, { order: 'newest', from: null, since: null });
        const shown = new Set<string>([
          ...view.stream.posts.map(({ id }) => id),
          ...view.board.flatMap(({ subjects }) => subjects.map(({ id }) => id)),
          'masthead',
          'key-points',
          'pinned',
        ]);
        for (const [id, html] of rendered(record)) if (shown.has(id)) expect(page).toContain(html);
      }),
      { numRuns: 30 },
    );
  });

  test('[P18] what a revision touches covers each piece that comes out otherwise after it', () => {
    fc.assert(
      fc.property(coverages(), ({ revisions }) => {
        const records = recordsOf(revisions);
        for (const [i, { events }] of revisions.entries()) {
          // Before the first revision there is no page.
          if (i === 0) continue;
          const [before, after] = [rendered(records[i]!), rendered(records[i + 1]!)];
          const pieces: string[] = ['masthead', ...touched(events, records[i + 1]!)];
          for (const [id, html] of after) if (before.get(id) !== html) expect(pieces).toContain(id);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('[P19] a page that frames were put onto is the page made fresh, from any revision, by any steps, in both orders', () => {
    fc.assert(
      fc.property(
        coverages(),
        fc.array(fc.nat(8), { maxLength: 8 }),
        fc.nat(1000),
        fc.constantFrom('newest', 'oldest'),
        ({ revisions }, steps, pick, order) => {
          const records = recordsOf(revisions);
          let at = 1 + (pick % revisions.length);
          const tree = wholePage(records[at]!, order);
          for (const length of [...steps, revisions.length]) {
            const next = Math.min(revisions.length, at + length);
            const record = records[next]!;
            const known = frameOf(record, revisions.slice(at, next), at, later);
            tree.put(pick % 2 === 0 ? known : frameSince(record, at, later));
            at = next;
          }
          const fresh = wholePage(records.at(-1)!, order);
          for (const id of contents) expect(tree.html(id)).toBe(fresh.html(id));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('time', () => {
  const midnight = minute(16 * 60);

  test('[P19] a page on which time passed is the page made fresh: followed, or caught up with', () => {
    fc.assert(
      fc.property(coverages(), fc.nat(1000), ({ revisions }, pick) => {
        const records = recordsOf(revisions);
        const at = 1 + (pick % revisions.length);
        const record = records.at(-1)!;
        const fresh = wholePage(record, 'newest', midnight);

        const followed = wholePage(record, 'newest', minute(60));
        followed.put(turnFrame(record, turning(record, minute(60)).subjects, midnight));
        const caughtUp = wholePage(records[at]!, 'newest', minute(60));
        caughtUp.put(catchUpFrame(record, at, midnight));

        for (const tree of [followed, caughtUp]) for (const id of contents) expect(tree.html(id)).toBe(fresh.html(id));
      }),
      { numRuns: 40 },
    );
  });

  test('[L12] who catches up has what time changed since the page was made, whenever that was', () => {
    const minutes = fc.nat(2 * 24 * 60);
    fc.assert(
      fc.property(coverages(), fc.nat(1000), minutes, minutes, ({ revisions }, pick, made, away) => {
        const records = recordsOf(revisions);
        const at = 1 + (pick % revisions.length);
        const record = records.at(-1)!;
        const then = minute(revisions.length + made + away);
        const page = wholePage(records[at]!, 'newest', minute(at + made));
        page.put(catchUpFrame(record, at, then));

        const fresh = wholePage(record, 'newest', then);
        for (const id of contents) expect(page.html(id)).toBe(fresh.html(id));
      }),
      { numRuns: 40 },
    );
  });

  test('[P46] nothing turns before the moment that is named as the next', () => {
    fc.assert(
      fc.property(coverages(), fc.nat(3000), ({ record }, minutes) => {
        const moment = minute(minutes);
        const { next } = turning(record, moment);
        if (next === null) return;
        const before = Temporal.Instant.from(next)
          .subtract({ milliseconds: 1 })
          .toString({ smallestUnit: 'millisecond' });

        expect(parts(record, everyPiece(record), before)).toEqual(parts(record, everyPiece(record), moment));
      }),
      { numRuns: 30 },
    );
  });

  test('[L11] a turn carries its subjects alone, as of its moment, and no id on the stream', () => {
    const record = given(floodCast, publishing({ statements: [saidBy('party-1')] }));
    const frame = turnFrame(record, turning(record, minute(9)).subjects, midnight);

    expect(frame).toMatchObject({ after: 3, revision: 3, at: midnight, posts: 0 });
    expect(frame.parts.map(({ id }) => id)).toEqual(['subject-1']);
    expect(frame.parts[0]!.html).toContain('yesterday');
    expect(toEventStream(frame)).toMatch(/^data: .*\n\n$/);
    expect(toEventStream(frameOf(record, [], 2, midnight))).toMatch(/^id: 3\ndata: /);
  });

  test('[L11] turned twice is turned once', () => {
    const record = given(floodCast, publishing({ statements: [saidBy('party-1')] }));
    const tree = wholePage(record, 'newest', minute(9));
    const frame = turnFrame(record, ['subject-1'], midnight);
    tree.put(frame);
    const once = tree.html('board');
    tree.put(frame);

    expect(tree.html('board')).toBe(once);
  });

  test('[L12] who catches up at the same revision is told what time changed', () => {
    const record = given(floodCast, publishing({ statements: [saidBy('party-1')] }));

    expect(catchUpFrame(record, 3, midnight).parts.map(({ id }) => id)).toEqual(['subject-1']);
  });
});

describe('a frame', () => {
  test('[L8] it is the net difference: each piece once, as it stands in the end', () => {
    let record = given();
    const revisions = [
      posting('The first words.'),
      posting('The second post.'),
      {
        kind: 'correct-post' as const,
        seen: 3,
        post: 'post-1' as const,
        headline: null,
        body: [{ kind: 'paragraph' as const, runs: [{ text: 'The mended words.' }] }],
        note: 'It was misheard.',
      },
    ].map((command) => {
      const revision = revisionBy(command, record, undefined);
      record = fold(record, revision);
      return revision;
    });

    const frame = frameOf(record, revisions, 1, later);

    expect(frame).toMatchObject({ story: 'river-flood', after: 1, revision: 4, posts: 2 });
    expect(frame.parts.map(({ id }) => id)).toEqual(['masthead', 'post-1', 'post-2']);
    expect(frame.parts[1]!.html).toContain('The mended words.');
  });

  test('[L3] the masthead comes first, and each part names its element and where it belongs', () => {
    fc.assert(
      fc.property(coverages(20), ({ record, revisions }) => {
        const [masthead, ...rest] = frameOf(record, revisions, 0, later).parts;
        expect(masthead).toMatchObject({ id: 'masthead', into: null });
        for (const { id, into, html } of rest) {
          const belongs = [
            /^post-\d+ stream$/,
            new RegExp(`^subject-\\d+ board-(${boardKinds.join('|')})$`),
            /^(key-points|pinned) null$/,
          ];
          expect(belongs.filter((place) => place.test(`${id} ${into}`))).toHaveLength(1);
          expect(html).toMatch(new RegExp(`^<[a-z]+ id="${id}"`));
        }
      }),
      { numRuns: 30 },
    );
  });

  test('[L10] with too many new posts it says how many, and carries the other pieces only', () => {
    let record = given(posting('The first.'));
    const before = revisionOf(record);
    const revisions = Array.from({ length: mostNewPosts + 1 }, (_, i) => {
      const revision = revisionBy(
        i === 0 ? { kind: 'pin-post', seen: before, post: 'post-1' } : posting(`Number ${i}`),
        record,
        undefined,
      );
      record = fold(record, revision);
      return revision;
    });
    const one = revisionBy(posting('One more'), record, undefined);
    record = fold(record, one);

    const frame = frameOf(record, [...revisions, one], before, later);

    expect(frame.posts).toBe(mostNewPosts + 1);
    expect(frame.parts.map(({ id }) => id)).toEqual(['masthead', 'post-1', 'pinned']);
  });

  test('it can be made of a story that was only opened', () => {
    const first = revisionBy(openFlood, emptyRecord('river-flood'), undefined);
    const record = fold(emptyRecord('river-flood'), first);

    expect(frameOf(record, [first], 0, later).parts.map(({ id }) => id)).toEqual(['masthead']);
  });
});
