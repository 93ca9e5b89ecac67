import { belowHundred as valueOf } from '../number-words.ts';

/** What a word can be in an expression of time, with its value. */
export type Meaning = readonly [symbol: string, value: number | string];

const belowHundred = (word: string): number => valueOf(word) ?? Number.NaN;
const words = new Map<string, Meaning[]>();
function add(symbol: string, list: string, value: (word: string, i: number) => number | string): void {
  for (const [i, spellings] of list.trim().split(/\s+/).entries()) {
    for (const word of spellings.split('/')) {
      const reading: Meaning = [symbol, value(word, i)];
      words.set(word, [...(words.get(word) ?? []), reading]);
    }
  }
}
const place = (_: string, i: number): number => i + 1;

/** The parts of a day as TimeML writes them. */
const partCodes = ['MO', 'AF', 'EV', 'NI'];

add(
  'MONTH',
  `january/jan/jan. february/feb/feb. march/mar/mar. april/apr/apr. may june/jun/jun. july/jul/jul. august/aug/aug.
  september/sept/sept./sep/sep. october/oct/oct. november/nov/nov. december/dec/dec.`,
  place,
);
add(
  'WEEKDAY',
  `monday/mon/mon. tuesday/tue/tues/tue./tues. wednesday/wed/weds/wed. thursday/thu/thur/thurs/thu./thurs. friday/fri/fri.
  saturday/sat/sat. sunday/sun/sun.`,
  place,
);
add('WEEKDAYS', 'mondays tuesdays wednesdays thursdays fridays saturdays sundays', place);
add('SEASON', 'spring/springtime summer/summertime autumn/fall winter/wintertime', (_, i) => i);
add('SEASONS', 'springs summers autumns/falls winters', (_, i) => i);
add(
  'ORD',
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
  sixteenth seventeenth eighteenth nineteenth twentieth`,
  place,
);
add('PART', 'morning afternoon evening night', (_, i) => partCodes[i]!);
/** Edges of a day, and the part they are of. */
const edges = { dawn: 'MO', daybreak: 'MO', sunrise: 'MO', dusk: 'EV', nightfall: 'EV', sunset: 'EV' };
for (const [word, part] of Object.entries(edges)) add('EDGE', word, () => part);
add('PARTS', 'mornings afternoons evenings nights', (_, i) => partCodes[i]!);

/** Seconds to hours, and the units that are also stretches of the calendar, as ISO 8601 writes them. */
const units: [one: string, many: string, code: string][] = [
  ['second', 'seconds/secs', 'T1S'],
  ['minute', 'minutes/mins', 'T1M'],
  ['hour/hr', 'hours/hrs', 'T1H'],
  ['fortnight', 'fortnights', '2W'],
  ['day', 'days', '1D'],
  ['week', 'weeks', '1W'],
  ['weekend', 'weekends', '1WE'],
  ['month', 'months', '1M'],
  ['quarter', 'quarters', '1Q'],
  ['year/yr', 'years/yrs', '1Y'],
  ['decade', 'decades', '10Y'],
  ['century', 'centuries', '100Y'],
];
for (const [one, many, code] of units) {
  add('UNIT', one, () => code);
  add('UNITS', many, () => code);
  if (!code.startsWith('T') && one !== 'fortnight') add('GRAIN', one.split('/')[0]!, (word) => word);
}
add(
  'LONG',
  'hourlong daylong weeklong monthlong yearlong decadelong',
  (_, i) => ['T1H', '1D', '1W', '1M', '1Y', '10Y'][i]!,
);
add('Q', 'q1 q2 q3 q4', place);
add('H', 'h1 h2', place);
add(
  'OFTEN',
  'hourly daily/day-to-day weekly fortnightly monthly yearly/annually nightly',
  (_, i) => ['PT1H', 'P1D', 'P1W', 'P2W', 'P1M', 'P1Y', 'XXXX-XX-XXTNI'][i]!,
);
add('DECADE', 'twenties thirties forties fifties sixties seventies eighties nineties', (_, i) => i + 2);
add('AMPM', 'am/a.m./a.m pm/p.m./p.m', (_, i) => i * 12);
const numbers = `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety`;
const hours = numbers.split(/\s+/).slice(0, 12).join(' ');
add('NUM', numbers, belowHundred);
/** A number in words, which a larger one can be made of. */
add('WORD', numbers, belowHundred);
add('HOUR', hours, belowHundred);
add('HUNDRED', 'hundred', () => 100);
add('THOUSAND', 'thousand', () => 1000);
add('HALF', 'half', (word) => word);
add('STEP', 'last this next', (_, i) => i - 1);
add('SOME', 'several few many some', (word) => word);
/** Zones by the letters that clocks are given in; empty where the same letters mean several. */
const zones = {
  utc: 'UTC',
  gmt: 'Etc/GMT',
  est: 'Etc/GMT+5',
  edt: 'Etc/GMT+4',
  cdt: 'Etc/GMT+5',
  mst: 'Etc/GMT+7',
  mdt: 'Etc/GMT+6',
  pst: 'Etc/GMT+8',
  pdt: 'Etc/GMT+7',
  cet: 'Etc/GMT-1',
  cest: 'Etc/GMT-2',
  eet: 'Etc/GMT-2',
  eest: 'Etc/GMT-3',
  msk: 'Etc/GMT-3',
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
  cst: '',
  bst: '',
  ist: '',
};
/** The same in a word, before “time”. */
const areas = { local: '', eastern: zones.et, central: zones.ct, mountain: zones.mt, pacific: zones.pt };
for (const [word, zone] of Object.entries(areas)) add('AREA', word, () => zone);
for (const [letters, zone] of Object.entries(zones)) add('ZONE', letters, () => zone);
/** Before and after the first year of our era. */
add('ERA', 'bc/b.c./bce/b.c.e. ad/a.d./ce/c.e.', (_, i) => i * 2 - 1);

/** What a word of the vocabulary can be. */
export const meaningsOf = (word: string): readonly Meaning[] | undefined => words.get(word);
