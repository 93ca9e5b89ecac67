import { articleOf } from './article.ts';
import { boxesOf } from './boxes.ts';
import { toldBy } from './bylines.ts';
import { elementsOf, parseBounded } from './dom.ts';
import { linesOf } from './lines.ts';
import { markupOf, type Markup } from './markup.ts';
import type { Piece } from './plain.ts';
import type { Note, Reading } from './reading.ts';

/** What a page holds: its pieces, what is known about it, and what the desk should know. */
export interface Page extends Omit<Markup, 'told' | 'paid'> {
  pieces: Piece[];
  publishedFrom: Reading['publishedFrom'];
  notes: Note[];
}

/**
 * Reads a page: its article, what its markup says about it, and how much of it was left out.
 *
 * With `whole`, all of it is the article, as where another format carries HTML. Throws `report-too-deep`.
 */
export function readHtml(html: string, whole = false): Page {
  const elements = elementsOf(parseBounded(html));
  const { told, paid, ...markup } = markupOf(elements);
  const top = boxesOf(elements.find(({ tagName }) => tagName === 'body' || tagName === 'frameset')!);
  const article = whole ? { box: top, isAside: () => false } : articleOf(top, told);
  const lines = linesOf(top, article, markup.title, html);
  const bylines = lines.filter(({ kind }) => kind === 'byline').map(({ text }) => text);
  const byline = toldBy(bylines);
  const printed = markup.published ?? byline.published;
  return {
    ...markup,
    authors: markup.authors.length > 0 ? markup.authors : byline.authors,
    published: printed,
    publishedFrom: markup.published !== null ? 'markup' : printed !== null ? 'text' : null,
    pieces: lines.map(({ stretch: _, role: __, ...piece }) => piece),
    notes: [...notFree(paid), ...leftOut(top.letters - lines.reduce((sum, { stretch }) => sum + stretch.letters, 0))],
  };
}

const notFree = (paid: boolean): Note[] =>
  paid
    ? [{ code: 'page-not-free', message: 'The page says that not all of it is free to read: its text may end early.' }]
    : [];

const leftOut = (letters: number): Note[] =>
  letters <= 0
    ? []
    : [
        {
          code: 'page-left-out',
          message: `${letters} characters of the page stand outside the article and were left out: menus, comments, teasers, notices.`,
        },
      ];
