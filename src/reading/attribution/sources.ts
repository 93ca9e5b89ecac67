import type { Stretch } from './chunks.ts';
import { timeWords, weekdaysAndMonths } from '../english.ts';
import type { Word } from './tagger.ts';

type Phrases = readonly (Stretch | null)[];

const reach = 60;
const isComma = (word: Word | undefined): boolean => word?.text === ',' || word?.tag === ':';
const ofs = new Set(['of', 'for']);
const loose = new Set(['of', 'for', 'at', 'in', 'from', 'with', 'on', 'to', 'against', 'near', 'by', 'who']);

const isTime = (words: readonly Word[], at: Stretch): boolean => {
  if (at.from === at.to && words[at.from]!.lower.length < 5 && /^\p{Lu}/u.test(words[at.from]!.text)) return false;
  for (let i = at.from; i <= at.to; i++) {
    const { lower } = words[i]!;
    if (!weekdaysAndMonths.has(lower) && !timeWords.has(lower) && !/^\d/.test(lower)) return false;
  }
  return true;
};

/** Whether a clause may start with a word. */
function startsClause(words: readonly Word[], i: number): boolean {
  const before = words[i - 1];
  if (!before) return true;
  if (before.quoted !== words[i]!.quoted) return true;
  return (
    /^[,;:(.!?–—-]$/.test(before.text) ||
    /^(CC|WDT|WP|WRB|:)$/.test(before.tag) ||
    /^(that|as|because|if|while|when|although|though|after|before|since|until|unless|whether|so|than|where)$/.test(
      before.lower,
    )
  );
}

/** The noun phrase that ends with a word, with the prepositional phrases and the names that belong to it. */
export function phraseTo(words: readonly Word[], phrases: Phrases, last: number): Stretch | null {
  const head = phrases[last];
  if (!head || head.to !== last) return null;
  const share = shareBefore(words, phrases, head);
  if (share !== null) return { from: share, to: last };
  if (isTime(words, head)) return null;
  const close = extended(words, phrases, head.from, ofs);
  const far = extended(words, phrases, head.from, loose);
  const from = far !== close && startsClause(words, far) ? far : close;
  return { from: joinedBefore(words, phrases, from), to: last };
}

/** Where “four in 10”, “nine out of 10” starts; `null` where a phrase is no such share. */
function shareBefore(words: readonly Word[], phrases: Phrases, { from, to }: Stretch): number | null {
  if (from !== to || words[to]!.tag !== 'CD') return null;
  const link = words[from - 1]?.lower;
  const of = link === 'of' && words[from - 2]?.lower === 'out';
  const before = link === 'in' || of ? phrases[from - (of ? 3 : 2)] : null;
  return before && words[before.to]!.tag === 'CD' ? before.from : null;
}

function extended(words: readonly Word[], phrases: Phrases, first: number, links: ReadonlySet<string>): number {
  let from = first;
  while (from >= 2 && first - from < reach) {
    const link = words[from - 1]!;
    // “people familiar with the plan”
    const last = words[from - 2]!.tag === 'JJ' && !phrases[from - 2] ? from - 3 : from - 2;
    const before = phrases[last];
    if (!before || !links.has(link.lower) || before.to !== last) break;
    if (words[before.from]!.tag === 'PRP' || words[before.from]!.tag === 'EX') break;
    from = before.from;
  }
  return from;
}

/** “the mayor and Jane Smith”, from the first of them on. */
function joinedBefore(words: readonly Word[], phrases: Phrases, from: number): number {
  if (from < 2 || words[from - 1]!.tag !== 'CC' || words[from - 1]!.lower === 'but') return from;
  const before = phrases[from - 2];
  if (!before) return from;
  let start = extended(words, phrases, before.from, loose);
  while (start >= 2 && words[start - 1]!.text === ',' && phrases[start - 2]) start = phrases[start - 2]!.from;
  const clear = start === 0 || (startsClause(words, start) && words[start - 1]!.tag !== 'CC');
  return clear ? start : from;
}

/** The subject that stands before a word: “Smith”, “Smith, the mayor,”, “who”. */
export function subjectBefore(words: readonly Word[], phrases: Phrases, verb: number): Stretch | null {
  let at = verb - 1;
  while (at > 0 && at > verb - 4 && timeAt(words, at)) at--;
  if (at < verb - 1 && /^(on|in)$/.test(words[at]!.lower)) at--;
  if (at > 2 && /^\d{4}$/.test(words[at]!.text) && words[at - 1]!.lower === 'in') at -= 2;
  const previous = words[at];
  if (!previous) return null;
  if (/^(WP|WDT)$/.test(previous.tag) || (previous.lower === 'that' && phrases[at - 1])) return { from: at, to: at };
  const whole = withClause(words, phrases, at);
  if (whole !== null) return { from: whole, to: at < verb - 1 ? verb - 1 : at };
  const self = /^(him|her|it|them|my|your|our)sel(f|ves)$/.test(previous.lower) && phrases[at - 1];
  if (self) return { from: phraseTo(words, phrases, at - 1)?.from ?? at, to: at };
  if (phrases[at]) return phraseTo(words, phrases, at);
  if (isComma(previous) || previous.text === ')') {
    const inBrackets = previous.text === ',' && words[at - 1]?.text === ')' ? at - 1 : null;
    return beforeAside(words, phrases, at) ?? (inBrackets === null ? null : beforeAside(words, phrases, inBrackets));
  }
  return null;
}

/** “a poll released on Monday [found]”, “people who lost their homes [said]”: where the noun phrase with its clause starts, or `null`. */
function withClause(words: readonly Word[], phrases: Phrases, last: number): number | null {
  let verbs = 0;
  for (let i = last; i > 0 && last - i < 25; i--) {
    const word = words[i]!;
    if (word.quoted !== words[last]!.quoted || /^[,;:(]$/.test(word.text) || word.tag === ':' || word.lower === 'that')
      return null;
    if (word.lower === 'what') return null;
    if (word.tag === 'WP' && phrases[i - 1]) {
      if (verbs === 0) return null;
      const range = phraseTo(words, phrases, i - 1);
      return range && words[range.from]!.tag !== 'PRP' && startsClause(words, range.from) ? range.from : null;
    }
    if (/^(VBZ|VBP|MD)$/.test(word.tag)) verbs++;
    if (/^(VBN|VBD|VBG)$/.test(word.tag) && !phrases[i]) {
      verbs++;
      const range = verbs === 1 && i < last + 1 && phrases[i - 1] ? phraseTo(words, phrases, i - 1) : null;
      const plain =
        word.tag === 'VBG' ||
        (word.tag === 'VBN' && /^(IN|TO)$/.test(words[i + 1]?.tag ?? '')) ||
        /^(released|conducted|published|obtained|held|taken|made|given|interviewed|based|known|led|named|called|commissioned|sponsored|filed|issued|written|run|reviewed|surveyed|polled|involved|elected|appointed|hired)$/.test(
          word.lower,
        );
      if (range && plain && words[range.from]!.tag !== 'PRP' && startsClause(words, range.from)) return range.from;
    }
    if (verbs > 1) return null;
  }
  return null;
}

const timeAt = (words: readonly Word[], i: number): boolean =>
  (/^\p{Lu}(une|uly|.{4,})$/u.test(words[i]!.text) && weekdaysAndMonths.has(words[i]!.lower)) ||
  /^(yesterday|today|tonight|morning|afternoon|evening|night|earlier|later|late|early|here)$/.test(words[i]!.lower) ||
  (/^(week|month|year)$/.test(words[i]!.lower) && /^(this|last)$/.test(words[i - 1]?.lower ?? '')) ||
  (/^(this|last)$/.test(words[i]!.lower) && /^(week|month|year)$/.test(words[i + 1]?.lower ?? ''));

/** “Smith, a farmer who lives here, said”: the whole, where the aside starts like one. */
function beforeAside(words: readonly Word[], phrases: Phrases, close: number): Stretch | null {
  const mark = words[close]!.text === ')' ? '(' : words[close]!.text;
  let nearest: Stretch | null = null;
  for (let i = close - 1, seen = 0; i > 0 && close - i < reach && seen < 5; i--) {
    if (words[i]!.quoted !== null && (words[close]!.quoted !== words[i]!.quoted || words[close + 1]?.quoted === null))
      continue;
    if (words[i]!.text !== mark) continue;
    seen++;
    const last = words[i - 1]!.text === ')' ? openingOf(words, i - 1) - 1 : i - 1;
    const head = phrases[last];
    if (!head || words[head.from]!.tag === 'PRP') continue;
    if (mark !== '(' && !/^(DT|WP|WDT|JJ|NN|NNP|NNS|CD|PRP\$|IN|VBN|VBG|VBD|RB|WP\$)$/.test(words[i + 1]!.tag))
      continue;
    const range = phraseTo(words, phrases, last);
    if (!range || !startsClause(words, range.from) || hasFiniteClause(words, phrases, i + 1, close)) continue;
    const circumstance = mark !== '(' && /^(IN|VBG|VBD)$/.test(words[i + 1]!.tag);
    const whole = { from: range.from, to: circumstance ? range.to : /^[,()]$/.test(mark) ? close : close - 1 };
    if (mark === '(') return whole;
    nearest ??= whole;
    const before = words[range.from - 1];
    if (before?.text !== ',' || before.quoted !== words[range.from]!.quoted)
      return words[last]!.tag.startsWith('NNP') || nearest === whole ? whole : nearest;
  }
  return nearest;
}

function openingOf(words: readonly Word[], close: number): number {
  for (let i = close - 1; i > close - 10 && i > 0; i--) if (words[i]!.text === '(') return i;
  return close;
}

/** Whether a stretch holds a subject with its own verb, outside relative clauses. */
function hasFiniteClause(words: readonly Word[], phrases: Phrases, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (/^(WP|WDT|WRB|WP\$)$/.test(words[i]!.tag)) return false;
    if (/^(VBD|VBZ|VBP|MD)$/.test(words[i]!.tag) && (phrases[i - 1] || words[i - 1]?.tag === 'RB') && i > from)
      return true;
  }
  return false;
}

/** The noun phrase that starts with a word, with its prepositional phrases and aside: “Jane Smith, a farmer”. */
export function phraseFrom(words: readonly Word[], phrases: Phrases, first: number): Stretch | null {
  const head = phrases[first];
  if (
    !head ||
    head.from !== first ||
    isTime(words, head) ||
    (words[head.to]!.text.endsWith('ly') && words[first]!.text === words[first]!.lower)
  )
    return null;
  let to = throughPhrases(words, phrases, head.to);
  if (words[first]!.tag === 'PRP') return { from: first, to: head.to };
  if (words[to + 1]?.text === '(') {
    const close = words.findIndex((word, i) => i > to && word.text === ')');
    if (close > 0 && close - to < 8) to = close;
  }
  if (words[to + 1]?.lower === 'and' && phrases[to + 2]?.from === to + 2 && !verbSoon(words, phrases[to + 2]!.to))
    to = throughPhrases(words, phrases, phrases[to + 2]!.to);
  if (words[to + 1]?.text === ',' && words[to + 2]?.quoted === words[first]!.quoted) {
    const next = phrases[to + 2];
    if (next && next.from === to + 2 && words[next.from]!.tag !== 'PRP' && !isTime(words, next)) {
      const end = asideEnd(words, phrases, to + 2, first);
      if (end !== null) to = end;
    }
  }
  return { from: first, to };
}

const verbSoon = (words: readonly Word[], i: number): boolean => /^(VBD|VBZ|VBP|MD)$/.test(words[i + 1]?.tag ?? '');

/** Over “of the town in the valley”. */
function throughPhrases(words: readonly Word[], phrases: Phrases, from: number): number {
  let to = from;
  while (to - from < 20) {
    const link = words[to + 1];
    const next = phrases[to + 2];
    if (!link || !next || next.from !== to + 2 || link.quoted !== words[to]!.quoted) break;
    if (
      !/^(of|for|at|from|with|against|near)$/.test(link.lower) &&
      !(link.lower === 'in' && words[next.to]!.tag.startsWith('NNP') && !isTime(words, next))
    )
      break;
    if (isTime(words, next)) break;
    to = next.to;
  }
  return to;
}

/** Where an aside ends that starts with a word: before the comma or the stop behind it; `null` where it is a clause of its own. */
function asideEnd(words: readonly Word[], phrases: Phrases, from: number, first: number): number | null {
  for (let i = from; i < words.length && i - from < 40; i++) {
    const word = words[i]!;
    if (word.quoted !== words[first]!.quoted) return i - 1;
    if (/^(WP|WDT)$/.test(word.tag) && words[i - 1]!.text !== ',') {
      for (let k = i; k < words.length; k++)
        if (/^[,.;!?]$/.test(words[k]!.text) || words[k]!.quoted !== word.quoted || /^(–|—|-)$/.test(words[k]!.text))
          return k - 1;
      return words.length - 1;
    }
    if (/^(VBD|VBZ|VBP|MD)$/.test(word.tag)) return null;
    if (/^[.;:!?)]$/.test(word.text) || word.tag === ':') return i - 1;
    if (word.text === ',') return i - 1;
    if (/^(after|before|when|while|as|during|adding|because|who)$/.test(word.lower)) return i - 1;
  }
  return words.length - 1;
}
