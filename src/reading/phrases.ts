import {
  bodies,
  determiners,
  honorifics,
  particles,
  phraseEnds,
  prepositions,
  roles,
  timeWords,
  weekdaysAndMonths,
} from './english.ts';
import { startsCapital, type Token } from './sentences.ts';
import { sayings } from './verbs.ts';

/** From which to which token, both inclusive. */
export interface Range {
  from: number;
  to: number;
}

/** No noun phrase is followed further than this many words. */
const longest = 14;

/** Whether a token starts with a capital letter. */
export const isCapital = (token: Token | undefined): boolean => token !== undefined && startsCapital(token.text);
const isAcronym = (token: Token): boolean => token.text.length > 1 && /^[\p{Lu}.]+$/u.test(token.text);
const isNumber = (token: Token): boolean => /^\p{N}/u.test(token.text);

/** Whether a word names a day or month here, and is nobody's surname. */
function isDate(tokens: Token[], i: number): boolean {
  const before = tokens[i - 1];
  return (
    weekdaysAndMonths.has(tokens[i]!.lower) &&
    isCapital(tokens[i]) &&
    (!before || !isCapital(before) || prepositions.has(before.lower))
  );
}

/** Whether a noun phrase cannot go on over this token. */
function endsPhrase(tokens: Token[], i: number): boolean {
  const token = tokens[i]!;
  if (token.kind !== 'word') return true;
  const said =
    ['past', 'ing'].includes(sayings.get(token.text)?.form ?? '') && !determiners.has(tokens[i - 1]?.lower ?? '');
  return said || (phraseEnds.has(token.lower) && !isAcronym(token)) || isDate(tokens, i);
}

/** A list of names before “and”: “the Red Cross and Oxfam”. */
function withNamesBeforeAnd(tokens: Token[], from: number): number {
  if (tokens[from - 1]?.lower !== 'and') return from;
  let i = from - 2;
  while (
    i >= 0 &&
    from - i < 7 &&
    !endsPhrase(tokens, i) &&
    (isCapital(tokens[i]) || determiners.has(tokens[i]!.lower))
  )
    i--;
  const stops = i < 0 || tokens[i]!.kind !== 'word';
  return stops && i < from - 2 ? i + 1 : from;
}

/** The noun phrase that ends with a token, or `null`. */
export function phraseBefore(tokens: Token[], last: number): Range | null {
  let from = last + 1;
  while (from > 0 && last - from < longest && !endsPhrase(tokens, from - 1)) from--;
  if (from > last) return null;
  if (prepositions.has(tokens[from]!.lower) || last - from >= longest) {
    from = last;
    while (from > 0 && !endsPhrase(tokens, from - 1)) {
      if (determiners.has(tokens[from]!.lower) && tokens[from - 1]!.lower !== 'of') break;
      const link = tokens[from - 1]!.lower;
      if (prepositions.has(link)) {
        if (!['of', 'for'].includes(link) || from < 2 || isCapital(tokens[from - 2])) break;
      }
      if (last - from >= longest) break;
      from--;
    }
  } else from = withNamesBeforeAnd(tokens, from);
  if (prepositions.has(tokens[from]!.lower)) return null;
  return isSayer(tokens, { from, to: last }) ? { from, to: last } : null;
}

/** The noun phrase that starts with a token, or `null`. */
export function phraseAfter(tokens: Token[], first: number): Range | null {
  let to = first - 1;
  while (to + 1 < tokens.length && to - first < longest && !endsPhrase(tokens, to + 1)) {
    const token = tokens[to + 1]!;
    const name = isCapital(tokens[to]) && to >= first;
    if (prepositions.has(token.lower)) {
      const office = to >= first && !name;
      const named = tokens[to + 2];
      if (
        token.lower !== 'of' &&
        !(office && ['for', 'at', 'from'].includes(token.lower)) &&
        !(office && token.lower === 'in' && isCapital(named))
      )
        break;
      if (to < first) return null;
      if (weekdaysAndMonths.has(named?.lower ?? '')) break;
    } else if (name && !isCapital(token) && !particles.has(token.lower) && !isNumber(token) && !isOffice(tokens, to))
      break;
    to++;
  }
  while (to > first && (prepositions.has(tokens[to]!.lower) || determiners.has(tokens[to]!.lower))) to--;
  return to >= first && isSayer(tokens, { from: first, to }) ? { from: first, to } : null;
}

