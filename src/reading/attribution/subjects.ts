import { timeWords } from '../english.ts';
import type { Analysis } from './analysis.ts';
import type { Stretch, VerbGroup } from './chunks.ts';
import { frameOf } from './frames.ts';
import { phraseFrom, subjectBefore } from './sources.ts';

/** Verbs before an infinitive that only say that it goes on: “went on to say”. */
const messages = new Set(
  'statement letter tweet message email e-mail note post memo release video interview'.split(' '),
);
const sending = new Set('issue release send write make give post publish tweet email put share deliver'.split(' '));
const catenatives = new Set(['continue', 'go', 'begin', 'proceed', 'start']);

/** Who a verb's subject is, and where its cue starts. */
export function subjectOf(analysis: Analysis, group: VerbGroup): { subject: Stretch | null; from: number } | null {
  const { words, phrases, groups } = analysis.parsed;
  const before = words[group.from - 1];
  if (group.infinitive) {
    const outer = groups.findLast((one) => one.to < group.from);
    if (!outer || group.from - outer.to > 2 || !catenatives.has(words[outer.head]!.lemma)) return null;
    const subject = subjectBefore(words, phrases, outer.from) ?? (outer.finite ? null : analysis.sourceOf(outer));
    return subject && { subject, from: outer.from };
  }
  if (!group.finite) {
    const message = messageBefore(analysis, group);
    if (message) return message;
    const introduced =
      before &&
      (/^[,–—-]$/.test(before.text) ||
        before.tag === 'CC' ||
        /^(by|while|in|after|before|without)$/.test(before.lower));
    const doing = before?.lower === 'by' ? groups.find(({ to }) => to === group.from - 2) : undefined;
    const doer = doing?.finite && !doing.passive ? subjectBefore(words, phrases, doing.from) : null;
    if (doer) return { subject: doer, from: group.from };
    if (introduced) return { subject: analysis.sourceOf(group), from: group.from };
    const subject = words[group.head]!.tag === 'VBG' ? doerOf(analysis, group) : null;
    return subject && { subject, from: group.from };
  }
  const joined =
    before?.tag === 'CC' ||
    words[group.from]!.lower === 'then' ||
    (before?.tag === 'RB' && words[group.from - 2]?.tag === 'CC');
  const subject = subjectBefore(words, phrases, group.from) ?? (joined ? joinedSubject(analysis, group) : null);
  return subject && { subject, from: group.from };
}

/** Whose a verb behind “and” is: of “was questioned by police and denied it” not the police. */
function joinedSubject(analysis: Analysis, group: VerbGroup): Stretch | null {
  const { words, phrases, groups } = analysis.parsed;
  const source = analysis.sourceOf(group);
  const before = groups.findLast(({ to }) => to < group.from);
  const isDoer = before?.passive && source && before.to < source.from && source.to < group.from;
  return isDoer ? subjectBefore(words, phrases, before.from) : source;
}

/** “issued a statement saying …”: who sent what the words stand in. */
function messageBefore(analysis: Analysis, group: VerbGroup): { subject: Stretch | null; from: number } | null {
  const { words, phrases, groups } = analysis.parsed;
  const { lemma, tag } = words[group.head]!;
  const last = phrases[group.from - 1];
  const message = last && words[last.from - 1]?.lower === 'to' ? phrases[last.from - 2] : last;
  if (tag !== 'VBG' || !message || !messages.has(words[message.to]!.lower)) return null;
  const sends = groups.findLast(({ to }) => to < message.from);
  if (sends?.to === message.from - 1 && sending.has(words[sends.head]!.lemma) && !sends.infinitive && !sends.passive) {
    const subject = subjectBefore(words, phrases, sends.from);
    if (subject && analysis.isFree(sends.head)) return { subject, from: sends.from };
  }
  return last !== message || /^(say|state|read|write)$/.test(lemma)
    ? { subject: analysis.sourceOf(group), from: group.from }
    : null;
}

/** Whose a participle is without a word that introduces it: “polls showing …”, “Conceding that …, he said”. */
function doerOf({ parsed: { words, phrases } }: Analysis, group: VerbGroup): Stretch | null {
  const { quotes, clause } = frameOf(words[group.head]!.lemma) ?? {};
  if (
    group.from !== group.head ||
    !(quotes || clause) ||
    /^(report|read|hear|learn|add)$/.test(words[group.head]!.lemma)
  )
    return null;
  const head = phrases[group.from - 1];
  if (head) return head.to === group.from - 1 && !timeWords.has(words[head.to]!.lower) ? head : null;
  if (group.from > 0) return null;
  const comma = words.findIndex(({ text, quoted }, i) => i > group.to + 2 && text === ',' && quoted === null);
  const subject = comma < 0 ? null : phraseFrom(words, phrases, comma + 1);
  return subject && /^(VBD|VBZ|VBP|MD)$/.test(words[subject.to + 1]?.tag ?? '') ? subject : null;
}
