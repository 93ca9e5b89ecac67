import type { Gazetteer, Named } from '../places/gazetteer.ts';
import { locate } from '../places/locate.ts';
import { lookupKey } from '../places/names.ts';
import { lookUpIn, spotsIn, type LookUp, type Spot } from '../places/spot.ts';
import { placeTokens, type PlaceToken } from '../places/tokens.ts';
import { neverAlone } from '../places/words.ts';
import type { FoundPlace, Span } from '../reading.ts';
import type { Language } from './languages.ts';

/**
 * The places that a text in a language other than English names, where that is sure.
 *
 * Of a language that reading knows no words of (`null`) only what is known the world over.
 */
export function foreignPlaces(
  text: string,
  blocks: readonly Span[],
  gazetteer: Gazetteer,
  language: Language | null,
): FoundPlace[] {
  const lookUp = namesIn(gazetteer, language);
  const tokens = blocks.map((block) => placeTokens(text, block));
  const small = new Set(tokens.flatMap((own) => own.filter(({ capital }) => !capital).map(({ lower }) => lower)));
  const inner = new Set(
    tokens.flatMap((own) => own.filter((_, i) => !opensSentence(own, i)).map(({ lower }) => lower)),
  );
  const spans = tokens.flatMap((own) => sureIn(text, own, spotsIn(text, own, lookUp), language, { small, inner }));
  return locate(text, spans, lookUp, gazetteer.home);
}

function sureIn(
  text: string,
  tokens: readonly PlaceToken[],
  spots: readonly Spot[],
  language: Language | null,
  written: Written,
): Span[] {
  const sure: Span[] = [];
  /** Where a list of places that a locative opened has come to: “in A, B und C”. */
  let listed = -1;
  for (const spot of spots) {
    const before = tokens[spot.from - 1];
    const [start, end] = [tokens[spot.from]!.start, tokens[spot.to]!.end];
    const goesOn = listed > 0 && isLink(text.slice(listed, start), language);
    const isShown =
      goesOn || (before !== undefined && language?.locatives.has(before.lower) === true && start === before.end + 1);
    if (!isSure(text, tokens, spot, isShown, language, written)) continue;
    sure.push({ start, end });
    if (isShown) listed = end;
  }
  return sure;
}

const isLink = (between: string, language: Language | null): boolean =>
  between === ', ' || between === ` ${language?.and} `;

/** Names by which a place is called in the language, and those of the gazetteer that are a name of their own. */
function namesIn(gazetteer: Gazetteer, language: Language | null): LookUp {
  const lookUp = lookUpIn(gazetteer);
  return (words) => {
    const own = language ? gazetteer.find(`${language.code}:${lookupKey(words)}`) : [];
    if (own.length > 0) return own;
    return lookUp(words).filter(
      ({ naming }) => naming === 'name' || naming === 'other' || (naming === 'short' && words.length > 2),
    );
  };
}

/** Words of the text in small letters, and those that stand within a sentence. */
interface Written {
  small: ReadonlySet<string>;
  inner: ReadonlySet<string>;
}

/** So many people live where everybody has heard of a town; where a word before it shows that it is a place, so many do. */
const worldKnown = 1_000_000;
const shown = 1_000;
const shownByOtherName = 20_000;

function isSure(
  text: string,
  tokens: readonly PlaceToken[],
  { from, to, named }: Spot,
  isShown: boolean,
  language: Language | null,
  written: Written,
): boolean {
  const [before, first, last, after] = [tokens[from - 1], tokens[from]!, tokens[to]!, tokens[to + 1]];
  // A capital word beside it: the name of somebody, or of something else.
  const opens = before?.capital && (isShown || language?.commonest.has(before.lower));
  if (before?.capital && !opens && isBeside(text, before, first)) return false;
  if (after?.capital && isBeside(text, last, after)) return false;
  if (after?.text === '-' && after.start === last.end) return false;
  if (before?.text === '-' && before.end === first.start) return false;
  if (from === to && (written.small.has(first.lower) || neverAlone.has(first.lower))) return false;
  // “Dabei …” opens a sentence with a capital letter, whatever it means.
  const isOpening = from === to && !isShown && opensSentence(tokens, from) && !written.inner.has(first.lower);
  return named.some((one) => (isKnown(one) && (!isOpening || one.naming === 'name')) || (isShown && isTown(one)));
}

const opensSentence = (tokens: readonly PlaceToken[], i: number): boolean =>
  /^[.!?…:„“”"«»‘’]?$/.test(tokens[i - 1]?.text ?? '');

const isBeside = (text: string, token: PlaceToken, next: PlaceToken): boolean =>
  next.start === token.end + 1 && text[token.end] === ' ';

const isKnown = ({ place, naming }: Named): boolean =>
  place.kind === 'country' ||
  place.kind === 'continent' ||
  (naming === 'name' && (place.kind === 'area' || place.kind === 'water') && place.name.includes(' ')) ||
  (place.kind === 'town' && (place.capital || place.population >= worldKnown));

const isTown = ({ place, naming }: Named): boolean =>
  place.kind === 'region' || place.population >= (naming === 'name' ? shown : shownByOtherName);
