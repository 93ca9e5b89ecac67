import { isCapital } from '../phrases.ts';
import type { FoundPlace, Span } from '../reading.ts';
import type { Token } from '../sentences.ts';
import { setOf } from '../word-sets.ts';

const auxiliaries = setOf(`
  is are was were be been being has have had remain remains remained also now still already again all both largely mostly
  almost nearly completely totally partly badly severely heavily reportedly`);
const modals = setOf('may might could would should will must can');
/** What a condition can be of, beside places by name: what people live in and what is built. */
const built = setOf(`
  city town village settlement suburb community neighbourhood neighborhood quarter district area region valley island camp street
  houses homes house home building buildings block blocks apartment apartments hospital hospitals clinic clinics school
  schools church churches mosque mosques bridge bridges road roads highway railway station stations plant plants factory
  factories mill warehouse warehouses depot market port airport dam dams tower towers museum theatre theater embassy hotel
  shelter shelters shop shops farm farms cities towns villages settlements suburbs communities districts areas regions
  camps streets islands everything residences residence ward office offices centre
  center infrastructure property forest forests hill hills hillside hillsides fields`);
const parts = setOf('most much half parts part all some rest many thousands hundreds dozens percent');
const prepositions = setOf('of in at near around from along across outside beside');
const edges = setOf(`
  that said says say because as when after while but if and which who whom where , ; : ( ) “ ” " . - – —`);

/**
 * Whether what “was destroyed” or “is cut off” is a place or something built, by the subject before these words.
 *
 * It is in “Arden was …”, “much of Arden …”, “homes near Arden …”; a cow, a crop or talks are none.
 */
export function isOfPlace(tokens: readonly Token[], cue: Span, places: readonly FoundPlace[]): boolean {
  const subject = subjectOf(tokens, cue);
  const isPlace = (token: Token): boolean => places.some(({ start, end }) => start < token.end && token.start < end);
  const isSite = (token: Token): boolean => built.has(token.lower) || isPlace(token);
  const join = subject.findIndex(({ lower }) => prepositions.has(lower));
  if (join < 0) return subject.slice(-1).some(isSite);
  const head = subject.slice(0, join).slice(-1);
  if (head.some(({ lower }) => parts.has(lower))) return subject.slice(join + 1, join + 4).some(isSite);
  return head.some(isSite);
}

/** The last words before a verb, without its auxiliaries and what an aside parts from it. */
function subjectOf(tokens: readonly Token[], cue: Span): Token[] {
  let last = tokens.findLastIndex(({ end }) => end <= cue.start);
  while (last >= 0 && auxiliaries.has(tokens[last]!.lower)) last--;
  if (tokens[last]?.text === ',') last = behindAside(tokens, last);
  let first = last + 1;
  while (first > 0 && last - first < 9 && !endsSubject(tokens[first - 1]!)) first--;
  // “In Arden much of the city”: what stands before the subject goes.
  if (prepositions.has(tokens[first]?.lower ?? '')) {
    first++;
    while (first < last && isCapital(tokens[first])) first++;
  }
  return tokens.slice(first, last + 1);
}

/** The end of a subject that an aside parts from its verb: “Arden, where 300 people live, is …”. */
function behindAside(tokens: readonly Token[], comma: number): number {
  for (let i = comma - 1; i > 0 && i > comma - 25; i--) if (tokens[i]!.text === ',') return i - 1;
  return comma - 1;
}

const endsSubject = ({ lower }: Token): boolean => edges.has(lower) || auxiliaries.has(lower) || modals.has(lower);
