import type { StatementId, SubjectId } from '../terms/ids.ts';
import { kindOf } from './kinds/kinds.ts';
import { get, type RecordedStatement, type StoryRecord } from './record.ts';

/**
 * What a subject's statements add up to.
 *
 * `unknown`: nobody states how things are. `stated`: one party does. `agreed`: several do, and none differs.
 * `disputed`: two of them differ. `different-measures`: they speak of different things and cannot be compared.
 */
export type StandingState = 'unknown' | 'stated' | 'agreed' | 'disputed' | 'different-measures';

/** A subject's standing, which can always answer "why?". */
export interface Standing {
  subject: SubjectId;
  state: StandingState;
  /** The newest statement of each party on each aspect, in the order of recording. */
  voices: RecordedStatement[];
  /** The statements that differ from each other, pair by pair. */
  disputes: [StatementId, StatementId][];
  /** All statements ever recorded on it, withdrawn ones too, newest first. */
  history: RecordedStatement[];
}

/** What a subject's statements add up to. The order in which different parties' statements came does not matter. */
export function standing(record: StoryRecord, id: SubjectId): Standing {
  const history = [...get(record.subjects, id).statements.backwards()].map((name) => get(record.statements, name));
  const voices = newestOfEach(history);
  const settling = voices.filter(({ value }) => kindOf(value).settles(value));
  const disputes = pairs(voices)
    .filter(([one, other]) => differs(one, other))
    .map(([one, other]): [StatementId, StatementId] => [one.id, other.id]);
  return { subject: id, state: stateOf(settling, disputes.length > 0), voices, disputes, history };
}

function newestOfEach(newestFirst: RecordedStatement[]): RecordedStatement[] {
  const heard = new Set<string>();
  const voices: RecordedStatement[] = [];
  for (const statement of newestFirst) {
    if (statement.withdrawn !== null) continue;
    const voice = `${statement.by?.party ?? 'desk'} ${kindOf(statement.value).aspect(statement.value)}`;
    if (!heard.has(voice)) voices.push(statement);
    heard.add(voice);
  }
  return voices.reverse();
}

function stateOf(settling: RecordedStatement[], disputed: boolean): StandingState {
  if (disputed) return 'disputed';
  if (settling.length < 2) return settling.length === 0 ? 'unknown' : 'stated';
  const apart = pairs(settling).some(([one, other]) => kindOf(one.value).compare(one.value, other.value) === 'apart');
  return apart ? 'different-measures' : 'agreed';
}

function differs(one: RecordedStatement, other: RecordedStatement): boolean {
  const linked = [
    [one, other],
    [other, one],
  ].some(([from, to]) =>
    from!.links.some(({ kind, statement }) => statement === to!.id && (kind === 'denies' || kind === 'disputes')),
  );
  return linked || kindOf(one.value).compare(one.value, other.value) === 'differ';
}

function pairs<Item>(items: Item[]): [Item, Item][] {
  return items.flatMap((one, i) => items.slice(i + 1).map((other): [Item, Item] => [one, other]));
}
