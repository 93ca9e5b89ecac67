import type { Mod, Sense } from './sense.ts';
import type { TimeToken } from './tokens.ts';

/** How words beside an expression, which starts with `first`, bend it; `null`: they do not belong to it. */
export type Modifier = (sense: Sense, first: TimeToken) => Sense | null;

const of =
  (types: Sense['type'][], mod: Mod): Modifier =>
  (sense) =>
    types.includes(sense.type) && !sense.value.endsWith('_REF') ? { ...sense, mod } : null;
const date = (mod: Mod): Modifier => of(['DATE', 'TIME'], mod);
const length = (mod: Mod): Modifier => of(['DURATION'], mod);

const startsWith = ({ lower, meanings }: TimeToken, symbols: readonly string[]): boolean =>
  lower === 'a' || meanings.some(([one]) => symbols.includes(one));
const isYear = ({ meanings }: TimeToken): boolean => meanings[0]?.[0] === 'YEAR';
const counts = ['NUM', 'SOME', 'HALF'];
const printed = [...counts, 'YEAR', 'MONTH', 'DAY', 'SEASON', 'DECADES'];
/** “About two years ago”, “around 1 May”; not “asked about yesterday”, “around Friday’s vote”. */
const near =
  (symbols: readonly string[]): Modifier =>
  (sense, first) =>
    sense.type === 'DATE' && (!startsWith(first, symbols) || (isYear(first) && !symbols.includes('YEAR')))
      ? null
      : of(['DATE', 'TIME', 'DURATION'], 'APPROX')(sense, first);
/** More or less than an amount; before or after that long ago. */
const compared =
  (amount: Mod, ago: Mod): Modifier =>
  (sense, first) => {
    if (sense.type === 'DATE') return startsWith(first, counts) ? date(ago)(sense, first) : null;
    return length(amount)(sense, first);
  };
/** “Earlier that day”; beside a day of the week it is a word of its own: “Earlier, on Friday”. */
const within =
  (mod: Mod): Modifier =>
  (sense, first) =>
    startsWith(first, ['WEEKDAY']) ? null : date(mod)(sense, first);
/** In “the early March rain” and “the late-2019 vote” the article is that of another word. */
const unnamed =
  (mod: Mod): Modifier =>
  (sense, first) =>
    startsWith(first, ['MONTH', 'WEEKDAY', 'YEAR']) ? null : date(mod)(sense, first);
/** “The first half of May”; of a year it is a stretch of its own. */
const half =
  (mod: Mod): Modifier =>
  (sense, first) =>
    sense.period?.grain === 'year' ? null : of(['DATE'], mod)(sense, first);
/** All that comes before or after. */
const open =
  (mod: 'BEFORE' | 'AFTER'): Modifier =>
  (sense, first) => {
    const bent = of(['DATE'], mod)(sense, first);
    return bent && { ...bent, from: mod === 'AFTER' ? bent.from : null, to: mod === 'BEFORE' ? bent.to : null };
  };

/** Words before an expression that belong to it. */
export const modifiers: [string, Modifier][] = [
  ['early -? in|on?', date('START')],
  ['the early -? in|on?', unnamed('START')],
  ['the? early|small|predawn PART? hours of|on', date('START')],
  ['late -? in|on?', date('END')],
  ['the late -? in|on?', unnamed('END')],
  ['earlier in?', within('START')],
  ['later in?', within('END')],
  ['post -', open('AFTER')],
  ['pre -', open('BEFORE')],
  ['mid -?', date('MID')],
  ['the mid -?', unnamed('MID')],
  ['the? middle of', date('MID')],
  ['the? beginning|start of', date('START')],
  ['the? end of', date('END')],
  ['the? first|early|opening days|weeks|months of', of(['DATE'], 'START')],
  ['the? last|final|closing days|weeks|months of', of(['DATE'], 'END')],
  ['the? first half of', half('START')],
  ['the? second|latter|last half of', half('END')],
  ['about|approximately|roughly', near(counts)],
  ['around', near(printed)],
  ['nearly|almost', of(['DURATION', 'DATE'], 'LESS_THAN')],
  ['less|fewer than', compared('LESS_THAN', 'AFTER')],
  ['more than', compared('MORE_THAN', 'BEFORE')],
  ['just|slightly|well over', compared('MORE_THAN', 'BEFORE')],
  ['just|slightly|well under', compared('LESS_THAN', 'AFTER')],
  ['a little|bit over|more than?', compared('MORE_THAN', 'BEFORE')],
  ['a little|bit under|less than?', compared('LESS_THAN', 'AFTER')],
  ['some', (sense, first) => (sense.type === 'TIME' ? null : near(counts)(sense, first))],
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
