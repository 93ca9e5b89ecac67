import { endsOf, firstDay, lastDay, periodOf, type Grain, type Period } from './calendar.ts';
import type { Rule } from './rule.ts';
import { lasting } from './sense.ts';

/** The grain that a unit is counted in, and how many of it the unit has. */
const counted: Partial<Record<string, [grain: Grain, each: number]>> = {
  '1D': ['day', 1],
  '1W': ['day', 7],
  '1M': ['month', 1],
  '1Q': ['quarter', 1],
  '1Y': ['year', 1],
};

/** So many units at the beginning (1) or end (-1) of a period; `null` where they are not within it. */
function stretchIn(whole: Period, amount: number, code: string, side: 1 | -1): ReturnType<typeof endsOf> | null {
  const [grain, each] = counted[code] ?? [];
  if (grain === undefined || each === undefined || !Number.isInteger(amount) || amount < 1) return null;
  const { n } = periodOf(grain, side > 0 ? firstDay(whole) : lastDay(whole));
  const length = amount * each - 1;
  const first: Period = { grain, n: side > 0 ? n : n - length };
  const last: Period = { grain, n: side > 0 ? n + length : n };
  if (firstDay(first) < firstDay(whole) || lastDay(last) > lastDay(whole)) return null;
  return { from: endsOf(first).from, to: endsOf(last).to };
}

/** “The first three months of 2019”, “the last two weeks of August”: told from what stands behind “of”, else by another rule. */
export const within =
  (side: 1 | -1, otherwise: Rule): Rule =>
  (v, scene) => {
    const whole = scene.behind('of', 'in');
    if (!whole) return otherwise(v, scene);
    const [amount, code] = [v.number('NUM'), v.text('UNITS') || v.text('UNIT')];
    const ends = whole.period && stretchIn(whole.period, amount, code, side);
    return { ...lasting(amount, code, 0, null), ...ends, hangs: whole.hangs };
  };
