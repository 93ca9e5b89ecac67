import { datelineEnd } from './datelines.ts';
import { abbreviations } from './english.ts';
import { formAt, formOf, type Form } from './forms.ts';
import type { Quoted } from './marks.ts';
import type { Span } from './reading.ts';

/** A word, a mark or a whole quotation of a sentence. */
export interface Token extends Span {
  kind: 'word' | 'mark' | 'quotation';
  text: string;
  lower: string;
  form: Form;
  /** The quotation, where this is one. */
  quoted: Quoted | null;
  /** The words of the quotation, where this is one. */
  inner: readonly Token[];
}

/** A sentence; quotations within it count as one token each. */
export interface Sentence extends Span {
  tokens: Token[];
}

/** A longer run of words without an end is cut: nobody wrote it as a sentence. */
const longest = 300;

const word =
  /\p{L}(?:\.\p{L})+\.?|[\p{L}\p{M}\p{N}]+(?:(?:[’'‐‑-]|(?<=\p{N})[.,:/](?=\p{N}))[\p{L}\p{M}\p{N}]+)*(?:(?<=s)[’'](?=\s\p{Ll}))?|\S/gu;

const blank = /\s/;
const capital = /^\p{Lu}/u;

/** Whether a word starts with a capital letter; asked of nearly every word, it looks at plain letters without a pattern. */
export function startsCapital(text: string): boolean {
  const unit = text.charCodeAt(0);
  return unit < 128 ? unit >= 65 && unit <= 90 : capital.test(text);
}

/** The inner words of what is no quotation. */
const none: readonly Token[] = [];

/** The words and marks of a stretch, put behind those that are there already. */
export function wordsIn(text: string, span: Span, tokens: Token[] = []): Token[] {
  const { start: first, end: last } = span;
  const body = text.slice(first, last);
  for (let start = behindBlanks(text, first, last); start < last;) {
    let end = plainWordEnd(text, start, last);
    if (end === start) {
      word.lastIndex = start - first;
      word.test(body);
      end = first + word.lastIndex;
    }
    const form = formAt(text, start, end);
    const before = form.text === '.' ? tokens.at(-1) : undefined;
    if (before?.end === start && startsCapital(before.text) && isAbbreviation(before)) {
      before.form = formOf(`${before.text}.`);
      before.text = before.form.text;
      before.end++;
    } else tokens.push(tokenOf(form, start, end));
    start = behindBlanks(text, end, last);
  }
  return tokens;
}

const tokenOf = (form: Form, start: number, end: number): Token => ({
  kind: form.kind,
  text: form.text,
  lower: form.lower,
  form,
  start,
  end,
  quoted: null,
  inner: none,
});

function behindBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text, at)) at++;
  return at;
}

function isBlank(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 32 || ((unit < 32 || unit > 127) && blank.test(text[at]!));
}

/** Where a run of two or more plain letters ends, as most words are, that nothing goes on behind it; else where it starts. */
function plainWordEnd(text: string, from: number, end: number): number {
  let to = from;
  while (to < end && isPlainLetter(text.charCodeAt(to))) to++;
  return to > from + 1 && (to === end || ' ,.;:)\n'.includes(text[to]!)) ? to : from;
}

/** Whether a UTF-16 unit is a letter of A to Z, small or not. */
export const isPlainLetter = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);

/** The form of a quotation among the words of a sentence. */
const nothing = formOf('');

/** The words of a block with each of its quotations as one token; a word that reaches over the edge of one is split there. */
export function withQuotations(text: string, words: readonly Token[], quotations: readonly Quoted[]): Token[] {
  let next = 0;
  const take = (from: number, to: number, tokens: Token[]): Token[] => {
    while (next < words.length && words[next]!.end <= from) next++;
    const first = next;
    while (next < words.length && words[next]!.end <= to) next++;
    const isCut = (words[first]?.start ?? from) < from || (words[next]?.start ?? to) < to;
    if (isCut) return wordsIn(text, { start: from, end: to }, tokens);
    for (let i = first; i < next; i++) tokens.push(words[i]!);
    return tokens;
  };
  const tokens: Token[] = [];
  let at = 0;
  for (const quoted of quotations) {
    const { start, end } = quoted.outer;
    take(at, start, tokens);
    const inner = take(quoted.start, quoted.end, []);
    tokens.push({ kind: 'quotation', text: '', lower: '', form: nothing, start, end, quoted, inner });
    at = end;
  }
  return take(at, words.at(-1)?.end ?? at, tokens);
}

const ending = /^[.!?…]$/;
const closing = /^[)\]’”»"']$/;

/** Whether a full stop behind a word belongs to the word. */
function isAbbreviation(before: Token | undefined): boolean {
  return before !== undefined && (abbreviations.has(before.lower) || /^\p{Lu}$/u.test(before.text));
}

/** Whether the sentence that ends before `next` really ends: a new one starts with a capital, a digit or a quotation. */
function startsSentence(next: Token | undefined, text: string): boolean {
  if (!next) return true;
  if (!/\s/.test(text[next.start - 1] ?? ' ')) return false;
  return next.kind !== 'word' || /^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(next.text);
}

/** Whether a token ends a sentence: a stop, or a quotation that closes with one. */
function ends(tokens: readonly Token[], i: number, text: string): boolean {
  const token = tokens[i]!;
  if (token.kind === 'word') return false;
  if (token.kind === 'quotation') return /[.!?…]$/.test(text.slice(token.quoted!.start, token.quoted!.end).trimEnd());
  if (!ending.test(token.text)) return false;
  return token.text !== '.' || !isAbbreviation(tokens[i - 1]);
}

/** Splits a stretch of a text into sentences. */
export const sentencesOf = (text: string, span: Span): Sentence[] => sentencesIn(text, span, wordsIn(text, span));

/** Puts the words of a block into sentences. A quotation lies in one sentence, however many sentences it holds itself; a dateline is one of its own. */
export function sentencesIn(text: string, block: Span, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  const filed = datelineEnd(text, block);
  let own: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    own.push(tokens[i]!);
    if (tokens[i]!.end === filed) {
      sentences.push({ start: own[0]!.start, end: filed, tokens: own });
      own = [];
      continue;
    }
    const tooLong = own.length >= longest;
    if (!tooLong && !ends(tokens, i, text)) continue;
    while (i + 1 < tokens.length && closing.test(tokens[i + 1]!.text) && tokens[i + 1]!.start === tokens[i]!.end)
      own.push(tokens[++i]!);
    if (!tooLong && i + 1 < tokens.length && ending.test(tokens[i + 1]!.text)) continue;
    if (!tooLong && !startsSentence(tokens[i + 1], text)) continue;
    if (!tooLong && tokens[i]!.kind === 'quotation' && /^[–—―]$/.test(tokens[i + 1]?.text ?? '')) continue;
    sentences.push({ start: own[0]!.start, end: own.at(-1)!.end, tokens: own });
    own = [];
  }
  if (own.length > 0) sentences.push({ start: own[0]!.start, end: own.at(-1)!.end, tokens: own });
  return sentences;
}

/** Whether nothing but quotations and marks stands in a sentence. */
export const isAllQuotation = ({ tokens }: Sentence): boolean =>
  tokens.every((token) => token.kind !== 'word') && tokens.some((token) => token.kind === 'quotation');
