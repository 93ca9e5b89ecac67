import type { StoryId } from '../terms/ids.ts';
import type { Moment } from '../terms/when.ts';
import { directionOf } from './language.ts';
import { wordsFor, type Words } from './words.ts';

/** What every piece of one story's page shares: only its moment changes after the story's first revision. */
export interface Setting {
  story: StoryId;
  /** The story's language, and which way it is written. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** The story's time zone, an IANA name. */
  zone: string;
  /** The moment that “today” and “3 days ago” are reckoned from; `null` where the words must stay true at any time. */
  moment: Moment | null;
  /** How links name the moment of the past that the page shows, in `?at=`; `null` on a page of what stands now. */
  at: string | null;
  /** Our own words, and the language they are in. */
  words: Words;
  chrome: string;
}

/** What a setting is made of. */
export type Story = Pick<Setting, 'story' | 'language' | 'zone' | 'moment'> & Partial<Pick<Setting, 'at'>>;

/** The setting of a story's pages. */
export function settingOf({ story, language, zone, moment, at = null }: Story): Setting {
  const words = wordsFor(language);
  const same = language.toLowerCase().split('-')[0] === words.language;
  const chrome = same ? language : words.language;
  return { story, language, direction: directionOf(language), zone, moment, at, words, chrome };
}

/** A setting in which nothing is said relative to the day of reading, as in posts. */
export function atAnyTime(setting: Setting): Setting {
  return { ...setting, moment: null };
}
