import { Analysis, parse, sentenceEnd, type Found, type Parsed } from './analysis.ts';
import { attributeByVerb } from './attributing.ts';
import type { Stretch } from './chunks.ts';
import { frameOf } from './frames.ts';
import { attributeByNoun } from './nouns.ts';
import { phraseFrom, phraseTo } from './sources.ts';
import { joinedClause, leftOf, quotationEnd } from './surroundings.ts';
import { leaveClauses, sourceOfAccording } from './tails.ts';
import type { Word } from './tagger.ts';

/** Longer sentences are not looked into: nobody wrote them as one. */
const longest = 1000;
/** So deep “A says that B said that C …” is followed. */
const deepest = 3;

/** Who says, thinks or wants what in a sentence; what is said through somebody comes behind it. */
export function attributionsOfSentence(words: Word[], pending: boolean): Found[] {
  if (words.length > longest) return [];
  const parsed = parse(words);
  const found = look(new Analysis(parsed, pending, null), () => true);
  const cues = new Set(found.map(({ cue }) => cue.start));
  return found.flatMap((one) => [one, ...nestedIn(parsed, one, cues)]);
}

function look(analysis: Analysis, isCue: (lemma: string) => boolean): Found[] {
  const { words, groupAt } = analysis.parsed;
  if (colonAtStart(analysis) || colonBeforeSpeech(analysis) || dashAtEnd(analysis)) return analysis.found;
  for (let i = 0; i < words.length; i++) {
    if (!analysis.isFree(i)) continue;
    if (words[i]!.lower === 'according' && words[i + 1]?.lower === 'to') accordingTo(analysis, i);
    else if (words[i]!.lower === 'in' || words[i]!.lower === 'from') inPoll(analysis, i);
    else {
      const group = groupAt[i];
      if (group && analysis.isFree(group.head) && isCue(words[group.head]!.lemma)) attributeByVerb(analysis, group);
      else if (!group) attributeByNoun(analysis, i);
    }
  }
  return analysis.found;
}

/** Speech within the content of another, but for what is found already: only verbs of saying are followed. */
function nestedIn(parsed: Parsed, outer: Found, cues: Set<number>): Found[] {
  if (outer.via.length >= deepest || outer.source === null) return [];
  const { words } = parsed;
  return outer.content.flatMap(({ start, end }) => {
    const from = words.findIndex((word) => word.start >= start);
    const to = words.findLastIndex((word) => word.end <= end);
    if (from < 0 || to - from < 3) return [];
    const within = { stretch: { from, to }, via: [outer, ...outer.via] };
    const inner = look(new Analysis(parsed, false, within), (lemma) => frameOf(lemma)?.quotes === true);
    const fresh = inner.filter(({ cue }) => !cues.has(cue.start));
    for (const { cue } of fresh) cues.add(cue.start);
    return fresh.flatMap((one) => [one, ...nestedIn(parsed, one, cues)]);
  });
}

/** “Smith: …” at the start, as headlines and transcripts have it. */
function colonAtStart(analysis: Analysis): boolean {
  const { words, phrases } = analysis.parsed;
  if (analysis.via.length > 0) return false;
  for (let i = 1; i < 6 && i < words.length - 2; i++) {
    if (words[i]!.quoted !== words[0]!.quoted) return false;
    if (words[i]!.text !== ':') continue;
    const source = phraseFrom(words, phrases, 0);
    if (source?.to !== i - 1 || !words.slice(0, i).every((word) => /^\p{Lu}/u.test(word.text))) return false;
    if (/^(the|a|an|twitter|email|e-mail|photo|related|update|note|correction|q)$/.test(words[0]!.lower)) return false;
    const caps = words.slice(0, i).every(({ text }) => text === text.toUpperCase());
    if (!caps && words[0]!.start > 0 && !words[i + 1]!.quoted) return false;
    analysis.put(source, { from: i, to: i }, [{ from: i + 1, to: sentenceEnd(words) }]);
    return true;
  }
  return false;
}

