import type { FoundPlace, KnownPlace, Span } from '../reading.ts';
import type { Named, Place, Point } from './gazetteer.ts';
import { lookupKey } from './names.ts';
import { bestAlone, holds, resolveAll, type Asked } from './resolve.ts';
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
  const mentions = spans.map((span): Mention => mentionAt(text, span, lookUp));
  for (const [i, one] of mentions.entries()) {
    const next = mentions[i + 1];
    if (next && isHeld(text, mentions[i - 1], one, next)) one.container = next;
  }
  for (const list of listsOf(text, mentions)) {
    const country = list.map(countryOfRegion).find((code) => code !== null);
    if (country) for (const one of list) asRegion(one, country);
  }
  for (const one of mentions) if (one.container) asHolder(one.container, one);
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

function mentionAt(text: string, { start, end }: Span, lookUp: LookUp): Mention {
  const words = text.slice(start, end);
  const mention: Mention = { start, end, words, own: lookupKey(words), named: lookUp(words), container: null };
  // “New York state” is the region, whatever town has its name.
  const isState =
    /^ (?:state|province|region|Gov\.|Governor)(?![a-z])/.test(text.slice(end, end + 10)) ||
    /\b(?:state|province|region) of $/.test(text.slice(Math.max(0, start - 14), start));
  if (isState) asRegion(mention);
  return mention;
}

/** The regions, perhaps of one country only, that a name can mean. */
const regionsOf = ({ named }: Mention, country?: string): Named[] =>
  named.filter(
    ({ place }) =>
      place.kind === 'region' && !place.name.endsWith(' City') && (country === undefined || place.country === country),
  );

/** Takes a name for that of a region only, if it is one. */
function asRegion(mention: Mention, country?: string): void {
  const regions = regionsOf(mention, country);
  if (regions.length === 0 || regions.length === mention.named.length) return;
  mention.named = regions;
  mention.own += ' state';
}

/** Takes a name behind a comma for what holds the one before it, and no town of the name: “Rochester, New York”. */
function asHolder(mention: Mention, inner: Mention): void {
  const holding = mention.named.filter(({ place }) => holds(place, inner.named));
  if (holding.length === 0 || holding.length === mention.named.length) return;
  mention.named = holding;
  mention.own += ` around ${inner.own}`;
}

/** Runs of two names and more, apart by commas and “and”, that can all be regions: “Ohio, Washington and Utah”. */
function listsOf(text: string, mentions: readonly Mention[]): Mention[][] {
  const lists: Mention[][] = [];
  for (const [i, one] of mentions.entries()) {
    if (regionsOf(one).length === 0) continue;
    const before = mentions[i - 1];
    const open = lists.at(-1);
    const isNext =
      before !== undefined &&
      open?.at(-1) === before &&
      before.container !== one &&
      /^(?:,|,? and|,? or) $/.test(text.slice(before.end, one.start));
    if (isNext) open.push(one);
    else lists.push([one]);
  }
  return lists.filter(({ length }) => length > 1);
}

/** The country of the region that a name means rather than a town, where nothing else is known. */
function countryOfRegion({ named }: Mention): string | null {
  const best = bestAlone(named)?.place;
  return best?.kind === 'region' ? best.country : null;
}

/** A meaning that is so little behind the best is another that may be meant; so many of them are told. */
const doubtful = 1;
const mostOthers = 3;

const known = ({ name, kind, country, region, regionName, latitude, longitude, geonames }: Place): KnownPlace => ({
  name,
  kind,
  country,
  region,
  ...(regionName !== undefined && { regionName }),
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
