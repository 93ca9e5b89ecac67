import type { Span } from '../reading/reading.ts';

/** A piece of a text in which the same spans hold. */
export interface Piece<Covering> extends Span {
  /** What covers it, the innermost last. */
  under: Covering[];
}

/** So many spans are told of one piece, the innermost: a hostile text can put thousands over one word. */
const deepest = 16;

/**
 * Cuts stretches of a text where spans begin and end, and says of each piece which spans cover it.
 *
 * Stretches stand in the order of the text; spans overlap as they like, also beyond a stretch. One pass: the time grows with
 * the number of spans and with how many lie over each other.
 */
export function cut<Covering extends Span>(
  stretches: readonly Span[],
  spans: readonly Covering[],
): Piece<Covering>[][] {
  const waiting = spans.toSorted((one, other) => one.start - other.start || other.end - one.end);
  let open: Covering[] = [];
  let next = 0;
  return stretches.map(({ start, end }) => {
    const pieces: Piece<Covering>[] = [];
    for (let from = start; from < end;) {
      for (let span = waiting[next]; span !== undefined && span.start <= from; span = waiting[++next]) open.push(span);
      open = open.filter((span) => span.end > from);
      const until = open.reduce((at, span) => Math.min(at, span.end), Math.min(end, waiting[next]?.start ?? end));
      pieces.push({ start: from, end: until, under: open.slice(-deepest) });
      from = until;
    }
    return pieces;
  });
}
