import type { SubjectKind, SubjectTerms } from '../journal/subjects/subject.ts';
import type { SubjectId } from '../terms/ids.ts';
import { get, type Stamp, type StoryRecord } from '../record/record.ts';
import { standing, type StandingState } from '../record/standing.ts';
import { statementView, type StatementView } from './statement-view.ts';

/** A subject as it stands: who says what, since when, who differs, and what was said before. */
export interface SubjectView {
  id: SubjectId;
  name: string;
  terms: SubjectTerms;
  state: StandingState;
  /** The newest statement of each party on each aspect, in the order of recording. */
  voices: StatementView[];
  /** The voices that say how things are: stands towards a route, denials and what somebody expects or demands are left out. */
  facts: StatementView[];
  /** Pairs of voices that differ. */
  disputes: [StatementView, StatementView][];
  /** Statements that newer ones replaced or that were withdrawn, newest first. */
  earlier: StatementView[];
  changed: Stamp;
}

/** One subject as it stands. */
export function subjectView(record: StoryRecord, id: SubjectId): SubjectView {
  const { name, terms, changed } = get(record.subjects, id);
  const stands = standing(record, id);
  const voices = stands.voices.map((voice) => statementView(record, voice));
  const voice = (id: string) => voices.find((one) => one.id === id)!;
  return {
    id,
    name,
    terms,
    state: stands.state,
    voices,
    facts: stands.facts.map(({ id }) => voice(id)),
    disputes: stands.disputes.map(([one, other]) => [voice(one), voice(other)]),
    earlier: stands.history
      .filter(({ id }) => !voices.some((voice) => voice.id === id))
      .map((statement) => statementView(record, statement)),
    changed,
  };
}

/** Where each kind stands on the board; a kind without a line does not compile. */
const places: Record<SubjectKind, number> = { route: 1, figure: 2 };

/** The board: all subjects as they stand, by kind, each kind in the order of opening. */
export function boardView(record: StoryRecord): { kind: SubjectKind; subjects: SubjectView[] }[] {
  const all = [...record.subjects];
  const kinds = (Object.keys(places) as SubjectKind[]).toSorted((one, other) => places[one] - places[other]);
  return kinds.map((kind) => ({
    kind,
    subjects: all.filter(({ terms }) => terms.kind === kind).map(({ id }) => subjectView(record, id)),
  }));
}
