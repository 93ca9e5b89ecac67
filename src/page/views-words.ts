import type { Outdated } from '../record/kinds/kind.ts';
import type { StandingState } from '../record/standing.ts';
import { html, type Content, type Html } from './html.ts';
import type { Setting } from './setting.ts';

const numbers = new Intl.NumberFormat('en-GB');

const states: Record<StandingState, string> = {
  unknown: 'unknown',
  stated: 'stated by one party',
  agreed: 'agreed by several',
  disputed: 'disputed',
  'different-measures': 'stated in different measures',
  'side-by-side': 'positions side by side',
  expired: 'expired',
  overdue: 'overdue',
};

const outdated: Record<Outdated, string> = {
  expired: 'What was stated has run out',
  overdue: 'It was due, and nobody states an outcome',
  lapsed: 'It is not known whether it still holds',
};

const english = {
  nothingChanged: 'Nothing changed.',
  states,
  outdated,

  wasAndIs: (was: string, now: Content): Html => html`was ${was}, now ${now}`,
  opened: (now: Content): Html => html`new, ${now}`,
  still: (now: Content): Html => html`still ${now}`,
  statedBy: (sentence: Html): Html => html`stated: ${sentence}`,
  agreedBy: (speakers: Content): Html => html`agreed by ${speakers}`,
  disputedBetween: (pairs: Content): Html => html`disputed: ${pairs}`,
  against: (one: Content, other: Content): Html => html`${one} against ${other}`,
  andMore: (number: number): string => `and ${numbers.format(number)} more`,
  byTime: 'nothing but time has changed this',

  said: (now: Html): Html => html`New: ${now}`,
  again: (now: Html): Html => html`Counts again: ${now}`,
  repeated: (now: Html): Html => html`Said again: ${now}`,
  changed: (was: Html, now: Html): Html => html`Was: ${was}. Now: ${now}`,
  corrected: (why: Html, was: Html, now: Html): Html => html`<b>Corrected</b> (${why}). Was: ${was}. Now: ${now}`,
  withdrawn: (why: Html, was: Html): Html => html`<b>Withdrawn</b> (${why}): ${was}`,
  back: (now: Html): Html => html`. What was said before counts again: ${now}`,
  takenDown: 'A statement was taken down.',
  merged: (was: Html, now: Html): Html =>
    html`Was: ${was}. Now the later word of what is held to be the same party counts: ${now}`,
  turned: (into: Outdated, now: Html): Html => html`${outdated[into]}: ${now}`,

  postWithdrawn: 'Post withdrawn',
  postCorrected: 'Post corrected',
  postClarified: 'Post clarified',
  newPosts: (number: number): string => (number === 1 ? '1 new post' : `${numbers.format(number)} new posts`),
  theFirst: (link: Html): Html => html`, the first: ${link}`,
  keyAmongThem: (links: Content): Html => html`; key points among them: ${links}`,
  ended: (time: Html): Html => html`<b>The coverage ended ${time}</b>`,
  reopened: (time: Html): Html => html`<b>The coverage went on ${time}</b>`,
  headline: 'Headline',
  summary: 'Summary',
  textWas: (was: Html, now: Html): Html => html`was ${was}, now ${now}`,
  noText: 'none',
  newKeyPoints: 'New key points',
  noKeyPoints: 'No longer key points',
  nowPinned: 'Pinned',
  notPinned: 'No longer pinned',
  samePartyAs: (party: Html, other: Html): Html => html`${party} is now held to be the same as ${other}`,
  otherPartyThan: (party: Html, other: Html): Html => html`${party} is no longer held to be the same as ${other}`,
  spokeOn: (subjects: Content): Html => html`; it spoke on ${subjects}`,

  day: {
    heading: (day: string): string => `What is recorded about ${day}`,
    asRecordedNow: (time: Html, revision: string): Html =>
      html`This is what is recorded now, ${time}, revision ${revision}, about this day. It holds what was recorded,
        corrected or withdrawn later, so it is not what the page said on that day.`,
    asItWas: 'What was public on that day',
    happened: 'Said to have happened on this day',
    saidOnly: 'Said on this day; when it happened is not stated',
    posts: 'Published on this day',
    none: 'Nothing is recorded.',
    noPosts: 'No posts.',
    standsNow: (state: string): string => `stands now: ${state}`,
    happenedAt: (when: Html): Html => html`happened ${when}`,
    wider: 'The time stated is longer than this day.',
    unlisted: (number: number): string =>
      number === 1 ? '1 statement of an earlier time' : `${numbers.format(number)} statements of earlier times`,
    unlistedPosts: (number: number): string =>
      number === 1 ? '1 earlier post of this day' : `${numbers.format(number)} earlier posts of this day`,
    replaced: 'Replaced by a newer statement of the same party',
  },
};

/** Our own words on what changed and on what a day brought, in one language. */
export type ViewsWords = typeof english;

const catalogue: Record<string, ViewsWords> = { en: english };

/** Our words on what changed and on a day, in the language of the setting's other words; else in English. */
export function viewsWords({ words }: Setting): ViewsWords {
  return catalogue[words.language] ?? english;
}
