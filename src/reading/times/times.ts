import type { FoundTime } from '../reading.ts';
import { wordsIn, type Sentence } from '../sentences.ts';
import { dayNumber } from './calendar.ts';
import { clock, dayOf, inPart, joined } from './clock.ts';
import { dates } from './dates.ts';
import { durations, sets } from './durations.ts';
import { isMeant } from './guards.ts';
import { modifiers, suffixes, type Modifier } from './modifiers.ts';
import { Patterns } from './pattern.ts';
import { relative } from './relative.ts';
import { Values, type Rule } from './rule.ts';
import type { Scene, Sense } from './sense.ts';
import { directionAt } from './tense.ts';
import { timeTokens, type TimeToken } from './tokens.ts';

const grammar = new Patterns<Rule>([...clock, ...dates, ...relative, ...durations, ...sets]);
const before = new Patterns<Modifier>(modifiers);
const behind = new Patterns<Modifier>(suffixes);

/** For how many sentences a quarter is remembered as the one that figures are told of. */
const memory = 6;

/** An expression of a sentence, by its tokens: from one up to, not with, another. */
interface Expression {
  from: number;
  to: number;
  sense: Sense;
}

/**
 * All expressions of time in some sentences, in their order, told from the day of the report: the first whole date in `anchor`.
 *
 * Without that day (`anchor: null`) what has no date of its own stays unresolved: `from` and `to` are `null`.
 */
export function timesIn(text: string, sentences: readonly Sentence[], anchor: string | null): FoundTime[] {
  const scene = sceneOn(anchor === null ? null : dayPrintedIn(anchor));
  const found: FoundTime[] = [];
  let quiet = 0;
  for (const sentence of sentences) {
    if (++quiet > memory) scene.quarter = null;
    const tokens = timeTokens(sentence.tokens);
    for (const { from, to, sense } of expressionsIn(tokens, scene)) {
      const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end];
      const { type, value, mod, zone } = sense;
      if (sense.period?.grain === 'quarter') quiet = 0;
      found.push({ start, end, words: text.slice(start, end), type, value, mod, from: sense.from, to: sense.to, zone });
    }
  }
  return found;
}

const sceneOn = (today: number | null): Scene => ({
  today,
  day: null,
  last: null,
  quarter: null,
  next: '',
  direction: () => 0,
});

/** The first whole date of a line such as `2022-03-08T14:05+02:00` or “Tue, 8 March 2022”, as a day. */
function dayPrintedIn(line: string): number | null {
  const start = line.trimStart().slice(0, 100);
  const tokens = timeTokens(wordsIn(start, { start: 0, end: start.length }));
  const dates = [start, ...expressionsIn(tokens, sceneOn(null)).map(({ sense }) => sense.from ?? '')];
  for (const date of dates) {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(date) ?? [];
    if (day !== undefined) return dayNumber(Number(year), Number(month), Number(day));
  }
  return null;
}

function expressionsIn(tokens: TimeToken[], scene: Scene): Expression[] {
  const found: Expression[] = [];
  scene.day = null;
  for (let i = 0; i < tokens.length; i++) {
    const expression = expressionAt(tokens, i, scene);
    if (!expression) continue;
    i = expression.to - 1;
    if (expression.sense === null) continue;
    const { sense } = expression;
    add(tokens, found, { from: expression.from, to: expression.to, sense });
    if (sense.type !== 'DATE' || !sense.period) continue;
    scene.day = dayOf(sense) ?? scene.day;
    scene.last = sense.period;
    if (sense.period.grain === 'quarter') scene.quarter = sense.period;
  }
  return found;
}

/** The expression that starts at a token; its sense is `null` where the words only look like a time. */
function expressionAt(
  tokens: TimeToken[],
  i: number,
  scene: Scene,
): (Omit<Expression, 'sense'> & { sense: Sense | null }) | null {
  const modifier = before.at(tokens, i);
  const bent = modifier && coreAt(tokens, modifier.to, scene);
  if (modifier && bent?.sense) {
    const sense = modifier.action(bent.sense);
    if (sense) return { from: i, to: bent.to, sense };
  }
  const core = coreAt(tokens, i, scene);
  return core && { from: i, ...core };
}

function coreAt(tokens: TimeToken[], i: number, scene: Scene): { to: number; sense: Sense | null } | null {
  const match = grammar.at(tokens, i);
  if (!match || !isMeant(tokens, i, match.to)) return null;
  scene.next = tokens[match.to]?.lower ?? '';
  scene.direction = () => directionAt(tokens, i, match.to);
  const sense = match.action(new Values(match.values), scene);
  const suffix = sense && behind.at(tokens, match.to);
  const bent = suffix && suffix.action(sense);
  return suffix && bent ? { to: suffix.to, sense: bent } : { to: match.to, sense };
}

/** Adds an expression, or joins it to the one before: “noon, Saturday”, “10 p.m. Wednesday”, “Friday night”. */
function add(tokens: TimeToken[], found: Expression[], next: Expression): void {
  const last = found.at(-1);
  const part = tokens[next.to]?.meanings.find(([symbol]) => symbol === 'PART');
  const day = dayOf(next.sense);
  if (part && day !== null) {
    found.push({ from: next.from, to: next.to + 1, sense: { ...inPart(String(part[1]), day), mod: next.sense.mod } });
    return;
  }
  const gap = last ? next.from - last.to : -1;
  const touches = gap === 0 || (gap === 1 && [',', 'on', 'of'].includes(tokens[last!.to]!.lower));
  if (last && touches && last.sense.type === 'TIME' && day !== null) {
    const sense = joined(last.sense, day);
    if (sense) {
      found[found.length - 1] = { from: last.from, to: next.to, sense };
      return;
    }
  }
  found.push(next);
}
