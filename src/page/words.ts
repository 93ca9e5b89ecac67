import type { Ground } from '../journal/removal-shapes.ts';
import type { Mode } from '../journal/statement.ts';
import type { SubjectKind } from '../journal/subjects/subject.ts';
import type { Correction } from '../record/record.ts';
import type { CorrectionKind } from '../views/corrections-view.ts';
import type { Outdated } from '../record/kinds/kind.ts';
import { html, type Content, type Html } from './html.ts';
import * as conditions from './words/conditions.ts';
import { modes, takes } from './words/modes.ts';
import * as movements from './words/movements.ts';

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 20 });
const plurals = new Intl.PluralRules('en');

/** A number with the form of the words that goes with it. */
const count = (number: number, forms: { one: string; other: string }): string =>
  forms[plurals.select(number) === 'one' ? 'one' : 'other'].replace('#', numbers.format(number));

const kinds: Record<SubjectKind, string> = {
  route: 'Routes',
  truce: 'Truces',
  meeting: 'Meetings',
  position: 'Positions',
  figure: 'Figures',
  site: 'Places',
  appeal: 'Appeals',
};

/** Where nobody says anything of a subject, and where nobody says how it is. */
const unknown: Record<SubjectKind, { none: string; some: string }> = {
  route: { none: 'Unknown: no outcome stated by anyone', some: 'Unknown: no outcome stated by anyone' },
  truce: { none: 'Unknown: no statement stands', some: 'Unknown: no truce stated by anyone' },
  meeting: { none: 'Unknown: no statement stands', some: 'Unknown: nobody states that it takes place' },
  position: { none: 'Unknown: no position stands', some: 'Unknown: no position stands' },
  figure: { none: 'Unknown: no statement stands', some: 'Unknown: no figure stated by anyone' },
  site: { none: 'Unknown: no statement stands', some: 'Unknown: no condition stated by anyone' },
  appeal: { none: 'Unknown: no statement stands', some: 'Unknown: no appeal stated by anyone' },
};

/** Where one party says how a subject is. */
const stated: Record<SubjectKind, string> = {
  route: 'One party states an outcome',
  truce: 'One party says',
  meeting: 'One party says',
  position: 'One position recorded',
  figure: 'One party says',
  site: 'One party says',
  appeal: 'One party appeals',
};

/** Where several say what cannot be held against each other. */
const apart: Record<SubjectKind, string> = {
  route: 'Different statements: not comparable',
  truce: 'Different statements: on what was arranged and on what happens',
  meeting: 'Different statements: not comparable',
  position: 'Different positions',
  figure: 'Different measures: not comparable',
  site: 'Different conditions: each stated by itself',
  appeal: 'Different statements: not comparable',
};

const grounds: Record<Ground, string> = {
  law: 'on a legal ground',
  safety: "for somebody's safety",
  privacy: "for somebody's privacy",
  rights: "for somebody's rights in it",
};

const corrected = (time: Html, note: Html): Html => html`<b>Corrected ${time}:</b> ${note}`;

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

  asOf: {
    title: 'A page of the past.',
    stood: (time: Html, revision: string, head: string): Html =>
      html`It shows revision ${revision}, published ${time}; the last one now is ${head}.`,
    rendered: 'Today’s code made it from that day’s record; what was taken down since stays taken down.',
    now: 'To what stands now',
  },
  whatChanged: 'What changed, in words',

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

  ...conditions,
  ...movements,

  unknown,
  stated,
  apart,
  deskStates: 'The desk says',
  agreed: (parties: number): string => count(parties, { one: '# party says', other: '# parties agree' }),
  disputed: (pairs: Content): Html => html`Disputed: ${pairs}`,
  against: (one: Content, other: Content): Html => html`${one} against ${other}`,
  andMorePairs: (number: number): string => count(number, { one: 'and # more pair', other: 'and # more pairs' }),
  sideBySide: (positions: number): string => count(positions, { one: '# position', other: '# positions side by side' }),
  outdated: { expired: 'Expired', overdue: 'Overdue', lapsed: 'No longer known' } satisfies Record<Outdated, string>,
  unlisted: (voices: number): string =>
    count(voices, { one: '# earlier statement that stands', other: '# earlier statements that stand' }),
  silent: (party: Html): Html => html`${party}: no statement recorded`,

  desk: 'The desk',
  says: (who: Content, deed: Html): Html => html`${who} ${deed}`,
  utters: (mode: Mode, what: Content): Html => html`${modes[mode]}: ${what}`,
  takes,
  reason: (printed: Html): Html => html`reason given: ${printed}`,
  said: (when: Html): Html => html`said ${when}`,
  recorded: (when: Html): Html => html`recorded ${when}`,
  daysAgo: (days: number): string => (days === 1 ? 'yesterday' : `${days} days ago`),
  /** The days around the reader's, by how many days they come after it. */
  nearDays: { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' } as Record<number, string>,
  hoursOf: (day: Html, hours: Content): Html => html`${day}, ${hours}`,

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
  corrected,
  /** What became of a post, by the sort of the change. */
  changedBy: {
    correction: corrected,
    clarification: (time: Html, note: Html): Html => html`<b>Clarified ${time}:</b> ${note}`,
  } satisfies Record<Correction['sort'], unknown>,
  removed: (time: Html, ground: Ground): Html => html`<b>Taken down ${time}</b> ${grounds[ground]}`,
  whatWasRemoved: 'A post that was taken down',
  sinceChanged: 'Since changed',
  rightOne: 'What it says now',
  before: 'What it said before',
  whatItSaid: 'What it said',
  earlierTitles: (number: number): string => count(number, { one: '# earlier headline', other: '# earlier headlines' }),
  allEarlierTitles: 'All earlier headlines',
  untilTime: (time: Html): Html => html`until ${time}`,
  /** That coverage has ended; that it had and went on; and the ends before that. */
  ended: (time: Html, zone: string): Html => html`<b>Coverage ended ${time} (${zone}).</b>`,
  endedThen: (time: Html): Html => html`Coverage ended ${time}.`,
  wentOn: (time: Html): Html => html`It went on ${time}.`,
  endings: 'When coverage ended and went on',
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
    ended: 'The coverage has ended.',
    reopened: 'The coverage goes on.',
    seen: 'What is new since your last visit',
    settings: 'How new updates come',
    auto: 'Show new updates as they come',
    key: 'The key . shows new updates',
  },

  corrections: 'Corrections and clarifications',
  noCorrections: 'Nothing was corrected, clarified or withdrawn.',
  correctionKinds: {
    'post-corrected': 'Post corrected',
    'post-clarified': 'Post clarified',
    'post-withdrawn': 'Post withdrawn',
    'post-removed': 'Post taken down',
    'statement-corrected': 'Statement corrected',
    'statement-withdrawn': 'Statement withdrawn',
    'statement-removed': 'Statement taken down',
  } satisfies Record<CorrectionKind, string>,
  grounds,
  postNamed: (name: Html): Html => html`Post ${name}`,

  problemNext: 'What to do',
};

/** Our own words on a reader's page, in one language; another language is a second object of this type. */
export type Words = typeof english;

const catalogue: Record<string, Words> = { en: english };

/** Our words in a language, by its tag; in English where we have none in it. */
export function wordsFor(language: string): Words {
  return catalogue[language.toLowerCase().split('-')[0] ?? ''] ?? english;
}
