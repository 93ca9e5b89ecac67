import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { routeIs } from '../../../test/samples/flood.ts';
import {
  appealIs,
  kindNames,
  meetingIs,
  positionIs,
  siteIs,
  someValues,
  truceIs,
  when,
} from '../../../test/samples/values.ts';
import { MeetingState } from '../../journal/subjects/meeting.ts';
import { RouteState } from '../../journal/subjects/route.ts';
import { SiteAspect } from '../../journal/subjects/site.ts';
import type { Value } from '../../journal/subjects/subject.ts';
import { TruceState } from '../../journal/subjects/truce.ts';
import { compare, type Comparison } from './claim.ts';
import type { When } from '../../terms/when.ts';
import { kindOf } from './kinds.ts';
import { withoutPayable } from './payable.ts';

const zone = 'Europe/Prague';
const said = (value: Value) => ({ aspect: kindOf(value).aspect(value), claim: kindOf(value).claim(value, zone) });
const comparison = (one: Value, other: Value) => compare(said(one), said(other));
/** When a value said on 15 September turns, and into what. */
const turnOf = (value: Value, since = when('2024-09-15')) => {
  const turn = kindOf(value).turn(value, { since: () => since, zone });
  return turn && [turn.at.toString(), turn.into];
};
const check = (value: Value) => kindOf(value).check(value, zone);
const refusal = (code: string) => expect.objectContaining({ code });

describe('values of every kind', () => {
  test.each(kindNames)('[S12] %s: they compare the same both ways, and never differ from themselves', (kind) => {
    fc.assert(
      fc.property(someValues[kind] as fc.Arbitrary<Value>, someValues[kind] as fc.Arbitrary<Value>, (one, other) => {
        expect(comparison(one, other)).toBe(comparison(other, one));
        expect(comparison(one, one)).not.toBe('differ');
      }),
    );
  });
});

describe('a truce', () => {
  test.each<[TruceState, TruceState, Comparison]>([
    ['announced', 'agreed', 'agree'],
    ['announced', 'refused', 'agree'],
    ['announced', 'holding', 'apart'],
    ['agreed', 'broken', 'apart'],
    ['holding', 'holding', 'agree'],
    ['broken', 'ended', 'agree'],
    ['holding', 'broken', 'differ'],
    ['holding', 'ended', 'differ'],
  ])('[S19] %s and %s: %s', (one, other, expected) => {
    expect(comparison(truceIs(one), truceIs(other))).toBe(expected);
  });

  test('[S19] a refusal says nothing of how things are; all else does', () => {
    const settling = TruceState.options.filter((state) => kindOf(truceIs(state)).settles(truceIs(state)));
    expect(settling).toEqual(['announced', 'agreed', 'holding', 'broken', 'ended']);
  });

  test('[S19] with a known end it expires then', () => {
    const until = when('2024-09-17T18:00', '2024-09-17T18:00');
    // The minute that is named belongs to it.
    expect(turnOf(truceIs('announced', { until }))).toEqual(['2024-09-17T16:01:00Z', 'expired']);
    expect(turnOf(truceIs('holding', { until }))).toEqual(['2024-09-17T16:01:00Z', 'expired']);
    expect(turnOf(truceIs('agreed', { until: when('2024-09-17') }))).toEqual(['2024-09-17T22:00:00Z', 'expired']);
  });

  test('[S19] without an end it lapses after the last day that its words name', () => {
    expect(turnOf(truceIs('announced'))).toEqual(['2024-09-15T22:00:00Z', 'lapsed']);
    expect(turnOf(truceIs('announced', { from: when('2024-09-16T09:00') }))).toEqual([
      '2024-09-16T22:00:00Z',
      'lapsed',
    ]);
    // That it holds is said of the day on which it was said, whenever it began.
    expect(turnOf(truceIs('holding', { from: when('2024-09-13') }))).toEqual(['2024-09-15T22:00:00Z', 'lapsed']);
  });

  test.each([
    ['the day on which summer time begins has 23 hours', '2024-03-31', null, '2024-03-31T22:00:00Z'],
    ['the day on which it ends has 25', '2024-10-27', null, '2024-10-27T23:00:00Z'],
    ['a day in a zone of its own', '2024-09-15', 'America/Winnipeg', '2024-09-16T05:00:00Z'],
    ['a month', '2024-09', null, '2024-09-30T22:00:00Z'],
  ])('[S19] days are those of the statement’s zone, or else of the story’s: %s', (_, day, zone, at) => {
    expect(turnOf(truceIs('announced'), when(day, day, zone))).toEqual([at, 'lapsed']);
  });

  test.each(['refused', 'broken', 'ended'] as const)('[S19] %s: time does not outdate it', (state) => {
    expect(turnOf(truceIs(state, { until: when('2024-09-17') }))).toBeNull();
  });

  test('[D8] one that ends before it starts is refused', () => {
    const from = when('2024-09-16T09:00');
    expect(() => check(truceIs('announced', { from, until: when('2024-09-16T08:59') }))).toThrowError(
      refusal('when-reversed'),
    );
    expect(() => check(truceIs('announced', { from, until: when('2024-09-16') }))).not.toThrow();
    expect(() => check(truceIs('announced', { from, until: null }))).not.toThrow();
    // Nine in the morning in Prague is two at night in Winnipeg.
    const prague = when('2024-09-16T09:00', null, 'Europe/Prague');
    const winnipeg = (minute: string) => when(minute, minute, 'America/Winnipeg');
    expect(() => check(truceIs('announced', { from: prague, until: winnipeg('2024-09-16T01:59') }))).toThrowError(
      refusal('when-reversed'),
    );
    expect(() => check(truceIs('announced', { from: prague, until: winnipeg('2024-09-16T02:00') }))).not.toThrow();
  });
});

