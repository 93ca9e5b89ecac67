import { lastCorrection } from '../record/correcting.ts';
import { get, type RecordedStatement, type StoryRecord } from '../record/record.ts';
import { sameVoice, successorOf, type Standing, type Voice } from '../record/standing.ts';
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

const heardOf = (voices: readonly Voice[]): Heard =>
  new Map(voices.map(({ statement, outdated }) => [statement.id, outdated]));

function voiceView(record: StoryRecord, statement: RecordedStatement, heard: Heard): VoiceView {
  return { ...statementView(record, statement), outdated: heard.get(statement.id) ?? null };
}

/** How a subject stands: who says how things are, and who differs. */
export function standsNow(record: StoryRecord, { state, voices, facts, disputes, more }: Standing): StandsNow {
  const heard = heardOf(voices);
  const view = (statement: RecordedStatement) => voiceView(record, statement, heard);
  return {
    state,
    facts: facts.map(view),
    more,
    disputes: disputes.map(([one, other]) => [view(get(record.statements, one)), view(get(record.statements, other))]),
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
    .filter(({ statement }) => !heard.has(statement.id))
    .map(({ statement }) => departure(revision, after, get(after.statements, statement.id), heard));
  const explained = new Set(gone.flatMap(({ now }) => now?.id ?? []));
  const come = voices
    .filter(({ statement: { id } }) => !old.has(id) && !explained.has(id))
    .map(({ statement }): VoiceChange => {
      const kind = statement.recorded.revision > revision ? 'said' : 'again';
      return { kind, was: null, now: voiceView(after, statement, heard), why: null };
    });
  const turned = voices
    .filter(({ statement: { id }, outdated }) => old.has(id) && old.get(id) !== outdated)
    .map(({ statement }): VoiceChange => {
      return { kind: 'outdated', was: null, now: voiceView(after, statement, heard), why: null };
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
    const back = sameVoice(after, end).find(({ id, recorded }) => heard.has(id) && recorded.revision <= revision);
    return change('withdrawn', back ?? null, end.withdrawn.reason);
  }
  const next = successorOf(after, end) ?? end;
  if (end !== gone) return change('corrected', next, gone.withdrawn!.reason);
  if (next.recorded.revision <= revision) return change('merged', next);
  return change(saysTheSame(gone, next) ? 'repeated' : 'changed', next);
}

function saysTheSame(one: RecordedStatement, other: RecordedStatement): boolean {
  return one.mode === other.mode && JSON.stringify(one.value) === JSON.stringify(other.value);
}