/** “More from Jane Smith: ‘…’”: a name before a whole quotation, without a verb. */
function colonBeforeSpeech(analysis: Analysis): boolean {
  const { words, phrases, groups } = analysis.parsed;
  if (analysis.via.length > 0) return false;
  const colon = words.findIndex((word, i) => word.text === ':' && !word.quoted && words[i + 1]?.tag === 'SPEECH');
  if (colon < 1 || colon > 20 || !/^(NNP|-RRB-)$/.test(words[colon - 1]!.tag)) return false;
  const dash = words.findLastIndex(({ text }, i) => i < colon && /^[–—-]$/.test(text));
  if (groups.some(({ finite, from }) => finite && from > dash && from < colon)) return false;
  const found =
    words[colon - 1]!.tag === 'NNP' ? phraseTo(words, phrases, colon - 1) : phraseFrom(words, phrases, dash + 1);
  const source = found && { from: Math.max(found.from, dash + 1), to: found.to };
  if (source && /^(on|in|at|to)$/.test(words[source.from - 1]?.lower ?? '')) return false;
  if (source)
    analysis.put(source, { from: colon, to: colon }, [{ from: colon + 1, to: quotationEnd(words, colon + 1) }]);
  return source !== null;
}

/** “‘…’ – Jane Smith”: a name behind a dash at the end. */
function dashAtEnd(analysis: Analysis): boolean {
  const { words, phrases } = analysis.parsed;
  if (analysis.via.length > 0 || !words[0]?.quoted) return false;
  const to = quotationEnd(words, 0);
  if (!/^[–—―]$/.test(words[to + 1]?.text ?? '')) return false;
  const source = phraseFrom(words, phrases, to + 2);
  if (!source || source.to < sentenceEnd(words) || !/^\p{Lu}/u.test(words[source.from]!.text)) return false;
  analysis.put(source, { from: to + 1, to: to + 1 }, [{ from: 0, to }]);
  return true;
}

/** “According to the mayor, …”, “…, according to the mayor”. */
function accordingTo(analysis: Analysis, at: number): void {
  const { words, phrases } = analysis.parsed;
  const source = sourceOfAccording(words, phrases, at + 2);
  const content = source && aroundAccording(analysis, at, source);
  if (!content) return;
  const more = content.to < at ? joinedClause(analysis.parsed, source.to + 1) : null;
  analysis.put(source, { from: at, to: at + 1 }, more ? [content, more] : [content]);
  leaveClauses(analysis, source);
}

function aroundAccording(
  { parsed: { words, groups, groupAt }, claimed }: Analysis,
  at: number,
  source: Stretch,
): Stretch | null {
  const isPause = (i: number): boolean => /^[,;–—-]$/.test(words[i]!.text) && words[i]!.quoted === null;
  let to = at - 1;
  while (to >= 0 && isPause(to)) to--;
  let said = to;
  while (said > 0 && !claimed[said] && !groupAt[said] && words[said]!.quoted === null) said--;
  if (to > 0 && claimed[said] && words[at - 1]!.text === ',') return { from: 0, to };
  const opening = to < 4 && words[source.to + 1]?.text === ',' && !groups.some((group) => group.from <= to);
  if (to > 0 && !claimed[to] && !opening) {
    let from = to;
    while (from > 0 && !claimed[from - 1]) from--;
    while (from < to && (isPause(from) || words[from]!.tag === 'CC')) from++;
    return { from, to };
  }
  let next = source.to + 1;
  while (next < words.length && words[next]!.text !== ',') next++;
  return next + 1 < words.length ? { from: next + 1, to: sentenceEnd(words) } : null;
}

/** “In a poll released on Monday, …”. */
function inPoll(analysis: Analysis, at: number): void {
  const { words, phrases } = analysis.parsed;
  const poll = phraseFrom(words, phrases, at + 1);
  if (!poll || !/^(poll|survey)$/.test(words[phrases[at + 1]!.to]!.lower)) return;
  if (at > 0 && words[at - 1]!.tag !== 'CC') {
    const left = poll.to >= sentenceEnd(words) ? leftOf(analysis, at) : null;
    if (left) analysis.put(poll, { from: at, to: at }, [left]);
    return;
  }
  for (let i = poll.to + 1; i < poll.to + 10 && i < words.length - 2; i++) {
    if (words[i]!.quoted || /^(VBZ|VBP|MD)$/.test(words[i]!.tag)) return;
    if (words[i]!.text !== ',') continue;
    analysis.put({ from: at + 1, to: i - 1 }, { from: at, to: at }, [{ from: i + 1, to: sentenceEnd(words) }]);
    return;
  }
}