describe('a meeting', () => {
  test.each<[MeetingState, MeetingState, Comparison]>([
    ['planned', 'held', 'agree'],
    ['planned', 'under-way', 'agree'],
    ['postponed', 'cancelled', 'agree'],
    ['planned', 'postponed', 'differ'],
    ['held', 'cancelled', 'differ'],
  ])('[S20] %s and %s: %s', (one, other, expected) => {
    expect(comparison(meetingIs(one), meetingIs(other))).toBe(expected);
  });

  test('[S20] times are compared as far as both say them', () => {
    const at = (time: ReturnType<typeof when> | null) => meetingIs('planned', { when: time });
    expect(comparison(at(null), at(when('2024-09-16')))).toBe('agree');
    expect(comparison(at(when('2024-09-16')), at(when('2024-09-16T10:00')))).toBe('agree');
    expect(comparison(at(when('2024-09-16')), at(when('2024-09-17')))).toBe('differ');
    expect(comparison(at(when('2024-09-16', null)), at(when('2024-09-20')))).toBe('agree');
    expect(comparison(at(when('2024-09-16', null)), at(when('2024-09-15')))).toBe('differ');
  });

  test('[S20] times are compared as instants, in the story’s zone where nobody said which', () => {
    const at = (minute: string, zone: string | null) => meetingIs('planned', { when: when(minute, minute, zone) });
    expect(comparison(at('2024-09-16T10:00', null), at('2024-09-16T10:00', 'Europe/Prague'))).toBe('agree');
    expect(comparison(at('2024-09-16T10:00', null), at('2024-09-16T03:00', 'America/Winnipeg'))).toBe('agree');
    expect(comparison(at('2024-09-16T10:00', null), at('2024-09-16T10:00', 'UTC'))).toBe('differ');
  });

  test('[S20] one that is planned or under way is overdue when its time is over', () => {
    for (const state of MeetingState.options) {
      const turns = state === 'planned' || state === 'under-way';
      const day = meetingIs(state, { when: when('2024-09-16') });
      expect(turnOf(day)).toEqual(turns ? ['2024-09-16T22:00:00Z', 'overdue'] : null);
      expect(turnOf(meetingIs(state))).toBeNull();
    }
    const minute = meetingIs('planned', { when: when('2024-09-16T10:00', '2024-09-16T10:00', 'UTC') });
    expect(turnOf(minute)).toEqual(['2024-09-16T10:01:00Z', 'overdue']);
  });
});

describe('a position', () => {
  test('[S21] stands beside any other, and time does not outdate it', () => {
    const [one, other] = [positionIs('demands', 'a new dyke'), positionIs('refuses', 'a new dyke')];
    expect(comparison(one, other)).toBe('beside');
    expect(comparison(one, one)).toBe('beside');
    expect(turnOf(one)).toBeNull();
  });
});

describe('a site', () => {
  test('[S22] its aspects say nothing of each other; of one aspect the degrees agree or differ', () => {
    for (const aspect of SiteAspect.options) {
      const other = aspect === 'power' ? 'water' : 'power';
      expect(comparison(siteIs(aspect, 'lost'), siteIs(other, 'fine'))).toBe('apart');
      expect(comparison(siteIs(aspect, 'lost'), siteIs(aspect, 'lost', { words: 'off' }))).toBe('agree');
      expect(comparison(siteIs(aspect, 'lost'), siteIs(aspect, 'impaired'))).toBe('differ');
      expect(comparison(siteIs(aspect, 'lost'), siteIs(aspect, null))).toBe('apart');
    }
    expect(turnOf(siteIs('power', 'lost'))).toBeNull();
  });
});

