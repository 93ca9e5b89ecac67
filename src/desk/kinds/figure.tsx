/** @jsxImportSource preact */
import type { Bound } from '../../journal/subjects/figure.ts';
import { Choice, TextField } from '../fields.tsx';
import type { DeskKind } from './kind.ts';

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

/** The number in a text such as “2,000” or “2 000”; `null` where there is none, `NaN` where it cannot be read. */
export function numberIn(text: string | undefined): number | null {
  const digits = (text ?? '').replace(/[\s,\u00a0\u202f]/g, '');
  return digits === '' ? null : Number(digits);
}

const orNull = (text: string | undefined) => (text?.trim() ? text.trim() : null);

/** Counts and measures: what is counted, where, over which period, and the number with its bound. */
export const figure: DeskKind<'figure'> = {
  name: 'figure',
  one: 'figure',
  many: 'Figures',

  filled: (found) =>
    found === null
      ? {}
      : {
          what: found.what ?? '',
          unit: found.unit ?? '',
          bound: found.bound,
          words: found.words,
          ...Object.fromEntries(ends.map((end) => [end, found[end] === null ? '' : String(found[end])])),
        },

  missing: (fields) => {
    const numbers = ends.map((end) => numberIn(fields[end]));
    return [
      ...(orNull(fields['what']) === null ? ['what is counted'] : []),
      ...(numbers.every((number) => number === null) ? ['a number'] : []),
      ...(numbers.some((number) => Number.isNaN(number)) ? ['a readable number'] : []),
      ...(orNull(fields['bound']) === null ? ['how the number is meant'] : []),
      ...(orNull(fields['words']) === null ? ['the words of the number'] : []),
    ];
  },

  value: (fields) => ({
    kind: 'figure',
    what: orNull(fields['what']) ?? '',
    where: orNull(fields['where']),
    period: orNull(fields['period']),
    cumulative: fields['cumulative'] === 'yes' ? true : fields['cumulative'] === 'no' ? false : null,
    unit: orNull(fields['unit']),
    bound: (orNull(fields['bound']) ?? 'exactly') as Bound,
    low: numberIn(fields['low']),
    best: numberIn(fields['best']),
    high: numberIn(fields['high']),
    words: orNull(fields['words']) ?? '',
  }),

  terms: () => ({ kind: 'figure' }),

  line: ({ words, what, where, period }) =>
    [words.includes(what) ? words : `${words} ${what}`, where, period].filter((part) => part !== null).join(', '),

  ValueForm: ({ fields, change }) => {
    const field = (name: string) => ({
      value: fields[name] ?? '',
      change: (value: string) => change({ ...fields, [name]: value }),
    });
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
