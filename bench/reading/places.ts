import { findPlaces } from '../../src/reading/places/find.ts';
import { distance, type Gazetteer, type Point } from '../../src/reading/places/gazetteer.ts';
import { locate } from '../../src/reading/places/locate.ts';
import { lookUpIn } from '../../src/reading/places/spot.ts';
import { placedArticles, type PlacedArticle } from './place-sets.ts';
import type { Span } from '../../src/reading/reading.ts';
import { readGazetteer } from '../../src/server/gazetteer.ts';
import { f1Of, precisionOf, type Score } from './score.ts';

const sets = [
  {
    set: 'LGL',
    file: 'lgl.xml',
    first: 0,
    people: true,
    reach: [0.78, 0.85],
    others: ['baseline .65', 'baseline .70, published .83'],
  },
  {
    set: 'TR-News',
    file: 'TR-News.xml',
    first: 0,
    people: true,
    reach: [0.82, 0.88],
    others: ['baseline .72', 'baseline .74'],
  },
  {
    set: 'GeoVirus',
    file: 'GeoVirus.xml',
    first: 1,
    people: false,
    reach: [0.88, 0.93],
    others: ['baseline .80', 'baseline .84, published .87'],
  },
] as const;

/** Kilometres within which a place counts as the right one. */
const near = 161;

/** Mentions of places and where they are, in LGL, TR-News and GeoVirus. */
export async function places(folder: string): Promise<Score[]> {
  const world = readGazetteer();
  const scores: Score[] = [];
  const texts: string[] = [];
  for (const { set, file, first, people, reach, others } of sets) {
    const articles = placedArticles(folder, file, first);
    const homes = homesOf(articles, world);
    const counts = { found: 0, gold: 0, right: 0 };
    const located = { gold: 0, right: 0 };
    for (const { text, outlet, places: gold } of articles) {
      const gazetteer = { ...world, home: homes.get(outlet) ?? null };
      texts.push(text);
      const found = findPlaces(text, linesOf(text), gazetteer).filter(({ sort }) => people || sort === 'place');
      const at = new Map(found.map((place) => [`${place.start}:${place.end}`, place]));
      counts.found += found.length;
      for (const { start, end } of gold) {
        counts.gold++;
        const same = at.get(`${start}:${end}`);
        if (same) counts.right++;
      }
      const where = new Map(
        locate(
          text,
          gold.toSorted((a, b) => a.start - b.start),
          lookUpIn(world),
          gazetteer.home,
        ).map((place) => [place.start, place]),
      );
      for (const { start, latitude, longitude } of gold) {
        if (latitude === null || longitude === null) continue;
        located.gold++;
        const place = where.get(start);
        if (place && distance(place, { latitude, longitude }) <= near) located.right++;
      }
    }
    scores.push(
      {
        skill: 'place mentions, exact F1',
        set,
        value: f1Of(counts),
        precision: precisionOf(counts),
        reach: reach[0],
        others: others[0],
      },
      {
        skill: 'gold places resolved within 161 km',
        set,
        value: located.right / located.gold,
        precision: null,
        reach: reach[1],
        others: others[1],
      },
    );
  }
  scores.push({
    skill: 'places, texts of 2,000 words a second of one core',
    set: 'all three',
    value: speedOf(texts, world),
    precision: null,
    reach: 500,
    others: '',
  });
  return scores;
}

/** Rounds over all texts; those before the measured ones are for the compiler. */
const warming = 3;
const rounds = 9;

/** How many texts of 2,000 words are read in a second of one processor. */
function speedOf(texts: readonly string[], gazetteer: Gazetteer): number {
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
  const times = Array.from({ length: warming + rounds }, () => {
    const began = process.cpuUsage();
    for (const text of texts) findPlaces(text, linesOf(text), gazetteer);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1e6;
  });
  return words / 2000 / times.slice(warming).toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!;
}

const linesOf = (text: string): Span[] =>
  [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({ start: index, end: index + line.length }));

/** So many places of an outlet's articles must lie around its home, and so near. */
const fewest = 4;
const around = 100;

/** Where each outlet is at home: where most of the towns lie that its articles surely name. No mark of people is used. */
function homesOf(articles: readonly PlacedArticle[], gazetteer: Gazetteer): Map<string | null, Point> {
  const byOutlet = Map.groupBy(articles, ({ outlet }) => outlet);
  const homes = new Map<string | null, Point>();
  for (const [outlet, own] of byOutlet) {
    if (outlet === null || own.length < 2) continue;
    const towns = own.flatMap(({ text }) => {
      const sure = findPlaces(text, linesOf(text), gazetteer).filter(
        ({ sure, kind }) => sure && (kind === 'town' || kind === 'district'),
      );
      return [...new Map(sure.map((place) => [place.name, place])).values()];
    });
    const neighbours = (one: Point): number => towns.filter((other) => distance(one, other) < around).length;
    const [best] = towns
      .map((town) => ({ town, count: neighbours(town) }))
      .toSorted((a, b) => b.count - a.count || a.town.latitude - b.town.latitude);
    if (best && best.count >= fewest && best.count * 3 > towns.length) homes.set(outlet, best.town);
  }
  return homes;
}
