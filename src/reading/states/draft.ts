import type { SubjectTerms, Value } from '../../journal/subjects/subject.ts';
import type { FoundPlace, Span } from '../reading.ts';
import type { Sentence } from '../sentences.ts';

/** A state that a sentence gives, before it has a number and a speaker. */
export interface StateDraft {
  /** The words that give the state. */
  cue: Span;
  terms: SubjectTerms;
  value: Value;
}

/** What a sentence is searched in. */
export interface StateContext {
  text: string;
  sentence: Sentence;
  /** The places that the sentence names, in their order. */
  places: readonly FoundPlace[];
  /** Whether the sentences before it in its paragraph speak of routes. */
  ofRoutes: boolean;
  /** What a line “Status: …” at the head of its paragraph says. */
  status: Span | null;
}

/** The words of a span. */
export const wordsAt = (text: string, span: Span): string => text.slice(span.start, span.end);
