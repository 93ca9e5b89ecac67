import type { ComponentChildren } from 'preact';
import type { SubjectKind, SubjectTerms, Value } from '../../journal/subjects/subject.ts';
import type { SuggestedFigure } from '../../reading/reading.ts';
import type { Fields } from '../statement-draft.ts';

/** What a form of a kind is given: what it holds, and whom to tell when that changes. */
export interface FormProps {
  fields: Fields;
  change: (fields: Fields) => void;
}

/** What the desk knows of one kind of subject: its forms, how they are read, and a line for a value. */
export interface DeskKind<Name extends SubjectKind> {
  name: Name;
  /** Words for the kind, for instance “figure” and “Figures”. */
  one: string;
  many: string;
  /** What the form of a value holds first, from a number that reading found, where it found one. */
  filled(figure: SuggestedFigure | null): Fields;
  /** What the form of a value still lacks, in words. */
  missing(fields: Fields): string[];
  /** The value that the form says; nothing may be missing in it. */
  value(fields: Fields): Extract<Value, { kind: Name }>;
  /** The terms of a new subject that the form says. */
  terms(fields: Fields): Extract<SubjectTerms, { kind: Name }>;
  /** A value in a line. */
  line(value: Extract<Value, { kind: Name }>): string;
  ValueForm: (this: void, props: FormProps) => ComponentChildren;
  /** What is asked of a new subject beside its name. */
  TermsForm: (this: void, props: FormProps) => ComponentChildren;
}
