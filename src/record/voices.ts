import { numberOf, type PartyId, type StatementId, type SubjectId } from '../terms/ids.ts';
import { lastCorrection, placeOf } from './correcting.ts';
import { identityOf } from './parties.ts';
import { get, type RecordedStatement, type StoryRecord, type Subject } from './record.ts';
import { topicOf, weigh, type Weighed } from './weighing.ts';

/**
 * The newest statement that stands of each party under one name on each topic of a subject, in the order of recording.
 *
 * Whatever changes how a statement stands replaces its subject in the record, and a subject that is the same object has the
 * same ones: each publication weighs only the subjects that it changes.
 */
const known = new WeakMap<Subject, { zone: string; voices: readonly Placed[] }>();

/** A voice, with its place among the statements of its party: the last of them is heard. */
interface Placed extends Weighed {
  place: number;
}

/** What statements come to by themselves: those of a subject that changes again and again are weighed once. */
const weighed = new WeakMap<RecordedStatement, { zone: string; voice: Placed }>();

/** The voices of a subject: the newest standing statement of each party on each topic, in the order of recording. */
export function voicesOf(record: StoryRecord, subject: Subject): readonly Weighed[] {
  const before = known.get(subject);
  if (before?.zone === record.zone) return heardNow(record, subject, before.voices);
  const newest = new Newest(record);
  for (const statement of statementsOn(record, subject)) {
    if (isStanding(statement)) newest.add(remembered(record, statement));
  }
  return heardNow(record, subject, newest.keep(subject));
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
  for (const statement of record.statements.passing()) {
    if (isStanding(statement)) newest.get(statement.subject)?.add(placed(record, statement));
  }
  for (const subject of subjects) newest.get(subject.id)!.keep(subject);
}

/** All statements ever recorded on a subject, withdrawn ones too, newest first. */
export function* statementsOn(record: StoryRecord, { statements }: Subject): Generator<RecordedStatement> {
  for (const id of statements.backwards()) yield get(record.statements, id);
}

/** The next statement of the same voice, or the last correction, that took another's place; `null` where it still stands. */
export function successorOf(record: StoryRecord, statement: RecordedStatement): RecordedStatement | null {
  if (statement.withdrawn !== null) {
    const last = lastCorrection(record, statement);
    return last === statement ? null : last;
  }
  const place = placeOf(record, statement);
  let next = { place: Infinity, statement: null as RecordedStatement | null };
  for (const newer of statementsOn(record, get(record.subjects, statement.subject))) {
    // Nothing stands later than its number says.
    if (numberOf(newer.id) <= place) break;
    if (!isStanding(newer) || !isSameVoice(record, statement, newer)) continue;
    const its = placeOf(record, newer);
    if (its > place && its < next.place) next = { place: its, statement: newer };
  }
  return next.statement;
}

/** What took the place of each of a subject's statements, as `successorOf`, in one pass; those that stand are left out. */
export function successorsOn(record: StoryRecord, subject: Subject): ReadonlyMap<StatementId, RecordedStatement> {
  const successors = new Map<StatementId, RecordedStatement>();
  const placed: { statement: RecordedStatement; place: number }[] = [];
  for (const statement of statementsOn(record, subject)) {
    const correctedBy = statement.withdrawn?.correctedBy ?? null;
    if (statement.withdrawn === null) placed.push({ statement, place: placeOf(record, statement) });
    // A correction is newer than what it puts right: where it was corrected too, its last is known.
    if (correctedBy !== null)
      successors.set(statement.id, successors.get(correctedBy) ?? lastCorrection(record, statement));
  }
  const next = new Map<string, RecordedStatement>();
  for (const { statement } of placed.toSorted((one, other) => other.place - one.place)) {
    const voice = `${speakerOf(record, statement.by && statement.by.party)} ${topicOf(statement)}`;
    const successor = next.get(voice);
    if (successor !== undefined) successors.set(statement.id, successor);
    if (isStanding(statement)) next.set(voice, statement);
  }
  return successors;
}

/** The statement whose place another took: the newest of the same voice before it that stands; `null` where there is none. */
export function predecessorOf(record: StoryRecord, statement: RecordedStatement): RecordedStatement | null {
  const place = placeOf(record, statement);
  let last = { place: 0, statement: null as RecordedStatement | null };
  for (const older of statementsOn(record, get(record.subjects, statement.subject))) {
    if (numberOf(older.id) <= last.place) break;
    if (!isStanding(older) || !isSameVoice(record, statement, older)) continue;
    const its = placeOf(record, older);
    if (its < place && its > last.place) last = { place: its, statement: older };
  }
  return last.statement;
}

