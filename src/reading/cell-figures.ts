import { isUnit } from './figures.ts';
import { numberAt } from './numbers.ts';
import type { Span, SuggestedFigure } from './reading.ts';
import { wordsIn } from './sentences.ts';

/** A longer cell holds more than a number. */
const longest = 40;
/** A stop before three digits parts thousands in some countries and decimals in others. */
const unsure = /\b\d{1,3}\.\d{3}\b/;

/** The number that is all a cell holds, with its unit; `null` where it holds anything else. */
export function figureOfCell(text: string, { start, end }: Span): (Omit<SuggestedFigure, 'what'> & Span) | null {
  const words = text.slice(start, end);
  if (words.length > longest || !/\d/.test(words) || unsure.test(words)) return null;
  const tokens = wordsIn(text, { start, end });
  const first = tokens.findIndex(({ text: one }) => /^\d/.test(one));
  const number = first < 0 ? null : numberAt(tokens, first);
  if (number === null) return null;
  const symbol = /^\p{Sc}$/u.test(tokens[number.core - 1]?.text ?? '') ? tokens[number.core - 1]!.text : null;
  const from = symbol !== null && number.from === number.core ? number.from - 1 : number.from;
  if (from > 0) return null;
  const numberEnd = tokens[number.to]!.end - (number.unit?.length ?? 0);
  const unit = text.slice(numberEnd, end).replace(/^[\s([]+|[\s)\]]+$/g, '');
  if (unit !== '' && !isUnit(unit)) return null;
  const { bound, low, best, high } = number;
  const begins = tokens[from]!.start;
  return {
    words: text.slice(begins, numberEnd),
    bound,
    low,
    best,
    high,
    unit: unit || symbol,
    start: begins,
    end: numberEnd,
  };
}
