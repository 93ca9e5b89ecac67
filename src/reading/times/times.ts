import type { FoundTime } from '../reading.ts';
import { wordsIn, type Sentence } from '../sentences.ts';
import { dayNumber, firstDay, lastDay, type Period } from './calendar.ts';
import { clock, dayOf, isDay } from './clock.ts';
import { accounts } from './accounts.ts';
import { dates } from './dates.ts';
import { holidays } from './holidays.ts';
import { longDates } from './years.ts';
import { durations, sets } from './durations.ts';
import { isMeant } from './guards.ts';
import { add, joining, type Expression } from './join.ts';
import { dayBeside, hourBeside } from './lists.ts';
import { modifiers, suffixes, type Modifier } from './modifiers.ts';
import { Patterns } from './pattern.ts';
import { relative } from './relative.ts';
import { Values, type Rule } from './rule.ts';
import { isHistory } from './history.ts';
import type { Scene, Sense } from './sense.ts';
import { directionAt, type Direction } from './tense.ts';
import { timeTokens, type TimeToken } from './tokens.ts';

const grammar = new Patterns<Rule>([
  ...clock,
  ...dates,
  ...longDates,
  ...accounts,
  ...holidays,
  ...relative,
  ...durations,
  ...sets,
]);
const before = new Patterns<Modifier>(modifiers);
const behind = new Patterns<Modifier>(suffixes);

/** Months and years that figures can be told of. */
const isAccounted = /^P(?:6M|9M|1Y)$/;
/** For how many sentences a quarter is remembered as the one that figures are told of. */
const memory = 6;

/**
 * All expressions of time in some sentences, in their order, told from the day of the report: the first whole date in `anchor`.
 *
 * Without that day (`anchor: null`) what has no date of its own stays unresolved: `from` and `to` are `null`.
 */
export function timesIn(text: string, sentences: readonly Sentence[], anchor: string | null): FoundTime[] {
  const today = anchor === null ? null : dayPrintedIn(anchor);
  const words = sentences.map(({ tokens }) => timeTokens(tokens));
  const scene = { ...sceneOn(today), isHistory: today !== null && isHistory(words, today) };
  const found: FoundTime[] = [];
  let quiet = 0;
  for (const tokens of words) {
    if (++quiet > memory) scene.quarter = null;
    for (const { from, to, sense } of expressionsIn(tokens, scene)) {
      const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end];
      const { type, value, mod, from: first, to: last, zone, hangs: unanchored } = sense;
      if (sense.period?.grain === 'quarter') quiet = 0;
      found.push({
        start,
        end,
        words: text.slice(start, end),
        type,
        value,
        mod,
        from: first,
        to: last,
        zone,
        unanchored,
      });
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
  ahead: () => null,
  behind: () => null,
  isHistory: false,
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
    const expression = expressionAt(tokens, i, scene) ?? listedAt(tokens, i, found.at(-1), scene);
    if (!expression) continue;
    i = expression.to - 1;
    const { from, to, sense } = expression;
    if (sense === null) continue;
    add(tokens, found, { from, to, sense, isWhole: false });
    // “On Friday at 10”: nobody knows of which Friday.
    if (sense.hangs) scene.last = null;
    if (sense.hangs && isDay(sense)) scene.day = null;
    // “The nine months” are no quarter with which later figures could be compared.
    if (isAccounted.test(sense.value)) {
      scene.quarter = null;
      if (scene.last?.grain === 'quarter') scene.last = null;
    }
    if (sense.type !== 'DATE' || !sense.period) continue;
    scene.day = dayOf(sense) ?? scene.day;
    scene.last = sense.period;
    if (sense.period.grain === 'quarter' && isReported(sense.period, scene)) scene.quarter = sense.period;
  }
  return found;
}

/** Of a quarter to come no figures are told, and of the one that it is only where its clause does not look ahead. */
const isReported = (quarter: Period, { today, direction }: Scene): boolean =>
  today === null || lastDay(quarter) <= today || (firstDay(quarter) <= today && direction() <= 0);

/** The expression that starts at a token; its sense is `null` where the words only look like a time. */
function expressionAt(
  tokens: TimeToken[],
  i: number,
  scene: Scene,
): { from: number; to: number; sense: Sense | null } | null {
  const modifier = before.at(tokens, i);
  const bent = modifier && coreAt(tokens, modifier.to, scene);
  if (modifier && bent?.sense) {
    const sense = modifier.action(bent.sense, tokens[modifier.to]!);
    if (sense) return { from: i, to: bent.to, sense };
  }
  const core = coreAt(tokens, i, scene);
  return core && { from: i, ...core };
}

/** A day or an hour that is not told whole, but has something in common with the one beside it. */
function listedAt(
  tokens: TimeToken[],
  i: number,
  last: Expression | undefined,
  scene: Scene,
): { from: number; to: number; sense: Sense } | null {
  if (tokens[i]!.meanings.length === 0) return null;
  const sense =
    hourBeside(tokens, i, scene) ??
    dayBeside(tokens, i, last, () => behindWords(tokens, i + 1, ['and', 'or', '&'], scene));
  return sense && { from: i, to: i + 1, sense };
}

function coreAt(tokens: TimeToken[], i: number, scene: Scene): { to: number; sense: Sense | null } | null {
  const match = grammar.at(tokens, i);
  if (!match || !isMeant(tokens, i, match.to)) return null;
  scene.next = tokens[match.to]?.lower ?? '';
  scene.direction = () => directionAt(tokens, i, match.to);
  scene.ahead = () => dateAhead(tokens, match.to, scene);
  scene.behind = (...words) => behindWords(tokens, match.to, words, scene);
  const sense = match.action(new Values(match.values), scene);
  const suffix = sense && behind.at(tokens, match.to);
  const bent = suffix && suffix.action(sense, tokens[i]!);
  if (suffix && bent) return { to: suffix.to, sense: bent };
  return { to: match.to + (sense?.type === 'TIME' && isZone(tokens, match.to) ? 2 : 0), sense };
}

/** “10 p.m. Bergen time”: whose clock it is. */
const isZone = (tokens: readonly TimeToken[], at: number): boolean =>
  /^\p{Lu}/u.test(tokens[at]?.text ?? '') && tokens[at + 1]?.lower === 'time';

/** The date that stands behind a match and one of some words. */
function behindWords(tokens: TimeToken[], to: number, words: readonly string[], scene: Scene): Sense | null {
  if (!words.includes(tokens[to]?.lower ?? '')) return null;
  const match = grammar.at(tokens, to + 1);
  if (!match || !isMeant(tokens, to + 1, match.to)) return null;
  const direction = (): Direction => directionAt(tokens, to + 1, match.to);
  const there = { ...scene, next: '', direction, ahead: () => null, behind: () => null };
  const sense = match.action(new Values(match.values), there);
  return sense?.type === 'DATE' ? sense : null;
}

/** The date with its year that stands behind a match and “to”, “and” or the like. */
function dateAhead(tokens: TimeToken[], to: number, scene: Scene): Period | null {
  if (!joining.has(tokens[to]?.lower ?? '')) return null;
  const match = grammar.at(tokens, to + 1);
  const has = (...symbols: string[]): boolean => match!.values.some(([symbol]) => symbols.includes(symbol));
  if (!match || !has('YEAR') || !has('MONTH', 'SEASON')) return null;
  return match.action(new Values(match.values), scene)?.period ?? null;
}
