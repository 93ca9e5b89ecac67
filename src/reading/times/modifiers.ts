import type { Mod, Sense } from './sense.ts';

/** How words beside an expression bend it; `null`: they do not belong to it. */
export type Modifier = (sense: Sense) => Sense | null;

const of =
  (types: Sense['type'][], mod: Mod): Modifier =>
  (sense) =>
    types.includes(sense.type) && !sense.value.endsWith('_REF') ? { ...sense, mod } : null;
const date = (mod: Mod): Modifier => of(['DATE', 'TIME'], mod);
const length = (mod: Mod): Modifier => of(['DURATION'], mod);

/** “Earlier today” is today; “earlier this week” is a part of it. */
const longer =
  (mod: Mod): Modifier =>
  (sense) =>
    sense.period?.grain === 'day' ? null : date(mod)(sense);
/** All that comes before or after. */
const open =
  (mod: 'BEFORE' | 'AFTER'): Modifier =>
  (sense) => {
    const bent = of(['DATE'], mod)(sense);
    return bent && { ...bent, from: mod === 'AFTER' ? bent.from : null, to: mod === 'BEFORE' ? bent.to : null };
  };

/** Words before an expression that belong to it. */
export const modifiers: [string, Modifier][] = [
  ['the? early -? in|on?', date('START')],
  ['the? early hours of', date('START')],
  ['the? late -? in|on?', date('END')],
  ['earlier in?', longer('START')],
  ['later in?', longer('END')],
  ['post -', open('AFTER')],
  ['pre -', open('BEFORE')],
  ['mid -?', date('MID')],
  ['the mid -?', date('MID')],
  ['the? middle of', date('MID')],
  ['the? beginning|start of', date('START')],
  ['the? end of', date('END')],
  ['about|around|approximately|roughly', of(['DURATION', 'TIME'], 'APPROX')],
  ['about|approximately', date('APPROX')],
  ['nearly|almost', of(['DURATION', 'DATE'], 'LESS_THAN')],
  ['less|fewer than', length('LESS_THAN')],
  ['more than', length('MORE_THAN')],
  ['some', length('APPROX')],
  ['at least', length('EQUAL_OR_MORE')],
  ['at most', length('EQUAL_OR_LESS')],
  ['no|not more than', length('EQUAL_OR_LESS')],
  ['up to', length('EQUAL_OR_LESS')],
];

/** Words behind it. */
export const suffixes: [string, Modifier][] = [
  ['or so', of(['DURATION', 'DATE'], 'APPROX')],
  ['or more', length('EQUAL_OR_MORE')],
  ['or less', length('EQUAL_OR_LESS')],
];
