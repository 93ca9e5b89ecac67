import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverages } from '../../test/samples/commands.ts';
import {
  circumstancesAt,
  floodCast,
  given,
  minute,
  people,
  posting,
  publishing,
  saidBy,
} from '../../test/samples/flood.ts';
import { further } from '../../test/samples/further.ts';
import type { Event } from '../journal/event.ts';
import type { Revision } from '../journal/revision.ts';
import type { Command } from '../record/command.ts';
import { decide } from '../record/decide.ts';
import { fold } from '../record/evolve.ts';
import { emptyRecord, get, type StoryRecord } from '../record/record.ts';
import { mastheadView } from './masthead-view.ts';
import { keyPointsView, pinnedView } from './page-view.ts';
import { postView, type PostSummary } from './post-view.ts';
import { subjectHistoryView, subjectView } from './subject-view.ts';
import { touched, touchedSince, type PieceId } from './touched.ts';

/** What a post's view shows: not whether it also stands elsewhere on the page. */
const shown = ({ pinned: _, key: __, changed: ___, ...post }: PostSummary) => post;

/** What each piece shows at a moment. */
function pieces(record: StoryRecord, moment: string): Map<PieceId, string> {
  const views: [PieceId, unknown][] = [
    ['masthead', mastheadView(record)],
    ['key-points', keyPointsView(record).map(shown)],
    ['pinned', pinnedView(record).map(shown)],
    ...[...record.subjects].map(({ id }): [PieceId, unknown] => [id, subjectView(record, id, moment)]),
    ...[...record.posts].map((post): [PieceId, unknown] => [post.id, postView(record, post)]),
  ];
  return new Map(views.map(([id, view]) => [id, JSON.stringify(view)]));
}

/** The pieces that some events change and `touched` leaves out. */
function missed(before: StoryRecord, after: StoryRecord, events: readonly Event[]): PieceId[] {
  const moment = minute(24 * 60);
  // Every revision changes the masthead, which names it.
  const named = new Set<PieceId>(['masthead', ...touched(events, after)]);
  const old = pieces(before, moment);
  return [...pieces(after, moment)].filter(([id, view]) => old.get(id) !== view && !named.has(id)).map(([id]) => id);
}

/** What one more command leaves out. */
function missedBy(record: StoryRecord, command: Command): PieceId[] {
  const at = record.last!.at;
  const events = decide(record, command, circumstancesAt(at));
  const revision: Pick<Revision, 'number' | 'at' | 'by' | 'events'> = {
    number: record.last!.revision + 1,
    at,
    by: 'Marta',
    events,
  };
  return missed(record, fold(record, revision), events);
}

describe('what a revision touches', () => {
  test('[S27] covers each piece whose view comes out otherwise', () => {
    fc.assert(
      fc.property(coverages(), ({ revisions }) => {
        let record = fold(emptyRecord('river-flood'), revisions[0]!);
        for (const revision of revisions.slice(1)) {
          const after = fold(record, revision);
          expect(missed(record, after, revision.events)).toEqual([]);
          record = after;
        }
      }),
      { numRuns: 150 },
    );
  });

  test('[S27] what is touched since a revision covers each piece whose view came out otherwise, over any stretch', () => {
    fc.assert(
      fc.property(coverages(), fc.nat(), ({ revisions, record }, from) => {
        const seen = 1 + (from % revisions.length);
        const before = revisions.slice(0, seen).reduce(fold, emptyRecord('river-flood'));
        const named = new Set(touchedSince(record, seen));
        const old = pieces(before, minute(24 * 60));
        const changed = [...pieces(record, minute(24 * 60))].filter(([id, view]) => old.get(id) !== view);
        expect(changed.map(([id]) => id).filter((id) => id !== 'masthead' && !named.has(id))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  const says = (party: 1 | 2, best: number) =>
    posting(`${best} have left.`, { statements: [saidBy(`party-${party}`, { value: people(best) })] });
  const record = given(floodCast, says(1, 300), says(2, 280));

  test('[S27] merging and splitting change the posts whose statements gain or lose a successor', () => {
    const merge: Command = { kind: 'merge-parties', seen: 4, party: 'party-2', into: 'party-1' };
    expect(missedBy(record, merge)).toEqual([]);
    const merged = given(floodCast, says(1, 300), says(2, 280), merge);
    expect(postView(merged, get(merged.posts, 'post-2')).statements[0]!.successor).not.toBeNull();
    expect(missedBy(merged, { kind: 'split-party', seen: 5, party: 'party-2' })).toEqual([]);
  });

  test('[S27] taking back a correction changes the post whose statement it had corrected, whoever spoke in it', () => {
    const right = saidBy('party-2', { value: people(310) });
    const correct: Command = {
      kind: 'correct-statement',
      seen: 4,
      statement: 'statement-1',
      note: 'It was the fire service.',
      parties: [],
      subjects: [],
      right,
    };
    const corrected = given(floodCast, says(1, 300), publishing({ statements: [saidBy('party-2')] }), correct);
    const takeBack: Command = { kind: 'withdraw-statement', seen: 5, statement: 'statement-3', reason: 'Not so.' };
    expect(missedBy(corrected, takeBack)).toEqual([]);
  });

  const correcting = (statement: `statement-${number}`, best: number): Command => ({
    kind: 'correct-statement',
    seen: 5,
    statement,
    note: 'Misheard.',
    parties: [],
    subjects: [],
    right: saidBy('party-1', { value: people(best) }),
  });

  test('[S27] a second correction changes the post whose statement leads to it now', () => {
    const once = further(record, correcting('statement-1', 310));
    const again = correcting('statement-3', 320);
    expect(missedBy(once, again)).toEqual([]);
    const twice = further(once, again);
    const [carried] = postView(twice, get(twice.posts, 'post-2')).statements;
    expect([carried!.withdrawn!.correctedBy, carried!.successor!.id]).toEqual(['statement-4', 'statement-4']);
  });

  test('[S27] a withdrawn post that is taken down changes the subjects whose statements gave its reason', () => {
    const withdrawn = further(record, { kind: 'withdraw-post', seen: 5, post: 'post-2', reason: 'It was Old Mill.' });
    const takeDown: Command = { kind: 'remove-content', seen: 5, what: ['post-2'], ground: 'privacy' };
    expect(missedBy(withdrawn, takeDown)).toEqual([]);
    expect(JSON.stringify(subjectHistoryView(further(withdrawn, takeDown), 'subject-1', minute(60)))).not.toContain(
      'Old Mill',
    );
  });
});
