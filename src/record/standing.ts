import { numberOf, type StatementId, type SubjectId } from '../terms/ids.ts';
import type { Moment } from '../terms/when.ts';
import { lastCorrection, placeOf } from './correcting.ts';
import { disputesAmong } from './disputes.ts';
import { compare } from './kinds/claim.ts';
import type { Outdated } from './kinds/kind.ts';
import { identityOf } from './parties.ts';
import { get, type RecordedStatement, type StoryRecord } from './record.ts';
import { weigh, type Weighed } from './weighing.ts';

/**
 * What a subject's statements add up to.
 *
 * `unknown`: nobody states how things are. `stated`: one party does. `agreed`: several do, and none differs.
 * `disputed`: two of them differ. `different-measures`: they speak of different things and cannot be compared.
 * `side-by-side`: they are positions, which are meant to differ. `expired`, `overdue`: what was stated was to last, or
 * was due, until a moment that has passed, and nobody has stated anything since.
 */
export type StandingState =
  | 'unknown'
  | 'stated'
  | 'agreed'
  | 'disputed'
  | 'different-measures'
  | 'side-by-side'
  | 'expired'
  | 'overdue';

/** The newest statement of a party on an aspect, and what time has made of it: `null` while it stands. */
export interface Voice {
  statement: RecordedStatement;
  outdated: Outdated | null;
}

/** A subject's standing, which can always answer "why?". */
export interface Standing {
  subject: SubjectId;
  state: StandingState;
  /** The newest statement of each party on each aspect, in the order of recording. */
  voices: Voice[];
  /** Those voices that say how things are now, first hand: no stand, denial, demand, forecast, echo or repetition, not outdated. */
  facts: RecordedStatement[];
  /** The statements that differ from each other, pair by pair, in the order of recording; at most `mostPairsListed`. */
  disputes: [StatementId, StatementId][];
  /** How many pairs there are beside those listed. */
  more: number;
  /** All statements ever recorded on it, withdrawn ones too, newest first. */
  history: RecordedStatement[];
  /** The next moment at which time alone changes this; `null` where it never does. */
  turns: Moment | null;
}

/**
 * What a subject's statements add up to at a moment.
 *
 * The order in which different parties' statements came does not matter.
 */
export function standing(record: StoryRecord, id: SubjectId, moment: Moment): Standing {
  const now = Temporal.Instant.from(moment).epochMilliseconds;
  const history = [...get(record.subjects, id).statements.backwards()].map((name) => get(record.statements, name));
  const voices = newestOfEach(record, history);
  const isPast = ({ turn }: Weighed) => turn !== null && turn.at <= now;
  const heard = voices.filter((voice) => !isPast(voice));
  const facts = firstHand(heard.filter(({ weight }) => weight === 'fact'));
  const { pairs, more } = disputesAmong(heard);
  const next = heard.reduce((next, { turn }) => Math.min(next, turn?.at ?? Infinity), Infinity);
  return {
    subject: id,
    state: pairs.length > 0 ? 'disputed' : (agreementOf(facts) ?? lostTo(voices.filter(isPast))),
    voices: voices.map((voice) => ({
      statement: voice.statement,
      outdated: isPast(voice) ? voice.turn!.into : null,
    })),
    facts: facts.map(({ statement }) => statement),
    disputes: pairs,
    more,
    history,
    turns: next === Infinity ? null : momentOf(next),
  };
}

const momentOf = (milliseconds: number): Moment =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({ smallestUnit: 'millisecond' });

/**
 * The facts that count: one that only echoes or repeats another voice adds nothing to it, nor does the desk where a
 * party speaks.
 */
function firstHand(facts: Weighed[]): Weighed[] {
  const names = new Set(facts.map(({ statement }) => statement.id));
  const own = facts.filter(
    ({ statement: { links } }) =>
      !links.some(({ kind, statement }) => (kind === 'echoes' || kind === 'repeats') && names.has(statement)),
  );
  const parties = own.filter(({ statement }) => statement.by !== null);
  return parties.length > 0 ? parties : own;
}

