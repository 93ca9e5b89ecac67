import { lastCorrection } from '../record/correcting.ts';
import { get, type RecordedStatement, type Stamp, type StoryRecord } from '../record/record.ts';
import type { Standing, Voice } from '../record/standing.ts';
import { sameVoice } from '../record/voices.ts';
import type { Outdated } from '../record/kinds/kind.ts';
import { numberOf, type StatementId } from '../terms/ids.ts';
import type { StandsNow, VoiceChange, VoiceChangeKind } from './change.ts';
import { statementView } from './statement-view.ts';
import type { VoiceView } from './subject-view.ts';

/** Which change of a voice weighs most. */
const voiceWeights: Record<VoiceChangeKind, number> = {
  'taken-down': 1,
  withdrawn: 2,
  corrected: 3,
  changed: 4,
  said: 5,
  outdated: 6,
  again: 7,
  merged: 8,
  repeated: 9,
};

/** What time has made of each voice of a subject, by its statement. */
type Heard = ReadonlyMap<StatementId, Outdated | null>;

const heardOf = (voices: readonly Voice[]): Heard => new Map(voices.map(({ id, outdated }) => [id, outdated]));

function voiceView(record: StoryRecord, statement: RecordedStatement, heard: Heard): VoiceView {
  return { ...statementView(record, statement), outdated: heard.get(statement.id) ?? null };
}

/** How a subject stands: who says how things are, and who differs. */
export function standsNow(record: StoryRecord, { state, voices, facts, disputes, more }: Standing): StandsNow {
  const heard = heardOf(voices);
  const view = (id: StatementId) => voiceView(record, get(record.statements, id), heard);
  return {
    state,
    facts: facts.map(view),
    more,
    disputes: disputes.map(([one, other]) => [view(one), view(other)]),
  };
}

/**
 * What became of each voice of a subject since a revision.
 *
 * `was` are the voices as of that revision. There is a change for each voice that is heard no longer, for each that is new,
 * and for each that time outdated; none where the voices are the same.
 */
export function voiceChanges(
  revision: number,
  after: StoryRecord,
  was: readonly Voice[],
  { voices }: Standing,
): VoiceChange[] {
  const [old, heard] = [heardOf(was), heardOf(voices)];
  const gone = was
    .filter(({ id }) => !heard.has(id))
    .map(({ id }) => departure(revision, after, get(after.statements, id), heard));
  const explained = new Set(gone.flatMap(({ now }) => now?.id ?? []));
  const come = voices
    .filter(({ id }) => !old.has(id) && !explained.has(id))
    .map(({ id }): VoiceChange => {
      const statement = get(after.statements, id);
      const kind = statement.recorded.revision > revision ? 'said' : 'again';
      return { kind, was: null, now: voiceView(after, statement, heard), why: null };
    });
  const turned = voices
    .filter(({ id, outdated }) => old.has(id) && old.get(id) !== outdated)
    .map(({ id }): VoiceChange => {
      return { kind: 'outdated', was: null, now: voiceView(after, get(after.statements, id), heard), why: null };
    });
  const place = ({ was, now }: VoiceChange) => numberOf((was ?? now!).id);
  return [...gone, ...come, ...turned].toSorted(
    (one, other) => voiceWeights[one.kind] - voiceWeights[other.kind] || place(one) - place(other),
  );
}

/** Why a statement that was a voice is one no longer, and what is heard in its place. */
function departure(revision: number, after: StoryRecord, gone: RecordedStatement, heard: Heard): VoiceChange {
  // What it said is taken from the newer record, which no longer holds what was taken down.
  const change = (kind: VoiceChangeKind, now: RecordedStatement | null, why: string | null = null): VoiceChange => ({
    kind,
    was: statementView(after, gone),
    now: now && voiceView(after, now, heard),
    why,
  });
  const end = lastCorrection(after, gone);
  if (end.removed !== null) return change('taken-down', null);
  if (end.withdrawn !== null) {
    const back = heardAs(after, end, heard);
    return change('withdrawn', back && back.recorded.revision <= revision ? back : null, end.withdrawn.reason);
  }
  const next = heardAs(after, end, heard) ?? end;
  if (end !== gone) return change('corrected', next, gone.withdrawn!.reason);
  if (next.recorded.revision <= revision) return change('merged', next);
  return change(saysTheSame(gone, next) ? 'repeated' : 'changed', next);
}

/** The statement that is heard as the voice of another; `null` where none is. */
function heardAs(record: StoryRecord, statement: RecordedStatement, heard: Heard): RecordedStatement | null {
  return sameVoice(record, statement).find(({ id }) => heard.has(id)) ?? null;
}

function saysTheSame(one: RecordedStatement, other: RecordedStatement): boolean {
  return one.mode === other.mode && JSON.stringify(one.value) === JSON.stringify(other.value);
}

/** When its speaker first said what a statement says, where nothing else was said in between. */
export function firstSaid(record: StoryRecord, statement: RecordedStatement): Stamp {
  let first = statement;
  for (const older of sameVoice(record, statement)) {
    const counts = older.withdrawn === null && older.removed === null;
    if (!counts || numberOf(older.id) > numberOf(statement.id)) continue;
    if (!saysTheSame(older, statement)) break;
    first = older;
  }
  return first.recorded;
}
