import type { When } from '../../terms/when.ts';
import type { Fields } from '../statement-draft.ts';
import type { Suggested } from '../suggested.ts';
import { draftOfWhen, isReadable, whenOf, type WhenDraft } from '../when-draft.ts';

/** The text in a field without the space around it; `null` where it is empty, which says that nobody said. */
export function typed(fields: Fields, name: string): string | null {
  const text = (fields[name] ?? '').trim();
  return text === '' ? null : text;
}

/** The things in a field that names several, with commas, semicolons or line ends between. */
export function listed(fields: Fields, name: string): string[] {
  return (fields[name] ?? '')
    .split(/[,;\n]/)
    .map((thing) => thing.trim())
    .filter((thing) => thing !== '');
}

/** A time in the fields of a form; one that the form never held, as in older drafts, is unknown. */
export function timeIn(fields: Fields, name: string): WhenDraft {
  const part = (of: keyof WhenDraft) => fields[`${name}.${of}`] ?? '';
  const end = part('end');
  return {
    from: part('from'),
    end: end === 'until' || end === 'unknown' ? end : 'same',
    to: part('to'),
    words: part('words'),
    zone: part('zone'),
  };
}

/** The fields that hold a time. */
export function timeFields(name: string, time: WhenDraft): Fields {
  return Object.fromEntries(Object.entries(time).map(([part, text]) => [`${name}.${part}`, text]));
}

/** The fields that hold a time of the record. */
export function fieldsOfWhen(name: string, when: When | null): Fields {
  return when === null ? {} : timeFields(name, draftOfWhen(when));
}

/** The time that a form says; `null` where nothing was typed. */
export function whenIn(fields: Fields, name: string): When | null {
  return whenOf(timeIn(fields, name));
}

/** What a form lacks where a time in it cannot be read yet: the given words, or nothing. */
export function unreadable(fields: Fields, name: string, words: string): string[] {
  return isReadable(timeIn(fields, name)) ? [] : [words];
}

/** What a form lacks where a field is empty: the given words, or nothing. */
export function empty(fields: Fields, name: string, words: string): string[] {
  return typed(fields, name) === null ? [words] : [];
}

/** A speaker's own words, where a suggestion quotes them and they fit; the words around a number are the outlet's. */
export function ownWords({ sort, excerpt }: Suggested, most: number): string {
  const words = excerpt.exact.replace(/\s+/g, ' ').trim();
  return sort === 'quotation' && words.length <= most ? words : '';
}
