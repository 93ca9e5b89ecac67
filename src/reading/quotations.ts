import type { Mode } from '../journal/statement.ts';
import type { Voices } from './attribution/voices.ts';
import { channelOf } from './channel.ts';
import { cuesIn, type Cue } from './cues.ts';
import type { Discourse, Mention } from './discourse.ts';
import { namers, rejecting, undertakings, writtenOn } from './english.ts';
import type { Quoted } from './marks.ts';
import { phraseBefore } from './phrases.ts';
import type { SuggestedSpeaker, Span } from './reading.ts';
import { isAllQuotation, type Sentence, type Token } from './sentences.ts';

/** Somebody says something: who, how and on what. */
export interface Voice {
  speaker: SuggestedSpeaker | null;
  mode: Mode;
  channel: string | null;
}

/** A verb of saying with its speaker found. */
export interface HeardCue extends Voice {
  cue: Cue;
  mention: Mention | null;
}

/** A sentence with its verbs of saying. */
export interface HeardSentence {
  sentence: Sentence;
  cues: HeardCue[];
}

/** A quotation, and whose it is. */
export interface FoundQuotation extends Voice, Span {
  quoted: Quoted;
}

/** Finds who speaks in a sentence; sentences must be heard in the order of the text. */
export function hear(text: string, sentence: Sentence, discourse: Discourse): HeardSentence {
  const { tokens } = sentence;
  const heard: HeardCue[] = [];
  const cues = cuesIn(tokens);
  const leading = discourse.noteSubject(tokens);
  let last: Mention | null = null;
  for (const cue of cues) {
    const mention = discourse.speakerOf(tokens, cue, last ?? leading);
    const inherits = cue.subject.kind === 'inherited' && cue.saying.form === 'ing';
    const channel = channelOf(text, tokens, cue) ?? (inherits ? (heard.at(-1)?.channel ?? null) : null);
    heard.push({ cue, mention, speaker: mention?.speaker ?? null, mode: cue.saying.mode, channel });
    last = mention ?? last;
  }
  return { sentence, cues: heard };
}

const isPause = (token: Token | undefined): boolean => token !== undefined && /^[,–—-]$/.test(token.text);
const voiceOf = (heard: HeardCue): Voice => ({ speaker: heard.speaker, mode: heard.mode, channel: heard.channel });

/** The cue that follows a quotation at once: “‘…’, she said”, “‘…’ said the mayor”. */
function cueRightAfter(heard: HeardSentence, i: number): HeardCue | null {
  const { tokens } = heard.sentence;
  let next = i + 1;
  if (isPause(tokens[next])) next++;
  return heard.cues.find(({ cue }) => cue.from === next && cue.subject.kind !== 'inherited') ?? null;
}

/** The cue at the end of a sentence that speaks for what stands before it: “…, officials said”. */
export function cueAtEnd(heard: HeardSentence, i: number): HeardCue | null {
  const { tokens } = heard.sentence;
  for (const one of heard.cues) {
    if (one.cue.from <= i || !one.speaker || rejecting.has(one.mode) || one.cue.subject.kind === 'inherited') continue;
    if (isPause(tokens[one.cue.from - 1])) return one;
  }
  return null;
}

/** The nearest cue before a token. */
export function cueBefore(heard: HeardSentence, i: number): HeardCue | null {
  let nearest: HeardCue | null = null;
  for (const one of heard.cues) {
    if (one.cue.to >= i) break;
    nearest = one;
  }
  return nearest;
}

/** “launched an operation to ‘…’”: the words say what the doer says he is doing it for. */
function purpose(text: string, heard: HeardSentence, i: number, discourse: Discourse): Voice | null {
  const { tokens } = heard.sentence;
  let to = i - 1;
  while (
    to > 1 &&
    (tokens[to]!.kind === 'quotation' || ['and', 'or', ','].includes(tokens[to]!.lower || tokens[to]!.text))
  )
    to--;
  if (tokens[to]?.lower !== 'to') return null;
  for (let k = to - 1; k >= Math.max(1, to - 12); k--) {
    if (tokens[k]!.kind !== 'word') return null;
    if (!undertakings.has(tokens[k]!.lower)) continue;
    let subject = k - 1;
    while (subject > 0 && ['has', 'have', 'had'].includes(tokens[subject]!.lower)) subject--;
    const range = phraseBefore(tokens, subject);
    const mention = range && discourse.note(tokens, range, null);
    return mention && { speaker: mention.speaker, mode: 'says', channel: null };
  }
  return null;
}

/** Whether words in marks are a name, a title, or stand on something: not speech. */
function isName(text: string, heard: HeardSentence, i: number): boolean {
  const { tokens } = heard.sentence;
  const { start, end } = tokens[i]!.quoted!;
  const words = text.slice(start, end).split(/\s+/);
  const titled = words.every((word) => /^[\p{Lu}\p{N}]/u.test(word)) && words.join('').length < 60;
  const before = tokens[i - 1]?.lower ?? '';
  const after = tokens[i + 1]?.lower ?? '';
  const afterThat = tokens[i + 2]?.lower ?? '';
  if (writtenOn.has(after) || (['was', 'is', 'were', 'are'].includes(after) && writtenOn.has(afterThat))) return true;
  if (namers.has(before) && cueRightAfter(heard, i) === null) return true;
  const sentence = /[,.!?…]$/.test(text.slice(start, end).trimEnd());
  if (titled && !sentence && (words.length > 1 || ['called', 'to', 'the', 'as'].includes(before))) return true;
  return false;
}

/** Whether the words are a whole clause that can only be speech. */
function isClearlySpeech(words: string): boolean {
  const trimmed = words.trim();
  return /^\p{Lu}/u.test(trimmed) && /[,.!?…]$/.test(trimmed) && trimmed.split(/\s+/).length >= 5;
}

/**
 * Finds whose each quotation of a block is: the source's of the attribution that holds it, else the speaker's of a verb of saying.
 * `carried` is who spoke at the end of the block before, if it goes on.
 */
export function quotationsIn(
  text: string,
  block: HeardSentence[],
  discourse: Discourse,
  carried: Voice | null,
  voices: Voices,
): FoundQuotation[] {
  const found: FoundQuotation[] = [];
  let last: Voice | null = carried;
  for (const heard of block) {
    const { tokens } = heard.sentence;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      if (token.kind !== 'quotation') continue;
      const quoted = token.quoted!;
      const right = cueRightAfter(heard, i);
      if (!right && isName(text, heard, i)) continue;
      const before = cueBefore(heard, i);
      if ((right ?? before)?.cue.bearer) continue;
      const alone = isAllQuotation(heard.sentence);
      const cue = (right?.speaker ? right : null) ?? (before?.speaker ? before : null) ?? cueAtEnd(heard, i);
      const heardHere = (cue && voiceOf(cue)) ?? purpose(text, heard, i, discourse) ?? (alone ? last : null);
      const isSpeech = right !== null || isClearlySpeech(text.slice(quoted.start, quoted.end));
      const voice = voices.ofQuotation(quoted, heardHere, isSpeech);
      if (voice?.speaker) {
        found.push({ ...voice, start: quoted.start, end: quoted.end, quoted });
        last = { ...voice, channel: null };
      } else if (isSpeech) {
        found.push({ speaker: null, mode: 'says', channel: null, start: quoted.start, end: quoted.end, quoted });
      }
    }
    const spoke = heard.cues.findLast((one) => one.speaker);
    if (spoke) last = { ...voiceOf(spoke), channel: null };
    else if (!isAllQuotation(heard.sentence)) last = null;
  }
  return found;
}
