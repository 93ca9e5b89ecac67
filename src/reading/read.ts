import { Refusal } from '../terms/refusal.ts';
import { markAppeals } from './appeals.ts';
import { decode } from './decode.ts';
import { Discourse } from './discourse.ts';
import { commonest } from './english.ts';
import { figuresIn } from './figures.ts';
import { readForeign } from './foreign/foreign.ts';
import { gate, type Candidate } from './gate.ts';
import { readHtml, type Page } from './html.ts';
import { pairMarks, type Quoted } from './marks.ts';
import { layOut, readPlain } from './plain.ts';
import { cueAtEnd, cueBefore, hear, quotationsIn, type HeardSentence, type Voice } from './quotations.ts';
import { findPlaces } from './places/find.ts';
import { nowhere, type Gazetteer } from './places/gazetteer.ts';
import type { Reading, Span, TextBlock } from './reading.ts';
import { sentencesOf, wordsIn } from './sentences.ts';
import { statesIn, type HeardBlock } from './states/states.ts';
import { timed } from './states/timed.ts';
import { timesIn } from './times/times.ts';
import { dated } from './times/told.ts';

/** Blocks of which nothing is suggested. */
const asides = new Set<TextBlock['kind']>(['appeal', 'promotion', 'byline']);

/** What is known about a report beside its bytes. */
export interface About {
  contentType: string | null;
  fileName: string | null;
}

/**
 * Reads a report: its clean text, what its markup says about it, and suggestions of statements, each with its exact words.
 *
 * It is a function of its arguments and of nothing else. Throws `request-too-large`, `report-empty`, `report-unreadable`, `report-too-deep`.
 */
export function read(bytes: Uint8Array, about: About, gazetteer: Gazetteer = nowhere): Reading {
  const decoded = decode(bytes, about.contentType);
  const page = isHtml(decoded.text, about) ? readHtml(decoded.text) : plainPage(decoded.text);
  const { pieces, notes: pageNotes, ...told } = page;
  const { text, blocks: plainBlocks, trace } = layOut(pieces.filter((piece) => piece.text !== ''));
  if (text === '') throw new Refusal('report-empty', {});
  const blocks = markAppeals(text, plainBlocks);
  const notes = [...decoded.notes, ...pageNotes];
  const removed = pieces.reduce((sum, piece) => sum + (piece.removed ?? 0), 0);
  if (removed > 0)
    notes.push({ code: 'characters-removed', message: `${removed} invisible characters were taken out.` });
  const reading: Reading = {
    text,
    trace,
    blocks,
    ...told,
    notes,
    times: [],
    suggestions: [],
    places: [],
    states: [],
  };
  const { language, published } = reading;
  const body = blocks.filter(({ kind }) => !asides.has(kind));
  if (!isEnglish(text, language)) {
    notes.push({
      code: 'language-not-covered',
      message: 'Quotations and states are suggested from English text only; of this one figures in digits and places.',
    });
    const { suggestions, places, notes: found } = readForeign(text, blocks, body, language, gazetteer);
    notes.push(...found);
    return { ...reading, suggestions, places };
  }
  const found = candidatesIn(text, blocks);
  const sentences = found.heard.flatMap(({ plain }) => plain);
  reading.times = timesIn(text, sentences, published);
  const passed = gate(text, blocks, found.candidates);
  reading.suggestions = dated(text, passed.suggestions, sentences, reading.times);
  reading.places = findPlaces(text, body, gazetteer);
  reading.states = timed(text, statesIn(text, found.heard, reading.places, gazetteer), sentences, reading.times);
  if (found.unbalanced > 0) {
    notes.push({
      code: 'marks-unbalanced',
      message: `${found.unbalanced} quotation marks are never closed; nothing was quoted from them.`,
    });
  }
  notes.push(...passed.notes);
  return reading;
}

function isHtml(text: string, about: About): boolean {
  const type = about.contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'text/html' || type === 'application/xhtml+xml') return true;
  if (type === 'text/plain') return false;
  if (/\.x?html?$/i.test(about.fileName ?? '')) return true;
  if (/\.(txt|text|md)$/i.test(about.fileName ?? '')) return false;
  return /^\s*(<!doctype html|<(html|head|body|article|main|div|p)[\s>])/i.test(text.slice(0, 1000));
}

const plainPage = (text: string): Page => ({
  pieces: readPlain(text),
  title: null,
  authors: [],
  outlet: null,
  published: null,
  publishedFrom: null,
  language: null,
  address: null,
  notes: [],
});

/** Whether a text is English: as its markup says; without markup, by its commonest words where it is long enough to tell. */
function isEnglish(text: string, language: string | null): boolean {
  if (language !== null) return /^en\b/i.test(language);
  const words = wordsIn(text, { start: 0, end: Math.min(text.length, 20_000) }).filter((token) =>
    /^\p{L}/u.test(token.text),
  );
  const common = words.filter((token) => commonest.has(token.lower)).length;
  return words.length < 30
    ? common > 0 || words.every((token) => /^[\u0000-\u024F’]+$/.test(token.text))
    : common * 10 >= words.length;
}

interface Found {
  candidates: Candidate[];
  unbalanced: number;
  /** All blocks but appeals. */
  heard: HeardBlock[];
}

function candidatesIn(text: string, blocks: TextBlock[]): Found {
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
    for (const candidate of figureCandidates(text, before, paired.quoted)) candidates.push(candidate);
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
function figureCandidates(text: string, heard: HeardBlock, quoted: Quoted[]): Candidate[] {
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
      const { speaker, mode, channel } = voice;
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
