import { wordsIn, type Sentence } from '../sentences.ts';
import { parse, type Found } from './analysis.ts';
import { taggedWords } from './tagger.ts';

/** Somebody's name in capital letters and a colon; it may stand in quotation marks with its paragraph. */
const opening = /^["“]?(\p{Lu}[\p{Lu}.’'-]+(?: [\p{Lu}.’'-]+){0,4}):\s+(?=\S)/u;

/** Whether paragraphs are a transcript: two at least are utterances, as “LIND: …” and “HOLM: …”. */
export function isTranscript(text: string, blocks: readonly { sentences: readonly Sentence[] }[]): boolean {
  const names = new Set<string>();
  for (const { sentences } of blocks) {
    const [, name] = openingOf(text, sentences) ?? [];
    if (name && names.add(name).size > 1) return true;
  }
  return false;
}

function openingOf(text: string, [first]: readonly Sentence[]): RegExpExecArray | null {
  const start = first && text.slice(first.start, first.start + 100);
  return start?.includes(':') ? opening.exec(start) : null;
}

/** What somebody says in a paragraph of a transcript, with all its sentences; `null` where it is none. */
export function utteranceOf(text: string, sentences: readonly Sentence[]): Found | null {
  const [printed, name] = openingOf(text, sentences) ?? [];
  if (!printed || !name) return null;
  const { start } = sentences[0]!;
  const from = start + printed.indexOf(name);
  const colon = from + name.length;
  const words = taggedWords({ start: from, end: colon, tokens: wordsIn(text, { start: from, end: colon }) });
  const said = text.slice(start + printed.length, sentences.at(-1)!.end).replace(/[”"]+$/, '');
  return {
    source: { from: 0, to: words.length - 1 },
    parsed: parse(words),
    sourceSpan: { start: from, end: colon },
    cue: { start: colon, end: colon + 1 },
    content: [{ start: start + printed.length, end: start + printed.length + said.length }],
    via: [],
  };
}
