import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverages } from '../../test/samples/commands.ts';
import { given, minute, publishing, saidBy } from '../../test/samples/flood.ts';
import { castOfEachKind, subjectOf, truceIs, when } from '../../test/samples/values.ts';
import type { StoryRecord } from '../record/record.ts';
import { dayOf, type Moment } from '../terms/when.ts';
import { subjectView } from './subject-view.ts';
import { turning } from './turning.ts';

const before = (moment: Moment) =>
  Temporal.Instant.from(moment).subtract({ milliseconds: 1 }).toString({ smallestUnit: 'millisecond' });

/** How every subject stands at a moment, by its name. */
const board = (record: StoryRecord, moment: Moment) =>
  new Map([...record.subjects].map(({ id }) => [id, JSON.stringify(subjectView(record, id, moment))]));

describe('what time alone changes', () => {
  test('[S26] nothing stands otherwise before the next moment, and whatever does then is named', () => {
    fc.assert(
      fc.property(coverages(30), fc.integer({ min: 0, max: 14 * 24 * 60 }), ({ record }, minutes) => {
        const moment = minute(minutes);
        const { subjects, next } = turning(record, moment);
        const now = board(record, moment);
        if (next === null) {
          expect(board(record, '9999-12-31T23:59:59.999Z')).toEqual(now);
          return;
        }
        expect(next > moment).toBe(true);
        expect(board(record, before(next))).toEqual(now);
        const changed = [...board(record, next)].filter(([id, view]) => now.get(id) !== view).map(([id]) => id);
        expect(subjects).toEqual(expect.arrayContaining(changed));
        // Something changes: how a subject stands, or the words for days.
        if (changed.length === 0) expect(dayOf(next, record.zone)).not.toBe(dayOf(before(next), record.zone));
      }),
      { numRuns: 150 },
    );
  });

  test('[S26] days begin at midnight in the story’s zone, on the days of 23 and 25 hours too', () => {
    const said = saidBy('party-1', { subject: subjectOf('truce'), value: truceIs('broken') });
    const record = given(castOfEachKind, publishing({ statements: [said] }));
    expect(turning(record, '2024-10-26T22:00:00.000Z').next).toBe('2024-10-27T23:00:00.000Z');
    expect(turning(record, '2025-03-29T23:00:00.000Z').next).toBe('2025-03-30T22:00:00.000Z');
  });

  test('[S26] a subject that turns before midnight comes first', () => {
    const until = when('2024-09-15T18:00');
    const said = saidBy('party-1', { subject: subjectOf('truce'), value: truceIs('announced', { until }) });
    const record = given(castOfEachKind, publishing({ statements: [said] }));
    expect(turning(record, minute(10))).toEqual({ subjects: [subjectOf('truce')], next: '2024-09-15T16:01:00.000Z' });
  });

  test('[S26] a story without statements does not change by itself', () => {
    expect(turning(given(castOfEachKind), minute(10))).toEqual({ subjects: [], next: null });
  });
});
