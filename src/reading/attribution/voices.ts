import type { Voice } from '../quotations.ts';
import type { Attribution, Span } from '../reading.ts';
import { sayings } from '../verbs.ts';

/** Who says what stands at a place, by the attributions of the text; thinking and wanting is not saying. */
export function voiceAt(text: string, attributions: readonly Attribution[], at: Span): Voice | null {
  for (const { speaker, cue, content } of attributions) {
    if (!speaker || !content.some(({ start, end }) => start <= at.start && at.end <= end)) continue;
    const words = cue.flatMap(({ start, end }) =>
      text
        .slice(start, end)
        .toLowerCase()
        .split(/[^\p{L}]+/u),
    );
    const saying = words.map((word) => sayings.get(word)).find((one) => one !== undefined);
    if (saying || words[0] === 'according') return { speaker, mode: saying?.mode ?? 'says', channel: null };
  }
  return null;
}
