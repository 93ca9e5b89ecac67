import type { Excerpt } from '../terms/excerpt.ts';
import type { PartyId, StatementId, SubjectId, PostId } from '../terms/ids.ts';
import type { When } from '../terms/when.ts';
import type { Link, Mode } from '../journal/statement.ts';
import type { Value } from '../journal/subjects/subject.ts';
import { lastCorrection } from '../record/correcting.ts';
import { get, type RecordedStatement, type Report, type Stamp, type StoryRecord } from '../record/record.ts';

/** A statement with the names of all that it refers to: what "why?" opens. */
export interface StatementView {
  id: StatementId;
  subject: { id: SubjectId; name: string };
  /** Who said it, as printed there and then; `null` in the desk's own voice. */
  speaker: { party: PartyId; name: string; role: string | null } | null;
  via: string[];
  /** The parties that `via` names. */
  through: readonly PartyId[];
  links: readonly Link[];
  channel: string | null;
  mode: Mode;
  value: Value;
  happened: When | null;
  said: When | null;
  excerpt: Excerpt | null;
  report: Report | null;
  recorded: Stamp;
  /** Why it no longer stands, and the last statement in its place, where it was corrected, however often. */
  withdrawn: RecordedStatement['withdrawn'];
  /** Set where its text was taken down. */
  removed: RecordedStatement['removed'];
  post: PostId | null;
}

/** A statement with the names of all that it refers to. */
export function statementView(record: StoryRecord, statement: RecordedStatement): StatementView {
  const { by, via, report, subject, withdrawn, corrects: _, ...same } = statement;
  const correctedBy = withdrawn?.correctedBy == null ? null : lastCorrection(record, statement).id;
  return {
    ...same,
    withdrawn: withdrawn && { ...withdrawn, correctedBy },
    subject: { id: subject, name: get(record.subjects, subject).name },
    speaker: by && { party: by.party, name: by.as, role: by.role },
    via: via.map((id) => get(record.parties, id).name),
    through: via,
    report: report && get(record.reports, report),
  };
}
