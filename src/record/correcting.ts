import { numberOf } from '../terms/ids.ts';
import { get, type RecordedStatement, type StoryRecord } from './record.ts';

/** The statements that a correction put right, one after another, nearest first; none where it is no correction. */
export function putRightBy(record: StoryRecord, statement: RecordedStatement): RecordedStatement[] {
  const wrong: RecordedStatement[] = [];
  for (let { corrects } = statement; corrects !== null; { corrects } = wrong.at(-1)!) {
    wrong.push(get(record.statements, corrects));
  }
  return wrong;
}

/** The last of a statement's corrections, or itself. */
export function lastCorrection(record: StoryRecord, statement: RecordedStatement): RecordedStatement {
  let last = statement;
  while (last.withdrawn?.correctedBy != null) last = get(record.statements, last.withdrawn.correctedBy);
  return last;
}

/**
 * Where a statement stands among those of its party, as a number that grows with what came later.
 *
 * A correction says what should have been said then: it stands where the first wrong one stood, and replaces nothing newer.
 */
export function placeOf(record: StoryRecord, statement: RecordedStatement): number {
  return numberOf((putRightBy(record, statement).at(-1) ?? statement).id);
}
