import type { SubjectKind } from '../journal/subjects/subject.ts';
import type { Draft, DraftChange } from './draft.ts';
import { freshRef, type NewParty, type NewSubject, type StatementDraft } from './statement-draft.ts';

/** A draft's change in which one statement says something else; new parties and subjects that none uses are forgotten. */
export function changeStatement(draft: Draft, id: string, change: Partial<StatementDraft>): DraftChange {
  return withStatements(
    draft,
    draft.statements.map((one) => (one.id === id ? { ...one, ...change } : one)),
  );
}

/** A draft's change in which a statement is left out. */
export function removeStatement(draft: Draft, id: string): DraftChange {
  return withStatements(
    draft,
    draft.statements.filter((one) => one.id !== id),
  );
}

/** A draft's change that brings a new party and has a statement refer to it by `refer`. */
export function bringParty(
  draft: Draft,
  id: string,
  party: Omit<NewParty, 'ref'>,
  refer: (ref: NewParty['ref']) => Partial<StatementDraft>,
): DraftChange {
  const ref = freshRef(draft.parties);
  return changeStatement({ ...draft, parties: [...draft.parties, { ref, ...party }] }, id, refer(ref));
}

/** A draft's change that opens a new subject for a statement. */
export function bringSubject(draft: Draft, id: string, kind: SubjectKind, name: string): DraftChange {
  const subject: NewSubject = { ref: freshRef(draft.subjects), name, kind, terms: {}, sides: [] };
  return changeStatement({ ...draft, subjects: [...draft.subjects, subject] }, id, { subject: subject.ref });
}

/** A draft's change in which a new subject is something else, for instance called another name. */
export function changeSubject(draft: Draft, ref: NewSubject['ref'], change: Partial<NewSubject>): DraftChange {
  return { subjects: draft.subjects.map((one) => (one.ref === ref ? { ...one, ...change } : one)) };
}

/** A draft's change that brings a new party of which nothing is known yet, and puts it among the sides of a new subject. */
export function bringSide(
  draft: Draft,
  subject: NewSubject['ref'],
  sides: (party: NewParty['ref']) => NewSubject['sides'],
): DraftChange {
  const ref = freshRef(draft.parties);
  const parties = [...draft.parties, { ref, name: '', sort: null, role: '' }];
  return { parties, ...changeSubject(draft, subject, { sides: sides(ref) }) };
}

function withStatements(draft: Draft, statements: StatementDraft[]): DraftChange {
  const used = new Set<string | null>(statements.map(({ subject }) => subject));
  const subjects = draft.subjects.filter(({ ref }) => used.has(ref));
  const parties = new Set<string | null>([
    ...statements.flatMap(({ party, via }) => [party, ...via]),
    ...subjects.flatMap(({ sides }) => sides),
  ]);
  return { statements, parties: draft.parties.filter(({ ref }) => parties.has(ref)), subjects };
}
