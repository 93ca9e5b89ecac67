import { surnamesIn } from '../discourse.ts';
import type { Attribution, Span, SuggestedSpeaker, TextBlock } from '../reading.ts';
import { isAllQuotation, type Sentence } from '../sentences.ts';
import { splitBlocks, type SplitBlock } from '../split.ts';
import type { Found } from './analysis.ts';
import { mended } from './mending.ts';
import { withoutParentheses } from './parentheses.ts';
import { attributionsOfSentence } from './sentence.ts';
import { isNamed, Speakers } from './speakers.ts';
import { taggedWords, type Word } from './tagger.ts';
import { isTranscript, utteranceOf } from './transcripts.ts';

/** Finds who says, thinks or wants what, in a text whose paragraphs are its lines. */
export function attributionsOf(text: string): Attribution[] {
  const blocks: TextBlock[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    if (line[0].trim() !== '') blocks.push({ kind: 'paragraph', start: line.index, end: line.index + line[0].length });
  }
  return attributionsIn(text, splitBlocks(text, blocks), surnamesIn(text));
}

/** Finds who says, thinks or wants what, block by block, in the order of the text. */
export function attributionsIn(
  text: string,
  blocks: readonly SplitBlock[],
  surnames: ReadonlySet<string>,
): Attribution[] {
  const speakers = new Speakers(text, surnames);
  const all: Heard[] = [];
  let carried: Heard | null = null;
  const transcribed = isTranscript(text, blocks);
  for (const { sentences } of blocks) {
    const utterance = transcribed ? utteranceOf(text, sentences) : null;
    carried = utterance
      ? readUtterance(text, sentences, utterance, speakers, all)
      : readBlock(text, sentences, speakers, all, carried);
  }
  return all.filter(({ found }) => found.content.length > 0).map((one) => attributionOf(text, one));
}

/** An attribution with who its source is. */
interface Heard {
  found: Found;
  speaker: SuggestedSpeaker | null;
}

/** Reads a paragraph; a quotation that is a sentence of its own goes on with the speaker before it. Returns who speaks at its end. */
function readBlock(
  text: string,
  sentences: Sentence[],
  speakers: Speakers,
  all: Heard[],
  carried: Heard | null,
): Heard | null {
  const pure = sentences.every(isAllQuotation);
  let last = carried;
  let own = false;
  let pending: Span[] = [];
  const settle = (): void => {
    if (last && (own || pure || last.found.content.length === 0)) last.found.content.push(...pending);
    pending = [];
  };
  for (const sentence of sentences) {
    if (isAllQuotation(sentence)) {
      for (const token of sentence.tokens) if (token.quoted) pending.push(token.quoted.outer);
      continue;
    }
    if (saysNothing(sentence)) continue;
    const words = wordsOf(sentence);
    speakers.note(words);
    const open = pending.length > 0 && !(own && endsSentence(text, pending.at(-1)!));
    const heard = attributionsOfSentence(words, open).map((found) => ({
      found,
      speaker: speakers.of(found),
    }));
    const taker = heard.find(({ found }) => found.content.length === 0);
    if (taker && open) {
      taker.found.content = pending;
      pending = [];
    } else settle();
    for (const one of heard) all.push(one);
    if (heard.length > 0) {
      const outer = heard.filter(({ found }) => found.via.length === 0);
      last =
        outer.findLast(
          ({ found }) => found.content.length === 0 || found.content.some((span) => endsQuoted(text, span)),
        ) ??
        outer.at(-1) ??
        null;
      own = true;
    } else if (!own) last = null;
    else if (speaksOn(text, sentence)) last?.found.content.push(withoutStop(text, sentence));
  }
  settle();
  return last;
}

/** Reads a paragraph that is an utterance of a transcript: what is said in it is said through its speaker. */
function readUtterance(text: string, sentences: Sentence[], utterance: Found, speakers: Speakers, all: Heard[]): Heard {
  const heard = { found: utterance, speaker: speakers.of(utterance) };
  all.push(heard);
  for (const sentence of sentences) {
    if (isAllQuotation(sentence) || saysNothing(sentence)) continue;
    for (const found of attributionsOfSentence(wordsOf(sentence), false)) {
      if (found.content.length === 0 || found.cue.start === utterance.cue.start) continue;
      found.via.push(utterance);
      all.push({ found, speaker: speakers.of(found) });
    }
  }
  return heard;
}

const wordsOf = (sentence: Sentence): Word[] => withoutParentheses(mended(taggedWords(sentence)));

/** Whether a sentence is too short to attribute anything: no quotation, and at most one word. */
function saysNothing({ tokens }: Sentence): boolean {
  let words = 0;
  for (const { kind } of tokens) if (kind === 'quotation' || (kind === 'word' && ++words > 1)) return false;
  return true;
}

/** Whether a sentence without a speaker of its own holds words of whoever spoke before it. */
const speaksOn = (text: string, sentence: Sentence): boolean =>
  sentence.tokens.some(
    ({ quoted }) => quoted !== null && text.slice(quoted.start, quoted.end).split(/\s+/).length >= 4,
  );

const withoutStop = (text: string, { start, end }: Span): Span => ({
  start,
  end: text[end - 1] === '.' ? end - 1 : end,
});

const endsQuoted = (text: string, { end }: Span): boolean => /[”"’'»]/.test(text[end - 1] ?? '');

/** Whether a quotation ends with a full stop, so that no verb behind it is in its sentence. */
const endsSentence = (text: string, { start, end }: Span): boolean =>
  /\.\W*$/.test(text.slice(Math.max(start, end - 4), end));

function attributionOf(text: string, { found, speaker }: Heard): Attribution {
  return {
    source: found.sourceSpan ? [found.sourceSpan] : [],
    cue: [found.cue],
    content: found.content,
    speech: speechOf(text, found.content),
    speaker,
    named: speaker !== null && isNamed(text, speaker),
    via: found.via.flatMap(({ sourceSpan }) => sourceSpan ?? []),
  };
}

/** Whether words are printed in quotation marks: all, some or none of them. */
function speechOf(text: string, content: readonly Span[]): Attribution['speech'] {
  let quoted = 0;
  let plain = 0;
  for (const { start, end } of content) {
    const words = text.slice(start, end);
    if (/^(["“‘«„']|``)/.test(words) && /["”’»']$/.test(words)) quoted++;
    else if (/["“«„]|''|(?<![\p{L}\p{N}])[‘']\p{L}/u.test(words)) return 'mixed';
    else plain++;
  }
  return plain === 0 ? 'direct' : quoted === 0 ? 'indirect' : 'mixed';
}
