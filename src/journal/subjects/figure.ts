import { z } from 'zod';

/**
 * How a printed number bounds the counted one.
 *
 * `about` is a rounded number; `magnitude` is a word such as “dozens” or “thousands”, which names only the lowest
 * number it can mean.
 */
export const Bound = z.enum([
  'exactly',
  'about',
  'at-least',
  'more-than',
  'at-most',
  'fewer-than',
  'between',
  'magnitude',
]);
export type Bound = z.infer<typeof Bound>;

/**
 * A count or measure as somebody stated it.
 *
 * `what`, `where`, `period` and `cumulative` are its definition: only figures with one definition can agree or differ.
 * `null` means that nobody said. `low` and `high` are the ends that the words give (`null`: open), `best` is the number
 * printed where one number was printed. `words` are the words of the number as printed, for instance “more than a dozen”.
 * Source of low, best and high: UCDP Georeferenced Event Dataset.
 */
export const FigureValue = z.strictObject({
  kind: z.literal('figure'),
  what: z.string().trim().min(1).max(200),
  where: z.string().trim().min(1).max(200).nullable(),
  period: z.string().trim().min(1).max(200).nullable(),
  cumulative: z.boolean().nullable(),
  unit: z.string().trim().min(1).max(60).nullable(),
  bound: Bound,
  low: z.number().nullable(),
  best: z.number().nullable(),
  high: z.number().nullable(),
  words: z.string().trim().min(1).max(200),
});
export type FigureValue = z.infer<typeof FigureValue>;

/** What a figure subject is about for as long as it is followed: nothing but its name; each value carries its definition. */
export const FigureTerms = z.strictObject({ kind: z.literal('figure') });
export type FigureTerms = z.infer<typeof FigureTerms>;
