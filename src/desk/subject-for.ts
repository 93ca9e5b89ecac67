import type { SubjectTerms } from '../journal/subjects/subject.ts';
import type { DeskView } from '../views/desk-view.ts';
import type { Draft } from './draft.ts';
import { folded } from './folded.ts';
import { kindNamed } from './kinds/kinds.ts';
import { freshRef, type NewSubject, type StatementDraft } from './statement-draft.ts';

/**
 * The subject that a state found in a report is about: the one of those terms, or a new one that is filled in with them.
 *
 * One post opens one subject for terms that say anything. One on the record is taken only where a name by its terms means one
 * subject, nothing else has that name, and what both say besides is the same: the editor sees the choice in the form.
 */
export function subjectFor(
  draft: Draft,
  view: DeskView,
  terms: SubjectTerms | null,
): { subject: StatementDraft['subject']; subjects: NewSubject[] } {
  const { subjects } = draft;
  if (terms === null) return { subject: null, subjects };
  const kind = kindNamed(terms.kind);
  const fields = kind.fieldsOfTerms(terms);
  const name = kind.nameOf(terms);
  const equal = (one: string, other: string) => folded(one) === folded(other);
  const entries = Object.entries(fields);
  const tells = entries.some(([, text]) => text !== '');
  const opened = subjects.find(
    (one) => tells && one.kind === terms.kind && entries.every(([field, text]) => equal(one.terms[field] ?? '', text)),
  );
  if (opened !== undefined) return { subject: opened.ref, subjects };
  const known = view.subjects.filter((one) => {
    if (one.terms.kind !== terms.kind || !equal(kind.nameOf(one.terms), name)) return false;
    const said = kind.fieldsOfTerms(one.terms);
    return entries.every(([field, text]) => text === '' || !said[field] || equal(said[field], text));
  });
  const [only] = known;
  if (kind.lasts && name !== '' && only !== undefined && known.length === 1) return { subject: only.id, subjects };
  const fresh: NewSubject = { ref: freshRef(subjects), name, kind: terms.kind, terms: fields, sides: [] };
  return { subject: fresh.ref, subjects: [...subjects, fresh] };
}
