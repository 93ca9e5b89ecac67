import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A place that people marked in an article. */
export interface GoldPlace {
  start: number;
  end: number;
  phrase: string;
  latitude: number | null;
  longitude: number | null;
}

/** An article of a set of toponyms. */
export interface PlacedArticle {
  id: string;
  /** The address or domain of the outlet, as the set has it. */
  outlet: string | null;
  text: string;
  places: GoldPlace[];
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(xml: string): string {
  const cdata = /^\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*$/.exec(xml);
  if (cdata) return cdata[1]!;
  return xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? all;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16));
  });
}

const field = (xml: string, name: string): string | null =>
  new RegExp(`<${name}(?: [^>]*)?>([\\s\\S]*?)</${name}>`).exec(xml)?.[1] ?? null;

const number = (xml: string, name: string): number | null => {
  const found = field(xml, name)?.trim();
  return found === undefined || found === '' || !Number.isFinite(Number(found)) ? null : Number(found);
};

/** The place of a phrase nearest to where the set says it starts, or `null` where the text does not hold it. */
function anchored(text: string, phrase: string, start: number): number | null {
  if (text.startsWith(phrase, start)) return start;
  const after = text.indexOf(phrase, start);
  const before = text.lastIndexOf(phrase, start);
  if (after < 0 && before < 0) return null;
  return after < 0 || (before >= 0 && start - before <= after - start) ? before : after;
}

/** Reads a set; `first` is the number that its offsets start from. Places that the text does not hold are left out. */
export function placedArticles(folder: string, file: string, first: 0 | 1): PlacedArticle[] {
  const xml = readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n');
  return [...xml.matchAll(/<article[ >]([\s\S]*?)<\/article>/g)].map(([, article = ''], i) => {
    const text = plain(field(article, 'text') ?? '');
    const places = [...article.matchAll(/<(toponym|location)>([\s\S]*?)<\/\1>/g)].flatMap(([, , one = '']) => {
      const phrase = plain(field(one, 'phrase') ?? field(one, 'name') ?? '').trim();
      const start = anchored(text, phrase, (number(one, 'start') ?? 0) - first);
      if (start === null || phrase === '') return [];
      return [
        { start, end: start + phrase.length, phrase, latitude: number(one, 'lat'), longitude: number(one, 'lon') },
      ];
    });
    const outlet = (field(article, 'domain') ?? field(article, 'source'))?.trim() ?? null;
    return { id: `${file}:${i}`, outlet, text, places };
  });
}
