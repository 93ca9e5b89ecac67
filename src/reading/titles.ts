import { isOfText } from './bylines.ts';
import type { Piece } from './plain.ts';

/** What stands over a title and is none. */
const kicker =
  /^(?:for immediate release|embargoed\b.*|(?:press|news|media) (?:release|statement)|breaking(?: news)?|urgent|update|alert|exclusive|statement|news)\W*$/i;
const title = { least: 10, most: 160 };

/** The pieces of a plain text, the line without an end that stands before its words as its title. */
export function titled(pieces: Piece[]): Piece[] {
  const at = pieces.findIndex(({ text }) => !kicker.test(text));
  const first = pieces[at];
  if (first?.kind !== 'paragraph' || !isTitle(first.text) || !pieces.slice(at + 1).some(({ text }) => isOfText(text)))
    return pieces;
  return pieces.with(at, { ...first, kind: 'title' });
}

const isTitle = (text: string): boolean =>
  text.length >= title.least && text.length <= title.most && !/[.…:;,]["”’)]*$/.test(text) && !isOfText(text);
