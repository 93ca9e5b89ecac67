import { firstDay, periodOf } from './calendar.ts';
import { away, during, hanging, type Scene, type Sense } from './sense.ts';
import type { Meaning } from './words.ts';

/** What the words of a pattern come to; `null`: they look like a time and are none. */
export type Rule = (values: Values, scene: Scene) => Sense | null;

/** The values of a pattern's symbols, by symbol and place. */
export class Values {
  readonly #list: readonly Meaning[];

  constructor(list: readonly Meaning[]) {
    this.#list = list;
  }

  /** The value of a symbol; `null` where the words do not have it. */
  get(symbol: string, nth = 0): number | string | null {
    return this.#list.filter(([name]) => name === symbol)[nth]?.[1] ?? null;
  }

  /** The number of a symbol that the pattern has, else `NaN`. */
  number(symbol: string, nth = 0): number {
    return Number(this.get(symbol, nth) ?? Number.NaN);
  }

  /** The same where it may be missing. */
  maybe(symbol: string): number | null {
    const value = this.get(symbol);
    return value === null ? null : Number(value);
  }

  /** The letters of a symbol that the pattern has, else nothing. */
  text(symbol: string): string {
    return String(this.get(symbol) ?? '');
  }
}

/** The week of a day. */
export const weekOf =
  (rule: Rule): Rule =>
  (v, scene) => {
    const date = rule(v, scene);
    return date?.period ? during(periodOf('week', firstDay(date.period))) : date;
  };

/** The day before or after another. */
export const shifted =
  (by: number, rule: Rule): Rule =>
  (v, scene) => {
    const day = rule(v, scene)?.period;
    return day ? away('day', by, firstDay(day)) : hanging('XXXX-XX-XX');
  };
