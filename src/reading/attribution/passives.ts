import type { Analysis } from './analysis.ts';
import type { VerbGroup } from './chunks.ts';
import { restOf } from './contents.ts';
import { phraseFrom, subjectBefore } from './sources.ts';

/** Verbs whose passive leaves out who judges so: “is considered a risk”, “was labelled false”. */
const judging = new Set('consider deem label call dub regard view see rate find celebrate describe portray'.split(' '));
const impersonal = new Set(
  'expect believe think consider see know report say suppose view regard rumor perceive'.split(' '),
);

/** “was first reported by …”, “is expected to …”, “is seen as …”. */
export function passive(analysis: Analysis, group: VerbGroup): void {
  const { words, phrases } = analysis.parsed;
  const subject = subjectBefore(words, phrases, group.from);
  const next = words[group.to + 1]?.lower;
  if (!subject) return;
  if (next === 'by') {
    const by = phraseFrom(words, phrases, group.to + 2);
    if (by) analysis.put(by, group, [subject]);
  } else if (
    judging.has(words[group.head]!.lemma) &&
    (/^(DT|JJ|PRP\$)$/.test(words[group.to + 1]?.tag ?? '') || words[group.to + 1]?.quoted)
  ) {
    const rest = restOf(analysis.parsed, group);
    const agent = rest
      ? words.findIndex((word, i) => i > rest.from && i <= rest.to && word.lower === 'by' && !word.quoted)
      : -1;
    const by = agent < 0 ? null : phraseFrom(words, phrases, agent + 1);
    if (rest) analysis.put(by, group, [subject, by ? { from: rest.from, to: agent - 1 } : rest]);
  } else if (impersonal.has(words[group.head]!.lemma) && (next === 'as' || next === 'to')) {
    const cue = { ...group, to: next === 'as' ? group.to + 1 : group.to };
    const rest = restOf(analysis.parsed, cue);
    if (rest) analysis.put(null, cue, [subject, rest]);
  }
}
