import { oneLine, clean } from './characters.ts';
import { attribute, type Element } from './dom.ts';

/** What the markup of a page says about it; `null` where it says nothing. */
export interface Markup {
  title: string | null;
  authors: string[];
  outlet: string | null;
  published: string | null;
  language: string | null;
  address: string | null;
  /** The words of the article, as JSON-LD repeats them. */
  told: string | null;
  /** Whether it says that somebody has to pay for it, or for a part. */
  paid: boolean;
}

/** Names of `<meta>`, the more telling first. */
const names = {
  title: ['og:title', 'twitter:title', 'parsely-title', 'dc.title', 'dcterms.title', 'sailthru.title'],
  author: ['author', 'parsely-author', 'dc.creator', 'dcterms.creator', 'sailthru.author', 'article:author', 'byl'],
  outlet: ['og:site_name', 'dc.publisher', 'dcterms.publisher', 'application-name'],
  published: [
    'article:published_time',
    'og:published_time',
    'parsely-pub-date',
    'datepublished',
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.created',
    'dc.date',
    'sailthru.date',
    'pubdate',
    'publish-date',
    'publishdate',
    'date',
  ],
  language: ['og:locale', 'content-language', 'dc.language', 'language'],
  address: ['og:url', 'parsely-link'],
};
/** Longer JSON-LD than this is not looked into. */
const longestData = 500_000;

type Data = Record<string, unknown>;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const said = (value: unknown): string | null =>
  typeof value === 'string' ? oneLine(clean(value.slice(0, 5000)).text) || null : null;

/** The first object of JSON-LD that speaks of an article. */
function articleData(elements: Element[]): Data {
  for (const element of elements) {
    if (element.tagName !== 'script' || !/ld\+json/i.test(attribute(element, 'type') ?? '')) continue;
    const text = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
    if (text.length > longestData) continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      continue;
    }
    const objects = listOf(value).flatMap((one) => (isData(one) ? [one, ...listOf(one['@graph']).filter(isData)] : []));
    const found = objects.find((one) =>
      listOf(one['@type']).some((type) => /(article|posting|report)$/i.test(String(type))),
    );
    if (found) return found;
  }
  return {};
}

/** The name of a person or body in JSON-LD, which is a text or an object with one. */
const nameIn = (value: unknown): string | null => said(isData(value) ? value['name'] : value);

const isName = (text: string | null): text is string =>
  text !== null && text.length <= 100 && !/^https?:|@|\.(com|org|net)\b/i.test(text);

const webAddress = (value: string | null): string | null =>
  value !== null && /^https?:\/\//i.test(value) && value.length <= 2000 && URL.canParse(value) ? value : null;

const isPaid = (value: unknown): boolean => isData(value) && /^false$/i.test(String(value['isAccessibleForFree']));

/** An article's words; a few are a summary, and too many are not looked through. */
const toldIn = (value: unknown): string | null =>
  typeof value === 'string' && value.length >= 300 && value.length <= 200_000 ? value : null;

/** What `<meta>`, JSON-LD, microdata and the elements of a page say about it. */
export function markupOf(elements: Element[]): Markup {
  const metas = new Map<string, string>();
  const all = new Map<string, Element>();
  const items = new Map<string, Element>();
  let canonical: string | null = null;
  for (const element of elements) {
    const { tagName } = element;
    if (tagName === 'meta') {
      const content = said(attribute(element, 'content'));
      for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
        const name = attribute(element, key)?.toLowerCase();
        if (name !== undefined && content !== null && !metas.has(name)) metas.set(name, content);
      }
    } else if (tagName === 'link' && attribute(element, 'rel') === 'canonical')
      canonical ??= said(attribute(element, 'href'));
    else if (tagName === 'time') {
      if (attribute(element, 'datetime') !== null && !all.has('time')) all.set('time', element);
    } else if (!all.has(tagName) && element.namespaceURI.endsWith('xhtml')) all.set(tagName, element);
    const item = attribute(element, 'itemprop');
    if (item !== null && !items.has(item)) items.set(item, element);
  }
  const meta = (keys: readonly string[]): string | null => {
    for (const key of keys) if (metas.has(key)) return metas.get(key)!;
    return null;
  };
  const textIn = (element: Element | undefined): string | null =>
    said(element?.childNodes.map((node) => ('value' in node ? node.value : '')).join(''));
  const attributeOf = (element: Element | undefined, name: string): string | null =>
    said(element && attribute(element, name));
  const data = articleData(elements);
  const named = (values: (string | null)[]): string[] =>
    values.map((value) => value?.replace(/^by /i, '') ?? null).filter(isName);
  const inData = named(listOf(data['author']).slice(0, 20).map(nameIn));
  const inMarkup = named([meta(names.author), textIn(items.get('author'))]).slice(0, 1);
  const heading = textIn(all.get('h1'));
  // Often the outlet's name stands behind the title, and the first heading is the title alone; it may also be a logo.
  const longest = meta(names.title) ?? said(data['headline']) ?? textIn(all.get('title')) ?? heading;
  const published = items.get('datePublished');
  return {
    title: heading !== null && heading.length > 10 && longest?.startsWith(heading) ? heading : longest,
    authors: inData.length > 0 ? [...new Set(inData)] : inMarkup,
    outlet: meta(names.outlet) ?? nameIn(data['publisher']),
    published:
      meta(names.published.slice(0, 1)) ??
      said(data['datePublished']) ??
      meta(names.published) ??
      attributeOf(published, 'content') ??
      attributeOf(published, 'datetime') ??
      attributeOf(all.get('time'), 'datetime'),
    language:
      attributeOf(all.get('html'), 'lang') ??
      said(data['inLanguage']) ??
      meta(names.language)?.replace('_', '-') ??
      null,
    told: toldIn(data['articleBody']),
    paid: [data, ...listOf(data['hasPart']).slice(0, 20)].some(isPaid),
    address: webAddress(canonical) ?? webAddress(meta(names.address)) ?? webAddress(said(data['url'])),
  };
}
