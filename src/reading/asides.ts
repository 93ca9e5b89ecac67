import { determiners, particles, phraseEnds, roles } from './english.ts';
import { isCapital, isPersonByOffice, phraseBefore, singular, type Range } from './phrases.ts';
import type { Token } from './sentences.ts';

/** How far back a parenthesis between subject and verb may start. */
const parenthesis = 40;
/** An office at the start of a sentence has fewer words than this. */
const longestOffice = 14;

/** Whether a token is a comma, a dash or an opening bracket. */
export const isPause = (token: Token | undefined): boolean => token !== undefined && /^[,–—(-]$/.test(token.text);

/** “Smith, the mayor, said”: over the parenthesis to the name before it. */
export function acrossParenthesis(tokens: Token[], close: number): { range: Range; role: Range | null } | null {
  const open = tokens[close]!.text === ')' ? '(' : tokens[close]!.text;
  for (let i = close - 1, seen = 0; i > 0 && close - i < parenthesis && seen < 4; i--) {
    if (tokens[i]!.kind === 'quotation') return null;
    if (tokens[i]!.text !== open) continue;
    seen++;
    if (seen === 1 && isName(tokens, i + 1, close - 1)) {
      const office = phraseBefore(tokens, i - 1);
      if (office && roles.has(tokens[office.to]!.lower)) return { range: { from: i + 1, to: close - 1 }, role: office };
    }
    const range = phraseBefore(tokens, i - 1);
    if (!range) continue;
    const startsClause =
      range.from === 0 || tokens[range.from - 1]!.kind !== 'word' || phraseEnds.has(tokens[range.from - 1]!.lower);
    if (!isCapital(tokens[range.to]) && !(startsClause && determiners.has(tokens[range.from]!.lower))) continue;
    return { range, role: descriptionIn(tokens, i + 1, close - 1) };
  }
  return null;
}

/** “The captain, 54-year-old Ivo Lee, …” at the start of a sentence: the name between commas, with the office; `null` where none is. */
export function namedOffice(tokens: Token[]): { name: Range; office: Range } | null {
  // Whom somebody quoted speaks of does not speak in the next sentence.
  if (tokens[0]?.quoted) return null;
  const comma = tokens.slice(0, longestOffice).findIndex(({ kind }) => kind !== 'word');
  if (comma < 1 || tokens[comma]!.text !== ',' || !isPersonByOffice(tokens, { from: 0, to: comma - 1 })) return null;
  const office = phraseBefore(tokens, comma - 1);
  const from = /^\d{1,3}-year-old$/.test(tokens[comma + 1]?.lower ?? '') ? comma + 2 : comma + 1;
  const close = tokens.findIndex(({ text }, i) => i > from && text === ',');
  return office?.from === 0 && isName(tokens, from, close - 1) ? { name: { from, to: close - 1 }, office } : null;
}

/** Whether a stretch is nothing but a name: “Sir Alan Pryce”. */
function isName(tokens: Token[], from: number, to: number): boolean {
  if (to < from || to - from > 4) return false;
  return tokens.slice(from, to + 1).every((token, k) => isCapital(token) || (k > 0 && particles.has(token.lower)));
}

/** The role that stands between commas, where it is one: it starts like a noun phrase. */
function descriptionIn(tokens: Token[], from: number, to: number): Range | null {
  const first = tokens[from];
  if (!first || to < from || to - from > 20) return null;
  const inside = tokens.slice(from, to + 1);
  const office = inside.some((token) => roles.has(singular(token.lower)));
  if (inside.some((token) => token.kind === 'quotation') || phraseEnds.has(first.lower) || /^\d/.test(first.text))
    return null;
  return office || ['a', 'an', 'the'].includes(first.lower) ? { from, to } : null;
}

/** “Jane Smith, a farmer”: the role that follows a name behind a comma. */
export function appositionAfter(tokens: Token[], last: number): Range | null {
  if (tokens[last + 1]?.text !== ',') return null;
  let to = last + 1;
  while (
    to + 1 < tokens.length &&
    tokens[to + 1]!.kind === 'word' &&
    !['who', 'which', 'as', 'when', 'while'].includes(tokens[to + 1]!.lower)
  )
    to++;
  return descriptionIn(tokens, last + 2, to);
}