/** The statements of the same voice on the same subject, a statement itself apart, newest first. */
export function sameVoice(record: StoryRecord, statement: RecordedStatement): RecordedStatement[] {
  return [...statementsOn(record, get(record.subjects, statement.subject))].filter(
    (other) => other.id !== statement.id && isSameVoice(record, statement, other),
  );
}

const placed = (record: StoryRecord, statement: RecordedStatement): Placed => ({
  ...weigh(statement, record.zone),
  place: placeOf(record, statement),
});

function remembered(record: StoryRecord, statement: RecordedStatement): Placed {
  const before = weighed.get(statement);
  if (before?.zone === record.zone) return before.voice;
  const voice = placed(record, statement);
  weighed.set(statement, { zone: record.zone, voice });
  return voice;
}

/** Gathers the newest statement that stands of each party on each topic from one subject's statements, newest first. */
class Newest {
  readonly #zone: string;
  /** By topic, and by who speaks. */
  readonly #voices = new Map<string, Map<PartyId | null, Placed>>();

  constructor({ zone }: StoryRecord) {
    this.#zone = zone;
  }

  add(voice: Placed): void {
    const { party, topic, place } = voice;
    const parties = this.#voices.get(topic) ?? new Map<PartyId | null, Placed>();
    this.#voices.set(topic, parties);
    if (place > (parties.get(party)?.place ?? 0)) parties.set(party, voice);
  }

  /** Remembers what was gathered as a subject's voices, and gives them in the order of recording. */
  keep(subject: Subject): readonly Placed[] {
    const all = [...this.#voices.values()].flatMap((parties) => [...parties.values()]);
    const voices = all.toSorted((one, other) => numberOf(one.id) - numberOf(other.id));
    known.set(subject, { zone: this.#zone, voices });
    return voices;
  }
}

/** The voices as they are heard: one of each party, under whatever names, and each link to what speaks for its target now. */
function heardNow(record: StoryRecord, { id }: Subject, voices: readonly Placed[]): readonly Weighed[] {
  const heard = ofIdentities(record, voices);
  if (heard.every(({ links }) => links.length === 0)) return heard;
  const names = new Set(heard.map(({ id }) => id));
  return heard.map((voice) => {
    if (voice.links.every(({ statement }) => names.has(statement))) return voice;
    const links = voice.links.map((link) => ({ ...link, statement: spokenNow(record, id, heard, link.statement) }));
    return { ...voice, links };
  });
}

/** The voice that still says what a statement said, where its party has said it again since; else the statement itself. */
function spokenNow(record: StoryRecord, subject: SubjectId, heard: readonly Weighed[], id: StatementId): StatementId {
  const statement = get(record.statements, id);
  if (!isStanding(statement) || statement.subject !== subject) return id;
  const said = weigh(statement, record.zone);
  const same = (one: Weighed) => JSON.stringify([one.topic, one.weight, one.claim]);
  const speaker = speakerOf(record, said.party);
  return heard.find((one) => speakerOf(record, one.party) === speaker && same(one) === same(said))?.id ?? id;
}

/** Those voices that are left where parties turned out to be one: the newest of each. */
function ofIdentities(record: StoryRecord, voices: readonly Placed[]): readonly Weighed[] {
  if (!voices.some(({ party }) => party !== null && record.merged.includes(party))) return voices;
  const inPlace = voices.toSorted((one, other) => one.place - other.place);
  const last = new Map(inPlace.map((voice) => [`${speakerOf(record, voice.party)} ${voice.topic}`, voice]));
  const left = new Set(last.values());
  return voices.filter((voice) => left.has(voice));
}

/** Who speaks: a party under all its names, or the desk. */
function speakerOf(record: StoryRecord, party: PartyId | null): string {
  return party === null ? 'desk' : identityOf(record, party);
}

/** Whether two statements have one voice: the newer takes the older one's place. */
function isSameVoice(record: StoryRecord, one: RecordedStatement, other: RecordedStatement): boolean {
  const [speaker, otherSpeaker] = [one, other].map(({ by }) => speakerOf(record, by && by.party));
  return speaker === otherSpeaker && topicOf(one) === topicOf(other);
}

/** Whether nobody took a statement back and its text was not taken down. */
const isStanding = ({ withdrawn, removed }: RecordedStatement) => withdrawn === null && removed === null;
