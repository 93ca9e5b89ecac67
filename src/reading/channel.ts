import { audiences, channels, determiners, phraseEnds, prepositions, timeWords, weekdaysAndMonths } from './english.ts';
import type { Cue } from './cues.ts';
import { isCapital } from './phrases.ts';
import type { Token } from './sentences.ts';

const carriers = new Set(['in', 'on', 'via', 'during', 'through', 'at', 'to', 'over', 'for']);
/** How far behind or before the verb a channel may start. */
const reach = 8;

/** On what or to whom something was said, as printed near its verb, or `null`. */
export function channelOf(text: string, tokens: Token[], cue: Cue): string | null {
  const found = audienceAfter(tokens, cue.at) ?? channelAfter(tokens, cue.to) ?? channelAtStart(tokens, cue);
  return found && text.slice(tokens[found.from]!.start, tokens[found.to]!.end);
}

/** “telling MPs”, “told reporters”: the verb belongs to the words, for nothing else says what the audience did. */
function audienceAfter(tokens: Token[], verb: number): { from: number; to: number } | null {
  if (!/^(tell|tells|told|telling)$/.test(tokens[verb]!.lower)) return null;
  let to = verb;
  for (let i = verb + 1; i <= verb + 5 && tokens[i]?.kind === 'word' && !phraseEnds.has(tokens[i]!.lower); i++) {
    if (audiences.has(tokens[i]!.lower) || channels.has(tokens[i]!.lower)) to = i;
    else if (to === verb && /^\p{Lu}{2,}$/u.test(tokens[i]!.text)) to = i;
    else if (to > verb) break;
  }
  return to > verb ? { from: verb, to } : null;
}

/** “in a video on …”, “on her website” behind the verb. */
function channelAfter(tokens: Token[], last: number): { from: number; to: number } | null {
  for (let i = last + 1; i <= last + reach; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'quotation' || (token.kind === 'mark' && token.text !== ',') || token.lower === 'that')
      return null;
    if (!carriers.has(token.lower)) {
      if (i > last + 1 && phraseEnds.has(token.lower)) return null;
      continue;
    }
    const end = channelEnd(tokens, i);
    if (end !== null) return { from: i, to: end };
  }
  return null;
}

/** “In a statement, the mayor said”. */
function channelAtStart(tokens: Token[], cue: Cue): { from: number; to: number } | null {
  const comma = tokens[cue.from - 1]?.text === ',' ? cue.from - 1 : cue.from;
  if (comma < 2 || comma > reach || !carriers.has(tokens[0]!.lower)) return null;
  const end = channelEnd(tokens, 0);
  return end !== null && end < comma ? { from: 0, to: end } : null;
}

/** The last token of the channel that a preposition starts, or `null` where it starts none. */
function channelEnd(tokens: Token[], from: number): number | null {
  const first = tokens[from + 1];
  if (!first || first.kind !== 'word') return null;
  let end: number | null = null;
  for (let i = from + 1; i <= from + 6 && tokens[i]?.kind === 'word'; i++) {
    const token = tokens[i]!;
    if (phraseEnds.has(token.lower) || prepositions.has(token.lower)) break;
    if (channels.has(token.lower)) end = i;
    else if (end !== null) break;
  }
  if (end === null && tokens[from]!.lower === 'on' && isPlatform(tokens, from + 1)) end = from + 1;
  if (end === null) return null;
  if (['on', 'to', 'with'].includes(tokens[end + 1]?.lower ?? '')) {
    const onward = channelEnd(tokens, end + 1);
    if (onward !== null) return onward;
    if (isPlatform(tokens, end + 2)) return end + 2;
  }
  return end;
}

/** A single name that is no date and is not followed by more of a name: “on” and the name of a site. */
function isPlatform(tokens: Token[], i: number): boolean {
  const token = tokens[i];
  if (!token || !isCapital(token) || /[’']s$/.test(token.text) || isCapital(tokens[i + 1])) return false;
  return !weekdaysAndMonths.has(token.lower) && !timeWords.has(token.lower) && !determiners.has(token.lower);
}
