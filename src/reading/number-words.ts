/*
 * The words and letters that English prints numbers with.
 */
/** Numbers below twenty. */
export const small = new Map<string, number>(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i) => [word, i + 1]),
);
for (const word of ['zero', 'nought', 'naught']) small.set(word, 0);
/** Tens up to ninety. */
export const tens = new Map<string, number>(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 20 + 10 * i]),
);
/** Words and letters that multiply the number before them. */
export const multipliers = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['bn', 1e9],
  ['tn', 1e12],
  ['mn', 1e6],
  ['k', 1e3],
  ['b', 1e9],
  ['mil', 1e6],
  ['mln', 1e6],
  ['bln', 1e9],
  ['tln', 1e12],
  ['lakh', 1e5],
  ['crore', 1e7],
]);
/** The lowest number each can mean: two of its kind. */
export const magnitudes = new Map([
  ['tens', 20],
  ['dozens', 24],
  ['scores', 40],
  ['hundreds', 200],
  ['thousands', 2e3],
  ['millions', 2e6],
  ['billions', 2e9],
]);
/** Units that are printed onto a number: “25km”. */
export const attachedUnits = new Set(
  'm km cm mm m2 km2 kg g mg ml l lb lbs oz ft mph kph kmh mw gw kw mb gb tb c f'.split(' '),
);
/** Units that are hyphened onto a number: “a six-mile road”. */
export const hyphenedUnits = new Set(
  `mile foot inch yard acre ton tonne pound ounce gallon barrel litre liter metre meter kilometre kilometer kilo kilogram hectare
  dollar pence cent euro percent degree megawatt bit`.split(/\s+/),
);

/** Numbers below a hundred in words. */
export function belowHundred(word: string): number | null {
  if (!word.includes('-')) return small.get(word) ?? tens.get(word) ?? null;
  const [ten = '', one = ''] = word.split('-');
  const first = tens.get(ten);
  const last = small.get(one) ?? 10;
  return first !== undefined && last < 10 ? first + last : null;
}
