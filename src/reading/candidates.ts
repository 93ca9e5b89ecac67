import { Voices } from './attribution/voices.ts';
import { definer, type Definition } from './definitions.ts';
import { Discourse } from './discourse.ts';
import { figuresIn } from './figures.ts';
import type { Candidate } from './gate.ts';
import type { Quoted } from './marks.ts';
import { likelihoodOf, modeBy } from './outlooks.ts';
import { paraphrasesIn } from './paraphrases.ts';
import { cueAtEnd, cueBefore, hear, quotationsIn, type HeardSentence, type Voice } from './quotations.ts';
import type { Reading, Span, SuggestedFigure } from './reading.ts';
import type { Sentence } from './sentences.ts';
import type { SplitBlock } from './split.ts';
import type { HeardBlock } from './states/states.ts';

/** What the blocks of a report may say, before the gate. */
interface Found {
  candidates: Candidate[];
  unbalanced: number;
  /** All blocks but appeals. */
  heard: HeardBlock[];
}

/** The quotations, paraphrases and figures of a report that may become suggestions, with what was heard of each block. */
export function candidatesIn(
  text: string,
  blocks: readonly SplitBlock[],
  { attributions, times, places }: Pick<Reading, 'attributions' | 'times' | 'places'>,
  surnames: ReadonlySet<string>,
): Found {
  const candidates: Candidate[] = [];
  const heard: HeardBlock[] = [];
  const discourse = new Discourse(text, surnames);
  const voices = new Voices(text, attributions);
  let unbalanced = 0;
  let before: HeardBlock | null = null;
  for (const split of blocks) {
    unbalanced += split.unbalanced;
    const sentences = split.sentences.map((sentence) => hear(text, sentence, discourse));
    for (const { sentence, cues } of sentences)
      for (const one of cues) voices.hear(sentence.tokens[one.cue.at]!.start, one);
    const carried: Voice | null = before && split.follows ? carriedFrom(text, before) : null;
    const quotations = quotationsIn(text, sentences, discourse, carried, voices);
    before = { block: split.block, sentences, quotations, plain: split.plain };
    heard.push(before);
    for (const { start, end, speaker, mode, channel } of quotations) {
      candidates.push({ sort: 'quotation', start, end, wider: null, speaker, mode, channel, figure: null });
    }
    const define = (sentence: Sentence): Define => definer(text, sentence, times, places);
    for (const candidate of figureCandidates(text, before, split.quoted, voices, define)) candidates.push(candidate);
  }
  for (const candidate of paraphrasesIn(text, attributions, voices)) candidates.push(candidate);
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

/** Tells where and over which period a figure of a sentence holds. */
type Define = (figure: Span) => Definition;

const nobody: Voice = { speaker: null, mode: 'reports', channel: null };

/** The figures of a block, each with who says it: whoever is quoted, else the sentence's speaker, else the report itself. */
function figureCandidates(
  text: string,
  heard: HeardBlock,
  quoted: Quoted[],
  voices: Voices,
  define: (sentence: Sentence) => Define,
): Candidate[] {
  const candidates: Candidate[] = [];
  let outer = 0;
  let quote = 0;
  for (const sentence of heard.plain) {
    if (putRight.test(text.slice(sentence.start, sentence.end))) continue;
    const figures = figuresIn(text, sentence);
    if (figures.length === 0) continue;
    const definitionOf = define(sentence);
    for (const { aside, ...figure } of figures) {
      // What a number alone in a cell counts, its table says.
      if (heard.block.kind === 'cell' && figure.what === null) continue;
      const likelihood = likelihoodOf(sentence, figure);
      if (likelihood === 'nothing') continue;
      while (quote < quoted.length && quoted[quote]!.outer.end <= figure.start) quote++;
      while (outer < heard.sentences.length - 1 && heard.sentences[outer]!.sentence.end <= figure.start) outer++;
      const mark = quoted[quote];
      const within = mark && mark.start <= figure.start && figure.end <= mark.end ? mark : null;
      const voice = within
        ? (heard.quotations.find((one) => one.quoted === within) ?? nobody)
        : voiceAround(heard.sentences[outer], figure, aside);
      if (!voice) continue;
      const { speaker, mode, channel } = voice.speaker || aside ? voice : (voices.ofFigure(figure) ?? voice);
      candidates.push({
        sort: 'figure',
        start: sentence.start,
        end: sentence.end,
        wider: heard.block,
        speaker,
        mode: modeBy(likelihood, speaker ? mode : nobody.mode),
        channel,
        figure: { ...figure, ...definitionOf(figure) },
      });
    }
  }
  return candidates;
}

/** What a notice of correction says was wrong. */
const putRight = /\b(?:earlier|previous|original) version\b/i;

/** What is counted and says nothing: “1,332 injuries reported”. */
const unspeaking =
  /\b(?:deaths|fatalities|injuries|casualties|cases|infections|incidents|outbreaks|homes|houses|fires)\b/i;

/** Who says a figure outside quotation marks; `null` where the number belongs to the speaker's own name: “two officials said”. */
function voiceAround(
  heard: HeardSentence | undefined,
  figure: Span & Pick<SuggestedFigure, 'what'>,
  aside: boolean,
): Voice | null {
  if (!heard) return nobody;
  const { tokens } = heard.sentence;
  let i = 0;
  while (i < tokens.length && tokens[i]!.end <= figure.start) i++;
  const spoken = !unspeaking.test(figure.what ?? '');
  if (spoken && heard.cues.some(({ cue }) => cue.from <= i && i <= cue.to && cue.subject.kind === 'phrase'))
    return null;
  if (aside) return nobody;
  const before = cueBefore(heard, i);
  return (before?.speaker ? before : null) ?? cueAtEnd(heard, i) ?? nobody;
}
