import { abbreviations } from './english.ts';
import type { Quoted } from './marks.ts';
import type { Span } from './reading.ts';

/** A word, a mark or a whole quotation of a sentence. */
export interface Token extends Span {
  kind: 'word' | 'mark' | 'quotation';
  text: string;
  lower: string;
  /** The quotation, where this is one. */
  quoted: Quoted | null;
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
const letter = /^[\p{L}\p{M}\p{N}]/u;

const capital = /^\p{Lu}/u;

/** Whether a word starts with a capital letter; asked of nearly every word, it looks at plain letters without a pattern. */
export function startsCapital(text: string): boolean {
  const unit = text.charCodeAt(0);
  return unit < 128 ? unit >= 65 && unit <= 90 : capital.test(text);
}

/** The words and marks of a stretch. */
export function wordsIn(text: string, span: Span): Token[] {
  const tokens: Token[] = [];
  const body = text.slice(span.start, span.end);
  for (let at = behindBlanks(body, 0); at < body.length;) {
    let to = plainWordEnd(body, at);
    const isPlain = to > at;
    if (!isPlain) {
      word.lastIndex = at;
      word.test(body);
      to = word.lastIndex;
    }
    const print = body.slice(at, to);
    const start = span.start + at;
    at = behindBlanks(body, to);
    if (print === '.') {
      const last = tokens.at(-1);
      if (last?.end === start && startsCapital(last.text) && isAbbreviation(last)) {
        last.text += '.';
        last.end++;
        continue;
      }
    }
    // A mark is one character, of two units at most.
    const kind = isPlain || print.length > 2 || letter.test(print) ? 'word' : 'mark';
    tokens.push({ kind, text: print, lower: print.toLowerCase(), start, end: start + print.length, quoted: null });
  }
  return tokens;
}

function behindBlanks(body: string, from: number): number {
  let at = from;
  while (at < body.length && isBlank(body, at)) at++;
  return at;
}

function isBlank(body: string, at: number): boolean {
  const unit = body.charCodeAt(at);
  return unit === 32 || ((unit < 32 || unit > 127) && blank.test(body[at]!));
}

/** Where a run of two or more plain letters ends, as most words are, that nothing goes on behind it; else where it starts. */
function plainWordEnd(body: string, at: number): number {
  let to = at;
  while (isPlainLetter(body.charCodeAt(to))) to++;
  return to > at + 1 && (to === body.length || ' ,.;:)\n'.includes(body[to]!)) ? to : at;
}

const isPlainLetter = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);

/** The words, marks and quotations of a block. */
function tokensOf(text: string, block: Span, quotations: Quoted[]): Token[] {
  const tokens: Token[] = [];
  let at = block.start;
  for (const quoted of quotations) {
    for (const token of wordsIn(text, { start: at, end: quoted.outer.start })) tokens.push(token);
    tokens.push({ kind: 'quotation', text: '', lower: '', start: quoted.outer.start, end: quoted.outer.end, quoted });
    at = quoted.outer.end;
  }
  for (const token of wordsIn(text, { start: at, end: block.end })) tokens.push(token);
  return tokens;
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
function ends(tokens: Token[], i: number, text: string): boolean {
  const token = tokens[i]!;
  if (token.kind === 'word') return false;
  if (token.kind === 'quotation') return /[.!?…]$/.test(text.slice(token.quoted!.start, token.quoted!.end).trimEnd());
  if (!ending.test(token.text)) return false;
  return token.text !== '.' || !isAbbreviation(tokens[i - 1]);
}

/** Splits a block into sentences. A quotation lies in one sentence, however many sentences it holds itself. */
export function sentencesOf(text: string, block: Span, quotations: Quoted[]): Sentence[] {
  const tokens = tokensOf(text, block, quotations);
  const sentences: Sentence[] = [];
  let own: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    own.push(tokens[i]!);
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
