import { Refusal } from './refusal.ts';

/**
 * Exact words of a report, with their place in it.
 *
 * `start` and `end` count UTF-16 units of the report's cleaned text; `prefix` and `suffix` are the words
 * around it, at most `contextUnits` long. The quotation is the truth, the position tells which of several equal ones.
 * Source: W3C Web Annotation Data Model, TextQuoteSelector and TextPositionSelector.
 */
export interface Excerpt {
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
}

/** How many UTF-16 units of context an excerpt keeps on each side. */
export const contextUnits = 32;

/** Cuts the excerpt `text.slice(start, end)` out of a text, with its context. */
export function excerptAt(text: string, start: number, end: number): Excerpt {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextUnits), start),
    suffix: text.slice(end, end + contextUnits),
    start,
    end,
  };
}

/**
 * Checks that an excerpt stands in a text as it says, exactly once with its prefix and suffix.
 *
 * Throws `excerpt-empty`, `excerpt-not-found`, `excerpt-ambiguous` or `excerpt-misplaced`.
 */
export function checkExcerpt(text: string, excerpt: Excerpt): void {
  const { exact, prefix, suffix, start, end } = excerpt;
  if (exact.trim() === '') throw new Refusal('excerpt-empty', {});
  const whole = prefix + exact + suffix;
  const found = text.indexOf(whole);
  if (found < 0) throw new Refusal('excerpt-not-found', { exact });
  if (text.indexOf(whole, found + 1) >= 0) throw new Refusal('excerpt-ambiguous', { exact });
  const place = found + prefix.length;
  if (place !== start || end !== start + exact.length) {
    throw new Refusal('excerpt-misplaced', { exact, start, end, place });
  }
}
