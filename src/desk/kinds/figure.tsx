/** @jsxImportSource preact */
import type { Bound } from '../../journal/subjects/figure.ts';
import { Choice, TextField } from '../fields.tsx';
import type { DeskKind } from './kind.ts';
import { fieldOf } from './parts.tsx';
import { empty, typed } from './typed.ts';

const bounds: Record<Bound, string> = {
  exactly: 'exactly',
  about: 'about',
  'at-least': 'at least',
  'more-than': 'more than',
  'at-most': 'at most',
  'fewer-than': 'fewer than',
  between: 'between low and high',
  magnitude: 'a magnitude, such as “dozens”',
};

const ends = ['low', 'best', 'high'] as const;

/** A number as it is typed, with or without marks between its thousands. */
const numeral = /^-?(?:\d+|\d{1,3}(?:[,\s]\d{2,3})*[,\s]\d{3})(?:\.\d+)?$/;

/** The number in a text such as “2,000” or “2 000”; `null` where there is none, `NaN` where it cannot be read, as “1,5”. */
export function numberIn(text: string | undefined): number | null {
  const typed = (text ?? '').trim();
  if (typed === '') return null;
  return numeral.test(typed) ? Number(typed.replace(/[,\s]/g, '')) : NaN;
}

/** Counts and measures: what is counted, where, over which period, and the number with its bound. */
export const figure: DeskKind<'figure'> = {
  name: 'figure',
  one: 'figure',
  many: 'Figures',

  filled: ({ figure: found }) =>
    found === null
      ? {}
      : {
          what: found.what ?? '',
          unit: found.unit ?? '',
          bound: found.bound,
          words: found.words,
          where: found.where?.words ?? '',
          period: found.period?.words ?? '',
          ...Object.fromEntries(ends.map((end) => [end, found[end] === null ? '' : String(found[end])])),
        },

  missing: (fields) => {
    const numbers = ends.map((end) => numberIn(fields[end]));
    const known = numbers.filter((number) => number !== null);
    return [
      ...empty(fields, 'what', 'what is counted'),
      ...(known.length === 0 ? ['a number'] : []),
      ...(known.some((number) => Number.isNaN(number)) ? ['a readable number'] : []),
      ...(known.some((number, i) => number < (known[i - 1] ?? number)) ? ['its numbers from low to high'] : []),
      ...empty(fields, 'bound', 'how the number is meant'),
      ...empty(fields, 'words', 'the words of the number'),
    ];
  },

  value: (fields) => ({
    kind: 'figure',
    what: typed(fields, 'what') ?? '',
    where: typed(fields, 'where'),
    period: typed(fields, 'period'),
    cumulative: fields['cumulative'] === 'yes' ? true : fields['cumulative'] === 'no' ? false : null,
    unit: typed(fields, 'unit'),
    bound: (typed(fields, 'bound') ?? 'exactly') as Bound,
    low: numberIn(fields['low']),
    best: numberIn(fields['best']),
    high: numberIn(fields['high']),
    words: typed(fields, 'words') ?? '',
  }),

  fieldsOf: ({ what, where, period, cumulative, unit, bound, words, ...numbers }) => ({
    what,
    where: where ?? '',
    period: period ?? '',
    cumulative: cumulative === null ? '' : cumulative ? 'yes' : 'no',
    unit: unit ?? '',
    bound,
    words,
    ...Object.fromEntries(ends.map((end) => [end, numbers[end] === null ? '' : String(numbers[end])])),
  }),

  missingTerms: () => [],

  terms: () => ({ kind: 'figure' }),

  fieldsOfTerms: () => ({}),

  nameOf: () => '',

  lasts: false,

  line: ({ words, what, where, period }) =>
    [words.includes(what) ? words : `${words} ${what}`, where, period].filter((part) => part !== null).join(', '),

  ValueForm: (props) => {
    const field = fieldOf(props);
    return (
      <>
        <TextField label="Words of the number, as printed" required {...field('words')} />
        <Choice label="Meant as" required {...field('bound')} options={{ '': 'Choose…', ...bounds }} />
        <div class="three">
          <TextField label="Low" numeric {...field('low')} />
          <TextField label="Best" numeric {...field('best')} />
          <TextField label="High" numeric {...field('high')} />
        </div>
        <TextField label="What is counted" required {...field('what')} />
        <TextField label="Unit" {...field('unit')} />
        <TextField label="Where" {...field('where')} />
        <TextField label="Over which period" {...field('period')} />
        <Choice label="Cumulative" {...field('cumulative')} options={{ '': 'Not said', yes: 'Yes', no: 'No' }} />
      </>
    );
  },

  TermsForm: () => null,
};
