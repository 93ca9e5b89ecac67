import type { SubjectKind, SubjectTerms, Value } from '../../journal/subjects/subject.ts';
import type { StatementView } from '../../views/statement-view.ts';
import type { SubjectView, VoiceView } from '../../views/subject-view.ts';
import type { Content, Html } from '../html.ts';
import type { Setting } from '../setting.ts';

/** The value of one kind of subject. */
export type ValueOf<Name extends SubjectKind> = Extract<Value, { kind: Name }>;

/** What stays the same about one kind of subject. */
export type TermsOf<Name extends SubjectKind> = Extract<SubjectTerms, { kind: Name }>;

/** A statement on one kind of subject. */
export type Stated<Name extends SubjectKind> = StatementView & { value: ValueOf<Name> };

/** How one kind of subject is put into words and HTML. */
export interface Rendering<Name extends SubjectKind> {
  /** What the speaker did, after the speaker's name: “said: 300”, “refused it; reason given: …”. */
  deed(setting: Setting, statement: Stated<Name>): Html;
  /** What the subject is, in the line under its name; `null` where its name says it all. */
  line(setting: Setting, terms: TermsOf<Name>, subject: SubjectView): Html | null;
  /** What a single voice speaks of, where the voices of the subject speak of different things; `null` where they do not. */
  about(setting: Setting, subject: SubjectView, value: ValueOf<Name>): Html | null;
  /** What belongs under a single voice, such as the ways that an appeal names. */
  below?(setting: Setting, value: ValueOf<Name>): Html;
  /** How the subject stands when time has outdated its newest voice; `null` for a kind that time does not outdate. */
  past(setting: Setting, voice: Stated<Name> & VoiceView): Content;
}
