import { identityOf } from '../record/parties.ts';
import { endOfPayment, paymentsOf } from '../record/payments.ts';
import {
  get,
  type Payment,
  type RecordedStatement,
  type Report,
  type Stamp,
  type StoryRecord,
  type Subject,
} from '../record/record.ts';
import { standing, type Standing } from '../record/standing.ts';
import { statementsOn, voicesOf } from '../record/voices.ts';
import type { PartyId, PaymentId, ReportId, StatementId, SubjectId } from '../terms/ids.ts';
import type { Moment } from '../terms/when.ts';
import { firstSaid } from './voice-changes.ts';

/** What nobody said of a report. */
export type ReportHole = 'title' | 'outlet' | 'origin' | 'published';

/** What nobody said of a statement. */
export type StatementHole = 'channel' | 'said' | 'happened';

/** Who said something on which subject, as printed; `speaker` is `null` in the desk's own voice. */
export interface Saying {
  subject: string;
  speaker: string | null;
}

/**
 * One thing for the desk to look at: what it is about, since when, and what goes into its sentence.
 *
 * `kind` is a stable code. `subject` is where the desk finds it; `null` for a report. `way` counts an appeal's ways from 1.
 */
export type DueItem = { subject: SubjectId | null; since: Moment } & (
  | {
      kind: 'payment-unconfirmed';
      what: PaymentId;
      /** The details to be confirmed, and who entered them. */
      parts: { subject: string; by: string } & Pick<Payment, 'country' | 'payee' | 'lines' | 'validUntil'>;
    }
  | { kind: 'overdue' | 'expired' | 'lapsed'; what: StatementId; parts: Saying }
  | {
      kind: 'disputed-unexplained';
      what: SubjectId;
      parts: { subject: string; pairs: [Saying, Saying][]; more: number };
    }
  | {
      kind: 'appeal-way-without-address';
      what: StatementId;
      parts: Saying & { way: number; means: string; country: string | null };
    }
  | { kind: 'unnamed-only'; what: SubjectId; parts: { subject: string; speakers: string[] } }
  | { kind: 'silent-side'; what: SubjectId; parts: { subject: string; party: string; id: PartyId } }
  | { kind: 'stale'; what: SubjectId; parts: { subject: string; hours: number } }
  | { kind: 'statement-holes'; what: StatementId; parts: Saying & { holes: StatementHole[] } }
  | { kind: 'report-holes'; what: ReportId; parts: { title: string | null; holes: ReportHole[]; statements: number } }
);

/** The stable code of a kind of item. */
export type DueKind = DueItem['kind'];

/** What the desk has to look at, computed from the record at a moment and never kept; the most urgent first. */
export interface DueView {
  moment: Moment;
  staleAfterHours: number;
  items: DueItem[];
}

/**
 * How urgent each kind is; a kind without a line does not compile.
 *
 * Payment details that a second person has not confirmed come first, then what misleads readers as time goes on, and last
 * what is only incomplete.
 */
const urgency: Record<DueKind, number> = {
  'payment-unconfirmed': 0,
  overdue: 1,
  expired: 2,
  lapsed: 3,
  'disputed-unexplained': 4,
  'appeal-way-without-address': 5,
  'unnamed-only': 6,
  'silent-side': 7,
  stale: 8,
  'statement-holes': 9,
  'report-holes': 10,
};

/** A subject with how it stands, as the finders look at it. */
interface Looked {
  record: StoryRecord;
  subject: Subject;
  stands: Standing;
}

/** What the desk has to look at; a subject is stale where nothing was recorded on it for so many hours. */
export function dueView(
  record: StoryRecord,
  moment: Moment,
  { staleAfterHours }: { staleAfterHours: number },
): DueView {
  const items = [
    ...[...record.subjects].flatMap((subject) => itemsOf(record, subject, moment, staleAfterHours)),
    ...reportHoles(record),
  ];
  const order = (one: DueItem, other: DueItem) =>
    urgency[one.kind] - urgency[other.kind] || (one.since < other.since ? -1 : one.since > other.since ? 1 : 0);
  // Sorting is stable: items of one kind and moment stay in the order of the subjects and reports.
  return { moment, staleAfterHours, items: items.toSorted(order) };
}

