import { sentenceEnd, type Analysis } from './analysis.ts';
import type { Stretch, VerbGroup } from './chunks.ts';
import { complementOf, speechSoon } from './complements.ts';
import { restOf, until, withoutAside } from './contents.ts';
import { attitudes, figureBearers, frameOf, lightVerbs, prepositionsWith, showing, type Frame } from './frames.ts';
import { subjectBefore } from './sources.ts';
import { passive } from './passives.ts';
import { gapless, relativeBefore, relativeRest } from './relatives.ts';
import { subjectOf } from './subjects.ts';
import { leaveClauses, sourceBehind } from './tails.ts';
import { continuation, goesOn, leftOf, quotationEnd } from './surroundings.ts';
import type { Word } from './tagger.ts';

const modal = /^(would|will|could|should|can|might|must|[’']ll|wo|ca)$/;
const bare: Frame = { quotes: false, clause: false, noun: false, infinitive: false, hearer: false };
const isFinite = (word: Word | undefined): boolean => /^(VBD|VBZ|VBP|MD)$/.test(word?.tag ?? '');

/** Puts down what a verb attributes, if it does. What would, could or should be said is not. */
export function attributeByVerb(analysis: Analysis, group: VerbGroup): void {
  const { words } = analysis.parsed;
  const { lemma } = words[group.head]!;
  if (/^(the|an?)$/.test(words[group.from - 1]?.lower ?? '') && words[group.head]!.tag === 'VBN') return;
  for (let i = group.from; i < group.head; i++) if (modal.test(words[i]!.lower)) return;
  if (seems(analysis, group) || asked(analysis, group) || holdsAttitude(analysis, group) || has(analysis, group))
    return;
  const frame = frameOf(lemma) ?? (prepositionsWith(lemma) ? bare : undefined);
  const before = analysis.found.length;
  if (!frame) quotedBeside(analysis, group);
  else if (group.passive && !group.infinitive) passive(analysis, group);
  else if (!group.infinitive && group.finite && inverted(analysis, group, frame)) return;
  else active(analysis, group, frame);
  if (analysis.found.length === before && !group.passive) introduces(analysis, group, frame);
}

/** “… interrupted him to announce, ‘…’”, “as Smith put it, ‘…’”: a whole quotation right behind a verb shows that it speaks. */
function introduces(analysis: Analysis, group: VerbGroup, frame: Frame | undefined): void {
  const { words, phrases } = analysis.parsed;
  let at = group.to + 1;
  const put = /^(put|sum)$/.test(words[group.head]!.lemma);
  if (put && /^(it|up)$/.test(words[at]?.lower ?? '')) at++;
  else if (frame?.hearer && phrases[at]) at = phrases[at]!.to + 1;
  const joined = !frame && /^(CC|RB)$/.test(words[group.from - 1]?.tag ?? '') && group.finite;
  if (!(frame?.quotes || put || joined) || !/^[,:]$/.test(words[at]?.text ?? '') || words[at + 1]?.tag !== 'SPEECH')
    return;
  const own = group.finite ? subjectBefore(words, phrases, group.from) : null;
  const subject = own ?? analysis.sourceOf(group) ?? phrases.find((one) => one !== null);
  if (subject && subject.to < group.from)
    analysis.put(subject, { from: group.from, to: at - 1 }, [{ from: at + 1, to: quotationEnd(words, at + 1) }]);
}

/** “It seems that …”, “he appears to …”: nobody says so. */
function seems(analysis: Analysis, group: VerbGroup): boolean {
  const { words, phrases } = analysis.parsed;
  if (!/^(seem|appear)$/.test(words[group.head]!.lemma) || !group.finite) return false;
  const next = words[group.to + 1];
  const subject = subjectBefore(words, phrases, group.from);
  const rest =
    /^(TO|JJ|VBN|RB|IN)$/.test(next?.tag ?? '') && next?.lower !== 'in' ? restOf(analysis.parsed, group) : null;
  if (subject && rest) analysis.put(null, group, [subject, rest]);
  return true;
}

/** “Asked about …”, “when asked whether …”. */
function asked(analysis: Analysis, group: VerbGroup): boolean {
  const { words } = analysis.parsed;
  const before = words[group.from - 1];
  const alone = !before || /^(when|if|though|but|,)$/i.test(before.text);
  if (words[group.head]!.lemma !== 'ask' || !(alone || group.passive)) return false;
  const next = words[group.to + 1]?.lower ?? '';
  const cue = next === 'about' ? { ...group, to: group.to + 1 } : group;
  const rest = /^(about|if|whether|how|why|what|who)$/.test(next) ? restOf(analysis.parsed, cue) : null;
  if (rest) analysis.put(null, cue, [rest]);
  return rest !== null || group.passive;
}

/** “expressed concern about …”, “made the claim that …”. */
function holdsAttitude(analysis: Analysis, group: VerbGroup): boolean {
  const { words, phrases } = analysis.parsed;
  const phrase = phrases[group.to + 1];
  if (!lightVerbs.has(words[group.head]!.lemma) || group.passive || group.infinitive) return false;
  if (!phrase || phrase.from !== group.to + 1 || !attitudes.has(words[phrase.to]!.lower)) return false;
  const link = phrase.to + 1;
  if (!/^(about|over|for|in|that|of|on|with|to|at|against|toward|towards)$/.test(words[link]?.lower ?? ''))
    return false;
  const before = words[group.from - 1];
  const joined = before?.tag === 'CC' || (!group.finite && /^[,–—-]$/.test(before?.text ?? ''));
  const subject =
    (group.finite ? subjectBefore(words, phrases, group.from) : null) ?? (joined ? analysis.sourceOf(group) : null);
  if (!subject) return false;
  const clause =
    words[link]!.lower === 'that' || (words[link]!.lower === 'to' && (words[link + 1]?.tag ?? '').startsWith('VB'));
  const cue = { ...group, to: clause ? phrase.to : link };
  const rest = restOf(analysis.parsed, cue);
  if (rest) analysis.put(subject, cue, [rest]);
  return true;
}

/** “The poll has her ahead”. */
function has(analysis: Analysis, group: VerbGroup): boolean {
  const { words, phrases } = analysis.parsed;
  if (words[group.head]!.lemma !== 'have' || group.from !== group.to) return false;
  const subject = subjectBefore(words, phrases, group.from);
  if (!subject || !bearsFigures(words, subject) || !/^(NN|NNP|NNS|CD|PRP)$/.test(words[group.to + 1]?.tag ?? ''))
    return false;
  const { content } = complementOf(analysis.parsed, group, { ...bare, noun: true });
  if (content) analysis.put(subject, group, [content]);
  return true;
}

/** Whether a phrase names a thing that shows numbers: a poll, a study. */
function bearsFigures(words: readonly Word[], { from, to }: Stretch): boolean {
  for (let i = from; i <= to; i++) if (figureBearers.has(words[i]!.lower)) return true;
  return false;
}

/** “‘…’, said Jane Smith”: the subject behind its verb. */
function inverted(analysis: Analysis, group: VerbGroup, frame: Frame): boolean {
  const { words, phrases, groups } = analysis.parsed;
  const before = words[group.from - 1];
  if (!frame.quotes || frame.hearer || (before && before.quoted === null && before.text !== ',')) return false;
  const aside = before?.text === ',' && before.quoted === null ? subjectBefore(words, phrases, group.from) : null;
  const own =
    aside !== null &&
    analysis.isFree(aside.from) &&
    !groups.some((one) => one.finite && one.to < aside.from && !analysis.claimed[one.head]);
  const subject = own ? null : sourceBehind(words, phrases, group.to + 1);
  if (!subject || isFinite(words[subject.to + 1])) return false;
  const ends = before !== undefined && words[group.head]!.lemma === 'say' && subject.to >= sentenceEnd(words);
  const left = leftOf(analysis, group.from) ?? (ends ? leftOf(analysis, group.from, true) : null);
  const more = continuation(analysis.parsed, subject.to + 1);
  const behind = subject.to + 2;
  if (left) analysis.put(subject, group, more ? [left, more] : [left]);
  else if (analysis.pending && !before) analysis.put(subject, group, []);
  else if (!before && words[subject.to + 1]?.text === ':')
    analysis.put(subject, group, behind <= sentenceEnd(words) ? [{ from: behind, to: sentenceEnd(words) }] : []);
  else if (words[subject.to + 1]?.text === ',' && behind < words.length - 1)
    analysis.put(subject, group, [{ from: behind, to: sentenceEnd(words) }]);
  else return false;
  leaveClauses(analysis, subject);
  return true;
}

/** “Smith said that …”, “…, Smith said”, “…, Smith said, …”. */
function active(analysis: Analysis, group: VerbGroup, frame: Frame): void {
  const { words } = analysis.parsed;
  const whose = subjectOf(analysis, group);
  if (!whose) return;
  const { subject } = whose;
  const shows = subject !== null && showing.has(words[group.head]!.lemma) && bearsFigures(words, subject);
  const taken = shows ? { ...frame, noun: true, quotes: true } : frame;
  const found = complementOf(analysis.parsed, group, taken);
  const { cueEnd, next } = found;
  const content = shows && found.content ? until(analysis.parsed, found.content.from, 'clause', group) : found.content;
  const cue = { from: whose.from, to: cueEnd };
  const beside = subject !== null && subject.from < group.from && taken.quotes;
  const edge = beside ? subject.from : group.from;
  const last = next >= sentenceEnd(words);
  const colon = words[cueEnd]?.text === ':' || words[next - 1]?.text === ':';
  if (beside && words[edge - 1]?.quoted && !(colon && content)) {
    const left = leftOf(analysis, edge) ?? (last ? leftOf(analysis, edge, true) : null);
    const more = content && words[content.from]!.quoted ? content : continuation(analysis.parsed, next);
    if (left) return analysis.put(subject, cue, more ? [left, more] : [left]);
  }
  if (content && isTitle(words, content) && /^(call|name|dub|title|label)$/.test(words[group.head]!.lemma)) return;
  const relative = beside ? relativeBefore(words, subject) : null;
  if (relative) {
    const rest = isFinite(words[next])
      ? relativeRest(analysis, next, group)
      : content && gapless(words[content.from]!)
        ? null
        : content;
    if (rest) return analysis.put(subject, cue, [relative, rest]);
  }
  if (content) return analysis.put(subject, cue, withoutAside(analysis.parsed, content));
  if (beside && !/^(WP|WDT)$/.test(words[subject.from]!.tag)) aroundSpeaker(analysis, subject, cue, next);
}

/** Whether words are a name in quotation marks: “a book called ‘The Long River’”. */
function isTitle(words: readonly Word[], { from, to }: Stretch): boolean {
  if (!words[from]!.quoted || to === from || words[to]!.quoted !== words[from]!.quoted) return false;
  for (let i = from; i <= to; i++)
    if (words[i]!.text.length > 3 && words[i]!.text === words[i]!.lower && words[i]!.kind === 'word') return false;
  return true;
}

/** What is said before a speaker, or on both sides. */
function aroundSpeaker(analysis: Analysis, subject: Stretch, cue: Stretch, next: number): void {
  const { words } = analysis.parsed;
  const end = sentenceEnd(words);
  const before = words[subject.from - 1];
  const as = before?.lower === 'as';
  if (as && words[next]?.text === ',' && next < end) return analysis.put(subject, cue, [{ from: next + 1, to: end }]);
  if (before?.text === ',' && next >= end && subject.from > 1 && analysis.claimed[subject.from - 2])
    return analysis.put(subject, cue, [{ from: 0, to: subject.from - 2 }]);
  if (before?.text === ',' || as) {
    const left = leftOf(analysis, as ? subject.from - 1 : subject.from);
    if (left) {
      let comma = next;
      while (
        comma < next + 8 &&
        words[comma]?.text !== ',' &&
        /^(IN|DT|RB|RBR|NN|NNS|NNP|JJ|CD|TO)$/.test(words[comma]?.tag ?? '')
      )
        comma++;
      const both = words[comma]?.text === ',' && goesOn(analysis.parsed, left, comma + 1);
      const rest = both ? { from: comma + 1, to: end } : continuation(analysis.parsed, next);
      return analysis.put(subject, cue, rest ? [left, rest] : [left]);
    }
  }
  const opens = next >= words.length && words[cue.to]?.text === ':';
  if (opens || (analysis.pending && subject.from === 0)) analysis.put(subject, cue, []);
}

/** “‘…,’ she answered”, “he shot back, ‘…’”: any verb speaks where a whole quotation stands beside it. */
function quotedBeside(analysis: Analysis, group: VerbGroup): void {
  const { words, phrases } = analysis.parsed;
  if (!group.finite || group.passive || /^(be|have|do)$/.test(words[group.head]!.lemma)) return;
  const joined = words[group.from - 1]?.tag === 'CC';
  const subject = subjectBefore(words, phrases, group.from) ?? (joined ? analysis.sourceOf(group) : null);
  if (!subject || /^(WP|WDT)$/.test(words[subject.from]!.tag)) return;
  const before = words[subject.from - 1];
  if (/^(IN|WRB)$/.test(before?.tag ?? '')) return;
  if (before?.quoted && /^[,?!]$/.test(before.text) && !analysis.claimed[subject.from - 1]) {
    const left = leftOf(analysis, subject.from);
    const more = continuation(analysis.parsed, group.to + 1);
    if (left) analysis.put(subject, group, more ? [left, more] : [left]);
    return;
  }
  const at = speechSoon(words, group.to + 1);
  if (at === null) return;
  const colon = words[at]!.text === ':';
  const cue = { from: group.from, to: colon ? at : group.to };
  if (!words[at + 1]) return analysis.put(subject, cue, []);
  const to = quotationEnd(words, at + 1);
  if (to - at > 3 && /^\p{Lu}/u.test(words[at + 1]!.text)) analysis.put(subject, cue, [{ from: at + 1, to }]);
}
