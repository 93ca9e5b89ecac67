import type { When } from '../../terms/when.ts';
import { alsoNouns, audiences, channels } from '../english.ts';
import type { FoundTime, Span, Suggestion } from '../reading.ts';
import type { Sentence, Token } from '../sentences.ts';
import { sayings } from '../verbs.ts';

/** A suggestion of which nobody has looked yet when it was said and when it happened. */
export type Undated = Omit<Suggestion, 'said' | 'happened'>;

/** Words between a verb of saying and its time, beside audiences, channels and names: “told reporters in a statement on”. */
const links = new Set('on in at a an the to late early also'.split(' '));
/** How many words may stand between a verb of saying and its time. */
const reach = 6;

/**
 * Says of each suggestion when it was said and when what it says happened, as far as its own sentence has it.
 *
 * The time beside a verb of saying is that of the saying. Of the others the one that stands alone with the words counts: in a
 * quotation its only one, of a figure the only one of its sentence, else of its clause. Several are none: nobody said which.
 */
export function dated(
  text: string,
  suggestions: readonly Undated[],
  sentences: readonly Sentence[],
  times: readonly FoundTime[],
): Suggestion[] {
  const saying = timesOfSaying(sentences, times);
  return suggestions.map((one) => {
    const place = one.figure ?? one.excerpt;
    const around = sentenceAround(sentences, place);
    const near = timesIn(times, around).filter((time) => whenOf(time) !== null);
    const isQuoted = (time: FoundTime): boolean => one.sort === 'quotation' && lies(time, one.excerpt);
    const said = near.find((time) => saying.has(time) && !isQuoted(time));
    const others = near.filter((time) => !saying.has(time) && !lies(place, time) && (one.figure || isQuoted(time)));
    const happened = others.length > 1 ? others.filter((time) => isOneClause(text, time, place)) : others;
    const [only] = happened;
    const isOwn =
      happened.length === 1 && !isLimit(text, only!) && !(one.figure && isOfAside(text, around, only!, place));
    return { ...one, said: said ? whenOf(said) : null, happened: isOwn ? whenOf(only!) : null };
  });
}

const lies = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** A time as statements have it; `null` where it is no stretch of the calendar or has no beginning. */
export function whenOf({ type, value, from, to, zone, words }: FoundTime): When | null {
  return type === 'SET' || from === null || value.endsWith('_REF') ? null : { from, to, zone, words };
}

/** Behind these a time is the edge of one, or what something is held against. */
const limiting = /\b(since|until|till|by|before|after|from|to|between|than)\s+$/i;

/** Whether a time only limits when it was, or is a year that belongs to a name: “by 2030”, “the 2019 model”. */
export function isLimit(text: string, time: FoundTime): boolean {
  const before = text.slice(Math.max(0, time.start - 16), time.start);
  return limiting.test(before) || (/^\d{4}$/.test(time.words) && !/\b(in|during|of)\s+$/i.test(before));
}

/** Whether a time stands in an aside that a figure does not stand in: “the ship, built in 1998, carries 600 people”. */
function isOfAside(text: string, sentence: Span, time: Span, figure: Span): boolean {
  const before = text.slice(sentence.start, time.start);
  const open = Math.max(before.lastIndexOf(','), before.lastIndexOf('(')) + sentence.start;
  const close = text.slice(time.end, sentence.end).search(/[,)]/) + time.end;
  if (open < sentence.start || close < time.end || (open < figure.start && figure.end <= close)) return false;
  // “The mayor said that, on Monday, 12 people had left” is no aside.
  return (
    text
      .slice(open + 1, time.start)
      .trim()
      .split(/\s+/).length > 1
  );
}

/** Whether no mark that ends a clause stands between two places. */
function isOneClause(text: string, one: Span, other: Span): boolean {
  const [first, last] = one.start < other.start ? [one, other] : [other, one];
  return !/[,;:–—“”"()]/.test(text.slice(first.end, last.start));
}

/** The place of the first of some spans that ends behind a position. */
function firstEndingAfter(spans: readonly Span[], position: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** From the start of the sentence in which something starts to the end of the one in which it ends. */
function sentenceAround(sentences: readonly Sentence[], place: Span): Span {
  const first = sentences[firstEndingAfter(sentences, place.start)];
  const last = sentences[firstEndingAfter(sentences, place.end - 1)];
  return { start: first?.start ?? place.start, end: last?.end ?? place.end };
}

/** The times that stand in a stretch. */
export function timesIn(times: readonly FoundTime[], span: Span): FoundTime[] {
  const found: FoundTime[] = [];
  for (let i = firstEndingAfter(times, span.start); i < times.length && times[i]!.start < span.end; i++)
    found.push(times[i]!);
  return found;
}

/** The times beside verbs of saying: “said on Tuesday”, “told reporters on Tuesday”, “on Tuesday said”, “On Tuesday the mayor said”. */
export function timesOfSaying(sentences: readonly Sentence[], times: readonly FoundTime[]): Set<FoundTime> {
  const saying = new Set<FoundTime>();
  for (const sentence of sentences) {
    for (const time of timesIn(times, sentence)) if (isOfSaying(sentence.tokens, time)) saying.add(time);
  }
  return saying;
}

function isOfSaying(tokens: readonly Token[], time: Span): boolean {
  const first = firstEndingAfter(tokens, time.start);
  const behind = firstEndingAfter(tokens, time.end);
  for (let i = first - 1; i >= 0 && first - i <= reach; i--) {
    if (isSaying(tokens, i)) return true;
    if (!isLink(tokens[i]!)) break;
  }
  const last = first <= 1 ? behind + reach : behind;
  for (let i = behind; i <= last; i++) if (isSaying(tokens, i)) return true;
  return false;
}

const be = new Set('be been being is are was were'.split(' '));

/** Whether somebody says something here: not “received calls on Tuesday”, nor “was accused on Tuesday”. */
const isSaying = (tokens: readonly Token[], i: number): boolean =>
  tokens[i] !== undefined &&
  sayings.has(tokens[i].text) &&
  !alsoNouns.has(tokens[i].text) &&
  !be.has(tokens[i - 1]?.lower ?? '');
const isLink = ({ kind, text, lower }: Token): boolean =>
  kind === 'word' && (links.has(lower) || audiences.has(lower) || channels.has(lower) || /^\p{Lu}/u.test(text));
