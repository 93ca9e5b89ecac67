import { particles, weekdaysAndMonths } from './english.ts';
import { startsCapital } from './sentences.ts';
import { authorsIn, dateIn, isDated } from './wording.ts';

const name = String.raw`\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|${[...particles].join('|')})){1,4}`;
const from = String.raw`(?: in \p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,2})?`;
/** “By Ann Lee and Ivo Holm, 4 May 2031”, “By Ann Lee | The Post”. */
const named = new RegExp(
  String.raw`^(?:By|BY|by):? ${name}${from}(?:(?:, | and | & )${name}${from}){0,4}(?:(?:,| [|•–—-]) .{1,60})?$`,
  'u',
);
/** Lower-case words that may stand beside the date of a line: “Updated at 10.30 am”. */
const besideDate = new Set('published updated posted last on at of am pm st nd rd th'.split(' '));
/** A line of more letters is no byline. */
const longest = 120;

/** Whether a line is a sentence of the text itself, before which bylines stand. */
export const isOfText = (line: string): boolean => line.length >= 60 && /[.!?…][”’"')]*$/.test(line);

/** Whether a line before the text of a report says who wrote it, or where and when. */
export function isByline(line: string): boolean {
  if (line.length > longest || /[.!?…:]$/.test(line)) return false;
  if (named.test(line)) return true;
  const words = line.match(/\p{L}+/gu) ?? [];
  return isDated(line) && dateIn(line) !== null && words.every((word) => startsCapital(word) || besideDate.has(word));
}

/** Whether a byline can only be of the report: “Arden Bridge, 4 May 2031” could be of a picture too. */
export const isOwnByline = (line: string): boolean =>
  named.test(line) ||
  (line.match(/\p{L}+/gu) ?? []).every((word) => {
    const lower = word.toLowerCase();
    return besideDate.has(lower) || weekdaysAndMonths.has(lower) || /^[A-Z]{3}$/.test(word);
  });

/** Who wrote a report and when, by its bylines. */
export function toldBy(bylines: readonly string[]): { authors: string[]; published: string | null } {
  const authors = bylines.map(authorsIn).find((names) => names.length > 0) ?? [];
  return { authors, published: bylines.map(dateIn).find((date) => date !== null) ?? null };
}
