import type { Piece } from '../plain.ts';
import { escaped, piecesOfHtml, untold, webAddress, words, type Formatted } from './formatted.ts';
import { childrenOf, textIn, textOf, type XmlElement } from './xml.ts';

/** One entry of a feed. */
export interface FeedEntry {
  /** What the feed knows it by: its own identifier, else its address, else its title; `null` where it has none of them. */
  id: string | null;
  address: string | null;
  title: string | null;
  authors: string[];
  published: string | null;
  updated: string | null;
  language: string | null;
  /** What stands in the feed of it, as HTML. */
  html: string;
  /** Whether that is given as its whole content, and not as a summary. */
  whole: boolean;
  /** The feed with this entry alone. */
  alone: () => string;
}

/** A feed: what it says of itself, and its entries in its order. */
export interface Feed {
  title: string | null;
  language: string | null;
  /** How often it says that it changes, in seconds; `null` where it does not say. */
  every: number | null;
  entries: FeedEntry[];
  /** How many more it has, which are not read. */
  more: number;
}

/** So many entries of a feed are read. */
const most = 500;

/** Reads RSS 2.0, RSS 1.0 or Atom; `null` where the document is none of them. */
export function readXmlFeed(xml: string, root: XmlElement): Feed | null {
  const channel = childrenOf(root, 'channel')[0];
  const [about, items] =
    root.name === 'feed'
      ? [root, childrenOf(root, 'entry')]
      : root.name === 'rss' && channel
        ? [channel, childrenOf(channel, 'item')]
        : root.name === 'rdf:RDF' && channel
          ? [channel, childrenOf(root, 'item')]
          : [null, []];
  if (about === null) return null;
  const base = root.attributes['xml:base'] ?? linkIn(about);
  const head = xml.slice(0, items[0]?.start ?? xml.length);
  const tail = xml.slice(items.at(-1)?.end ?? xml.length);
  return {
    title: textIn(about, 'title'),
    language: textIn(about, 'language', 'dc:language') ?? words(root.attributes['xml:lang']),
    every: everyIn(about),
    entries: items.slice(0, most).map((item) => ({
      ...readEntry(xml, item, webAddress(base)),
      alone: () => head + xml.slice(item.start, item.end) + tail,
    })),
    more: Math.max(0, items.length - most),
  };
}

const periods = new Map(Object.entries({ hourly: 1, daily: 24, weekly: 168, monthly: 720, yearly: 8760 }));

/** How often a feed says that it changes: minutes in `ttl` of RSS 2.0, or so many times a period of RSS 1.0's syndication module. */
function everyIn(about: XmlElement): number | null {
  const minutes = wholeIn(about, 'ttl');
  if (minutes > 0) return minutes * 60;
  const hours = periods.get(textIn(about, 'sy:updatePeriod')?.toLowerCase() ?? '');
  return hours === undefined ? null : Math.ceil((hours * 3600) / Math.max(1, wholeIn(about, 'sy:updateFrequency')));
}

/** A whole number of at most six digits; 0 where there is none. */
const wholeIn = (element: XmlElement, name: string): number =>
  Number(/^\s*(\d{1,6})\s*$/.exec(textIn(element, name) ?? '')?.[1] ?? 0);

function readEntry(xml: string, item: XmlElement, base: string | null): Omit<FeedEntry, 'alone'> {
  const isAtom = item.name === 'entry';
  const title = titleOf(item);
  const address = addressOf(item, base);
  const content = isAtom ? childrenOf(item, 'content')[0] : childrenOf(item, 'content:encoded')[0];
  const summary = childrenOf(item, isAtom ? 'summary' : 'description')[0];
  const shown = [content, summary].find((one) => one !== undefined && textOf(one).trim() !== '');
  return {
    id: textIn(item, 'guid', 'id') ?? words(item.attributes['rdf:about']) ?? address ?? title,
    address,
    title,
    authors: authorsOf(item),
    published: textIn(item, 'published', 'pubDate', 'dc:date'),
    updated: textIn(item, 'updated', 'atom:updated'),
    language: words(item.attributes['xml:lang']) ?? textIn(item, 'dc:language'),
    html: shown ? htmlOf(xml, shown) : '',
    whole: shown !== undefined && shown === content,
  };
}

