import { rangeOf } from '../bounds.ts';
import type { SuggestedFigure, Span } from '../reading.ts';
import type { Sentence, Token } from '../sentences.ts';
import type { Language } from './languages.ts';

/** A figure with its own place. */
type ForeignFigure = SuggestedFigure & Span;

/** Whole numbers, in groups apart by stops, commas or blanks, and decimals of less than three places. */
const whole = /^[1-9]\d{0,5}$/;
const grouped = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/;
const decimal = /^\d{1,6}[.,]\d{1,2}$/;

function valueOf(print: string): number | null {
  if (whole.test(print)) return Number(print);
  if (grouped.test(print)) return Number(print.replace(/[.,]/g, ''));
  return decimal.test(print) ? Number(print.replace(',', '.')) : null;
}

/** Numbers in digits with what they count, in a sentence of another language; where that is not sure, none. */
export function foreignFigures(text: string, { tokens }: Sentence, language: Language): ForeignFigure[] {
  const found: ForeignFigure[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const figure = figureAt(text, tokens, i, language);
    if (!figure) continue;
    found.push(figure);
    while (tokens[i + 1] && tokens[i + 1]!.start < figure.end) i++;
  }
  return found;
}

function figureAt(text: string, tokens: readonly Token[], at: number, language: Language): ForeignFigure | null {
  let value = valueOf(tokens[at]!.text);
  let last = at;
  const group = tokens[at + 1];
  if (group && /^\d{1,3}$/.test(tokens[at]!.text) && /^\d{3}$/.test(group.text) && isBeside(tokens[at]!, group)) {
    value = Number(tokens[at]!.text + group.text);
    last++;
  }
  if (value === null || isPartOfMore(tokens, at, last)) return null;
  const times = isBeside(tokens[last]!, tokens[last + 1])
    ? language.multipliers.get(tokens[last + 1]!.lower)
    : undefined;
  if (times) last++;
  const bounded = boundBefore(text, tokens[at]!.start, language);
  const before = tokens[at - 1];
  // “Artikel 5”, “Boeing 737”.
  if (!bounded && !times && at > 1 && before?.kind === 'word' && /^\p{Lu}/u.test(before.text)) return null;
  const counted = countedAt(text, tokens, last + 1, language, times !== undefined);
  if (!counted || (!times && isYear(tokens[at]!.text, bounded !== null))) return null;
  const start = bounded?.start ?? tokens[at]!.start;
  const end = tokens[last]!.end;
  const bound = bounded?.bound ?? 'exactly';
  return {
    words: text.slice(start, end),
    bound,
    ...rangeOf(bound, Math.round(value * (times ?? 1) * 100) / 100),
    ...counted,
    start,
    end,
  };
}

const isBeside = (token: Token, next: Token | undefined): boolean => next !== undefined && next.start === token.end + 1;

/** Dates, scores, telephone and account numbers: digits or marks right beside it. */
function isPartOfMore(tokens: readonly Token[], from: number, to: number): boolean {
  const [before, after] = [tokens[from - 1], tokens[to + 1]];
  if (
    before &&
    (/\d/.test(before.text) ||
      (before.kind === 'mark' && before.end === tokens[from]!.start && !/^[(«„“"]$/.test(before.text)))
  )
    return true;
  return (
    after !== undefined &&
    (/\d/.test(after.text) || (after.end > after.start && after.start === tokens[to]!.end && after.text !== '%'))
  );
}

const isYear = (print: string, bounded: boolean): boolean => !bounded && /^(?:1[5-9]|20)\d\d$/.test(print);

function boundBefore(
  text: string,
  start: number,
  { bounds }: Language,
): { start: number; bound: SuggestedFigure['bound'] } | null {
  const before = text.slice(Math.max(0, start - 24), start).toLowerCase();
  for (const [words, bound] of bounds) {
    const printed = words.endsWith('’') ? words : `${words} `;
    if (!before.endsWith(printed)) continue;
    const from = start - printed.length;
    if (from === 0 || /[^\p{L}\p{N}]/u.test(text[from - 1]!)) return { start: from, bound };
  }
  return null;
}

const units =
  /^(?:euros?|dollars?|dólares|dollari|francs?|franken|[€$£]|prozent|[kc]?m|kg|kilomet(?:er|ern|res)|kilómetros|chilometri|met(?:er|ern|res)|metros|metri|hektar|hectares|hectáreas|ettari|tonnen|tonnes|toneladas|tonnellate|lit(?:er|ern|res)|litros|litri)$/;

/** The unit, or the noun that is counted, behind a number; `null` where neither is sure. */
function countedAt(
  text: string,
  tokens: readonly Token[],
  from: number,
  language: Language,
  multiplied: boolean,
): Pick<SuggestedFigure, 'unit' | 'what'> | null {
  const first = tokens[from];
  if (!first) return null;
  if (first.text === '%') return { unit: '%', what: null };
  const linked = multiplied && /^(?:de|di)$/.test(first.lower) ? from + 1 : from;
  const joined = multiplied ? /^(?:d[’'])(.+)$/.exec(first.text)?.[1] : undefined;
  const word = joined ?? tokens[linked]?.text ?? '';
  if (units.test(word.toLowerCase())) return { unit: word, what: null };
  for (let i = linked; i < linked + 3; i++) {
    const token = tokens[i];
    if (!token || token.kind !== 'word' || language.commonest.has(token.lower) || language.uncounted.has(token.lower))
      return null;
    if (language.counted.test(token.text)) return { unit: null, what: text.slice(tokens[linked]!.start, token.end) };
    if (language.code !== 'de') return null;
  }
  return null;
}
