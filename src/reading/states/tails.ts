import type { Attribution, Span } from '../reading.ts';

/**
 * Where attributions start behind a comma or a dash, in the order of the text: “…, the fire service said”, “…, adding that”.
 *
 * One with content on both sides only interrupts it: “because the road, officials said, was mined”.
 */
export const tailsOf = (text: string, attributions: readonly Attribution[]): number[] =>
  attributions
    .flatMap(({ source, cue, content }) => {
      const starts = [...source, ...cue].map(({ start }) => start);
      const at = starts
        .toSorted((a, b) => a - b)
        .find((start) => /[,(–—]\s*$/.test(text.slice(Math.max(0, start - 3), start)));
      if (at === undefined) return [];
      return content.some(({ end }) => end <= at) && content.some(({ start }) => start > at) ? [] : [at];
    })
    .toSorted((a, b) => a - b);

/** The words of a span up to the first tail in it, without the comma between. */
export function wordsBefore(text: string, { start, end }: Span, tails: readonly number[]): string {
  const tail = tails.find((at) => start < at && at < end) ?? end;
  return text
    .slice(start, tail)
    .trim()
    .replace(/[\s,(–—]{1,4}$/, '');
}
