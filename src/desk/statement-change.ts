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
  const subject: NewSubject = { ref: freshRef(draft.subjects), name, kind, terms: {} };
  return changeStatement({ ...draft, subjects: [...draft.subjects, subject] }, id, { subject: subject.ref });
}

function withStatements(draft: Draft, statements: StatementDraft[]): DraftChange {
  const parties = new Set<string | null>(statements.flatMap(({ party, via }) => [party, ...via]));
  const subjects = new Set<string | null>(statements.map(({ subject }) => subject));
  return {
    statements,
    parties: draft.parties.filter(({ ref }) => parties.has(ref)),
    subjects: draft.subjects.filter(({ ref }) => subjects.has(ref)),
  };
}
