import * as fc from 'fast-check';
import { GivingWay, type AppealValue } from '../../src/journal/subjects/appeal.ts';
import { Bound } from '../../src/journal/subjects/figure.ts';
import { MeetingState, type MeetingValue } from '../../src/journal/subjects/meeting.ts';
import { Stand, type PositionValue } from '../../src/journal/subjects/position.ts';
import { RouteState } from '../../src/journal/subjects/route.ts';
import { SiteAspect, SiteDegree, type SiteValue } from '../../src/journal/subjects/site.ts';
import type { SubjectKind, SubjectTerms, Value } from '../../src/journal/subjects/subject.ts';
import { TruceState, type TruceValue } from '../../src/journal/subjects/truce.ts';
import type { When } from '../../src/terms/when.ts';
import type { CommandOf } from '../../src/record/command.ts';
import type { SubjectId } from '../../src/terms/ids.ts';
import { floodCast, people, posting, routeIs } from './flood.ts';

/** The value of one kind. */
type ValueOf<Kind extends SubjectKind> = Extract<Value, { kind: Kind }>;

/** A time: one day, minute, month or year unless an end is given; `null` is an end that is not known. */
export function when(from: string, to: string | null = from, zone: string | null = null): When {
  return { from, to, zone, words: null };
}

/** What somebody states of a truce. */
export function truceIs(state: TruceState, more: Partial<TruceValue> = {}): TruceValue {
  return { kind: 'truce', state, from: null, until: null, reason: null, ...more };
}

/** What somebody states of a meeting. */
export function meetingIs(state: MeetingState, more: Partial<MeetingValue> = {}): MeetingValue {
  return { kind: 'meeting', state, when: null, outcome: null, ...more };
}

/** What somebody's position is. */
export function positionIs(stand: Stand, what: string, more: Partial<PositionValue> = {}): PositionValue {
  return { kind: 'position', stand, what, condition: null, ...more };
}

/** What somebody states of a place. */
export function siteIs(aspect: SiteAspect, degree: SiteDegree | null, more: Partial<SiteValue> = {}): SiteValue {
  return { kind: 'site', aspect, degree, words: `${aspect}: ${degree}`, ...more };
}

/** What somebody states of an appeal. */
export function appealIs(charityNumber: string | null, more: Partial<AppealValue> = {}): AppealValue {
  return { kind: 'appeal', charity: 'Dry Feet', charityNumber, from: null, until: null, ways: [], ...more };
}

/** A subject's terms, by kind; a kind without a line does not compile. */
export const someTerms: { [Kind in SubjectKind]: Extract<SubjectTerms, { kind: Kind }> } = {
  figure: { kind: 'figure' },
  route: { kind: 'route', aim: null, from: 'lower town', through: [], to: null },
  truce: { kind: 'truce', places: ['lower town', 'upper town'] },
  meeting: { kind: 'meeting', who: ['the mayor', 'the army'], level: null, mediator: null, where: 'town hall' },
  position: { kind: 'position' },
  site: { kind: 'site', place: 'upper bridge', what: null },
  appeal: { kind: 'appeal', beneficiary: 'people of the lower town' },
};

/** The kinds of subject there are. */
export const kindNames = Object.keys(someTerms) as SubjectKind[];

const dates = [
  '2024-09-13',
  '2024-09-14',
  '2024-09-15',
  '2024-09-15T08:03',
  '2024-09-15T08:30',
  '2024-09-16',
  '2024-09-17T20:00',
  '2024-09',
  '2024',
];

/** Times around those at which the flood's commands are carried out, in several zones. */
export const someWhens: fc.Arbitrary<When> = fc.record({
  from: fc.constantFrom('2024-09-12', '2024-09-12T23:59'),
  to: fc.constantFrom(null, ...dates),
  zone: fc.constantFrom(null, 'Europe/Prague', 'America/Winnipeg', 'Pacific/Kiritimati'),
  words: fc.constantFrom(null, 'tomorrow'),
});

/** Beginnings before which none of those times ends. */
const someStarts = fc.constantFrom(null, when('2024-09-12'), when('2024-09-12', null));

const maybe = <Thing>(thing: fc.Arbitrary<Thing>) => fc.option(thing);
const numbers = fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500)).map((all) => all.toSorted((a, b) => a - b));

const ways: fc.Arbitrary<GivingWay> = fc.record({
  country: fc.constantFrom(null, 'Czechia'),
  means: fc.constantFrom(...GivingWay.shape.means.options),
  address: fc.constantFrom(null, 'https://example.org/give', 'Town hall, 1 Bridge Street'),
});

/** Values of each kind, each of which can be; few of each, so that parties often agree and often differ. */
export const someValues: { [Kind in SubjectKind]: fc.Arbitrary<ValueOf<Kind>> } = {
  figure: fc
    .record({ bound: fc.constantFrom(...Bound.options), numbers, what: fc.constantFrom('people', 'houses') })
    .map(({ bound, numbers: [low, best, high], what }) => {
      const ends = bound === 'between' || bound === 'magnitude' ? { low: low!, high: high! } : {};
      return people(best!, { bound, what, ...ends });
    }),
  route: fc
    .record({ state: fc.constantFrom(...RouteState.options), window: maybe(someWhens) })
    .map(({ state, window }) => routeIs(state, { window })),
  truce: fc
    .record({ state: fc.constantFrom(...TruceState.options), from: someStarts, until: maybe(someWhens) })
    .map(({ state, ...times }) => truceIs(state, times)),
  meeting: fc
    .record({ state: fc.constantFrom(...MeetingState.options), when: maybe(someWhens) })
    .map(({ state, when }) => meetingIs(state, { when })),
  position: fc
    .record({ stand: fc.constantFrom(...Stand.options), what: fc.constantFrom('a new dyke', 'the old road') })
    .map(({ stand, what }) => positionIs(stand, what)),
  site: fc
    .record({
      aspect: fc.constantFrom(...SiteAspect.options.slice(0, 3)),
      degree: maybe(fc.constantFrom(...SiteDegree.options)),
    })
    .map(({ aspect, degree }) => siteIs(aspect, degree)),
  appeal: fc
    .record({
      number: fc.constantFrom(null, '1234', '5678'),
      until: maybe(someWhens),
      ways: fc.array(ways, { maxLength: 2 }),
    })
    .map(({ number, ...rest }) => appealIs(number, rest)),
};

/** One value of each kind. */
export const valueOfEach: fc.Arbitrary<{ [Kind in SubjectKind]: ValueOf<Kind> }> = fc.record(someValues);

/** Brings parties 1 to 3, and a subject of each kind on which parties 1 and 2 are awaited. */
export const castOfEachKind: CommandOf<'publish'> = posting('The river rises.', {
  parties: floodCast.parties,
  subjects: kindNames.map((kind, i) => ({
    ref: `new-${i + 1}` as const,
    name: `The ${kind}`,
    terms: someTerms[kind],
    sides: ['new-1', 'new-2'],
  })),
});

/** The subject of a kind that `castOfEachKind` brings. */
export function subjectOf(kind: SubjectKind): SubjectId {
  return `subject-${kindNames.indexOf(kind) + 1}`;
}
