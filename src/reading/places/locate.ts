import type { FoundPlace, Span } from '../reading.ts';
import type { Gazetteer } from './gazetteer.ts';
import { fold } from './names.ts';
import { holds, resolveAll, type Asked } from './resolve.ts';
import { meaningsOf } from './spot.ts';

/** Says where the places lie whose names stand at these spans of a text; together, for each helps to tell the others. */
export function locate(text: string, spans: readonly Span[], gazetteer: Gazetteer): FoundPlace[] {
  const asked = new Map<string, Asked>();
  const mentions = spans.map(({ start, end }) => {
    const words = text.slice(start, end);
    const own = fold(words);
    return { start, end, words, own, key: own, named: meaningsOf(words, gazetteer) };
  });
  /** The container that a name had once: “Moscow, Idaho” is meant where only “Moscow” stands, too. */
  const containers = new Map<string, number>();
  for (const [i, one] of mentions.entries()) {
    const next = mentions[i + 1];
    if (!next || !/^,? \(?$/.test(text.slice(one.end, next.start))) continue;
    if (!next.named.some(({ place }) => holds(place, one.named))) continue;
    one.key = `${one.own}, ${next.own}`;
    if (!containers.has(one.own)) containers.set(one.own, i + 1);
  }
  for (const { key, own, named } of mentions) {
    const known = asked.get(key);
    const at = key === own ? containers.get(own) : mentions.findIndex((one) => one.key === key) + 1;
    if (known) known.times++;
    else asked.set(key, { key, own, named, container: mentions[at ?? -1]?.named ?? [], times: 1 });
  }
  const keys = [...asked.keys()];
  const answers = new Map(resolveAll([...asked.values()]).map((ranked, i) => [keys[i]!, ranked]));
  return mentions.flatMap(({ start, end, words, key }): FoundPlace[] => {
    const [top, second] = answers.get(key)!;
    if (!top) return [];
    const { name, kind, country, region, latitude, longitude, geonames } = top.named.place;
    const sort = top.named.naming === 'adjective' ? 'people' : 'place';
    const sure = !second || top.score - second.score > 1;
    return [{ start, end, words, sort, name, kind, country, region, latitude, longitude, geonames, sure }];
  });
}
