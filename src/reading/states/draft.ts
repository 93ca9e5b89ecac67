import type { SubjectTerms, Value } from '../../journal/subjects/subject.ts';
import type { RouteState } from '../../journal/subjects/route.ts';
import type { FoundPlace, Span } from '../reading.ts';
import type { Sentence } from '../sentences.ts';
import type { Found } from './cues.ts';
import type { Hints } from './hints.ts';
import type { KindOf } from './names.ts';

/** A state that a sentence gives, before it has a number and a speaker. */
export interface StateDraft {
  /** The words that give the state. */
  cue: Span;
  /** Where it is said, if the cue stands elsewhere: who speaks there says it. */
  at?: Span;
  terms: SubjectTerms;
  value: Value;
}

/** What a sentence is searched in. */
export interface StateContext {
  text: string;
  sentence: Sentence;
  /** What its words may give. */
  hints: Hints;
  /** Whether it speaks of ways out or in for people or aid. */
  speaks: boolean;
  /** The places that the sentence names, in their order. */
  places: readonly FoundPlace[];
  /** The first place that its paragraph named before it: what the paragraph is about. */
  placeBefore: FoundPlace | null;
  /** Where attributions start in it behind what they attribute. */
  tails: readonly number[];
  /** What kind of place a name can best be. */
  kindOf: KindOf;
  /** Whether the sentences before it, in its paragraph or the one before, speak of routes. */
  ofRoutes: boolean;
  /** The state that the routes before it have: a sentence that only names a further way goes on with it. */
  carried: Found<RouteState> | null;
  /** Where the routes before it lead: “Of these, 70 came from A” goes on with it. */
  goal: Span | null;
  /** What a line “Status: …” at the head of its paragraph says. */
  status: Span | null;
}

/** The words of a span. */
export const wordsAt = (text: string, span: Span): string => text.slice(span.start, span.end);
