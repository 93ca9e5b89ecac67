import type { Voices } from './attribution/voices.ts';
import type { Candidate } from './gate.ts';
import type { Attribution } from './reading.ts';

/** Shorter words of a report are seldom a statement that stands by itself. */
const shortest = 50;

/** Verbs whose clause is what somebody states: of offers and demands the words show too seldom where they end. */
const stating = new Set(
  `say add tell tweet argue insist explain note warn acknowledge admit announce deny confirm estimate predict
   contend state concede assert`.split(/\s+/),
);

/** What somebody printed by name states in the report's own words. */
export function paraphrasesIn(text: string, attributions: readonly Attribution[], voices: Voices): Candidate[] {
  return attributions.flatMap((one) => {
    const { content, speech, speaker, named, via } = one;
    const [only] = content;
    if (speech !== 'indirect' || !named || via.length > 0 || !only || content.length > 1) return [];
    const start = only.start + (/^that\s+/i.exec(text.slice(only.start, only.end))?.[0].length ?? 0);
    const saying = voices.sayingOf(one);
    if (only.end - start < shortest || !saying || !stating.has(saying.base) || saying.negated) return [];
    const { mode, channel } = saying;
    return { sort: 'paraphrase', start, end: only.end, wider: null, speaker, mode, channel, figure: null };
  });
}