function itemsOf(record: StoryRecord, subject: Subject, moment: Moment, staleAfterHours: number): DueItem[] {
  const looked = { record, subject, stands: standing(record, subject.id, moment) };
  return [
    ...unconfirmed(looked, moment),
    ...outdated(looked),
    ...unexplained(looked),
    ...waysWithoutAddress(looked),
    ...unnamedOnly(looked),
    ...silentSides(looked),
    ...stale(looked, moment, staleAfterHours),
    ...statementHoles(looked),
  ];
}

const saying = ({ subject }: Looked, { by }: RecordedStatement): Saying => ({
  subject: subject.name,
  speaker: by && by.as,
});

/** Payment details that nobody but the one who entered them has confirmed, while they are valid. */
function unconfirmed({ record, subject }: Looked, moment: Moment): DueItem[] {
  return paymentsOf(record, subject.id).flatMap((payment): DueItem[] => {
    const { id: what, entered, confirmed, withdrawn, removed, country, payee, lines, validUntil } = payment;
    const end = endOfPayment(payment, record.zone);
    if (confirmed !== null || withdrawn !== null || removed !== null || (end !== null && end <= moment)) return [];
    const parts = { subject: subject.name, by: entered.by, country, payee, lines, validUntil };
    return [{ kind: 'payment-unconfirmed', what, subject: subject.id, since: entered.at, parts }];
  });
}

/** What time has outdated of what parties stated or stood for, where nobody states how things are now. */
function outdated(looked: Looked): DueItem[] {
  const { record, subject, stands } = looked;
  if (stands.facts.length > 0) return [];
  const weighed = new Map(voicesOf(record, subject).map((voice) => [voice.id, voice]));
  return stands.voices.flatMap(({ id, outdated }): DueItem[] => {
    const { weight, turn } = weighed.get(id)!;
    // What is denied, demanded or forecast does not come due.
    if (outdated === null || turn === null || weight === 'denial' || weight === 'outlook') return [];
    const since = Temporal.Instant.fromEpochMilliseconds(turn.at).toString({ smallestUnit: 'millisecond' });
    const parts = saying(looked, get(record.statements, id));
    return [{ kind: outdated, what: id, subject: subject.id, since, parts }];
  });
}

/**
 * Disputes of which the desk said nothing in its own voice, nor in a post on the subject since they began.
 *
 * The post that carries the statement with which all began tells of the dispute and explains nothing.
 */
function unexplained(looked: Looked): DueItem[] {
  const { record, subject, stands } = looked;
  if (stands.voices.some(({ party }) => party === null)) return [];
  const post = lastPostOn(looked);
  const pairs = stands.disputes
    .map(([one, other]) => [get(record.statements, one), get(record.statements, other)] as const)
    .map((pair) => ({ pair, began: later(...pair.map((statement) => firstSaid(record, statement))) }));
  const start = Math.min(...pairs.map(({ began }) => began.revision));
  const unexplained = pairs.filter(({ began }) => post <= start || post < began.revision);
  if (unexplained.length === 0) return [];
  const named = unexplained.map(({ pair: [one, other] }): [Saying, Saying] => [
    saying(looked, one),
    saying(looked, other),
  ]);
  const since = unexplained.map(({ began }) => began.at).toSorted()[0]!;
  const parts = { subject: subject.name, pairs: named, more: stands.more };
  return [{ kind: 'disputed-unexplained', what: subject.id, subject: subject.id, since, parts }];
}

const later = (...stamps: Stamp[]) => stamps.toSorted((one, other) => other.revision - one.revision)[0]!;

/** The revision of the last standing post that carries a statement on a subject; 0 where there is none. */
function lastPostOn({ record, subject }: Looked): number {
  for (const { post } of statementsOn(record, subject)) {
    const { published, withdrawn, removed } = post === null ? noPost : get(record.posts, post);
    if (published !== null && withdrawn === null && removed === null) return published.revision;
  }
  return 0;
}

const noPost = { published: null, withdrawn: null, removed: null };

