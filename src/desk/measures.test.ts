import { describe, expect, test } from 'vitest';
import { floodCast, given, minute, people, publishing, saidBy } from '../../test/samples/flood.ts';
import type { FigureValue } from '../journal/subjects/figure.ts';
import { standing } from '../record/standing.ts';
import { subjectView } from '../views/subject-view.ts';
import { apartFrom, measuresOf, onSubject, withMeasure } from './measures.ts';

const town = { ...people(300), where: 'lower town', period: 'since Monday', cumulative: true };
const district = { ...people(900), where: 'the district', unit: 'persons' };

const recorded = (...values: FigureValue[]) => {
  const statements = values.map((value, i) => saidBy(i % 2 === 0 ? 'party-1' : 'party-2', { value }));
  return given(floodCast, publishing({ statements }));
};

describe('a figure that is put on a subject', () => {
  test('[E63] takes over what the subject counts, and keeps its own number, words and unit', () => {
    const own = { figure: { what: 'people', words: 'some 280', best: '280', bound: 'about', unit: '' } };
    expect(withMeasure(own, { ...town, unit: 'persons' }).figure).toEqual({
      ...own.figure,
      what: town.what,
      where: 'lower town',
      period: 'since Monday',
      cumulative: 'yes',
      unit: '',
    });
  });

  test('[E102] keeps a place and a period that its report prints; what another choice took over is replaced', () => {
    const own = { figure: { what: 'people', where: 'Weir Lane', period: '' } };
    const taken = onSubject(own, town, null);
    expect(taken.figure).toMatchObject({ what: town.what, where: 'Weir Lane', period: 'since Monday' });
    const later = { ...district, period: 'on Tuesday' };
    expect(onSubject(taken, later, town).figure).toMatchObject({ where: 'Weir Lane', period: 'on Tuesday' });
  });

  test('[E63] of a subject with several measures takes over the newest, and each is offered once', () => {
    const record = recorded(town, district, { ...town, best: 310 });
    const measures = measuresOf(subjectView(record, 'subject-1', minute(60)));
    expect(measures.map(({ id }) => id)).toEqual(['statement-3', 'statement-2']);
  });

  test('[E64] is told why it is another measure, exactly where the record does not compare it', () => {
    const elsewhere: FigureValue = { ...town, where: 'the district', period: null, cumulative: false };
    const others: FigureValue[] = [
      elsewhere,
      { ...town, where: null },
      { ...town, unit: 'persons' },
      { ...town, what: 'houses' },
    ];
    for (const other of others) {
      expect(standing(recorded(town, other), 'subject-1', minute(60)).state).toBe('different-measures');
      expect(apartFrom(other, town)).not.toEqual([]);
    }
    const same = { ...town, where: ' Lower  TOWN ', best: 300 };
    expect(standing(recorded(town, same), 'subject-1', minute(60)).state).toBe('agreed');
    expect(apartFrom(same, town)).toEqual([]);
    expect(apartFrom(elsewhere, town)).toEqual([
      'where (here “the district”, there “lower town”)',
      'over which period (here not stated, there “since Monday”)',
      'whether it is cumulative (here no, there yes)',
    ]);
  });
});