describe('an appeal', () => {
  const way = (address: string | null) =>
    appealIs('1234', { ways: [{ country: null, means: 'bank-transfer', address }] });

  test('[S23] two agree or differ in the charity’s number; where one has none they say nothing of each other', () => {
    expect(comparison(appealIs('1234'), appealIs('1234', { charity: 'Dry Feet Fund' }))).toBe('agree');
    expect(comparison(appealIs('1234'), appealIs('5678'))).toBe('differ');
    expect(comparison(appealIs('1234'), appealIs(null))).toBe('apart');
    expect(comparison(appealIs(null), appealIs(null))).toBe('apart');
  });

  test('[S23] it expires with its last day', () => {
    expect(turnOf(appealIs('1234', { until: when('2024-09-30') }))).toEqual(['2024-09-30T22:00:00Z', 'expired']);
    expect(turnOf(appealIs('1234'))).toBeNull();
  });

  test.each([
    'Account number: 12345678',
    'account: 12345678',
    '1234 5678',
    'Sort code 12-34-56',
    'CZ65 0800 0000 1920 0014 5399',
    'IBAN:CZ6508000000192000145399',
    'https://example.org/give account 12345678',
    'CZ65\u00a00800\u00a00000\u00a01920\u00a00014\u00a05399',
    'ＣＺ６５ ０８００ ００００ １９２０ ００１４ ５３９９',
    'account 1234.5678.9012',
    'account 123456/0800',
    'sort code 12–34–56',
    'حساب ١٢٣٤٥٦٧٨',
    'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
  ])('[D22] “%s” is no way to give: it holds account details', (address) => {
    expect(() => check(way(address))).toThrowError(refusal('payment-in-report'));
    expect(() => check(appealIs('1234', { charity: address }))).toThrowError(refusal('payment-in-report'));
    const ways = [{ country: address, means: 'cash', address: null }] as const;
    expect(() => check(appealIs('1234', { ways: [...ways] }))).toThrowError(refusal('payment-in-report'));
    expect(withoutPayable(address, '—')).not.toMatch(/\p{Nd}{2}/u);
  });

  test('[S30] what began, and nobody said until when it lasts, lapses after its day and is never overdue', () => {
    const open: When = { from: '2024-09-15T08:00', to: null, zone: null, words: 'since eight' };
    const after = '2024-09-15T22:00:00Z';
    expect(turnOf(routeIs('under-way', { window: open }))).toEqual([after, 'lapsed']);
    expect(turnOf(meetingIs('under-way', { when: open }))).toEqual([after, 'lapsed']);
    expect(turnOf(meetingIs('planned', { when: open }))).toEqual([after, 'overdue']);
    expect(turnOf(truceIs('announced', { until: open }))).toEqual([after, 'lapsed']);
    expect(turnOf(appealIs('1234', { until: open }))).toEqual([after, 'lapsed']);
    expect(turnOf(routeIs('under-way', { window: { ...open, to: '2024-09-15T18:00' } }))).toEqual([
      '2024-09-15T16:01:00Z',
      'expired',
    ]);
  });

  test('[D8] a time without a zone is one of the story’s, when it is held against another', () => {
    const from: When = { from: '2024-09-15T10:00', to: '2024-09-15T10:00', zone: null, words: null };
    const until: When = { from: '2024-09-15T09:30', to: '2024-09-15T09:30', zone: 'UTC', words: null };
    // Ten o'clock in Prague is eight in UTC.
    expect(() => check(truceIs('announced', { from, until }))).not.toThrow();
    expect(() => kindOf(truceIs('announced')).check(truceIs('announced', { from, until }), 'UTC')).toThrowError(
      refusal('when-reversed'),
    );
  });

  test('[D22] a charity’s number may be long, and is no account', () => {
    expect(() => check(appealIs('12-3456789'))).not.toThrow();
    expect(() => check(appealIs('CZ65 0800 0000 1920 0014 5399'))).toThrowError(refusal('payment-in-report'));
  });

  test.each([null, 'https://example.org/give?campaign=20240915', 'Town hall, 12 Bridge Street, 110 00 Upper Town'])(
    '[D22] “%s” is one',
    (address) => {
      expect(() => check(way(address))).not.toThrow();
    },
  );

  test('[D8] one that ends before it starts is refused', () => {
    const times = { from: when('2024-09-16'), until: when('2024-09-15') };
    expect(() => check(appealIs('1234', times))).toThrowError(refusal('when-reversed'));
  });
});

describe('a route with a window', () => {
  test('[S24] what waits for it or is under way expires when the window closes', () => {
    const window = when('2024-09-15T08:00', '2024-09-15T16:00');
    for (const state of RouteState.options) {
      const waits = ['proposed', 'accepted', 'refused', 'under-way'].includes(state);
      expect(turnOf(routeIs(state, { window }))).toEqual(waits ? ['2024-09-15T14:01:00Z', 'expired'] : null);
      expect(turnOf(routeIs(state))).toBeNull();
    }
  });
});
