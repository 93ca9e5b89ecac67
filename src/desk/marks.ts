import type { Attribution, Reading, Span } from '../reading/reading.ts';
import { attributionWords, placeWords, regionNames, stateWords, timeWords } from './mark-words.ts';
import { attributionName, stateName, type Suggested } from './suggested.ts';

/** What reading finds in a text beside quotations and figures, in the order in which the desk names it. */
export const markKinds = {
  state: { one: 'State', many: 'States' },
  attribution: { one: 'Who says it', many: 'Who says it' },
  time: { one: 'Time', many: 'Times' },
  place: { one: 'Place', many: 'Places' },
  hole: { one: 'Hole', many: 'Holes' },
  repeat: { one: 'Repeat', many: 'Repeats' },
} as const;

/** A kind of mark. */
export type MarkKind = keyof typeof markKinds;

/** A stretch that a mark or a suggestion covers. */
export interface Marked extends Span {
  kind: MarkKind | 'suggestion';
  /** The name of the mark or suggestion, for instance `time-3`. */
  of: string;
  /** What it is of it; `content` (what somebody says, a state's sentence) shows only while its mark is looked at. */
  part: 'whole' | 'figure' | 'speaker' | 'source' | 'cue' | 'content';
}

/** Something that was found in a report's text, where it stands, and what it was understood to be. */
export interface Mark {
  name: string;
  kind: MarkKind;
  spans: Marked[];
  told: string[];
}

type Found = { name?: string; spans: (Span & { part?: Marked['part'] })[]; told: string[] };

const found: Record<MarkKind, (reading: Reading) => Found[]> = {
  state: ({ states }) =>
    states.map((state) => ({
      name: stateName(state),
      spans: [
        { ...state.cue, part: 'cue' },
        { ...state.excerpt, part: 'content' },
      ],
      told: stateWords(state),
    })),
  attribution: ({ text, attributions }) =>
    attributions.map((one, i) => ({
      name: attributionName(i),
      spans: [
        ...one.cue.map((span) => ({ ...span, part: 'cue' as const })),
        ...shortSource(one).map((span) => ({ ...span, part: 'source' as const })),
        ...[...one.source, ...one.content].map((span) => ({ ...span, part: 'content' as const })),
      ],
      told: attributionWords(text, one),
    })),
  time: ({ times }) => times.map((time) => ({ spans: [time], told: timeWords(time) })),
  place: ({ places }) => {
    const regions = regionNames(places);
    return places.map((place) => ({ spans: [place], told: placeWords(place, regions) }));
  },
  hole: ({ holes }) =>
    holes.flatMap(({ message, places }) => places.map((place) => ({ spans: [place], told: [message] }))),
  repeat: ({ repeats }) =>
    repeats.flatMap((places) =>
      places.map((place) => ({ spans: [place], told: [`printed ${places.length} times in much the same words`] })),
    ),
};

/** The name in a source, without the role and the aside that are printed with it; the source itself where it has none. */
function shortSource({ source, speaker }: Attribution): Span[] {
  const within = source.some(({ start, end }) => speaker !== null && start <= speaker.start && speaker.end <= end);
  return speaker !== null && within ? [speaker] : source;
}

/** All marks of a report, in the order of its text. */
export function marksIn(reading: Reading): Mark[] {
  const marks = (Object.keys(markKinds) as MarkKind[]).flatMap((kind) =>
    found[kind](reading).map(({ name = '', spans, told }, i): Mark => {
      const of = name || `${kind}-${i + 1}`;
      return {
        name: of,
        kind,
        spans: spans.map(({ start, end, part = 'whole' }) => ({ start, end, kind, of, part })),
        told,
      };
    }),
  );
  return marks.filter(({ spans }) => spans.length > 0).toSorted((one, other) => startOf(one) - startOf(other));
}

/** Where a mark begins. */
export const startOf = ({ spans }: Mark): number =>
  Math.min(...spans.filter(({ part }) => part !== 'content').map(({ start }) => start));

/** What a suggestion covers: its words, its number and its speaker's name; states and attributions are covered by their own marks. */
export function markedBy({ name, sort, excerpt, figure, speaker }: Suggested): Marked[] {
  if (sort === 'state' || sort === 'attribution') return [];
  const parts = { whole: excerpt, figure, speaker } as const;
  return (Object.keys(parts) as (keyof typeof parts)[]).flatMap((part) => {
    const span = parts[part];
    return span === null ? [] : [{ start: span.start, end: span.end, kind: 'suggestion' as const, of: name, part }];
  });
}
