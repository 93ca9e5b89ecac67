import type { ComponentChildren } from 'preact';
import type { SubjectKind, SubjectTerms, Value } from '../../journal/subjects/subject.ts';
import type { Fields } from '../statement-draft.ts';
import type { Suggested } from '../suggested.ts';

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
  /** What the form of a value holds first: what a suggestion found printed, and nothing else. */
  filled(suggestion: Suggested): Fields;
  /** What the form of a value still lacks, in words. */
  missing(fields: Fields): string[];
  /** The value that the form says; nothing may be missing in it. */
  value(fields: Fields): Extract<Value, { kind: Name }>;
  /** What the form holds for a value of the record: read again, it says the same. */
  fieldsOf(value: Extract<Value, { kind: Name }>): Fields;
  /** What the form of a new subject still lacks beside its name, in words. */
  missingTerms(fields: Fields): string[];
  /** The terms of a new subject that the form says; nothing may be missing in it. */
  terms(fields: Fields): Extract<SubjectTerms, { kind: Name }>;
  /** What the form of a new subject holds for given terms: read again, it says the same. */
  fieldsOfTerms(terms: Extract<SubjectTerms, { kind: Name }>): Fields;
  /** What a subject is called by its terms; empty where they do not tell it from others. */
  nameOf(terms: Extract<SubjectTerms, { kind: Name }>): string;
  /** Whether that name means one subject: a way stays that way, but two truces for one place are two. */
  lasts: boolean;
  /** A value in a line. */
  line(value: Extract<Value, { kind: Name }>): string;
  ValueForm: (this: void, props: FormProps) => ComponentChildren;
  /** What is asked of a new subject beside its name. */
  TermsForm: (this: void, props: FormProps) => ComponentChildren;
}
