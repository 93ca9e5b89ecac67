import { voiceAt } from './attribution/voices.ts';
import { Discourse } from './discourse.ts';
import { figuresIn } from './figures.ts';
import type { Candidate } from './gate.ts';
import { pairMarks, type Quoted } from './marks.ts';
import { cueAtEnd, cueBefore, hear, quotationsIn, type HeardSentence, type Voice } from './quotations.ts';
import type { Attribution, Span, TextBlock } from './reading.ts';
import { sentencesOf } from './sentences.ts';
import type { HeardBlock } from './states/states.ts';

/** Blocks of which nothing is suggested. */
export const asides: ReadonlySet<TextBlock['kind']> = new Set(['appeal', 'promotion', 'byline']);

/** What the blocks of a report may say, before the gate. */
interface Found {
  candidates: Candidate[];
  unbalanced: number;
  /** All blocks but appeals. */
  heard: HeardBlock[];
}

/** The quotations and figures of a report that may become suggestions, with what was heard of each block. */
export function candidatesIn(text: string, blocks: TextBlock[], attributions: Attribution[]): Found {
  const candidates: Candidate[] = [];
  const heard: HeardBlock[] = [];
  const discourse = new Discourse(text);
  let unbalanced = 0;
  let before: HeardBlock | null = null;
  for (const [i, block] of blocks.entries()) {
    if (asides.has(block.kind)) {
      before = null;
      continue;
    }
    const paired = pairMarks(text, block, text[blocks[i + 1]?.start ?? -1] ?? null);
    unbalanced += paired.unbalanced;
    const sentences = sentencesOf(text, block, paired.quoted).map((sentence) => hear(text, sentence, discourse));
    const quotations = quotationsIn(text, sentences, discourse, before && carriedFrom(text, before));
    before = { block, sentences, quotations, plain: sentencesOf(text, block, []) };
    heard.push(before);
    for (const { start, end, speaker, mode, channel } of quotations) {
      candidates.push({ sort: 'quotation', start, end, wider: null, speaker, mode, channel, figure: null });
    }
    for (const candidate of figureCandidates(text, before, paired.quoted, attributions)) candidates.push(candidate);
  }
  return { candidates, unbalanced, heard };
}

/** Who goes on speaking in a paragraph of quotation only: who spoke last, where the paragraph before ends in his words or in a colon. */
function carriedFrom(text: string, before: HeardBlock): Voice | null {
  const last = before.quotations.at(-1);
  const cue = before.sentences.at(-1)?.cues.at(-1);
  if (text[before.block.end - 1] === ':' && cue?.speaker)
    return { speaker: cue.speaker, mode: cue.mode, channel: cue.channel };
  if (last?.speaker) return { speaker: last.speaker, mode: last.mode, channel: null };
  return cue?.speaker ? { speaker: cue.speaker, mode: cue.mode, channel: null } : null;
}

const nobody: Voice = { speaker: null, mode: 'reports', channel: null };

/** The figures of a block, each with who says it: whoever is quoted, else the sentence's speaker, else the report itself. */
function figureCandidates(text: string, heard: HeardBlock, quoted: Quoted[], attributions: Attribution[]): Candidate[] {
  const candidates: Candidate[] = [];
  let outer = 0;
  let quote = 0;
  for (const sentence of heard.plain) {
    for (const { aside, ...figure } of figuresIn(text, sentence)) {
      while (quote < quoted.length && quoted[quote]!.outer.end <= figure.start) quote++;
      while (outer < heard.sentences.length - 1 && heard.sentences[outer]!.sentence.end <= figure.start) outer++;
      const mark = quoted[quote];
      const within = mark && mark.start <= figure.start && figure.end <= mark.end ? mark : null;
      const voice = within
        ? (heard.quotations.find((one) => one.quoted === within) ?? nobody)
        : voiceAround(heard.sentences[outer], figure, aside);
      if (!voice) continue;
      const { speaker, mode, channel } =
        voice.speaker || aside ? voice : (voiceAt(text, attributions, figure) ?? voice);
      candidates.push({
        sort: 'figure',
        start: sentence.start,
        end: sentence.end,
        wider: heard.block,
        speaker,
        mode: speaker ? mode : nobody.mode,
        channel,
        figure,
      });
    }
  }
  return candidates;
}

/** Who says a figure outside quotation marks; `null` where the number belongs to the speaker's own name: “two officials said”. */
function voiceAround(heard: HeardSentence | undefined, figure: Span, aside: boolean): Voice | null {
  if (!heard) return nobody;
  const { tokens } = heard.sentence;
  let i = 0;
  while (i < tokens.length && tokens[i]!.end <= figure.start) i++;
  if (heard.cues.some(({ cue }) => cue.from <= i && i <= cue.to && cue.subject.kind === 'phrase')) return null;
  if (aside) return nobody;
  const before = cueBefore(heard, i);
  return (before?.speaker ? before : null) ?? cueAtEnd(heard, i) ?? nobody;
}
