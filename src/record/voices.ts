import { numberOf, type StatementId, type SubjectId } from '../terms/ids.ts';
import { identityOf } from './parties.ts';
import { get, type RecordedStatement, type StoryRecord, type Subject } from './record.ts';
import { topicOf, weigh, type Weighed } from './weighing.ts';

/**
 * The newest statement that stands of each party under one name on each topic of a subject, in the order of recording.
 *
 * Whatever changes how a statement stands replaces its subject in the record, and a subject that is the same object has the
 * same ones: each publication weighs only the subjects that it changes.
 */
const known = new WeakMap<Subject, { zone: string; voices: readonly Weighed[] }>();

/** The voices of a subject: the newest standing statement of each party on each topic, in the order of recording. */
export function voicesOf(record: StoryRecord, subject: Subject): readonly Weighed[] {
  const before = known.get(subject);
  if (before?.zone === record.zone) return ofIdentities(record, before.voices);
  const newest = new Newest(record);
  for (const statement of statementsOn(record, subject)) newest.add(statement);
  return ofIdentities(record, newest.keep(subject));
}

/**
 * The voices of every subject.
 *
 * Where most are not known, as in a record that was just opened, its statements are read once from last to first: reading
 * those of each subject by itself would read the same leaves again and again.
 */
export function allVoices(record: StoryRecord): ReadonlyMap<SubjectId, readonly Weighed[]> {
  const subjects = [...record.subjects];
  const unknown = subjects.filter((subject) => known.get(subject)?.zone !== record.zone);
  const apart = unknown.reduce((sum, { statements }) => sum + statements.length, 0);
  if (apart > record.statements.length / 2) weighTogether(record, unknown);
  return new Map(subjects.map((subject) => [subject.id, voicesOf(record, subject)]));
}

function weighTogether(record: StoryRecord, subjects: readonly Subject[]): void {
  const newest = new Map(subjects.map(({ id }) => [id, new Newest(record)]));
  for (const statement of record.statements.passing()) newest.get(statement.subject)?.add(statement);
  for (const subject of subjects) newest.get(subject.id)!.keep(subject);
}

/** All statements ever recorded on a subject, withdrawn ones too, newest first. */
export function* statementsOn(record: StoryRecord, { statements }: Subject): Generator<RecordedStatement> {
  for (const id of statements.backwards()) yield get(record.statements, id);
}

/** The next statement of the same voice, or the correction, that took another's place; `null` where it still stands. */
export function successorOf(record: StoryRecord, statement: RecordedStatement): RecordedStatement | null {
  if (statement.withdrawn !== null) {
    const { correctedBy } = statement.withdrawn;
    return correctedBy === null ? null : get(record.statements, correctedBy);
  }
  let next: RecordedStatement | null = null;
  for (const newer of statementsOn(record, get(record.subjects, statement.subject))) {
    if (newer.id === statement.id) break;
    if (isStanding(newer) && isSameVoice(record, statement, newer)) next = newer;
  }
  return next;
}

/** What took the place of each of a subject's statements, as `successorOf`, in one pass; those that stand are left out. */
export function successorsOn(record: StoryRecord, subject: Subject): ReadonlyMap<StatementId, RecordedStatement> {
  const successors = new Map<StatementId, RecordedStatement>();
  const next = new Map<string, RecordedStatement>();
  for (const statement of statementsOn(record, subject)) {
    const { id, withdrawn } = statement;
    const voice = `${speakerOf(record, statement)} ${topicOf(statement)}`;
    const correction = withdrawn?.correctedBy == null ? undefined : get(record.statements, withdrawn.correctedBy);
    const successor = withdrawn === null ? next.get(voice) : correction;
    if (successor !== undefined) successors.set(id, successor);
    if (isStanding(statement)) next.set(voice, statement);
  }
  return successors;
}

/** The statement whose place another took: the newest of the same voice before it that stands; `null` where there is none. */
export function predecessorOf(record: StoryRecord, statement: RecordedStatement): RecordedStatement | null {
  const number = numberOf(statement.id);
  for (const older of statementsOn(record, get(record.subjects, statement.subject))) {
    if (numberOf(older.id) < number && isStanding(older) && isSameVoice(record, statement, older)) return older;
  }
  return null;
}

/** The statements of the same voice on the same subject, a statement itself apart, newest first. */
export function sameVoice(record: StoryRecord, statement: RecordedStatement): RecordedStatement[] {
  return [...statementsOn(record, get(record.subjects, statement.subject))].filter(
    (other) => other.id !== statement.id && isSameVoice(record, statement, other),
  );
}

/** Gathers the newest statement that stands of each party on each topic from one subject's statements, newest first. */
class Newest {
  readonly #zone: string;
  readonly #voices = new Map<string, Weighed>();

  constructor({ zone }: StoryRecord) {
    this.#zone = zone;
  }

  add(statement: RecordedStatement): void {
    if (!isStanding(statement)) return;
    const voice = `${statement.by?.party ?? 'desk'} ${topicOf(statement)}`;
    if (!this.#voices.has(voice)) this.#voices.set(voice, weigh(statement, this.#zone));
  }

  /** Remembers what was gathered as a subject's voices, and gives them in the order of recording. */
  keep(subject: Subject): readonly Weighed[] {
    const voices = [...this.#voices.values()].toReversed();
    known.set(subject, { zone: this.#zone, voices });
    return voices;
  }
}

/** Those voices that are left where parties turned out to be one: the newest of each. */
function ofIdentities(record: StoryRecord, voices: readonly Weighed[]): readonly Weighed[] {
  if (!voices.some(({ party }) => party !== null && record.merged.includes(party))) return voices;
  const last = new Map(
    voices.map((voice) => [`${voice.party && identityOf(record, voice.party)} ${voice.topic}`, voice]),
  );
  const left = new Set(last.values());
  return voices.filter((voice) => left.has(voice));
}

/** Who speaks: a party under all its names, or the desk. */
function speakerOf(record: StoryRecord, { by }: RecordedStatement): string {
  return by === null ? 'desk' : identityOf(record, by.party);
}

/** Whether two statements have one voice: the newer takes the older one's place. */
function isSameVoice(record: StoryRecord, one: RecordedStatement, other: RecordedStatement): boolean {
  return speakerOf(record, one) === speakerOf(record, other) && topicOf(one) === topicOf(other);
}

/** Whether nobody took a statement back and its text was not taken down. */
const isStanding = ({ withdrawn, removed }: RecordedStatement) => withdrawn === null && removed === null;
