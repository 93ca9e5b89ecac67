import { Refusal } from '../terms/refusal.ts';
import { markAppeals } from './appeals.ts';
import { attributionsIn } from './attribution/attributions.ts';
import { markBoilerplate } from './boilerplate.ts';
import { bounded } from './bounded.ts';
import { candidatesIn } from './candidates.ts';
import { surnamesIn } from './discourse.ts';
import { commonest } from './english.ts';
import { readForeign } from './foreign/foreign.ts';
import { languages } from './foreign/languages.ts';
import { gate } from './gate.ts';
import { markCaptions } from './captions.ts';
import { readFormat } from './formats/read-format.ts';
import { holesIn, proposedDate } from './holes.ts';
import { timesOfMessages } from './messages.ts';
import { layOut } from './plain.ts';
import { findPlaces } from './places/find.ts';
import { nowhere, type Gazetteer } from './places/gazetteer.ts';
import type { Reading, TextBlock } from './reading.ts';
import { repeatsIn } from './repeats.ts';
import { wordsIn } from './sentences.ts';
import { splitBlocks } from './split.ts';
import { statesIn } from './states/states.ts';
import { tableFigures } from './tables.ts';
import { timed } from './states/timed.ts';
import { dated } from './times/told.ts';

/** What is known about a report beside its bytes. */
export interface About {
  contentType: string | null;
  fileName: string | null;
  /** When the report was published, where the desk has said so. */
  published?: string | undefined;
}

/**
 * Reads a report: its clean text, what its markup says about it, and suggestions of statements, each with its exact words.
 *
 * It is a function of its arguments and of nothing else. Throws `request-too-large`, `report-empty`, `report-unreadable`,
 * `report-charset-unsaid`, `report-too-long`, `report-too-deep`.
 */
export function read(bytes: Uint8Array, about: About, gazetteer: Gazetteer = nowhere): Reading {
  const { page, removed } = readFormat(bytes, about);
  const { pieces, notes, ...told } = page;
  const filled = pieces.filter((piece) => piece.text !== '');
  if (filled.length > mostBlocks) throw new Refusal('report-too-long', { most: mostBlocks });
  const { text, blocks: plainBlocks, trace } = layOut(filled);
  if (text === '') throw new Refusal('report-empty', {});
  const blocks = markBoilerplate(text, markCaptions(text, markAppeals(text, plainBlocks)));
  if (removed > 0)
    notes.push({ code: 'characters-removed', message: `${removed} invisible characters were taken out.` });
  if (about.published !== undefined) Object.assign(told, { published: about.published, publishedFrom: 'desk' });
  const split = splitBlocks(text, blocks);
  const body = split.map(({ block }) => block);
  const reading: Reading = {
    text,
    trace,
    blocks,
    ...told,
    notes,
    holes: [],
    proposed: null,
    repeats: repeatsIn(split),
    times: [],
    suggestions: [],
    attributions: [],
    places: [],
    states: [],
  };
  const { language } = reading;
  if (!isEnglish(text, body, language)) {
    reading.holes = holesIn(text, blocks, { ...told, times: null });
    const { suggestions, places, notes: found } = readForeign(text, blocks, body, language, gazetteer);
    notes.push(...found);
    return bounded({ ...reading, suggestions, places });
  }
  const surnames = surnamesIn(text);
  reading.attributions = attributionsIn(text, split, surnames);
  const sentences = split.flatMap(({ plain }) => plain);
  reading.times = timesOfMessages(text, blocks, sentences, told.published);
  reading.places = findPlaces(text, body, gazetteer, sentences);
  const found = candidatesIn(text, split, reading, surnames);
  reading.holes = holesIn(text, blocks, { ...told, times: reading.times });
  if (told.published === null) reading.proposed = proposedDate(blocks, reading.times);
  const tables = tableFigures(text, body);
  const passed = gate(text, blocks, [...found.candidates, ...tables.candidates]);
  reading.suggestions = dated(text, passed.suggestions, sentences, reading.times);
  reading.states = timed(
    text,
    statesIn(text, found.heard, reading.places, reading.attributions, gazetteer),
    sentences,
    reading.times,
  );
  if (found.unbalanced > 0) {
    notes.push({
      code: 'marks-unbalanced',
      message: `${found.unbalanced} quotation marks are never closed; nothing was quoted from them.`,
    });
  }
  notes.push(...tables.notes, ...passed.notes);
  return bounded(reading);
}

/** No report that people wrote has more lines. */
const mostBlocks = 50_000;

/** So much of a text is looked at to tell whether it is English. */
const lookedAt = 20_000;

/** Whether a text is English: as its markup says; without markup, by the commonest words of its lines, where they are enough to tell. */
function isEnglish(text: string, body: readonly TextBlock[], language: string | null): boolean {
  if (language !== null) return /^en\b/i.test(language);
  const words = body
    .filter(({ kind, start }) => kind !== 'cell' && start < lookedAt)
    .flatMap(({ start, end }) => wordsIn(text, { start, end: Math.min(end, lookedAt) }))
    .filter((token) => /^\p{L}/u.test(token.text));
  const among = (common: ReadonlySet<string>): number => words.filter((token) => common.has(token.lower)).length;
  const common = among(commonest);
  if (languages.some((other) => among(other.commonest) > common)) return false;
  return words.length < 30
    ? common > 0 || words.every((token) => /^[\u0000-\u024F’]+$/.test(token.text))
    : common * 10 >= words.length;
}
