import type { FoundPlace, KnownPlace, Span } from '../reading.ts';
import type { Named, Place, Point } from './gazetteer.ts';
import { lookupKey } from './names.ts';
import { holds, resolveAll, type Asked } from './resolve.ts';
import type { LookUp } from './spot.ts';

interface Mention extends Span {
  words: string;
  /** The name as it is looked up. */
  own: string;
  named: readonly Named[];
  /** What stands behind the comma and holds it: “Town, State”. */
  container: Mention | null;
}

/** Says where the places lie whose names stand at these spans of a text; together, for each helps to tell the others. */
export function locate(text: string, spans: readonly Span[], lookUp: LookUp, home: Point | null): FoundPlace[] {
  const mentions = spans.map(({ start, end }): Mention => {
    const words = text.slice(start, end);
    const named = lookUp(words);
    const regions = named.filter(({ place }) => place.kind === 'region' && !place.name.endsWith(' City'));
    // “New York state” is the region, whatever town has its name.
    const isState =
      regions.length > 0 &&
      (/^ (?:state|province|region)\b/.test(text.slice(end, end + 10)) ||
        /\b(?:state|province|region) of $/.test(text.slice(Math.max(0, start - 14), start)));
    const own = lookupKey(words);
    return {
      start,
      end,
      words,
      own: isState ? `${own} state` : own,
      named: isState ? regions : named,
      container: null,
    };
  });
  for (const [i, one] of mentions.entries()) {
    const next = mentions[i + 1];
    if (next && isHeld(text, mentions[i - 1], one, next)) one.container = next;
  }
  /** The container that a name had once: “Moscow, Idaho” is meant where only “Moscow” stands, too. */
  const homes = new Map<string, Mention>();
  for (const { own, container } of mentions) if (container && !homes.has(own)) homes.set(own, container);
  const asked = new Map<string, Asked>();
  for (const one of mentions) {
    const container = one.container ?? homes.get(one.own) ?? null;
    const key = keyOf(one);
    if (!asked.has(key)) asked.set(key, { own: one.own, named: one.named, container: container?.named ?? [] });
  }
  const keys = [...asked.keys()];
  const answers = new Map(resolveAll([...asked.values()], home).map((ranked, i) => [keys[i]!, ranked]));
  return mentions.flatMap((one): FoundPlace[] => {
    const [top, ...rest] = answers.get(keyOf(one))!;
    if (!top) return [];
    const { start, end, words } = one;
    const sort = top.named.naming === 'adjective' ? 'people' : 'place';
    const near = rest.filter(({ score }) => top.score - score <= doubtful);
    const others = near.slice(0, mostOthers).map(({ named }) => known(named.place));
    return [{ start, end, words, sort, ...known(top.named.place), sure: others.length === 0, others }];
  });
}

/** A meaning that is so little behind the best is another that may be meant; so many of them are told. */
const doubtful = 1;
const mostOthers = 3;

const known = ({ name, kind, country, region, latitude, longitude, geonames }: Place): KnownPlace => ({
  name,
  kind,
  country,
  region,
  latitude,
  longitude,
  geonames,
});

/** One sense per text: what has one key is answered alike. */
const keyOf = ({ own, container }: Mention): string => (container ? `${own}, ${container.own}` : own);

/** Whether what stands behind the comma holds the place before it; in a list of regions, each behind a comma, none does. */
function isHeld(text: string, before: Mention | undefined, one: Mention, next: Mention): boolean {
  if (!/^,? \(?$/.test(text.slice(one.end, next.start))) return false;
  if (!next.named.some(({ place }) => holds(place, one.named))) return false;
  const isRegion = ({ named }: Mention): boolean =>
    named.some(({ place }) => place.kind === 'region' || place.kind === 'country');
  return !(before && text.slice(before.end, one.start) === ', ' && isRegion(before) && isRegion(one));
}
