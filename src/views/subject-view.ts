import type { SubjectKind, SubjectTerms } from '../journal/subjects/subject.ts';
import type { PartyId, StatementId, SubjectId } from '../terms/ids.ts';
import type { Moment } from '../terms/when.ts';
import type { Outdated } from '../record/kinds/kind.ts';
import { identityOf } from '../record/parties.ts';
import { nextEndOfPayments } from '../record/payments.ts';
import { get, type Stamp, type StoryRecord } from '../record/record.ts';
import { standing, type StandingState } from '../record/standing.ts';
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
  /** The voices that say how things are now: stands, denials, expectations and what time has outdated are left out. */
  facts: VoiceView[];
  /** Pairs of voices that differ, in the order of recording; at most `mostPairsListed`. */
  disputes: [VoiceView, VoiceView][];
  /** How many pairs there are beside those listed. */
  more: number;
  /** Parties whose statement is awaited and has not come. */
  silent: { id: PartyId; name: string }[];
  /** Statements that newer ones replaced or that were withdrawn, newest first. */
  earlier: StatementView[];
  /** An appeal's payment details, in the order of entry; empty for any other kind. */
  payments: PaymentView[];
  changed: Stamp;
  /** The next moment at which time alone changes how it stands; `null` where it never does. */
  turns: Moment | null;
}

/** One subject as it stands at a moment. */
export function subjectView(record: StoryRecord, id: SubjectId, moment: Moment): SubjectView {
  const { name, terms, changed, sides } = get(record.subjects, id);
  const { state, turns, ...stands } = standing(record, id, moment);
  const voices = stands.voices.map(({ statement, outdated }): VoiceView => ({
    ...statementView(record, statement),
    outdated,
  }));
  const byId = new Map(voices.map((voice) => [voice.id, voice]));
  const voice = (id: StatementId) => byId.get(id)!;
  const heard = new Set(stands.voices.map(({ statement: { by } }) => by && identityOf(record, by.party)));
  return {
    id,
    name,
    terms,
    state,
    voices,
    facts: stands.facts.map(({ id }) => voice(id)),
    disputes: stands.disputes.map(([one, other]) => [voice(one), voice(other)]),
    more: stands.more,
    silent: sides
      .filter((side) => !heard.has(identityOf(record, side)))
      .map((side) => ({ id: side, name: get(record.parties, side).name })),
    earlier: stands.history.filter(({ id }) => !byId.has(id)).map((statement) => statementView(record, statement)),
    payments: paymentsView(record, id, moment),
    changed,
    turns: [turns, nextEndOfPayments(record, id, moment)].filter((next) => next !== null).toSorted()[0] ?? null,
  };
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
  const all = [...record.subjects];
  return boardKinds.map((kind) => ({
    kind,
    subjects: all.filter(({ terms }) => terms.kind === kind).map(({ id }) => subjectView(record, id, moment)),
  }));
}
