import type { Fresh } from '../record/command.ts';
import type { Link, Mode } from '../journal/statement.ts';
import type { Excerpt } from '../terms/excerpt.ts';
import type { PartyId, SubjectId } from '../terms/ids.ts';
import type { SubjectKind } from '../journal/subjects/subject.ts';
import { noTime, type WhenDraft } from './when-draft.ts';

/** A party that the post being written names for the first time. */
export interface NewParty {
  ref: Fresh;
  name: string;
  /** `null` until the editor says which. */
  sort: 'person' | 'body' | 'unnamed' | null;
  role: string;
}

/** A subject that the post being written opens. */
export interface NewSubject {
  ref: Fresh;
  name: string;
  kind: SubjectKind;
  /** What the form of the kind's terms holds. */
  terms: Fields;
  /** Whose statement on it is awaited. */
  sides: (PartyId | Fresh)[];
}

/** What a form holds before it is read: text by the name of the field. */
export type Fields = Record<string, string>;

/** A statement as it is being made: nothing of it is on the record. */
export interface StatementDraft {
  /** Its name in the draft, for instance `s1`. */
  id: string;
  /** The hash of the report's clean text, and its title for the eye; `null` without a report. */
  report: { text: string; title: string } | null;
  excerpt: Excerpt | null;
  /** The report's suggestion that it was taken from, by its name; `null` where words were selected, or none. */
  suggestion: string | null;
  /** Whether the desk says it in its own voice; then there is no speaker. */
  own: boolean;
  party: PartyId | Fresh | null;
  as: string;
  role: string;
  via: (PartyId | Fresh)[];
  channel: string;
  mode: Mode;
  subject: SubjectId | Fresh | null;
  /** What the form of each kind's value holds; the subject's kind decides which is sent. */
  values: Partial<Record<SubjectKind, Fields>>;
  happened: WhenDraft;
  said: WhenDraft;
  /** Another statement that this one refers to, and how. */
  link: Link | null;
  /** Further references of the statement that this one corrects; they go on as they are. */
  kept: Link[];
}

/** A statement of which nothing is known but its name. */
export function emptyStatement(id: string): StatementDraft {
  return {
    id,
    report: null,
    excerpt: null,
    suggestion: null,
    own: false,
    party: null,
    as: '',
    role: '',
    via: [],
    channel: '',
    mode: 'says',
    subject: null,
    values: {},
    happened: noTime,
    said: noTime,
    link: null,
    kept: [],
  };
}

/** A name that none of the things has yet: `new-1`, or the one after the highest. */
export function freshRef(things: readonly { ref: Fresh }[]): Fresh {
  const highest = Math.max(0, ...things.map(({ ref }) => Number(ref.slice('new-'.length))));
  return `new-${highest + 1}`;
}

/** A name for the next statement of a draft. */
export function nextStatementId(statements: readonly { id: string }[]): string {
  return `s${Math.max(0, ...statements.map(({ id }) => Number(id.slice(1)))) + 1}`;
}
