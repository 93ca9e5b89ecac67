import type { Mode } from '../journal/statement.ts';
import type { Bound } from '../journal/subjects/figure.ts';
import type { RouteState, RouteTerms } from '../journal/subjects/route.ts';
import type { SubjectKind } from '../journal/subjects/subject.ts';
import { html, type Content, type Html } from './html.ts';

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 20 });
const plurals = new Intl.PluralRules('en');

/** A number with the form of the words that goes with it. */
const count = (number: number, forms: { one: string; other: string }): string =>
  forms[plurals.select(number) === 'one' ? 'one' : 'other'].replace('#', numbers.format(number));

/** In the past tense, which fits a person and a body of people alike. */
const modes: Record<Mode, string> = {
  says: 'said',
  estimates: 'estimated',
  announces: 'announced',
  reports: 'reported',
  confirms: 'confirmed',
  denies: 'denied',
  disputes: 'disputed',
  demands: 'demanded',
  offers: 'offered',
  refuses: 'refused',
  warns: 'warned',
  forecasts: 'forecast',
};

const routeStates: Record<RouteState, string> = {
  proposed: 'proposed',
  accepted: 'accepted',
  refused: 'refused',
  'under-way': 'under way',
  disrupted: 'disrupted',
  suspended: 'suspended',
  succeeded: 'succeeded',
  failed: 'failed',
  'outcome-unknown': 'outcome unknown',
};

const bounds: Record<Bound, (low: string | null, best: string | null, high: string | null) => string> = {
  exactly: (low, best, high) => best ?? low ?? high ?? '',
  about: (low, best, high) => `about ${best ?? low ?? high}`,
  'at-least': (low, best) => `at least ${low ?? best}`,
  'more-than': (low, best, high) => `more than ${low ?? best}${high === null ? '' : `, up to ${high}`}`,
  'at-most': (low, best, high) => `${low === null ? '' : `${low} to `}at most ${high ?? best}`,
  'fewer-than': (low, best, high) => `${low === null ? '' : `${low} or more, `}fewer than ${high ?? best}`,
  between: (low, best, high) => `from ${low ?? best} to ${high ?? best}`,
  magnitude: (low, best, high) => `at least ${low ?? best}${high === null ? '' : `, up to ${high}`}`,
};

const aims: Record<NonNullable<RouteTerms['aim']>, string> = { 'people-out': 'People out', 'aid-in': 'Aid in' };
const kinds: Record<SubjectKind, string> = { route: 'Routes', figure: 'Figures' };

const updates = { one: '# new update', other: '# new updates' };