/** Whether a capital word is only the description before an office or body: “CIA director”, “Fire Service spokesman”. */
function isOffice(tokens: Token[], i: number): boolean {
  for (let k = i + 1; k <= i + 3; k++) {
    const token = tokens[k];
    if (!token || token.kind !== 'word' || prepositions.has(token.lower)) return false;
    if (roles.has(singular(token.lower)) || bodies.has(token.lower)) return true;
  }
  return false;
}

/** A noun without the s of its plural. */
export const singular = (word: string): string =>
  word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;

/** Whether a phrase can be somebody: it ends in a noun, and is not only articles, numbers or a date. */
function isSayer(tokens: Token[], range: Range): boolean {
  const last = tokens[range.to]!;
  if (determiners.has(last.lower) || prepositions.has(last.lower) || isNumber(last) || isDate(tokens, range.to))
    return false;
  const opensWithVerb =
    tokens[range.from]!.lower.endsWith('ing') && determiners.has(tokens[range.from + 1]?.lower ?? '');
  return last.text.length > 1 && !last.lower.endsWith('ly') && !timeWords.has(last.lower) && !opensWithVerb;
}

/** A phrase taken apart. */
export interface Party {
  name: Range;
  role: Range | null;
  /** A human being, by name, title or office, as far as words show it. */
  person: boolean;
}

/** Takes a noun phrase apart into the name and the role before it. */
export function partyOf(tokens: Token[], range: Range, isSurname: (word: string) => boolean): Party {
  const { from, to } = range;
  let start = to + 1;
  while (
    start > from &&
    (isCapital(tokens[start - 1]) ||
      (start <= to &&
        start - 1 > from &&
        particles.has(tokens[start - 1]!.lower) &&
        tokens[start - 1]!.lower !== 'of' &&
        (isCapital(tokens[start - 2]) ||
          (particles.has(tokens[start - 2]?.lower ?? '') && start - 2 > from && isCapital(tokens[start - 3])))))
  )
    start--;
  const whole = (person: boolean): Party => ({ name: range, role: null, person });
  const before = tokens[start - 1];
  if (start > to) return whole(isPersonByOffice(tokens, range));
  if (start > from && before && prepositions.has(before.lower)) return whole(isPersonByOffice(tokens, range));
  let name = start;
  for (let i = start; i < to; i++) {
    const token = tokens[i]!;
    if (honorifics.has(token.lower))
      return { name: { from: i, to }, role: i > from ? { from, to: i - 1 } : null, person: true };
    if (roles.has(token.lower) || /([’']s|s[’'])$/.test(token.lower)) name = i + 1;
  }
  const capitals = to - name + 1;
  const holdsBody = tokens
    .slice(name, to + 1)
    .some((token) => bodies.has(singular(token.lower)) || bodies.has(token.lower));
  const described = tokens.slice(from, name).some((token) => !determiners.has(token.lower));
  if (!described) {
    const last = tokens[to]!;
    const named = name === from && !holdsBody && !isAcronym(last) && (capitals >= 2 || isSurname(last.lower));
    return whole((named && !roles.has(last.lower)) || isPersonByOffice(tokens, range));
  }
  const isPerson = !holdsBody && !isAcronym(tokens[to]!);
  return { name: { from: name, to }, role: { from, to: name - 1 }, person: isPerson };
}

/** “the mayor of the town”, “one of his close advisers”: one human being by office. */
export function isPersonByOffice(tokens: Token[], range: Range): boolean {
  for (let i = range.from; i <= range.to; i++) {
    if (!['of', 'for', 'at', 'from', 'in'].includes(tokens[i]!.lower) || i === range.from) continue;
    if (tokens[i - 1]!.lower === 'one') return roles.has(singular(tokens[range.to]!.lower));
    return roles.has(tokens[i - 1]!.lower);
  }
  return roles.has(tokens[range.to]!.lower);
}
