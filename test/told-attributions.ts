import { attributionsOf } from '../src/reading/attribution/attributions.ts';

/** Each attribution of a text as “source | cue | content”, stretches apart by “ … ”. */
export function toldAttributions(text: string): string[] {
  const words = (spans: { start: number; end: number }[]): string =>
    spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return attributionsOf(text).map(({ source, cue, content }) =>
    [words(source), words(cue), words(content)].join(' | '),
  );
}
