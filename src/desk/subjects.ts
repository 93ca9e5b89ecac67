import type { SubjectKind } from '../journal/subjects/subject.ts';
import type { DeskView } from '../views/desk-view.ts';
import type { Draft } from './draft.ts';
import type { StatementDraft } from './statement-draft.ts';

/** The subject of a statement, on the record or new in the draft; `null` where none is chosen. */
export function subjectOf(
  statement: StatementDraft,
  draft: Draft,
  view: DeskView,
): { name: string; kind: SubjectKind } | null {
  const known = view.subjects.find(({ id }) => id === statement.subject);
  if (known !== undefined) return { name: known.name, kind: known.terms.kind };
  const fresh = draft.subjects.find(({ ref }) => ref === statement.subject);
  return fresh === undefined ? null : { name: fresh.name, kind: fresh.kind };
}
