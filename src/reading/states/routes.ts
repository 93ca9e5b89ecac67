import type { Span } from '../reading.ts';
import type { Token } from '../sentences.ts';
import { chainAt, namesAt, type KindOf } from './names.ts';

/** A way from somewhere to somewhere, as a sentence gives it; `null` is not said. */
export interface Way {
  from: Span | null;
  through: Span[];
  to: Span | null;
}

const toward = new Set(['to', 'for', 'into', 'towards', 'toward']);
const arriving = new Set([
  'reach',
  'reached',
  'arrive',
  'arrived',
  'enter',
  'entered',
  'come',
  'came',
  'get',
  'to',
  'in',
  'at',
]);
const arrivals = new Set(['reach', 'reached', 'arrive', 'arrived', 'came', 'come']);
const residents = new Set(['residents', 'people', 'civilians', 'inhabitants', 'evacuees']);

/**
 * The ways that a sentence speaks of: “from A and B to C”, “A - B - C”, “link A with B”, “between A and B”, “leave A for B”.
 *
 * Dashes alone make a way only where `chains` is set: they also join teams, schools and twin towns.
 */
export function waysIn(tokens: readonly Token[], kindOf: KindOf, chains: boolean): Way[] {
  const ways: Way[] = [];
  let pending: Span[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]!.lower;
    if (word === 'from' || (word === 'of' && residents.has(tokens[i - 1]?.lower ?? ''))) {
      const chain = chainAt(tokens, i + 1, kindOf);
      const list = chain ?? namesAt(tokens, i + 1);
      if (list.names.length === 0) continue;
      const back = placeBefore(tokens, i) ?? goalBefore(tokens, i);
      i = list.next - 1;
      if (chain && chain.names.length > 1) {
        ways.push(along(chain.names));
        continue;
      }
      const to = toAt(tokens, list.next) ?? arrivalAfter(tokens, list.next);
      if (to) {
        for (const from of [...pending, ...list.names]) ways.push({ from, through: [], to: to.name });
        pending = [];
        i = to.next - 1;
      } else if (back) for (const from of list.names) ways.push({ from, through: [], to: back });
      else pending.push(...list.names);
      continue;
    }
    if ((word === 'via' || word === 'through') && ways.length > 0) {
      const stations = namesAt(tokens, i + 1);
      const chain = chainAt(tokens, i + 1, kindOf) ?? stations;
      if (chain.names.length > 0) {
        const way = ways.at(-1)!;
        way.through = chain.names.filter(({ start }) => start !== way.to?.start);
        i = chain.next - 1;
        continue;
      }
    }
    const pair = pairAt(tokens, i);
    if (pair) {
      ways.push(...pair.ways);
      i = pair.next - 1;
      continue;
    }
    const chain = chains ? chainAt(tokens, i, kindOf) : null;
    if (!chain) continue;
    const known = ways.find(({ from, to }) => from && to && holdsBoth(chain.names, from, to, tokens));
    if (known) known.through = chain.names.slice(1, -1);
    else ways.push(along(chain.names));
    i = chain.next - 1;
  }
  for (const from of pending) ways.push({ from, through: [], to: null });
  return ways;
}

const along = (names: Span[]): Way => ({ from: names[0]!, through: names.slice(1, -1), to: names.at(-1)! });

/** A chain that only tells the stations of a way that has just been named ends where it does. */
function holdsBoth(names: Span[], from: Span, to: Span, tokens: readonly Token[]): boolean {
  const wordAt = (span: Span): string => tokens.find((token) => token.start === span.start)?.lower ?? '';
  const words = new Set(names.map(wordAt));
  return words.has(wordAt(from)) && words.has(wordAt(to));
}

/** “… to C”, at once or behind a few words: “from A in the north region to C”. */
function toAt(tokens: readonly Token[], from: number): { name: Span; next: number } | null {
  for (let i = from; i < Math.min(tokens.length, from + 12); i++) {
    const word = tokens[i]!.lower;
    if (word === 'from' || /^[.;:]$/.test(tokens[i]!.text)) return null;
    if (!toward.has(word)) continue;
    const list = namesAt(tokens, i + 1);
    if (list.names.length > 0) return { name: list.names[0]!, next: list.next };
  }
  return null;
}

/** “residents of A were able to reach C”. */
function arrivalAfter(tokens: readonly Token[], from: number): { name: Span; next: number } | null {
  for (let i = from; i < Math.min(tokens.length, from + 9); i++) {
    if (!arrivals.has(tokens[i]!.lower)) continue;
    const at = ['in', 'at', 'to'].includes(tokens[i + 1]?.lower ?? '') ? i + 2 : i + 1;
    const list = namesAt(tokens, at);
    if (list.names.length > 0) return { name: list.names[0]!, next: list.next };
  }
  return null;
}

/** “came to C from A”. */
function placeBefore(tokens: readonly Token[], from: number): Span | null {
  for (let i = from - 1; i > Math.max(0, from - 5); i--) {
    if (!arriving.has(tokens[i]!.lower)) continue;
    const list = namesAt(tokens, i + 1);
    return list.names.length === 1 && list.next === from ? list.names[0]! : null;
  }
  return null;
}

const goings = new Set([
  'evacuation',
  'evacuations',
  'evacuated',
  'corridor',
  'corridors',
  'route',
  'routes',
  'passage',
  'go',
  'travel',
]);

/** “evacuation to C will be organized from A”. */
function goalBefore(tokens: readonly Token[], from: number): Span | null {
  for (let i = from - 1; i > Math.max(0, from - 14); i--) {
    if (tokens[i]!.lower !== 'to' || !goings.has(tokens[i - 1]!.lower)) continue;
    return namesAt(tokens, i + 1).names[0] ?? null;
  }
  return null;
}

const linking = new Set(['link', 'links', 'linking', 'linked', 'connect', 'connects', 'connecting']);
const leaving = new Set(['leave', 'leaves', 'left', 'leaving', 'departed', 'depart', 'departing']);

function pairAt(tokens: readonly Token[], i: number): { ways: Way[]; next: number } | null {
  const word = tokens[i]!.lower;
  if (linking.has(word)) {
    const ways: Way[] = [];
    let next = i + 1;
    for (;;) {
      const from = namesAt(tokens, next);
      if (from.names.length === 0 || !['with', 'to'].includes(tokens[from.next]?.lower ?? '')) break;
      const to = namesAt(tokens, from.next + 1);
      const [end, further] = to.names;
      if (!end) break;
      for (const start of from.names) ways.push({ from: start, through: [], to: end });
      next = to.next;
      if (!further || tokens[next]?.lower !== 'with') break;
      next = tokens.findIndex((token) => token.start === further.start);
    }
    return ways.length > 0 ? { ways, next } : null;
  }
  if (word === 'between') {
    const { names, next } = namesAt(tokens, i + 1);
    return names.length === 2 ? { ways: [{ from: names[0]!, through: [], to: names[1]! }], next } : null;
  }
  if (!leaving.has(word)) return null;
  const from = namesAt(tokens, i + 1);
  const next = tokens[from.next]?.text === ',' ? from.next + 1 : from.next;
  if (from.names.length === 0 || !toward.has(tokens[next]?.lower ?? '')) return null;
  const to = namesAt(tokens, next + 1);
  if (to.names.length === 0) return null;
  return { ways: from.names.map((start) => ({ from: start, through: [], to: to.names[0]! })), next: to.next };
}