/** Ways to give of appeals that run, whose address the report has lost. */
function waysWithoutAddress(looked: Looked): DueItem[] {
  return current(looked).flatMap((statement): DueItem[] => {
    const { value, id: what, subject, recorded } = statement;
    if (value.kind !== 'appeal') return [];
    return value.ways.flatMap(({ address, means, country }, i): DueItem[] => {
      if (address !== null) return [];
      const parts = { ...saying(looked, statement), way: i + 1, means, country };
      return [{ kind: 'appeal-way-without-address', what, subject, since: recorded.at, parts }];
    });
  });
}

/** The voices that time has not outdated. */
const current = ({ record, stands }: Looked): RecordedStatement[] =>
  stands.voices.filter(({ outdated }) => outdated === null).map(({ id }) => get(record.statements, id));

/** A subject of which only parties without a name speak. */
function unnamedOnly({ record, subject, stands }: Looked): DueItem[] {
  const statements = stands.voices.map(({ id }) => get(record.statements, id));
  const unnamed = ({ by }: RecordedStatement) =>
    by !== null && get(record.parties, identityOf(record, by.party)).sort === 'unnamed';
  if (statements.length === 0 || !statements.every(unnamed)) return [];
  const since = statements.map(({ recorded }) => recorded.at).toSorted()[0]!;
  const speakers = [...new Set(statements.map(({ by }) => by!.as))];
  const parts = { subject: subject.name, speakers };
  return [{ kind: 'unnamed-only', what: subject.id, subject: subject.id, since, parts }];
}

/** Sides whose statement is awaited and has not come. */
function silentSides({ record, subject, stands }: Looked): DueItem[] {
  const heard = new Set(stands.voices.map(({ party }) => party && identityOf(record, party)));
  // Two sides that turned out to be one party are awaited once.
  return [...new Set(subject.sides.map((side) => identityOf(record, side)))]
    .filter((side) => !heard.has(side))
    .map((side) => ({
      kind: 'silent-side',
      what: subject.id,
      subject: subject.id,
      since: subject.opened.at,
      parts: { subject: subject.name, party: get(record.parties, side).name, id: side },
    }));
}

function stale({ subject }: Looked, moment: Moment, hours: number): DueItem[] {
  const { id, name, changed } = subject;
  const until = Temporal.Instant.from(changed.at).add({ minutes: Math.round(hours * 60) });
  if (Temporal.Instant.compare(Temporal.Instant.from(moment), until) < 0) return [];
  return [{ kind: 'stale', what: id, subject: id, since: changed.at, parts: { subject: name, hours } }];
}

/** What nobody said of a statement that is heard; the desk's own voice needs no channel and no time of speaking. */
function statementHoles(looked: Looked): DueItem[] {
  return current(looked).flatMap((statement): DueItem[] => {
    const { id: what, subject, by, channel, said, happened, recorded } = statement;
    const asked = { channel: by === null || channel, said: by === null || said, happened };
    const holes = (Object.keys(asked) as StatementHole[]).filter((hole) => asked[hole] === null);
    if (holes.length === 0) return [];
    const parts = { ...saying(looked, statement), holes };
    return [{ kind: 'statement-holes', what, subject, since: recorded.at, parts }];
  });
}

/** What nobody said of a report from which statements that stand are cut. */
function reportHoles(record: StoryRecord): DueItem[] {
  const standing = [...record.statements].filter(({ withdrawn, removed }) => withdrawn === null && removed === null);
  const cut = Map.groupBy(standing, ({ report }) => report);
  const holesIn = ({ title, outlet, origin, published }: Report) => ({ title, outlet, origin, published });
  return [...record.reports].flatMap((report): DueItem[] => {
    const statements = cut.get(report.id)?.length ?? 0;
    if (statements === 0 || report.removed !== null) return [];
    const asked = holesIn(report);
    const holes = (Object.keys(asked) as ReportHole[]).filter((hole) => asked[hole] === null);
    if (holes.length === 0) return [];
    const parts = { title: report.title, holes, statements };
    return [{ kind: 'report-holes', what: report.id, subject: null, since: report.cited.at, parts }];
  });
}
