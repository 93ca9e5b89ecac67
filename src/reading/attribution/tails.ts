import type { Analysis } from './analysis.ts';
import type { Stretch } from './chunks.ts';
import { frameOf } from './frames.ts';
import { phraseFrom } from './sources.ts';
import type { Word } from './tagger.ts';

type Phrases = readonly (Stretch | null)[];

/** The source that stands behind its verb: its noun phrase with the ages, asides and relative clauses that follow it. */
export function sourceBehind(words: readonly Word[], phrases: Phrases, first: number): Stretch | null {
  const head = phraseFrom(words, phrases, first);
  if (!head || words[first]!.tag === 'PRP') return head;
  let { to } = head;
  for (let next = tailEnd(words, phrases, to, first); next > to; next = tailEnd(words, phrases, to, first)) to = next;
  return { from: first, to };
}

/** The source behind “according to”: all up to the comma, the dash or the end. */
export function sourceOfAccording(words: readonly Word[], phrases: Phrases, first: number): Stretch | null {
  const head = sourceBehind(words, phrases, first);
  if (!head || words[first]!.tag === 'PRP') return head;
  const described = /^(VBN|VBD|VBG|IN|TO)$/.test(words[head.to + 1]?.tag ?? '');
  if (!described || /^(that|because|as|while|after|before|when|if)$/.test(words[head.to + 1]!.lower)) return head;
  return { from: first, to: clauseEnd(words, head.to + 1, /^,$/) };
}

/** The last word of what describes a source further behind its last word; that word where nothing does. */
function tailEnd(words: readonly Word[], phrases: Phrases, last: number, first: number): number {
  const comma = words[last + 1]?.text === ',' ? 1 : 0;
  const at = last + 1 + comma;
  const next = words[at];
  if (!next || next.quoted !== words[first]!.quoted || words[last + 1]!.quoted !== next.quoted) return last;
  if (/^(who|whose)$/.test(next.lower)) return clauseEnd(words, at, null);
  if (comma === 1) {
    if (/^\d{1,2}$/.test(next.text) && /^(,|\.|of)?$/.test(words[at + 1]?.lower ?? '')) return at;
    const place = next.lower === 'of' ? phrases[at + 1] : null;
    if (place && words[last]!.tag === 'CD') return place.to;
  } else if (next.lower === 'during' && phrases[at + 1]) return phrases[at + 1]!.to;
  return last;
}

/** The last word of a clause: before the sentence's stop, a dash, words in quotation marks, or another attribution. */
function clauseEnd(words: readonly Word[], from: number, stop: RegExp | null): number {
  let i = from;
  for (; i < words.length; i++) {
    const { text, quoted } = words[i]!;
    const next = words[i + 1];
    if (quoted !== words[from]!.quoted || /^[.;:!?–—-]$/.test(text)) break;
    if (stop?.test(text)) break;
    if (text === ',' && (!next || (next.tag === 'VBG' && frameOf(next.lemma)?.quotes) || next.quoted !== quoted)) break;
  }
  return i - 1;
}

/** Leaves the relative clauses of a source open to attributions of their own: “said Lind, who supports the plan”. */
export function leaveClauses({ parsed: { words }, claimed }: Analysis, source: Stretch): void {
  for (let i = source.from + 1; i <= source.to; i++)
    if (/^(who|whose)$/.test(words[i]!.lower)) return void claimed.fill(false, i, source.to + 1);
}