/** What an element of text holds, as HTML: Atom says in `type` what it is, RSS means HTML. */
function htmlOf(xml: string, element: XmlElement): string {
  const type =
    element.attributes['type'] ?? (element.name === 'content' || element.name === 'summary' ? 'text' : 'html');
  if (type === 'text') return escaped(textOf(element));
  const inner = element.children.find((child) => typeof child !== 'string');
  return type === 'xhtml' && inner ? xml.slice(inner.start, element.end) : textOf(element);
}

/** The title of an entry without the marks that it may hold: RSS means HTML, Atom where it says so. */
function titleOf(item: XmlElement): string | null {
  const printed = textIn(item, 'title');
  const type = childrenOf(item, 'title')[0]?.attributes['type'];
  const isHtml = item.name === 'entry' ? type === 'html' : true;
  if (printed === null || !isHtml || !/[<&]/.test(printed)) return printed;
  return words(
    piecesOfHtml(printed)
      .map(({ text }) => text)
      .join(' '),
  );
}

/** Where the page is to which an element leads. */
const linkIn = (element: XmlElement): string | undefined => {
  const links = childrenOf(element, 'link');
  const alternate = links.find(({ attributes: { href, rel = 'alternate' } }) => href && rel === 'alternate');
  return alternate?.attributes['href'] ?? links.map(textOf).find((text) => text.trim() !== '');
};

function addressOf(item: XmlElement, base: string | null): string | null {
  const guid = childrenOf(item, 'guid').find(({ attributes }) => attributes['isPermaLink'] !== 'false');
  const link = words(linkIn(item));
  const found = [
    link,
    link !== null && base !== null && URL.canParse(link, base) && new URL(link, base).href,
    guid && textOf(guid),
  ];
  return found.map(webAddress).find((address) => address !== null) ?? null;
}

function authorsOf(item: XmlElement): string[] {
  const printed = [...childrenOf(item, 'dc:creator'), ...childrenOf(item, 'author')].map((author) =>
    (textIn(author, 'name') ?? textOf(author)).trim().slice(0, 300),
  );
  // RSS prints an author as `desk@paper.example (Jane Smith)`.
  const names = printed.map((author) => words(/^\S+@\S+ \((.+)\)$/.exec(author)?.[1] ?? author));
  return [...new Set(names.filter((name) => name !== null))];
}

/** A feed as a report: one entry with what it says of itself; several one after the other, with a note. */
export function readFeed({ title, language, entries, more }: Feed): Formatted {
  const pieces = entries.flatMap(piecesOfEntry);
  const [only] = entries;
  if (only === undefined || entries.length > 1) {
    const rest = more > 0 ? ` Only the first ${entries.length} were read.` : '';
    const message = `This is a feed with ${entries.length + more} entries; each is a report of its own.${rest}`;
    return { ...untold(pieces), title, outlet: title, language, notes: [{ code: 'feed-entries', message }] };
  }
  const dated = only.published === null && only.updated !== null;
  return {
    ...untold(pieces),
    title: only.title,
    authors: only.authors,
    outlet: title,
    published: only.published ?? only.updated,
    publishedFrom: only.published === null && only.updated === null ? null : 'markup',
    language: only.language ?? language,
    address: only.address,
    notes: dated
      ? [
          {
            code: 'published-is-updated',
            message: 'The feed says only when the entry was updated, which stands as its date.',
          },
        ]
      : [],
  };
}

function piecesOfEntry({ title, html }: FeedEntry): Piece[] {
  const body = piecesOfHtml(html);
  return title === null ? body : [{ kind: 'title', text: title }, ...body];
}
