import type { Span } from '../reading.ts';
import type { Token } from '../sentences.ts';
import { chainAt, namesAt, type KindOf, type NameList } from './names.ts';
import { setOf } from '../word-sets.ts';

const within = setOf('in at near around of outside');
/** Words with which “a shelter in A”, “safer ground around B” begin, where a way can start and lead as well as in a town. */
const leads = setOf(`
  a an the its their his her several some many all flooded burning destroyed besieged damaged low-lying coastal rural
  homes houses villages towns suburbs districts areas parts neighbourhoods neighborhoods shelters hospitals camps schools
  safety safer higher dry temporary emergency evacuation reception collection relatives hotels`);
/** What stands between the name of a building and that of its town: “the Northern steel plant in A”. */
const facilities = setOf(`
  plant station hospital school camp shelter theatre theater stadium factory mill works mine port airport monastery church
  university prison bunker base centre center hotel`);

/** The places that a way starts from or leads to from a token on: names, else those in “a shelter in A”, “villages around B”. */
export function placesAt(tokens: readonly Token[], from: number): NameList {
  const list = namesAt(tokens, from);
  const told = toldApart(tokens, list);
  if (told) return told;
  if (list.names.length > 0) {
    let i = list.next;
    while (i - list.next < 3 && /^\p{Ll}/u.test(tokens[i]?.text ?? '') && !within.has(tokens[i]!.lower)) i++;
    const isBuilding = list.names.length === 1 && i > list.next && facilities.has(tokens[i - 1]!.lower);
    const town = isBuilding && within.has(tokens[i]?.lower ?? '') ? namesAt(tokens, i + 1) : list;
    return town.names.length > 0 ? town : list;
  }
  if (!leads.has(tokens[from]?.lower ?? '') && !/^\d+$/.test(tokens[from]?.text ?? '')) return list;
  for (let i = from + 1; i < from + 7; i++) {
    if (!/^\p{Ll}/u.test(tokens[i]?.text ?? '')) break;
    if (!within.has(tokens[i]!.lower)) continue;
    const inside = namesAt(tokens, i + 1);
    if (inside.names.length > 0) return toldApart(tokens, inside) ?? inside;
  }
  return list;
}

/** The names in the brackets of “towns of the north region (A, B and C)”; `null` where these do not end so. */
function toldApart(tokens: readonly Token[], { next }: NameList): NameList | null {
  if (tokens[next - 1]?.text !== ')') return null;
  const open = tokens.findLastIndex(({ text }, i) => i < next && text === '(');
  const list = namesAt(tokens, open + 1);
  const isList = list.names.length > 1 && list.next === next - 1;
  return isList && tokens.slice(open, next).some(({ lower }) => lower === 'and' || lower === 'or')
    ? { names: list.names, next }
    : null;
}

/** Where a way leads and what lies on it, with the token behind. */
export interface Goal {
  to: Span[];
  through: Span[];
  next: number;
}

const toward = setOf('to for into towards toward');
const passing = setOf('via through past');
/** Behind these “to” leads nowhere: “according to”. */
const noWay = setOf(
  'according due thanks owing prior addition response regard respect related spoke speaking talked compared told',
);
const arrivals = setOf('reach reached arrive arrived arriving came come enter entered');

/** “… to C”, “… were able to reach C”, at once or behind a few words: “from A in the north region, via B to C”. */
export function goalAfter(tokens: readonly Token[], from: number, kindOf: KindOf): Goal | null {
  const through: Span[] = [];
  for (let i = from; i < Math.min(tokens.length, from + 18); i++) {
    const { lower, text } = tokens[i]!;
    if (lower === 'from' || /^[.;:]$/.test(text)) return null;
    if (passing.has(lower)) {
      const stations = chainAt(tokens, i + 1, kindOf) ?? namesAt(tokens, i + 1);
      through.push(...stations.names);
      if (stations.names.length > 0) i = stations.next - 1;
      continue;
    }
    const isToward = toward.has(lower) && !noWay.has(tokens[i - 1]?.lower ?? '');
    if (!isToward && !arrivals.has(lower)) continue;
    const at = !isToward && /^(?:in|at|to)$/.test(tokens[i + 1]?.lower ?? '') ? i + 2 : i + 1;
    const list = placesAt(tokens, at);
    // Further on a name may be that of somebody: “to X”, “for X”.
    const [name] = list.names;
    const isFar = i - from > (lower === 'for' ? 1 : 8);
    if (!name || (isFar && (lower === 'for' ? kindOf(name) !== 'town' : kindOf(name) === null))) continue;
    return onward(tokens, goalsOf(tokens, list, through));
  }
  return null;
}

/** The names of a list up to the one behind its last “and” or “or”; without one, the first: “to B, Jane Smith said”. */
function goalsOf(tokens: readonly Token[], { names, next }: NameList, through: Span[]): Goal {
  const last = names.at(-1)!;
  const and = tokens.findLast(({ lower, start }) => start < last.start && /^(?:and|or|&)$/.test(lower));
  const end = and ? names.findIndex(({ start }) => start > and.start) : 0;
  return { to: names.slice(0, end + 1), through, next };
}

/** “to B, past C and D to E”, “to B, C to E”: the last is where the way leads. */
function onward(tokens: readonly Token[], goal: Goal): Goal {
  let i = tokens[goal.next]?.text === ',' ? goal.next + 1 : goal.next;
  const stations: Span[] = [];
  while (passing.has(tokens[i]?.lower ?? '')) {
    const list = namesAt(tokens, i + 1);
    if (list.names.length === 0) return goal;
    stations.push(...list.names);
    i = list.next;
  }
  const last = tokens[i]?.lower === 'to' ? namesAt(tokens, i + 1) : null;
  if (last && last.names.length > 0)
    return { to: last.names, through: [...goal.through, ...goal.to, ...stations], next: last.next };
  return stations.length > 0 ? { ...goal, through: [...goal.through, ...stations], next: i } : goal;
}

const goings = setOf(`
  evacuation evacuations evacuated evacuate corridor corridors route routes passage passages convoy convoys column buses go went travel
  people residents civilians patients families cross crossed deliver delivered aid supplies
  taken brought moved transferred transported relocated bused driven flown airlifted ferried led way came come fled`);

/** Behind these another clause begins, or another way. */
const breaks = setOf('from that who adding said says but while . ; :');

/** “came to C from A”, “arrived in C on Monday from A”, “evacuation to C will be organized from A”. */
export function goalBefore(tokens: readonly Token[], from: number): Span | null {
  for (let i = from - 1; i > Math.max(-1, from - 14); i--) {
    const { lower } = tokens[i]!;
    if (breaks.has(lower)) return null;
    const isArrival = arrivals.has(lower);
    if (!isArrival && !(/^(?:in)?to$/.test(lower) && goings.has(tokens[i - 1]?.lower ?? ''))) continue;
    const at = isArrival && /^(?:in|at|to)$/.test(tokens[i + 1]?.lower ?? '') ? i + 2 : i + 1;
    const list = placesAt(tokens, at);
    return list.names.length > 0 && list.next <= from ? list.names[0]! : null;
  }
  return null;
}