const english = {
  language: 'en',
  locale: 'en-GB',

  number: (number: number): string => numbers.format(number),
  dayAndTime: (day: string, hour: string): string => `${day}, ${hour}`,
  span: (from: Html, to: Html): Html => html`${from} to ${to}`,
  openEnd: (from: Html): Html => html`from ${from}, end not known`,
  list: (items: readonly Content[]): Content => items.flatMap((item, i) => (i === 0 ? [item] : [', ', item])),

  ways: 'On this site',
  allStories: 'All stories',
  stories: 'Stories',
  noStories: 'No story has been opened yet.',
  updated: (time: Html, zone: string, revision: string): Html => html`Updated ${time} (${zone}), revision ${revision}`,
  noPosts: 'No posts yet.',
  showNew: 'Show what is new since this page',

  newSince: (revision: string): string => `New since revision ${revision}`,
  nothingNew: (revision: string): string => `Nothing is new since revision ${revision}`,
  newPosts: (number: number): string => count(number, updates),
  changedPosts: (number: number): string =>
    count(number, { one: '# older post changed', other: '# older posts changed' }),
  changedSubjects: (number: number): string =>
    count(number, { one: '# line of the situation changed', other: '# lines of the situation changed' }),
  goToFirstNew: 'Go to the first new one',
  youLeftHere: 'You left here',
  isNew: 'New',
  isChanged: 'Changed',

  keyPoints: 'Key points',
  keyPoint: 'Key point',
  pinned: 'Pinned',
  situation: 'The situation now',
  kinds,

  aims,
  aimUnknown: 'aim not stated',
  way: (from: Html | null, through: Content, to: Html | null): Html =>
    html`from ${from ?? 'a place not stated'}${through && html` through ${through}`} to ${to ?? 'a place not stated'}`,
  cumulative: 'in total',
  notCumulative: 'not added up',
  whereUnknown: 'place not stated',
  periodUnknown: 'period not stated',

  unknownRoute: 'Unknown: no outcome stated by anyone',
  unknownFigure: 'Unknown: nobody states a number',
  stated: { route: 'One party states an outcome', figure: 'One party says' } satisfies Record<SubjectKind, string>,
  deskStates: 'The desk says',
  agreed: (parties: number): string => count(parties, { one: '# party says', other: '# parties agree' }),
  disputed: (pairs: Content): Html => html`Disputed: ${pairs}`,
  against: (one: Content, other: Content): Html => html`${one} against ${other}`,
  andMorePairs: (number: number): string => count(number, { one: 'and # more pair', other: 'and # more pairs' }),
  differentMeasures: 'Different measures: not comparable',

  desk: 'The desk',
  says: (who: Content, mode: Mode, what: Content): Html => html`${who} ${modes[mode]}: ${what}`,
  routeStates,
  bounds,
  people: (printed: Html): Html => html`people: ${printed}`,
  reason: (printed: Html): Html => html`reason given: ${printed}`,
  said: (when: Html): Html => html`said ${when}`,
  recorded: (when: Html): Html => html`recorded ${when}`,

  why: 'Why?',
  speaker: 'Speaker',
  through: 'Through',
  nobodyNamed: 'nobody named',
  channel: 'Channel',
  channelUnknown: 'channel not stated',
  happened: 'Happened',
  saidLabel: 'Said',
  notStated: 'not stated',
  zoneNotStated: 'time zone not stated',
  report: 'Report',
  noReport: 'no report',
  untitled: 'untitled',
  outletUnknown: 'outlet unknown',
  dateUnknown: 'date unknown',
  origin: 'origin',
  originUnknown: 'origin unknown',
  recordedLabel: 'Recorded',
  atRevision: (time: Html, revision: string): Html => html`${time}, revision ${revision}`,
  inDesksVoice: "In the desk's own voice: there are no words of a report to quote.",

  whatStands: 'What stands',
  nothingStands: 'No statement stands.',
  earlierStatements: 'Earlier statements',
  replaced: 'Replaced by a newer statement of the same party',
  withdrawn: (time: Html, reason: Html): Html => html`<b>Withdrawn ${time}:</b> ${reason}`,
  corrected: (time: Html, note: Html): Html => html`<b>Corrected ${time}:</b> ${note}`,
  before: 'What it said before',
  whatItSaid: 'What it said',
  earlierTitles: (number: number): string => count(number, { one: '# earlier headline', other: '# earlier headlines' }),
  untilTime: (time: Html): Html => html`until ${time}`,
  carriesWithdrawn: 'A statement in this post was withdrawn',
  wasCorrected: 'Corrected since it was published',
  whatWasWithdrawn: 'A withdrawn post',
  fullPost: 'The whole post',

  updates: 'Updates',
  order: 'Order of the updates',
  newestFirst: 'Newest first',
  oldestFirst: 'Oldest first',
  newer: 'Newer updates',
  older: 'Older updates',
  earlier: 'Earlier updates',
  later: 'Later updates',

  zoneLine: (zone: string): string => `All times are in the time zone of the story: ${zone}.`,
  howWeAttribute: 'How we attribute',
  attribution:
    'Every statement names who says it. “Why?” opens the exact words, where they stand, when it happened, when it was said ' +
    'and when we recorded it. What nobody said is shown as not stated. Figures of different kinds are not compared or added ' +
    'up, and a route is unknown until somebody states an outcome. Corrections and withdrawals stay on the page.',

  /** What the script says; `#` stands for the number. */
  live: {
    one: '# new update not shown yet',
    other: '# new updates not shown yet',
    show: 'Show',
    shown: 'New updates are on the page',
    go: 'Go to the first',
    offline: 'Connection lost: this page may be behind.',
    seen: 'What is new since your last visit',
    settings: 'How new updates come',
    auto: 'Show new updates as they come',
    key: 'The key . shows new updates',
  },

  problemNext: 'What to do',
};

/** Our own words on a reader's page, in one language; another language is a second object of this type. */
export type Words = typeof english;

const catalogue: Record<string, Words> = { en: english };

/** Our words in a language, by its tag; in English where we have none in it. */
export function wordsFor(language: string): Words {
  return catalogue[language.toLowerCase().split('-')[0] ?? ''] ?? english;
}
