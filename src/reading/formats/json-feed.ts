import type { Feed, FeedEntry } from './feed.ts';
import { escaped, webAddress, words } from './formatted.ts';
import { objectsIn } from './json.ts';

/** So many entries of a feed are read. */
const most = 500;

/** Reads a JSON Feed of version 1 or 1.1; `null` where the object is none. */
export function readJsonFeed(feed: Record<string, unknown>): Feed | null {
  const { version, title, language, items } = feed;
  if (typeof version !== 'string' || !/^https?:\/\/jsonfeed\.org\/version\//.test(version)) return null;
  const listed = objectsIn(items);
  return {
    title: words(title),
    language: words(language),
    every: null,
    more: Math.max(0, listed.length - most),
    entries: listed
      .slice(0, most)
      .map((item) => ({ ...readItem(item), alone: () => JSON.stringify({ ...feed, items: [item] }) })),
  };
}

function readItem(item: Record<string, unknown>): Omit<FeedEntry, 'alone'> {
  const [html, text, summary] = [words(item['content_html']), words(item['content_text']), words(item['summary'])];
  const plain = text ?? summary;
  const authors = [...objectsIn(item['authors']), ...objectsIn([item['author']])].map(({ name }) => words(name));
  const address = webAddress(item['url']) ?? webAddress(item['external_url']);
  const title = words(item['title']);
  return {
    id: typeof item['id'] === 'number' ? String(item['id']) : (words(item['id']) ?? address ?? title),
    address,
    title,
    authors: [...new Set(authors.filter((name) => name !== null))],
    published: words(item['date_published']),
    updated: words(item['date_modified']),
    language: words(item['language']),
    html:
      html ??
      (plain === null
        ? ''
        : plain
            .split(/\n\s*\n/)
            .map((one) => `<p>${escaped(one)}</p>`)
            .join('')),
    whole: html !== null || text !== null,
  };
}
