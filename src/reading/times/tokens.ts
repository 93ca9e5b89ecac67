import type { Span } from '../reading.ts';
import type { Form } from '../forms.ts';
import type { Token } from '../sentences.ts';
import { meaningsOf, type Meaning } from './words.ts';

/** A word as the grammar of times sees it: hyphened words apart, endings of possession apart, numbers in words as one. */
export interface TimeToken extends Span {
  text: string;
  lower: string;
  /** What it can be; empty for a word that is in no expression of time but by its letters. */
  meanings: readonly Meaning[];
}

const nothing: readonly Meaning[] = [];

/** The words of a sentence for the grammar of times. */
export function timeTokens(tokens: readonly Token[]): TimeToken[] {
  const parts: TimeToken[] = [];
  for (const token of tokens) {
    const meanings = token.form.meanings ?? meaningsAlone(token.form);
    if (meanings) push(parts, token.text, token.lower, token.start, meanings);
    else split(token, parts);
  }
  return parts;
}

function push(parts: TimeToken[], text: string, lower: string, start: number, meanings: readonly Meaning[]): void {
  parts.push({ text, lower, start, end: start + text.length, meanings });
  if (meanings.length > 0 && parts.length > 1) joinNumbers(parts);
}

const isApart = /[-‐‑'’]/;

/** What a word can be that is one token; `null` for one that is several. */
function meaningsAlone(form: Form): readonly Meaning[] | null {
  return form.kind === 'word' && isApart.test(form.text) ? null : (form.meanings = meaningsIn(form.lower));
}

const meaningsIn = (lower: string): readonly Meaning[] =>
  meaningsOf(lower) ?? (isDigit(lower) ? printed(lower) : nothing);

const isDigit = (text: string): boolean => text.charCodeAt(0) >= 48 && text.charCodeAt(0) <= 57;

/** A date or a clock time that is written with marks stays whole. */
const whole = /^\d{1,4}([-/.:])\d{1,2}(\1\d{1,4})?(?:t\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?(?:am|pm)?$/i;

const hyphen = /[-‐‑]/;
const hyphens = /([-‐‑])/;
const possession = /['’]s?$/i;

function split({ text, start }: Token, parts: TimeToken[]): void {
  const owned = possession.exec(text);
  const body = owned ? text.slice(0, owned.index) : text;
  const isOne = !hyphen.test(body) || (isDigit(body) && whole.test(body) && marked(body.toLowerCase()).length > 0);
  const pieces = isOne ? [body] : body.split(hyphens);
  let at = start;
  for (const piece of owned ? [...pieces, owned[0]] : pieces) {
    const lower = piece.toLowerCase();
    if (piece !== '') push(parts, piece, lower, at, meaningsIn(lower));
    at += piece.length;
  }
}

/** What a number or a date in digits can be. */
function printed(text: string): Meaning[] {
  const [, digits, ending] = /^(\d{1,4})(st|nd|rd|th|s|am|pm|h|hrs)?$/.exec(text) ?? [];
  if (digits !== undefined) {
    const n = Number(digits);
    if (ending === undefined) return plain(digits, n);
    if (ending === 's') return decade(digits, n);
    if (ending === 'am' || ending === 'pm') return n >= 1 && n <= 12 ? [['CLOCK', clock(n, 0, ending)]] : [];
    return ending.startsWith('h') ? [] : [['ORD', n]];
  }
  if (whole.test(text)) {
    const found = marked(text);
    if (found.length > 0) return found;
  }
  if (/^\d{1,3}(?:,\d{3})+$/.test(text)) return [['NUM', Number(text.replaceAll(',', ''))]];
  return /^\d+\.\d$/.test(text) ? [['NUM', Number(text)]] : [];
}

function plain(digits: string, n: number): Meaning[] {
  const meanings: Meaning[] = [];
  if (digits.length === 4 && n >= 1000 && n < 2200) meanings.push(['YEAR', n]);
  // “0430 hours” is a time of the day, as is “1500 hours”: of so many hours the thousands are marked.
  if (digits.length === 4 && n < 2400 && n % 100 < 60) meanings.push(['HHMM', Math.floor(n / 100) * 60 + (n % 100)]);
  meanings.push(['NUM', n]);
  if (digits.length === 2) meanings.push(['YY', n]);
  if (n >= 1 && n <= 31 && digits.length <= 2) meanings.push(['DAY', n]);
  if (n >= 1 && n <= 12 && digits.length <= 2) meanings.push(['HOUR', n]);
  return meanings;
}

function decade(digits: string, n: number): Meaning[] {
  if (n % 10 !== 0) return [];
  if (digits.length === 4) return [['DECADES', n / 10]];
  return digits.length === 2 && n >= 20 ? [['DECADE', n / 10]] : [];
}

const clock = (hour: number, minute: number, half: string): number =>
  ((half === 'pm' ? 12 : 0) + (half ? hour % 12 : hour)) * 60 + minute;

/** A date or a clock time in digits with marks between them. */
function marked(text: string): Meaning[] {
  const iso = /^(\d{4})[-/](\d{2})(?:[-/](\d{2})(?:t(\d{2}:\d{2}).*)?)?$/.exec(text);
  if (iso) {
    if (iso[4] !== undefined) return [['STAMP', text]];
    return iso[3] !== undefined ? [['ISO', text]] : [['ISOMONTH', text]];
  }
  const time = /^(\d{1,2})[:.](\d{2})(am|pm)?$/.exec(text);
  if (time) {
    const [hour, minute] = [Number(time[1]), Number(time[2])];
    if (hour > 24 || minute > 59) return [];
    const half = time[3] ?? '';
    if (half !== '') return hour >= 1 && hour <= 12 ? [['CLOCK', clock(hour, minute, half)]] : [];
    const n = clock(hour, minute, '');
    return text.includes(':')
      ? [['CLOCK24', n]]
      : [
          ['DOTTED', n],
          ['NUM', Number(text)],
        ];
  }
  if (/^\d\/\d$/.test(text)) return [['FRACTION', Number(text[0]) / Number(text[2])]];
  return /^\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})$/.test(text) ? [['NUMERIC', text]] : [];
}

const valueOf = (token: TimeToken | undefined, symbol: string): number | null =>
  (token?.meanings.find(([name]) => name === symbol)?.[1] as number | undefined) ?? null;

/** Joins a number in words with what stands before it: “twenty-four”, “two hundred”, “nineteen ninety-six”. */
function joinNumbers(parts: TimeToken[]): void {
  const last = parts.at(-1)!;
  const hyphen = parts.at(-2)!.lower === '-' ? 1 : 0;
  const first = parts.at(-2 - hyphen);
  const n = valueOf(first, 'WORD');
  if (!first || n === null) return;
  const more = valueOf(last, 'WORD');
  let meanings: Meaning[] | null = null;
  if (last.lower === 'hundred' && n < 10) meanings = [['NUM', n * 100]];
  else if (last.lower === 'thousand' && n < 10)
    meanings = [
      ['NUM', n * 1000],
      ['YEAR', n * 1000],
    ];
  else if (more === null) meanings = ordinal(n, last) ?? decades(n, last);
  else if (n >= 20 && n < 100 && n % 10 === 0 && more < 10)
    meanings = [
      ['NUM', n + more],
      ['WORD', n + more],
    ];
  else if (n >= 13 && n <= 20 && more >= 10)
    meanings = [
      ['YEAR', n * 100 + more],
      ['CENTURY', n],
      ['WORD', n * 100 + more],
    ];
  else if (n >= 1300 && n % 10 === 0 && n % 100 >= 20 && more < 10) meanings = [['YEAR', n + more]];
  if (!meanings) return;
  parts.length -= 2 + hyphen;
  const { start } = first;
  const text = `${first.text} ${last.text}`;
  parts.push({ text, lower: text.toLowerCase(), start, end: last.end, meanings });
}

/** “Nineteen eighties”. */
function decades(n: number, last: TimeToken): Meaning[] | null {
  const decade = valueOf(last, 'DECADE');
  return decade !== null && n >= 13 && n <= 20 ? [['DECADES', n * 10 + decade]] : null;
}

function ordinal(n: number, last: TimeToken): Meaning[] | null {
  const one = valueOf(last, 'ORD');
  return one !== null && one < 10 && n >= 20 && n < 100 && n % 10 === 0 ? [['ORD', n + one]] : null;
}
