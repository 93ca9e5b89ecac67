import type { StoryId } from '../terms/ids.ts';
import { directionOf } from './language.ts';
import { wordsFor, type Words } from './words.ts';

/** What every piece of one story's page shares: it stays the same from the story's first revision on. */
export interface Setting {
  story: StoryId;
  /** The story's language, and which way it is written. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** The story's time zone, an IANA name. */
  zone: string;
  /** Our own words, and the language they are in. */
  words: Words;
  chrome: string;
}

/** The setting of a story's pages. */
export function settingOf({ story, language, zone }: { story: StoryId; language: string; zone: string }): Setting {
  const words = wordsFor(language);
  const same = language.toLowerCase().split('-')[0] === words.language;
  return { story, language, direction: directionOf(language), zone, words, chrome: same ? language : words.language };
}
