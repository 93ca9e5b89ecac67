import { dateOf, dayNumber, padded } from './calendar.ts';
import { atMinute, dayOf } from './clock.ts';
import type { Expression } from './join.ts';
import { during, hanging, type Scene, type Sense } from './sense.ts';
import type { TimeToken } from './tokens.ts';

const has = (token: TimeToken | undefined, symbol: string): boolean =>
  token?.meanings.some(([name]) => name === symbol) ?? false;
const joins = (token: TimeToken | undefined): boolean => token !== undefined && /^(?:and|or|&)$/.test(token.lower);
/** Behind a day without a month these leave it a day: “on 3 May and 12 in all” counts something. */
const links = new Set('in at on for to by with from before after when but as of and or during until while'.split(' '));

/** Before an hour whose half of the day stands with another: “from 9 to 11 a.m.”. */
const beforeHour = new Set(['from', 'between', 'at', 'of', '(', ',']);
const toHour = new Set(['to', 'and', 'or', 'until', 'till']);
const dashes = new Set(['-', '–', '—']);

/** An hour that has its half of the day in common with the time behind it: “between 9 and 11 a.m.”. */
export function hourBeside(tokens: readonly TimeToken[], i: number, scene: Scene): Sense | null {
  const hour = tokens[i]!.meanings.find(([symbol]) => symbol === 'HOUR')?.[1];
  if (hour === undefined || !has(tokens[i + 2], 'HOUR') || !has(tokens[i + 3], 'AMPM')) return null;
  const [before, joint] = [tokens[i - 1]?.lower ?? '', tokens[i + 1]!.lower];
  if (!dashes.has(joint) && !(toHour.has(joint) && beforeHour.has(before))) return null;
  const last = (value(tokens[i + 2]!, 'HOUR') % 12) + value(tokens[i + 3]!, 'AMPM');
  const first = (Number(hour) % 12) + value(tokens[i + 3]!, 'AMPM');
  // “From 11 to 2 p.m.” starts before noon.
  return atMinute((first < last ? first : (first + 12) % 24) * 60, scene.day ?? scene.today, null);
}

const value = (token: TimeToken, symbol: string): number =>
  Number(token.meanings.find(([name]) => name === symbol)![1]);

/** A number that has its month in common with a date beside it: “3 and 4 May”, “May 3 and 4”; `ahead` is what stands behind “and”. */
export function dayBeside(
  tokens: readonly TimeToken[],
  i: number,
  last: Expression | undefined,
  ahead: () => Sense | null,
): Sense | null {
  const [token, next] = [tokens[i]!, tokens[i + 1]];
  const day = token.meanings.find(([symbol]) => symbol === 'DAY')?.[1];
  if (day === undefined) return null;
  if (joins(next) && has(tokens[i + 2], 'DAY') && !has(tokens[i - 1], 'MONTH')) return inMonthOf(ahead(), Number(day));
  const isListed =
    joins(tokens[i - 1]) && last?.to === i - 1 && has(tokens[i - 2], 'DAY') && has(tokens[i - 3], 'MONTH');
  return isListed && (!next || !/^[\p{L}\p{N}%-]/u.test(next.text) || links.has(next.lower))
    ? inMonthOf(last.sense, Number(day))
    : null;
}

/** The day of the same month as another. */
function inMonthOf(other: Sense | null, day: number): Sense | null {
  const n = other && dayOf(other);
  const [, month = null] = /^XXXX-(\d\d)-\d\d$/.exec(other?.value ?? '') ?? [];
  if (n === null) return other?.hangs && month !== null ? hanging(`XXXX-${month}-${padded(day, 2)}`) : null;
  const date = dateOf(n);
  const found = dayNumber(date.year, date.month, day);
  return found === null ? null : during({ grain: 'day', n: found });
}
