import type { Parsed } from './analysis.ts';
import type { Stretch, VerbGroup } from './chunks.ts';
import { frameOf, prepositionsWith } from './frames.ts';
import type { Word } from './tagger.ts';

/** How far content goes on: a phrase ends sooner than a clause. */
export type Kind = 'clause' | 'phrase';

/** Whether a quotation starts at a word. */
export const isQuote = (words: readonly Word[], i: number): boolean =>
  words[i] !== undefined && words[i].quoted !== null && words[i].quoted !== words[i - 1]?.quoted;

const finite = /^(VBD|VBZ|VBP|VBN)$/;
const endsPhrase = /^(after|while|when|because|before|although|though|since|until|unless|despite|during)$/;

/** The content that starts at a word: to the end of its clause, as far as words show it. */
export function until(parsed: Parsed, from: number, kind: Kind, group: VerbGroup): Stretch | null {
  const { words } = parsed;
  const { tag: tense } = words[group.head]!;
  const relative = /^(WP|WDT)$/.test(words[group.from - 1]?.tag ?? '');
  let i = from;
  for (; i < words.length; i++) {
    const word = words[i]!;
    if (word.quoted !== null) continue;
    if (/^[.?!]$/.test(word.text) && i === words.length - 1) break;
    if (i === from) continue;
    const back = behindQuotation(parsed, from, i, kind, tense);
    if (back !== null) {
      i = back;
      break;
    }
    if (endsBehindQuotation(parsed, from, i, kind)) break;
    const next = words[i + 1]?.lower;
    if (word.lower === 'according' && next === 'to') break;
    if (word.text === ',' && next !== undefined) {
      if (next === 'according' || attributesAt(parsed, i + 1, tense, false)) break;
      if (relative && parsed.groupAt[i + 1]?.finite) break;
      if (next === 'with' && hasSaying(parsed, i + 2)) break;
      if (kind === 'phrase' && !/^(including|especially|particularly|compared)$/.test(next) && !listGoesOn(parsed, i))
        break;
    }
    const spoken = words[i - 1]!.quoted !== null && words[from]!.quoted !== null;
    if (word.tag === 'CC' && attributesAt(parsed, i, tense, kind === 'phrase' || spoken)) break;
    if (word.text === ';' && (kind === 'phrase' || attributesAt(parsed, i + 1, tense, false))) break;
    if (/^[–—-]$/.test(word.text) && words[i - 1]!.end < word.start) {
      const closes = kind === 'clause' ? asideEnd(parsed, i) : null;
      if (closes === null) break;
      i = closes;
      continue;
    }
    if (kind === 'phrase' && (endsPhrase.test(word.lower) || doesBy(words, i))) break;
    if (kind === 'phrase' && relative && parsed.groupAt[i]?.finite && parsed.phrases[i - 1]) break;
  }
  let to = i - 1;
  while (to > from && /^[,;]$/.test(words[to]!.text) && words[to]!.quoted === null) to--;
  return to >= from ? { from, to } : null;
}

/** “with RTN showing”, “with many saying”: somebody else attributes. */
function hasSaying({ words, phrases, groupAt }: Parsed, at: number): boolean {
  const group = phrases[at] && groupAt[phrases[at].to + 1];
  return group ? words[group.head]!.tag === 'VBG' && frameOf(words[group.head]!.lemma) !== undefined : false;
}

/** “by saying”. */
const doesBy = (words: readonly Word[], i: number): boolean =>
  words[i]!.lower === 'by' && words[i + 1]?.tag === 'VBG' && frameOf(words[i + 1]!.lemma) !== undefined;

const isDash = (word: Word): boolean => /^[–—-]$/.test(word.text) && word.quoted === null;

/** The dash that closes an aside which a dash opens, where the sentence goes on behind it with its verb or an object. */
function asideEnd({ words }: Parsed, opens: number): number | null {
  let from = opens + 1;
  while (words[from] && isDash(words[from]!)) from++;
  for (let i = from; i < opens + 40 && i < words.length - 1; i++) {
    if (!isDash(words[i]!) || words[i - 1]!.end === words[i]!.start) continue;
    while (words[i + 1] && isDash(words[i + 1]!)) i++;
    const next = words[i + 1];
    return next && next.quoted === null && next.tag !== 'CC' && next.text === next.lower && !/^[.,;:]$/.test(next.text)
      ? i
      : null;
  }
  return null;
}

/** Content without an aside between dashes that parts a subject from its verb. */
export function withoutAside(parsed: Parsed, content: Stretch): Stretch[] {
  const { words } = parsed;
  for (let i = content.from + 1; i < content.to; i++) {
    if (!isDash(words[i]!) || words[i - 1]!.end === words[i]!.start) continue;
    const closes = asideEnd(parsed, i);
    if (closes === null || closes >= content.to || !/^(VBD|VBZ|VBP|MD)$/.test(words[closes + 1]!.tag)) continue;
    return [
      { from: content.from, to: i - 1 },
      { from: closes + 1, to: content.to },
    ];
  }
  return [content];
}

