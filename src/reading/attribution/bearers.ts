import type { Analysis } from './analysis.ts';
import type { Stretch, VerbGroup } from './chunks.ts';
import { complementOf } from './complements.ts';
import { restOf } from './contents.ts';
import { bare, figureBearers } from './frames.ts';
import { subjectBefore } from './sources.ts';
import type { Word } from './tagger.ts';

/** “The poll has her ahead”. */
export function hasFigure(analysis: Analysis, group: VerbGroup): boolean {
  const { words, phrases } = analysis.parsed;
  if (words[group.head]!.lemma !== 'have' || group.from !== group.to) return false;
  const subject = subjectBefore(words, phrases, group.from);
  if (!subject || !bearsFigures(words, subject) || !/^(NN|NNP|NNS|CD|PRP)$/.test(words[group.to + 1]?.tag ?? ''))
    return false;
  const { content } = complementOf(analysis.parsed, group, { ...bare, noun: true });
  if (content) analysis.put(subject, group, [content]);
  return true;
}

/** “The agency puts the toll at 45”. */
export function putsAt(analysis: Analysis, group: VerbGroup): boolean {
  const { words, phrases } = analysis.parsed;
  const { lemma } = words[group.head]!;
  const phrase = lemma === 'put' || lemma === 'peg' ? phrases[group.to + 1] : null;
  if (!phrase || words[phrase.to + 1]?.lower !== 'at') return false;
  const subject = subjectBefore(words, phrases, group.from);
  const number = phrases[phrase.to + 2];
  if (!subject || !number || !words.slice(number.from, number.to + 1).some(({ tag }) => tag === 'CD')) return false;
  const rest = restOf(analysis.parsed, group);
  if (rest) analysis.put(subject, group, [rest]);
  return true;
}

/** Whether a phrase names a thing that shows numbers: a poll, a study. */
export function bearsFigures(words: readonly Word[], { from, to }: Stretch): boolean {
  for (let i = from; i <= to; i++) if (figureBearers.has(words[i]!.lower)) return true;
  return false;
}
