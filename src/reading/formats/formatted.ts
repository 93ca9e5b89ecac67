import { readHtml, type Page } from '../html.ts';
import type { Piece } from '../plain.ts';
import type { Alert } from '../reading.ts';

/** What a report holds in its format: its pieces, what it says of itself, and the fields of a public warning. */
export interface Formatted extends Omit<Page, 'publishedFrom'> {
  publishedFrom: 'markup' | 'text' | 'desk' | null;
  alerts: Alert[];
}

/** A report that says nothing of itself. */
export function untold(pieces: Piece[]): Formatted {
  return {
    pieces,
    title: null,
    authors: [],
    outlet: null,
    published: null,
    publishedFrom: null,
    language: null,
    address: null,
    notes: [],
    alerts: [],
  };
}

/** The pieces of HTML that another format carries; all of it is the article. */
export function piecesOfHtml(html: string): Piece[] {
  return readHtml(html, true).pieces;
}

/** A stretch of text without markup as HTML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A value that is text with something in it, else `null`. */
export function words(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A value that is an address of the web, else `null`. */
export function webAddress(value: unknown): string | null {
  const text = words(value);
  return text !== null && /^https?:\/\//i.test(text) && text.length <= 2000 && URL.canParse(text) ? text : null;
}
