import type { SubjectKind, SubjectTerms } from '../journal/subjects/subject.ts';
import { numberOf, type PartyId, type StatementId, type SubjectId } from '../terms/ids.ts';
import type { Moment } from '../terms/when.ts';
import type { Outdated } from '../record/kinds/kind.ts';
import { identityOf } from '../record/parties.ts';
import { nextEndOfPayments } from '../record/payments.ts';
import { get, type Stamp, type StoryRecord } from '../record/record.ts';
import { standing, type StandingState } from '../record/standing.ts';
import { allVoices, statementsOn } from '../record/voices.ts';
import { paymentsView, type PaymentView } from './payment-view.ts';
import { statementView, type StatementView } from './statement-view.ts';

/** The newest statement of a party on an aspect, and what time has made of it: `null` while it stands. */
export type VoiceView = StatementView & { outdated: Outdated | null };

/** A subject as it stands at a moment: who says what, since when, who differs, and what was said before. */
export interface SubjectView {
  id: SubjectId;
  name: string;
  terms: SubjectTerms;
  state: StandingState;
  /** The newest statement of each party on each aspect, in the order of recording. */
  voices: VoiceView[];
  /** How many voices say how things are now: stands, denials, expectations and what time has outdated are left out. */
  facts: number;
  /** Whether only the desk says how things are. */
  deskOnly: boolean;
  /** Pairs of voices that differ, in the order of recording; at most `mostPairsListed`. */
  disputes: [StatementView, StatementView][];
  /** How many pairs there are beside those listed. */
  more: number;
  /** Parties whose statement is awaited and has not come. */
  silent: { id: PartyId; name: string }[];
  /** An appeal's payment details, in the order of entry; empty for any other kind. */
  payments: PaymentView[];
  changed: Stamp;
  /** The next moment at which time alone changes how it stands; `null` where it never does. */
  turns: Moment | null;
}

/** A subject with all that was ever stated of it. */
export interface SubjectHistoryView extends SubjectView {
  /** Statements that newer ones replaced or that were withdrawn, newest first. */
  earlier: StatementView[];
}

/** One subject as it stands at a moment. */
export function subjectView(record: StoryRecord, id: SubjectId, moment: Moment): SubjectView {
  const { name, terms, changed, sides } = get(record.subjects, id);
  const { state, voices, facts, disputes, more, turns } = standing(record, id, moment);
  const view = (statement: StatementId) => statementView(record, get(record.statements, statement));
  const heard = new Set(voices.map(({ party }) => party && identityOf(record, party)));
  const parties = new Map(voices.map((voice) => [voice.id, voice.party]));
  return {
    id,
    name,
    terms,
    state,
    voices: voices.map(({ id, outdated }) => ({ ...view(id), outdated })),
    facts: facts.length,
    deskOnly: facts.every((fact) => parties.get(fact) === null),
    disputes: disputes.map(([one, other]) => [view(one), view(other)]),
    more,
    silent: sides
      .filter((side) => !heard.has(identityOf(record, side)))
      .map((side) => ({ id: side, name: get(record.parties, side).name })),
    payments: paymentsView(record, id, moment),
    changed,
    turns: [turns, nextEndOfPayments(record, id, moment)].filter((next) => next !== null).toSorted()[0] ?? null,
  };
}

/** One subject as it stands at a moment, with all that was ever stated of it. */
export function subjectHistoryView(record: StoryRecord, id: SubjectId, moment: Moment): SubjectHistoryView {
  const subject = subjectView(record, id, moment);
  const heard = new Set(subject.voices.map((voice) => voice.id));
  const earlier = [...statementsOn(record, get(record.subjects, id))].filter((statement) => !heard.has(statement.id));
  return { ...subject, earlier: earlier.map((statement) => statementView(record, statement)) };
}

/** Where each kind stands on the board; a kind without a line does not compile. */
const places: Record<SubjectKind, number> = {
  route: 1,
  truce: 2,
  meeting: 3,
  position: 4,
  figure: 5,
  site: 6,
  appeal: 7,
};

/** The kinds of subject in the order of the board. */
export const boardKinds = (Object.keys(places) as SubjectKind[]).toSorted((one, other) => places[one] - places[other]);

/** The board at a moment: all subjects as they stand, by kind, each kind in the order of opening. */
export function boardView(record: StoryRecord, moment: Moment): { kind: SubjectKind; subjects: SubjectView[] }[] {
  const voices = [...allVoices(record).values()].flat().toSorted((one, other) => numberOf(one.id) - numberOf(other.id));
  // Of a record that was just opened a leaf is read once, rather than once for each statement that is looked up in it.
  for (const { id } of voices) get(record.statements, id);
  const all = [...record.subjects];
  return boardKinds.map((kind) => ({
    kind,
    subjects: all.filter(({ terms }) => terms.kind === kind).map(({ id }) => subjectView(record, id, moment)),
  }));
}
