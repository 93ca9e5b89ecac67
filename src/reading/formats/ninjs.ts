import { readPlain, type Piece } from '../plain.ts';
import { piecesOfHtml, untold, webAddress, words, type Formatted } from './formatted.ts';
import { isObject, objectsIn } from './json.ts';

/** So many pictures of an item have their captions read. */
const mostPictures = 50;

/** A text of an item in one of the roles that ninjs gives it. */
interface Told {
  role: string;
  html: boolean;
  value: string;
}

/** Reads an item of IPTC's ninjs, version 1, 2 or 3; `null` where the object is none. */
export function readNinjs(item: Record<string, unknown>): Formatted | null {
  const headlines = toldIn(item, 'headline');
  const bodies = toldIn(item, 'body');
  const descriptions = toldIn(item, 'description');
  if (words(item['uri']) === null || headlines.length + bodies.length + descriptions.length === 0) return null;
  const title = mainOf(headlines);
  const text = mainOf(bodies) ?? mainOf(descriptions);
  const sources = objectsIn(item['infosources']).map(({ name }) => words(name));
  const published = words(item['versioncreated']) ?? words(item['firstcreated']);
  const status = words(item['pubstatus']);
  return {
    ...untold([
      ...(title ? piecesIn(title, 'title') : []),
      ...(text ? piecesIn(text, null) : []),
      ...captionsOf(item['associations']),
    ]),
    title: title?.value ?? null,
    authors: [words(item['by']) ?? words(item['byline'])].flatMap((name) => name?.replace(/^by:?\s+/i, '') ?? []),
    outlet: sources.find((name) => name !== null) ?? words(item['copyrightholder']),
    published,
    publishedFrom: published === null ? null : 'markup',
    language: words(item['language']),
    address: webAddress(item['uri']),
    notes: [
      ...(status !== null && status !== 'usable'
        ? [
            {
              code: 'item-not-usable',
              message: `The agency calls this item “${status}”: it is not to be used as it is.`,
            },
          ]
        : []),
      ...noted('embargo', 'It is under embargo until', item['embargoed']),
      ...noted('editors-note', 'The agency tells editors:', item['ednote']),
    ],
  };
}

const noted = (code: string, says: string, value: unknown) => {
  const printed = words(value);
  return printed === null ? [] : [{ code, message: `${says} ${printed}` }];
};

/** The texts of a sort: lists of objects since version 2 (`bodies`), before it properties with a suffix (`body_text`). */
function toldIn(item: Record<string, unknown>, sort: 'headline' | 'body' | 'description'): Told[] {
  const listed = objectsIn(item[sort === 'body' ? 'bodies' : `${sort}s`]).map(({ role, contenttype, value }) => ({
    role: words(role) ?? 'main',
    html: /html/i.test(words(contenttype) ?? ''),
    value: words(value),
  }));
  const single = ['', '_xhtml', '_html', '_text'].map((suffix) => ({
    role: 'main',
    html: suffix.endsWith('html'),
    value: words(item[sort + suffix]),
  }));
  return [...listed, ...single].filter((told): told is Told => told.value !== null);
}

const mainOf = (texts: Told[]): Told | null => texts.find(({ role }) => role === 'main') ?? texts[0] ?? null;

function piecesIn({ html, value }: Told, kind: Piece['kind'] | null): Piece[] {
  const pieces = html ? piecesOfHtml(value) : readPlain(value);
  return kind === null ? pieces : pieces.map(({ text }) => ({ kind, text }));
}

/** The descriptions of the pictures that belong to an item: a list since version 2, before it an object. */
function captionsOf(associations: unknown): Piece[] {
  const items = isObject(associations) ? objectsIn(Object.values(associations)) : objectsIn(associations);
  return items.slice(0, mostPictures).flatMap((item) => {
    const caption = ['picture', 'video', 'graphic'].includes(words(item['type']) ?? '')
      ? mainOf(toldIn(item, 'description'))
      : null;
    return caption ? piecesIn(caption, 'caption') : [];
  });
}
