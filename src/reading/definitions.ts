import type { FoundPlace, FoundTime, Printed, Span } from './reading.ts';
import type { Sentence } from './sentences.ts';
import { timesIn, timesOfSaying } from './times/told.ts';

/** Where and over which period a figure holds, in the words of its own sentence; `null` where it does not show beyond doubt. */
export interface Definition {
  where: Printed | null;
  period: Printed | null;
}

const locating = /\b(?:in|at|near|across|around|outside|throughout|within) (?:the )?$/i;
const limiting = /\b(?:until|till|by|before|after|than|to)\s+$/i;
const running = /\b(?:since|from) $/i;
/** Words behind which another clause starts. */
const joining = / (?:and|but|while|who|which|that|said|says|to|since|when|as|after|before|because|where|if|than) /;
/** What may stand behind a place that is not part of a name or a longer noun phrase: “the Bergen council”. */
const alone =
  /^(?:$|[.,;:!?)”"’\n]|\s+(?:on|in|at|since|and|during|after|before|by|this|last|over|from|where|when|as|to|for|were|was|have|has|had|are|is)\b)/;
/** So far from the figure its place and time may stand. */
const reach = 60;
const past = /\b(?:past|last|first|next|recent|previous|this)\b/i;

/**
 * Tells what defines the figures of a sentence beside what they count: its only place and its only time, for a figure in whose
 * clause they stand.
 */
export function definer(
  text: string,
  sentence: Sentence,
  times: readonly FoundTime[],
  places: readonly FoundPlace[],
): (figure: Span) => Definition {
  const place = placeOf(text, sentence, places);
  const near = timesIn(times, sentence);
  const saying = near.length === 0 ? new Set() : timesOfSaying([sentence], times);
  const others = near.filter((time) => !saying.has(time));
  return (figure) => {
    const own = others.length > 2 ? [] : others.filter(({ start, end }) => end <= figure.start || figure.end <= start);
    return {
      where: place && belongs(text, sentence, figure, place) ? place : null,
      period: own.length === 1 ? periodOf(text, sentence, figure, own[0]!) : null,
    };
  };
}

/** The only place of a sentence, where a word such as “in” stands before it and nothing is named after it. */
function placeOf(text: string, sentence: Sentence, places: readonly FoundPlace[]): Printed | null {
  const near = places
    .slice(firstStartingAt(places, sentence.start), firstStartingAt(places, sentence.end))
    .filter(({ sort }) => sort === 'place');
  const first = near[0];
  if (!first || !locating.test(text.slice(Math.max(sentence.start, first.start - 16), first.start))) return null;
  // “Paris, Texas” is one place in two names; any other second place leaves it open which is meant.
  const last = near
    .slice(1)
    .reduce((end, { start, end: next }) => (text.slice(end, start) === ', ' ? next : -1), first.end);
  if (last >= 0 && !alone.test(text.slice(last, last + 12))) return null;
  return last < 0 ? null : printed(text, first.start, last);
}

/** The words of a time as the period of a figure, with the “since” before it. */
function periodOf(text: string, sentence: Sentence, figure: Span, only: FoundTime): Printed | null {
  if (only.type === 'SET' || only.value.endsWith('_REF')) return null;
  if (only.type === 'DURATION' && !past.test(only.words)) return null;
  const before = text.slice(Math.max(sentence.start, only.start - 8), only.start);
  if (/^\d{4}$/.test(only.words) && !/\b(?:in|during|since)\s$/i.test(before)) return null;
  if (limiting.test(before) || !belongs(text, sentence, figure, only)) return null;
  return printed(text, only.start - (running.exec(before)?.[0].length ?? 0), only.end);
}

/** Whether words stand in the figure's clause, or open its sentence before a comma: “In Bergen, 17 people …”. */
function belongs(text: string, sentence: Sentence, figure: Span, at: Span): boolean {
  const [from, to] = at.start < figure.start ? [at.end, figure.start] : [figure.end, at.start];
  if (to - from > reach) return false;
  const between = text.slice(from, to);
  if (joining.test(` ${between} `)) return false;
  if (!/[,;:–—“”"‘()\d]/.test(between)) return true;
  const opens = at.end < figure.start && /^\W*(?:\w+ ){0,2}$/.test(text.slice(sentence.start, at.start));
  return opens && /^,[^,;:–—“”"‘()]*$/.test(between);
}

const printed = (text: string, start: number, end: number): Printed => ({ words: text.slice(start, end), start, end });

/** The place of the first of some spans that starts at a position or behind it. */
function firstStartingAt(spans: readonly Span[], position: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