/** What facts of which none differs add up to; `null` where there are none. */
function agreementOf([first, ...others]: Weighed[]): StandingState | null {
  if (first === undefined) return null;
  if (others.length === 0) return 'stated';
  const comparisons = new Set(others.map((other) => compare(first, other)));
  if (comparisons.has('beside')) return 'side-by-side';
  return comparisons.has('apart') ? 'different-measures' : 'agreed';
}

/** What time leaves where nobody states how things are: what a party stated or stood for has run out, or nothing is known. */
function lostTo(outdated: Weighed[]): StandingState {
  // What is denied does not come due, and neither does what is only demanded or forecast.
  const own = outdated.filter(({ weight }) => weight === 'fact' || weight === null);
  const into = new Set(own.map(({ turn }) => turn?.into));
  if (into.has('overdue')) return 'overdue';
  return into.has('expired') ? 'expired' : 'unknown';
}

/** Who speaks: a party under all its names, or the desk. */
function speakerOf(record: StoryRecord, { by }: RecordedStatement): string {
  return by === null ? 'desk' : identityOf(record, by.party);
}

/** Whether two statements have one voice: the newer takes the older one's place. */
function isSameVoice(record: StoryRecord, one: RecordedStatement, other: RecordedStatement): boolean {
  return (
    speakerOf(record, one) === speakerOf(record, other) &&
    weigh(one, record.zone).topic === weigh(other, record.zone).topic
  );
}

function newestOfEach(record: StoryRecord, newestFirst: RecordedStatement[]): Weighed[] {
  const heard = new Map<string, Map<string, { weighed: Weighed; place: number }>>();
  for (const statement of newestFirst) {
    if (!isStanding(statement)) continue;
    const weighed = weigh(statement, record.zone);
    const speakers = heard.get(weighed.topic) ?? new Map<string, { weighed: Weighed; place: number }>();
    heard.set(weighed.topic, speakers);
    const speaker = speakerOf(record, statement);
    const place = placeOf(record, statement);
    if ((speakers.get(speaker)?.place ?? 0) < place) speakers.set(speaker, { weighed, place });
  }
  const voices = [...heard.values()].flatMap((speakers) => [...speakers.values()]).map(({ weighed }) => weighed);
  return voices.toSorted((one, other) => numberOf(one.statement.id) - numberOf(other.statement.id));
}

/** Whether nobody took a statement back and its text was not taken down. */
const isStanding = ({ withdrawn, removed }: RecordedStatement) => withdrawn === null && removed === null;

/** The statement that took another's place: its last correction, or the newest of the same voice; `null` where it still stands. */
export function successorOf(record: StoryRecord, statement: RecordedStatement): RecordedStatement | null {
  if (statement.withdrawn !== null) {
    const last = lastCorrection(record, statement);
    return last === statement ? null : last;
  }
  let successor: RecordedStatement | null = null;
  let latest = placeOf(record, statement);
  for (const id of get(record.subjects, statement.subject).statements.backwards()) {
    // A correction stands earlier than its number says, nothing stands later.
    if (numberOf(id) <= latest) break;
    const newer = get(record.statements, id);
    const place = placeOf(record, newer);
    if (place <= latest || !isStanding(newer) || !isSameVoice(record, statement, newer)) continue;
    [successor, latest] = [newer, place];
  }
  return successor;
}

/** The statements of the same voice on the same subject, a statement itself apart, newest first. */
export function sameVoice(record: StoryRecord, statement: RecordedStatement): RecordedStatement[] {
  return [...get(record.subjects, statement.subject).statements.backwards()]
    .filter((id) => id !== statement.id)
    .map((id) => get(record.statements, id))
    .filter((other) => isSameVoice(record, statement, other));
}
