import { gate, type Candidate } from './gate.ts';
import { pairMarks } from './marks.ts';
import { asides } from './split.ts';
import type { Note, Reading, Span, Suggestion, TextBlock } from './reading.ts';

/** A quotation as somebody else than the rules reads it: its exact words, and the printed name of who says them. */
export interface ToldQuotation {
  words: string;
  speaker: string | null;
}

/**
 * Somebody beside the rules who reads a report, for instance a language model.
 *
 * What it tells is only where to look: each suggestion is cut from the text itself and passes the same gate.
 */
export interface SecondReader {
  /** Who it is, with its version; stands with each of its suggestions. */
  name: string;
  /** The quotations of a text. Throws `reader-failed`. */
  quotations(text: string): Promise<ToldQuotation[]>;
}

/** So many quotations are looked for, and a speaker this far from the words. */
const bounds = { quotations: 100, speaker: 1000 };

/**
 * A reading with what a second reader told of it: words that stand between quotation marks of the text, and are not suggested yet.
 *
 * Offsets are found here. What does not stand in the text is left out and counted, and so is a speaker's name that does not.
 */
export function withSecond(reading: Reading, told: readonly ToldQuotation[], reader: string): Reading {
  const { text, blocks } = reading;
  const quoted = quotedIn(text, blocks);
  const known = reading.suggestions.filter(({ sort }) => sort === 'quotation').map(({ excerpt }) => excerpt);
  let left = Math.max(0, told.length - bounds.quotations);
  const candidates: Candidate[] = [];
  for (const one of told.slice(0, bounds.quotations)) {
    const place = placeOf(text, one.words, quoted);
    if (place === null) left++;
    else if (!known.some(({ start, end }) => start < place.end && place.start < end))
      candidates.push(candidateAt(text, place, one.speaker));
  }
  const passed = gate(text, blocks, candidates);
  const from = Math.max(0, ...reading.suggestions.map(({ number }) => number));
  const suggestions = passed.suggestions.map((one, i): Suggestion => ({
    ...one,
    number: from + i + 1,
    reader,
    said: null,
    happened: null,
  }));
  const notes: Note[] =
    left === 0
      ? []
      : [
          {
            code: 'reader-unfounded',
            message: `${left} suggestions of ${reader} do not stand in the report; they were left out.`,
          },
        ];
  return {
    ...reading,
    notes: [...reading.notes, ...notes, ...passed.notes],
    suggestions: [...reading.suggestions, ...suggestions],
  };
}

function quotedIn(text: string, blocks: readonly TextBlock[]): Span[] {
  return blocks
    .map((block, i) => ({ block, next: text[blocks[i + 1]?.start ?? -1] ?? null }))
    .filter(({ block }) => !asides.has(block.kind))
    .flatMap(({ block, next }) => pairMarks(text, block, next).quoted);
}

/** The first place of words that lies between quotation marks; marks around the words themselves do not count. */
function placeOf(text: string, printed: string, quoted: readonly Span[]): Span | null {
  const words = printed.trim().replace(/^[“‘„«"']|[”’»"']$/g, '');
  if (words.length < 3 || !/\p{L}/u.test(words)) return null;
  for (const { start, end } of quoted) {
    const at = text.slice(start, end).indexOf(words);
    if (at >= 0) return { start: start + at, end: start + at + words.length };
  }
  return null;
}

/** The speaker is where the name stands nearest to the words, and not in them. */
function candidateAt(text: string, place: Span, name: string | null): Candidate {
  const printed = name?.trim() ?? '';
  const from = Math.max(0, place.start - bounds.speaker);
  const around = text.slice(from, place.end + bounds.speaker);
  let nearest: Span | null = null;
  const apart = ({ start, end }: Span): number => Math.max(place.start - end, start - place.end);
  for (let at = printed === '' ? -1 : around.indexOf(printed); at >= 0; at = around.indexOf(printed, at + 1)) {
    const span = { start: from + at, end: from + at + printed.length };
    if (apart(span) >= 0 && (nearest === null || apart(span) < apart(nearest))) nearest = span;
  }
  const speaker = nearest && { ...nearest, name: printed, role: null };
  return { ...place, sort: 'quotation', wider: null, speaker, mode: 'says', channel: null, figure: null };
}
