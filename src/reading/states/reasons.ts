import type { Span } from '../reading.ts';
import { wordsBefore } from './tails.ts';

/** Why, in the words behind “because”, “due to”, “citing”, up to the end of the clause or to who says so; `null` where nobody says. */
export function reasonIn(text: string, span: Span, tails: readonly number[]): string | null {
  const found =
    /\b(?:because(?: of)?|due to|owing to|citing|on the grounds that|as a result of)\s+([^.;]{3,300}?)(?=,? (?:while|but|whereas|although) |[.;]|$)/di.exec(
      text.slice(span.start, span.end),
    );
  if (!found) return null;
  const [start, end] = found.indices![1]!;
  return wordsBefore(text, { start: span.start + start, end: span.start + end }, tails) || null;
}
