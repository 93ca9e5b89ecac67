import type { PlaceKind } from '../places/gazetteer.ts';
import type { Span } from '../reading.ts';
import { bodies, months, weekdaysAndMonths } from '../english.ts';
import { isCapital } from '../phrases.ts';
import type { Token } from '../sentences.ts';
import { setOf } from '../word-sets.ts';

/** Words that may stand before a place's name in a list of places. */
const openers = setOf(`
  the a of its their besieged occupied embattled encircled surrounded frontline port central northern southern eastern
  western nearby small both city cities town towns village villages settlement settlements suburb suburbs community
  communities district districts capital region`);
const divisions = setOf('region oblast district province county community governorate raion prefecture village city');
const commas = setOf(', and & or');
/** Short words with which a name begins: “El Paso”. */
const particles = setOf('el la le lo il al ad ar es os as st');
/** Capital words that end a name: “Oslo time”. */
const noPart = setOf('time telegram facebook route highway interstate');

/** What kind of place a name can best be, `null` if none is known. */
export type KindOf = (name: Span) => PlaceKind | null;

/** A list of names, and the token behind it. */
export interface NameList {
  names: Span[];
  next: number;
}

/** The names of places from a token on: “A, B (north region) and the village of C, D region”. */
export function namesAt(tokens: readonly Token[], from: number): NameList {
  return listAt(tokens, from, (i) => {
    const next = behindSeparators(tokens, i);
    return next === i || !nameAt(tokens, next) || isSomebody(tokens, next) ? null : next;
  });
}

/** Names one behind the other; `goesOn` says at which token the next one stands, or that there is none. */
function listAt(tokens: readonly Token[], from: number, goesOn: (behind: number) => number | null): NameList {
  const names: Span[] = [];
  let next = from;
  for (let at: number | null = from; at !== null;) {
    const found = nameAt(tokens, at);
    if (!found) break;
    names.push(found.name);
    next = behindName(tokens, found.next);
    at = goesOn(next);
  }
  return { names, next };
}

const articles = setOf('the a its their');

/** “A, B and C, the northern command said”: what goes on with an article and no “village of” is no further place. */
const isSomebody = (tokens: readonly Token[], i: number): boolean =>
  articles.has(tokens[i]!.lower) && !openers.has(tokens[i + 1]?.lower ?? '');

/** One name from a token on, the words before it left out. */
function nameAt(tokens: readonly Token[], from: number): { name: Span; next: number } | null {
  let i = from;
  while (i - from < 5 && openers.has(tokens[i]?.lower ?? '') && !isName(tokens[i])) i++;
  const isLong = particles.has(tokens[i]?.lower ?? '') && isCapital(tokens[i]) && isName(tokens[i + 1]);
  if (!isName(tokens[i]) && !isLong) return null;
  let end = isLong ? i + 1 : i;
  while (end - i < 2 && isName(tokens[end + 1]) && isBeside(tokens[end]!, tokens[end + 1]!)) end++;
  return { name: { start: tokens[i]!.start, end: bareEnd(tokens[end]!) }, next: end + 1 };
}

/** Whether two words can be one name: not across a possessive, “Oslo's Majorstua station”. */
const isBeside = (token: Token, next: Token): boolean => next.start === token.end + 1 && bareEnd(token) === token.end;

const isName = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  isCapital(token) &&
  !weekdaysAndMonths.has(token.lower) &&
  !months.has(token.lower) &&
  !noPart.has(token.lower) &&
  token.text.length > 2 &&
  (!bodies.has(token.lower) || openers.has(token.lower) || divisions.has(token.lower));

/** Without the s of a possessive. */
const bareEnd = (token: Token): number => token.end - (/[’']s$/.exec(token.text)?.[0].length ?? 0);

/** Behind what explains a name: “region”, “(north region)”, “, X region,”, “in the X region”. */
function behindName(tokens: readonly Token[], from: number): number {
  let i = from;
  if (divisions.has(tokens[i]?.lower ?? '')) i++;
  if (/^[([]$/.test(tokens[i]?.text ?? '') && !/^(?:via|through)$/.test(tokens[i + 1]?.lower ?? '')) {
    const close = tokens.findIndex((token, at) => at > i && at < i + 16 && /^[)\]]$/.test(token.text));
    if (close > 0) i = close + 1;
  }
  const lead = tokens[i]?.text === ',' ? 1 : tokens[i]?.lower === 'in' ? (tokens[i + 1]?.lower === 'the' ? 2 : 1) : 0;
  if (lead > 0 && isName(tokens[i + lead]) && divisions.has(tokens[i + lead + 1]?.lower ?? '')) {
    i += lead + 2;
    if (tokens[i]?.text === ',' && tokens[i + 1]?.lower === 'to') i++;
  }
  return i;
}

function behindSeparators(tokens: readonly Token[], from: number): number {
  let i = from;
  while (i - from < 2 && commas.has(tokens[i]?.lower ?? '')) i++;
  if (tokens[i]?.lower === 'also') i++;
  if (tokens[i]?.lower === 'as' && tokens[i + 1]?.lower === 'well' && tokens[i + 2]?.lower === 'as') i += 3;
  return i;
}

/**
 * Stations with dashes or arrows between them, “A - B - C”, “A → B” or “A-B-C”, and the token behind; `null` where there are none.
 *
 * Two names are stations only if one of them is a town and none a country: “Agency-Norway” is none.
 */
export function chainAt(tokens: readonly Token[], from: number, kindOf: KindOf): NameList | null {
  const first = tokens[from];
  if (!isName(first)) return null;
  const parts = first!.text.split(/[-–]/);
  if (parts.length >= 2 && parts.every((part) => /^\p{Lu}\p{Ll}{3,}/u.test(part))) {
    let start = first!.start;
    const names = parts.map((part) => {
      const name = { start, end: start + part.length };
      start += part.length + 1;
      return name;
    });
    return areStations(names, kindOf) ? { names, next: from + 1 } : null;
  }
  const chain = listAt(tokens, from, (i) => {
    let next = i;
    while (next - i < 2 && /^[-–—=>→]$/.test(tokens[next]?.text ?? '')) next++;
    return next > i && nameAt(tokens, next) ? next : null;
  });
  return chain.names.length > 1 && areStations(chain.names, kindOf) ? chain : null;
}

const areStations = (names: readonly Span[], kindOf: KindOf): boolean =>
  names.length > 2 ||
  (names.some((name) => kindOf(name) === 'town') && !names.some((name) => kindOf(name) === 'country'));
