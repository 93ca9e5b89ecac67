import { isStoryId } from '../terms/ids.ts';
import { reservedNames } from '../page/addresses.ts';
import { textOrNull } from './command-of.ts';
import type { CommandOf } from '../record/command.ts';

/** A story as it is being opened; without a name of its own it takes one from the title. */
export interface TypedStory {
  title: string;
  name: string;
  summary: string;
  language: string;
  zone: string;
}

/** A story of which nothing is typed. */
export const noStory: TypedStory = { title: '', name: '', summary: '', language: '', zone: '' };

/** The name of a typed story in addresses. */
export function nameOf({ name, title }: TypedStory): string {
  return name || nameFrom(title);
}

/** A name made of a title's own words, as far as an address can hold them. */
function nameFrom(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f’']/g, '');
  return words
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

/** What is wrong with a typed story, by its fields. */
export function wrongIn(typed: TypedStory): Partial<Record<keyof TypedStory, string>> {
  const name = nameOf(typed);
  const wrong: Partial<Record<keyof TypedStory, string>> = {};
  if (typed.title.trim() === '') wrong.title = 'Write a headline.';
  if (name === '') wrong.name = 'Write a name of lower-case letters and digits.';
  else if (reservedNames.has(name)) wrong.name = `“${name}” is an address of the server. Take another word.`;
  else if (!isStoryId(name)) wrong.name = 'Use lower-case letters, digits and single hyphens only.';
  // Codes have two letters, or three; a name such as “English” is none, and nothing could read the page out by it.
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(typed.language.trim()))
    wrong.language = 'Write its code, for instance en, uk or pt-BR.';
  if (typed.zone.trim() === '') wrong.zone = 'Write for instance Europe/Kyiv.';
  return wrong;
}

/** The command that opens a typed story, in which nothing is wrong. */
export function openStory({ title, summary, language, zone }: TypedStory): CommandOf<'open-story'> {
  return {
    kind: 'open-story',
    title: title.trim(),
    summary: textOrNull(summary),
    language: language.trim(),
    zone: zone.trim(),
  };
}
