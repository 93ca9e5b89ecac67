import { toldBy } from '../bylines.ts';
import { clean, oneLine, tidy } from '../characters.ts';
import { decode, headOf } from '../decode.ts';
import { readHtml } from '../html.ts';
import { readPlain } from '../plain.ts';
import { titled } from '../titles.ts';
import type { About } from '../read.ts';
import { readCap } from './cap.ts';
import { readCsv } from './csv.ts';
import { readFeed, readXmlFeed, type Feed } from './feed.ts';
import { declaredCharset, formatOf, type Format } from './format.ts';
import { untold, type Formatted } from './formatted.ts';
import { readJsonFeed } from './json-feed.ts';
import { parseJson } from './json.ts';
import { readMail } from './mail.ts';
import { readMarkdown } from './markdown.ts';
import { readNinjs } from './ninjs.ts';
import { parseXml } from './xml.ts';

function plain(text: string): Formatted {
  const pieces = titled(readPlain(text));
  const title = pieces.find(({ kind }) => kind === 'title')?.text ?? null;
  const bylines = pieces.filter(({ kind }) => kind === 'byline').map((piece) => piece.text);
  const told = toldBy(bylines);
  return { ...untold(pieces), ...told, title, publishedFrom: told.published === null ? null : 'text' };
}
const html = (text: string): Formatted => ({ ...untold([]), ...readHtml(text) });

/** How the characters of each format are read; what only looks like XML or JSON is read as a page or as text. */
const readers: Record<Exclude<Format, 'mail' | 'plain' | 'html'>, (text: string) => Formatted> = {
  markdown: readMarkdown,
  csv: readCsv,
  xml(text) {
    const root = parseXml(text);
    const feed = root && readXmlFeed(text, root);
    return (root && readCap(root)) ?? (feed && readFeed(feed)) ?? html(text);
  },
  json(text) {
    const object = parseJson(text);
    const feed = object && readJsonFeed(object);
    return (feed && readFeed(feed)) ?? (object && readNinjs(object)) ?? plain(text);
  },
};

/** What a report holds in its format, and how many characters that are not to be seen were taken out. Throws as `read` does. */
export function readFormat(bytes: Uint8Array, about: About): { page: Formatted; removed: number } {
  const beginning = beginningOf(bytes);
  if (bytes.length > 0 && formatOf(beginning, about) === 'mail') return counted(tidied(readMail(bytes)));
  const { text, notes } = decode(bytes, declaredCharset(beginning, about.contentType));
  const format = formatOf(text.slice(0, 1000), about);
  if (format === 'html') return counted(html(text), notes);
  if (format === 'plain' || format === 'mail') return counted(plain(text), notes);
  const cleaned = clean(text);
  return counted(tidied(readers[format](cleaned.text)), notes, cleaned.removed);
}

/** The feed that bytes are; `null` where they are none. Throws as `read` does. */
export function feedOf(bytes: Uint8Array, about: About): Feed | null {
  const { text } = clean(decode(bytes, declaredCharset(beginningOf(bytes), about.contentType)).text);
  const format = formatOf(text.slice(0, 1000), about);
  if (format === 'json') {
    const object = parseJson(text);
    return object && readJsonFeed(object);
  }
  const root = format === 'xml' ? parseXml(text) : null;
  return root && readXmlFeed(text, root);
}

const beginningOf = (bytes: Uint8Array): string => headOf(bytes, 1000);

function counted(page: Formatted, notes: Formatted['notes'] = [], removed = 0) {
  const within = page.pieces.reduce((sum, piece) => sum + (piece.removed ?? 0), 0);
  return { page: { ...page, notes: [...notes, ...page.notes] }, removed: removed + within };
}

/** Cleans what a format has put together, whose places in the source nobody keeps. */
function tidied(page: Formatted): Formatted {
  const again = (text: string): string => oneLine(clean(text).text);
  const said = (text: string | null): string | null => (text === null ? null : again(text) || null);
  return {
    ...page,
    pieces: page.pieces.map(({ text, removed: before = 0, trace: _, ...piece }) => {
      const { line, removed } = tidy({ text, trace: [] });
      return { ...piece, text: line.text, removed: before + removed };
    }),
    title: said(page.title),
    authors: page.authors.map(again).filter((name) => name !== ''),
    outlet: said(page.outlet),
    published: said(page.published),
    language: said(page.language),
  };
}
