import { excerptAt } from '../terms/excerpt.ts';
import type { Reading, Span, SuggestedState, Suggestion } from '../reading/reading.ts';
import { sayings } from '../reading/verbs.ts';

/** A statement that a report seems to hold, as the desk offers it: a quotation, a figure, or how a subject stands. */
export interface Suggested extends Omit<Suggestion, 'number' | 'sort' | 'also'> {
  /** Its name within the report: `suggestion-3`, `state-2`, or `attribution-1`. */
  name: string;
  sort: Suggestion['sort'] | 'state' | 'attribution';
  /** For `sort: 'state'`: which subject it is, and what is said of it. */
  state: SuggestedState | null;
}

/** The statements that a report seems to hold, in the order of its text. */
export function suggestedIn({ suggestions, states }: Reading): Suggested[] {
  const all: Suggested[] = [
    ...suggestions.map((one) => ({ ...one, name: `suggestion-${one.number}`, state: null })),
    ...states.map((state) => ({ ...ofState(state), name: stateName(state), state })),
  ];
  return all.toSorted((one, other) => placeOf(one).start - placeOf(other).start);
}

/**
 * What somebody says by the attribution of a name, to be taken by an editor who looks at it; `null` where no attribution has it.
 *
 * Its words are those from the first to the last of what is said, or those of its first paragraph; a “that” only joins them.
 */
export function saidIn({ text, attributions }: Reading, name: string): Suggested | null {
  const found = attributions.find((_, i) => attributionName(i) === name);
  const [first] = found?.content ?? [];
  if (found === undefined || first === undefined) return null;
  const end = found.content.map((span) => span.end).findLast((at) => !text.slice(first.start, at).includes('\n'));
  const joint = /^that\s+/i.exec(text.slice(first.start, first.end))?.[0].length ?? 0;
  const excerpt = excerptAt(text, first.start + joint, end ?? first.end);
  const { speaker, cue } = found;
  const mode = modeOf(text, cue);
  return { ...unsaid, name, sort: 'attribution', excerpt, speaker, mode, channel: null, state: null };
}

/** How it is said, by the first verb of saying in the cue; a cue that denies its verb gives none. */
function modeOf(text: string, cue: readonly Span[]): Suggestion['mode'] {
  const words = cue.flatMap(({ start, end }) =>
    text
      .slice(start, end)
      .toLowerCase()
      .split(/[^\p{L}]+/u),
  );
  const saying = words.map((word) => sayings.get(word)).find((found) => found !== undefined);
  return words.includes('not') || words.includes('never') ? 'says' : (saying?.mode ?? 'says');
}

/** The name of an attribution within its report, by its place in the list. */
export const attributionName = (i: number): string => `attribution-${i + 1}`;

/** The name of a state within its report. */
export const stateName = ({ number }: SuggestedState): string => `state-${number}`;

const unsaid = { figure: null, reader: null, said: null, happened: null };

const ofState = ({ excerpt, speaker, mode, channel, happened }: SuggestedState) => ({
  sort: 'state' as const,
  excerpt,
  speaker,
  mode,
  channel,
  ...unsaid,
  happened,
});

const placeOf = ({ excerpt, figure, state }: Suggested): Span => state?.cue ?? figure ?? excerpt;
