import { inPart, isDay, joined } from './clock.ts';
import type { Sense } from './sense.ts';
import type { TimeToken } from './tokens.ts';
import { setOf } from '../word-sets.ts';

/** An expression of a sentence, by its tokens: from one up to, not with, another. */
export interface Expression {
  from: number;
  to: number;
  sense: Sense;
  /** Whether it is a time of a day that it names itself. */
  isWhole: boolean;
}

/** Between two times that begin and end something, or that are told together. */
export const joining = setOf('to and or until till through - – —');
/** Between a time and its day: “noon, Saturday”, “5 p.m. on Friday”, “the night of 3 May”. */
const links = setOf(', on of');
/** Between a time and its day where the time is told twice: “5 p.m. (1500 GMT) on Friday”. */
const brackets = setOf('( ) , on');
/** Parts of a day that are told from the report's, so that a comma parts them from another day. */
const near = setOf('this last tonight overnight that');

/** Adds an expression, or joins it to the one before: “noon, Saturday”, “10 p.m. Wednesday”, “Friday night”. */
export function add(tokens: readonly TimeToken[], found: Expression[], next: Expression): void {
  const { from, to, sense } = next;
  if (!isDay(sense)) {
    found.push(next);
    return;
  }
  const part = tokens[to]?.meanings.find(([symbol]) => symbol === 'PART');
  if (part) {
    const time = { ...inPart(String(part[1]), null), mod: sense.mod };
    found.push({ from, to: to + 1, sense: joined(time, sense), isWhole: true });
    return;
  }
  const last = found.at(-1);
  if (last && isTime(last) && touches(tokens, last, from)) {
    found[found.length - 1] = { from: last.from, to, sense: joined(last.sense, sense), isWhole: true };
    shareDay(tokens, found, found.length - 2, last.from, sense);
  } else {
    shareDay(tokens, found, found.length - 1, from, sense);
    found.push(next);
  }
}

const isTime = ({ sense, isWhole }: Expression): boolean => sense.type === 'TIME' && !isWhole;

function touches(tokens: readonly TimeToken[], time: Expression, at: number): boolean {
  if (at === time.to) return true;
  const { lower } = tokens[time.to]!;
  return at - time.to === 1 && links.has(lower) && !(lower === ',' && near.has(tokens[time.from]!.lower));
}

/** Gives a day to the times right before it: “5 p.m. (1500 GMT) on Friday”, “from 7 p.m. to 10 p.m. on Friday”. */
function shareDay(tokens: readonly TimeToken[], found: Expression[], end: number, at: number, day: Sense): void {
  const isFirst = !found.slice(0, end + 1).some(({ sense, isWhole }) => isWhole || isDay(sense));
  let next = at;
  for (let k = end; k >= 0 && isTime(found[k]!); k--) {
    const time = found[k]!;
    const between = tokens.slice(time.to, next);
    const isSame = between.length > 0 && between.every(({ lower }) => brackets.has(lower));
    if (!isSame && !(isFirst && between.length === 1 && joining.has(between[0]!.lower))) return;
    if (isSame && near.has(tokens[time.from]!.lower)) return;
    found[k] = { ...time, sense: joined(time.sense, day), isWhole: true };
    next = time.from;
  }
}
