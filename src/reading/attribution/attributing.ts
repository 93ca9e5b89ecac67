import { attributeByAdjective, makesClear } from './adjectives.ts';
import { sentenceEnd, type Analysis } from './analysis.ts';
import { bearsFigures, hasFigure, putsAt } from './bearers.ts';
import type { Stretch, VerbGroup } from './chunks.ts';
import { behindTime, complementOf, speechSoon } from './complements.ts';
import { restOf, until, withoutAside } from './contents.ts';
import { attitudes, bare, frameOf, lightVerbs, prepositionsWith, showing, type Frame } from './frames.ts';
import { phraseFrom, subjectBefore } from './sources.ts';
import { passive } from './passives.ts';
import { gapless, relativeBefore, relativeRest } from './relatives.ts';
import { subjectOf } from './subjects.ts';
import { leaveClauses, sourceBehind } from './tails.ts';
import { continuation, goesOn, joinedClause, leftOf, openingOf, quotationEnd } from './surroundings.ts';
import type { Word } from './tagger.ts';

const modal = /^(would|will|could|should|can|might|must|[’']ll|wo|ca)$/;
const isFinite = (word: Word | undefined): boolean => /^(VBD|VBZ|VBP|MD)$/.test(word?.tag ?? '');

/** Puts down what a verb attributes, if it does. What would, could or should be said is not. */
export function attributeByVerb(analysis: Analysis, group: VerbGroup): void {
  const { words } = analysis.parsed;
  const { lemma } = words[group.head]!;
  if (describes(words, group)) return;
  for (let i = group.from; i < group.head; i++)
    if (modal.test(words[i]!.lower) && !(lemma === 'like' && /^(would|[’']d)$/.test(words[i]!.lower))) return;
  if (words[group.from - 1]?.lower === 'without') return;
  if (seems(analysis, group) || asked(analysis, group) || holdsAttitude(analysis, group)) return;
  if (hasFigure(analysis, group) || putsAt(analysis, group)) return;
  if (attributeByAdjective(analysis, group) || makesClear(analysis, group)) return;
  const frame = frameOf(lemma) ?? (prepositionsWith(lemma) ? bare : undefined);
  const before = analysis.found.length;
  if (!frame) quotedBeside(analysis, group);
  else if (group.passive && !group.infinitive) passive(analysis, group);
  else if (!group.infinitive && group.finite && inverted(analysis, group, frame)) return;
  else active(analysis, group, frame);
  if (analysis.found.length === before && !group.passive) introduces(analysis, group, frame);
}

/** “The reported attack”, “their continued efforts”: a participle that only describes a noun. */
function describes(words: readonly Word[], { from, head }: VerbGroup): boolean {
  const before = words[from - 1];
  const { tag } = words[head]!;
  if (!before || (tag !== 'VBN' && tag !== 'VBD')) return false;
  return before.tag === 'POS' || before.tag === 'PRP$' || (tag === 'VBN' && /^(the|an?)$/.test(before.lower));
}

/** “… interrupted him to announce, ‘…’”, “as Smith put it, ‘…’”: a whole quotation right behind a verb shows that it speaks. */
function introduces(analysis: Analysis, group: VerbGroup, frame: Frame | undefined): void {
  const { words, phrases, groups } = analysis.parsed;
  let at = group.to + 1;
  const { lemma } = words[group.head]!;
  const put = lemma === 'put' || lemma === 'sum';
  if (put && /^(it|up)$/.test(words[at]?.lower ?? '')) at++;
  else if (frame?.hearer && phrases[at]) at = phrases[at]!.to + 1;
  const joined = !frame && /^(CC|RB)$/.test(words[group.from - 1]?.tag ?? '') && group.finite;
  if (!(frame?.quotes || put || joined) || !/^[,:]$/.test(words[at]?.text ?? '') || words[at + 1]?.tag !== 'SPEECH')
    return;
  const governor = group.infinitive ? groups.findLast(({ to }) => to < group.from) : group;
  const own = governor?.finite ? subjectBefore(words, phrases, governor.from) : null;
  const subject = own ?? analysis.sourceOf(group) ?? phrases.find((one) => one !== null);
  if (subject && subject.to < group.from)
    analysis.put(subject, { from: group.from, to: at - 1 }, [{ from: at + 1, to: quotationEnd(words, at + 1) }]);
}

/** “It seems that …”, “he appears to …”: nobody says so. */
function seems(analysis: Analysis, group: VerbGroup): boolean {
  const { words, phrases } = analysis.parsed;
  const { lemma } = words[group.head]!;
  if ((lemma !== 'seem' && lemma !== 'appear') || !group.finite) return false;
  const next = words[group.to + 1];
  const subject = subjectBefore(words, phrases, group.from);
  const isManner = /^(TO|JJ|VBN|RB)$/.test(next?.tag ?? '') || /^(that|like|as)$/.test(next?.lower ?? '');
  const rest = isManner ? restOf(analysis.parsed, group) : null;
  if (subject && rest) analysis.put(null, group, [subject, rest]);
  return true;
}

/** “Asked about …”, “when asked whether …”. */
function asked(analysis: Analysis, group: VerbGroup): boolean {
  const { words, phrases } = analysis.parsed;
  if (words[group.head]!.lemma !== 'ask') return false;
  const before = words[group.from - 1];
  const alone = !before || /^(when|if|though|but|,)$/i.test(before.text);
  if (!alone && !group.passive) return false;
  const by = words[group.to + 1]?.lower === 'by' ? phraseFrom(words, phrases, group.to + 2) : null;
  let p = by ? by.to + 1 : group.to + 1;
  if (!/^(about|if|whether|how|why|what|who)$/.test(words[p]?.lower ?? '')) p = behindTime(words, p);
  while (/^(on|in|at|during)$/.test(words[p]?.lower ?? '') && phrases[p + 1])
    p = behindTime(words, phrases[p + 1]!.to + 1);
  const next = words[p]?.lower ?? '';
  const about = next === 'about' && p === group.to + 1;
  const asks = /^(about|if|whether|how|why|what|who|which)$/.test(next) || (next === 'to' && !group.passive);
  const rest = asks ? until(analysis.parsed, about ? p + 1 : p, 'phrase', group) : null;
  if (rest) analysis.put(by, { from: group.from, to: about ? p : group.to }, [rest]);
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

/** “‘…’, said Jane Smith”: the subject behind its verb. */
function inverted(analysis: Analysis, group: VerbGroup, frame: Frame): boolean {
  const { words, phrases, groups } = analysis.parsed;
  const before = words[group.from - 1];
  const asks = before?.text === '?' && words[group.head]!.lemma === 'ask';
  const remembers = frame.clause && before?.quoted && /^[,?!]$/.test(before.text);
  if ((frame.hearer ? !asks : !frame.quotes && !remembers) || (before && before.quoted === null && before.text !== ','))
    return false;
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
  const parenthetical =
    frame.clause && !words[found.next - 1]?.quoted && /^[,–—.]$/.test(words[found.next]?.text ?? '.');
  const beside = subject !== null && subject.from < group.from && (taken.quotes || parenthetical);
  const edge = beside ? subject.from : group.from;
  const last = next >= sentenceEnd(words);
  const colon = words[cueEnd]?.text === ':' || words[next - 1]?.text === ':';
  if (beside && words[edge - 1]?.quoted && !(colon && content)) {
    const left = leftOf(analysis, edge) ?? (last ? leftOf(analysis, edge, true) : null);
    const more = content && words[content.from]!.quoted ? content : continuation(analysis.parsed, next);
    if (left && !(content && words[content.from]!.quoted === null && isTitle(words, left)))
      return analysis.put(subject, cue, more ? [left, more] : [left]);
  }
  if (content && isTitle(words, content) && /^(call|name|dub|title|label)$/.test(words[group.head]!.lemma)) return;
  const relative = subject && subject.from < group.from ? relativeBefore(words, subject, isFinite(words[next])) : null;
  if (relative) {
    const rest = isFinite(words[next])
      ? relativeRest(analysis, next, group)
      : content && gapless(words[content.from]!)
        ? null
        : content;
    if (rest) return analysis.put(subject, cue, [relative, rest]);
  }
  const opening = content && beside ? openingOf(analysis, subject, content) : null;
  if (content && opening) return analysis.put(subject, cue, [opening, content]);
  if (content) return analysis.put(subject, cue, withoutAside(analysis.parsed, content));
  if (beside && !/^(WP|WDT)$/.test(words[subject.from]!.tag)) aroundSpeaker(analysis, subject, cue, next);
}

/** Whether words are a name in quotation marks: “a book called ‘The Long River’”. */
function isTitle(words: readonly Word[], { from, to }: Stretch): boolean {
  if (!words[from]!.quoted || to === from || words[to]!.quoted !== words[from]!.quoted) return false;
  if (!/^\p{Lu}/u.test(words[from]!.text)) return false;
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
  if ((before?.text === ',' || as) && words[next]?.tag !== 'TO') {
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
      const rest = both
        ? { from: comma + 1, to: end }
        : (continuation(analysis.parsed, next) ?? joinedClause(analysis.parsed, comma));
      return analysis.put(subject, cue, rest ? [left, rest] : [left]);
    }
  }
  const opens = next >= words.length && words[cue.to]?.text === ':';
  if (opens || (analysis.pending && subject.from === 0)) analysis.put(subject, cue, []);
}

/** “did not”, “doesn't”. */
const isDenied = (words: readonly Word[], { from, head }: VerbGroup): boolean =>
  words.slice(from, head).some(({ lower }) => /^(not|never|n[’']t)$/.test(lower));

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
  if (at === null || /^(it|this|that)$/.test(words[subject.from]!.lower) || isDenied(words, group)) return;
  const colon = words[at]!.text === ':';
  const cue = { from: group.from, to: colon ? at : group.to };
  if (!words[at + 1]) return analysis.put(subject, cue, []);
  const to = quotationEnd(words, at + 1);
  if (to - at > 3 && /^\p{Lu}/u.test(words[at + 1]!.text)) analysis.put(subject, cue, [{ from: at + 1, to }]);
}