/** Where content ends behind a quotation that somebody else's verb follows: “…, ‘…,’ he said”. */
function behindQuotation(parsed: Parsed, from: number, i: number, kind: Kind, tense: string): number | null {
  const { words } = parsed;
  const last = words[i - 1]!;
  if (!last.quoted || !/[,?!]/.test(last.text)) return null;
  const attributes = attributesAt(parsed, i, tense, false);
  if (!attributes && !(kind === 'phrase' && words[i]!.tag === tense)) return null;
  let opens = i - 1;
  while (opens > from && words[opens - 1]!.quoted === last.quoted) opens--;
  const own =
    !attributes || opens === from || words[opens]!.text === words[opens]!.lower || words[opens - 1]!.lower === 'that';
  let end = own ? i : opens;
  while (end > from + 1 && /^[:,(]$/.test(words[end - 1]!.text) && words[end - 1]!.quoted === null) end--;
  return end;
}

/** Whether what stands behind words in quotation marks is no part of content: “…,” who then left; “…” as he promised. */
function endsBehindQuotation(parsed: Parsed, from: number, i: number, kind: Kind): boolean {
  const { words } = parsed;
  const last = words[i - 1]!;
  if (!last.quoted) return false;
  const opens = last.quoted === words[from]!.quoted;
  if (opens && (endsPhrase.test(words[i]!.lower) || words[i]!.lower === 'as')) return true;
  if (opens && kind === 'phrase' && /^(VBD|VBZ|VBP|MD)$/.test(words[i]!.tag)) return true;
  return last.text === ',' && (opens || kind === 'phrase') && words[i]!.tag !== 'CC' && !listGoesOn(parsed, i - 1);
}

/** Whether a new attribution starts at a word: “[and] Smith said”, “and called”. */
function attributesAt({ words, phrases, groupAt }: Parsed, i: number, tense: string, any: boolean): boolean {
  let p = i;
  if (words[p]?.tag === 'CC') p++;
  const verb = (at: number): boolean => {
    const group = groupAt[at];
    if (!group || group.passive) return false;
    const head = words[group.head]!;
    const frame = frameOf(head.lemma);
    if (words[i]!.tag === 'CC' && at === i + 1 && frame) return true;
    return any
      ? finite.test(head.tag)
      : frame !== undefined &&
          (frame.quotes || prepositionsWith(head.lemma)?.has(words[group.to + 1]?.lower ?? '') === true);
  };
  if (verb(p)) {
    const group = groupAt[p]!;
    const head = words[group.head]!;
    if (head.tag === 'VBG' && group.from === group.head)
      return frameOf(head.lemma) !== undefined && (words[i]!.tag !== 'CC' || tense === 'VBG');
    if (p === i) return frameOf(head.lemma)?.quotes === true && finite.test(head.tag);
    if (tense === 'VBN' && frameOf(head.lemma)?.quotes && finite.test(head.tag)) return true;
    return head.tag === tense || (tense === 'VBD' && head.tag === 'VBN') || (tense === 'VBN' && head.tag === 'VBD');
  }
  const parted = words[i - 1]?.text === ',';
  if (/^(as|while|although|though|who|which|whom)$/.test(words[p]?.lower ?? '')) p++;
  const contrasts = p > i && parted && /^(but|and|while|although|though)$/.test(words[i]!.lower);
  const head = phrases[p];
  if (!head || any) return false;
  let to = head.to;
  while (/^(of|for|at)$/.test(words[to + 1]?.lower ?? '') && phrases[to + 2]) to = phrases[to + 2]!.to;
  if (contrasts) {
    const group = groupAt[to + 1];
    const lemma = group && !group.passive ? words[group.head]!.lemma : '';
    if (frameOf(lemma) && words[group!.head]!.tag === tense) return true;
  }
  return verb(to + 1) && finite.test(words[groupAt[to + 1]!.head]!.tag);
}

/** The rest of a clause behind a verb, its infinitive first. */
export const restOf = (parsed: Parsed, group: VerbGroup): Stretch | null =>
  until(parsed, group.to + 1, 'phrase', group);

/** Whether a comma within a phrase only parts a list: “guns, drugs and gangs”. */
function listGoesOn({ words, phrases }: Parsed, comma: number): boolean {
  const next = phrases[comma + 1];
  if (words[comma + 1]?.tag === 'CC')
    return (
      phrases[comma + 2] !== null &&
      phrases[comma + 2] !== undefined &&
      !/^(VB[DZP]|MD)/.test(words[phrases[comma + 2]!.to + 1]?.tag ?? '')
    );
  if (next?.from !== comma + 1) return false;
  for (let i = next.to + 1; i < next.to + 14 && i < words.length; i++) {
    if (words[i]!.tag === 'CC') return true;
    if (/^(VB[DZP]|MD|WP|WDT)/.test(words[i]!.tag)) return false;
  }
  return false;
}
