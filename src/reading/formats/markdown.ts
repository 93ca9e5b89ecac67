import MarkdownIt from 'markdown-it';
import { piecesOfHtml, untold, webAddress, words, type Formatted } from './formatted.ts';

/** Fields before the text, between two lines of hyphens, as many programs write them. */
const front = /^---\n((?:[^\n]*\n){1,60}?)---\n/;

/** Reads Markdown: its text without the marks, and the plain fields that stand before it. */
export function readMarkdown(text: string): Formatted {
  const found = front.exec(text);
  const fields = new Map<string, string>();
  for (const line of found?.[1]?.split('\n') ?? []) {
    const [, name, value] = /^([\w-]+):[ \t]+(\S.*)$/.exec(line) ?? [];
    if (name && value) fields.set(name.toLowerCase(), value.replace(/^(["'])(.*)\1\s*$/, '$2'));
  }
  const field = (...names: string[]): string | null =>
    names.map((name) => words(fields.get(name))).find((value) => value !== null) ?? null;
  const published = field('published', 'date');
  const html = new MarkdownIt('commonmark').enable('table').render(text.slice(found?.[0].length ?? 0));
  const pieces = piecesOfHtml(html);
  const [first] = pieces;
  if (first?.kind === 'heading' && html.startsWith('<h1>')) pieces[0] = { ...first, kind: 'title' };
  const author = field('author', 'byline');
  return {
    ...untold(pieces),
    title: field('title') ?? pieces.find(({ kind }) => kind === 'title')?.text ?? null,
    authors: author === null ? [] : [author],
    outlet: field('outlet', 'source'),
    published,
    publishedFrom: published === null ? null : 'markup',
    language: field('language', 'lang'),
    address: webAddress(field('canonical', 'url')),
  };
}
