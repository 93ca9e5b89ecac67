import type { Mode } from '../journal/statement.ts';
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
  /** Those voices that say how things are, first hand: no stand, denial, demand, forecast, echo or repetition. */
  facts: RecordedStatement[];
  /** The statements that differ from each other, pair by pair. */
  disputes: [StatementId, StatementId][];
  /** All statements ever recorded on it, withdrawn ones too, newest first. */
  history: RecordedStatement[];
}

/** Modes that say how things will or should be, not how they are. */
const outlooks = new Set<Mode>(['demands', 'offers', 'refuses', 'warns', 'forecasts']);

/** Modes that say that a value is wrong. */
const denials = new Set<Mode>(['denies', 'disputes']);

/** What a subject's statements add up to. The order in which different parties' statements came does not matter. */
export function standing(record: StoryRecord, id: SubjectId): Standing {
  const history = [...get(record.subjects, id).statements.backwards()].map((name) => get(record.statements, name));
  const voices = newestOfEach(history);
  const facts = firstHand(voices.filter((voice) => weightOf(voice) === 'fact'));
  const disputes = pairs(voices)
    .filter(([one, other]) => differs(one, other))
    .map(([one, other]): [StatementId, StatementId] => [one.id, other.id]);
  return { subject: id, state: stateOf(facts, disputes.length > 0), voices, facts, disputes, history };
}

/** Whether a statement says how things are, or that somebody's saying so is wrong, or neither. */
function weightOf({ mode, value }: RecordedStatement): 'fact' | 'denial' | 'outlook' | null {
  if (!kindOf(value).settles(value)) return null;
  if (outlooks.has(mode)) return 'outlook';
  return denials.has(mode) ? 'denial' : 'fact';
}

function newestOfEach(newestFirst: RecordedStatement[]): RecordedStatement[] {
  const heard = new Set<string>();
  const voices: RecordedStatement[] = [];
  for (const statement of newestFirst) {
    if (statement.withdrawn !== null) continue;
    const outlook = weightOf(statement) === 'outlook' ? 'outlook' : '';
    const voice = `${statement.by?.party ?? 'desk'} ${kindOf(statement.value).aspect(statement.value)} ${outlook}`;
    if (!heard.has(voice)) voices.push(statement);
    heard.add(voice);
  }
  return voices.toReversed();
}

/**
 * The facts that count: one that only echoes or repeats another voice adds nothing to it, nor does the desk where a
 * party speaks.
 */
function firstHand(facts: RecordedStatement[]): RecordedStatement[] {
  const names = new Set(facts.map(({ id }) => id));
  const own = facts.filter(
    ({ links }) =>
      !links.some(({ kind, statement }) => (kind === 'echoes' || kind === 'repeats') && names.has(statement)),
  );
  const parties = own.filter(({ by }) => by !== null);
  return parties.length > 0 ? parties : own;
}

function stateOf(facts: RecordedStatement[], disputed: boolean): StandingState {
  if (disputed) return 'disputed';
  if (facts.length < 2) return facts.length === 0 ? 'unknown' : 'stated';
  const apart = pairs(facts).some(([one, other]) => kindOf(one.value).compare(one.value, other.value) === 'apart');
  return apart ? 'different-measures' : 'agreed';
}

function differs(one: RecordedStatement, other: RecordedStatement): boolean {
  const linked = [
    [one, other],
    [other, one],
  ].some(([from, to]) =>
    from!.links.some(({ kind, statement }) => statement === to!.id && (kind === 'denies' || kind === 'disputes')),
  );
  return linked || contradicts(one, other);
}

/** Facts contradict where they differ; a denial contradicts the facts that it agrees with, because those are what it denies. */
function contradicts(one: RecordedStatement, other: RecordedStatement): boolean {
  const weights = [weightOf(one), weightOf(other)];
  if (!weights.includes('fact')) return false;
  const comparison = kindOf(one.value).compare(one.value, other.value);
  if (weights.includes('denial')) return comparison === 'agree';
  return weights.every((weight) => weight === 'fact') && comparison === 'differ';
}

function pairs<Item>(items: Item[]): [Item, Item][] {
  return items.flatMap((one, i) => items.slice(i + 1).map((other): [Item, Item] => [one, other]));
}
