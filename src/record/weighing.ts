import type { Link, Mode } from '../journal/statement.ts';
import type { PartyId, StatementId } from '../terms/ids.ts';
import { dayOf } from '../terms/when.ts';
import type { Said } from './kinds/claim.ts';
import type { Outdated } from './kinds/kind.ts';
import { kindOf } from './kinds/kinds.ts';
import type { RecordedStatement } from './record.ts';

/**
 * What a statement weighs by its value and mode.
 *
 * It says how things are, that somebody's saying so is wrong, or how they will or should be; `null` where it only says how
 * its party is disposed.
 */
export type Weight = 'fact' | 'denial' | 'outlook' | null;

/** What a statement comes to by itself, whoever else speaks; its words stay in the record. */
export interface Weighed extends Said {
  id: StatementId;
  /** Who says it; `null` in the desk's own voice. */
  party: PartyId | null;
  links: readonly Link[];
  weight: Weight;
  /** What a newer statement of the same party must speak of, and how, to take this one's place. */
  topic: string;
  /** When, in milliseconds since 1970, and into what time turns it; `null` where it never does. */
  turn: { at: number; into: Outdated } | null;
}

/** Modes that say how things will or should be, not how they are. */
const outlooks = new Set<Mode>(['demands', 'offers', 'refuses', 'warns', 'forecasts']);

/** Modes that say that a value is wrong. */
const denials = new Set<Mode>(['denies', 'disputes']);

/** The last instant that a moment can name. */
const lastInstant = Temporal.Instant.from('9999-12-31T23:59:59.999Z').epochMilliseconds;

/** What a statement comes to by itself, in a story's zone. */
export function weigh(statement: RecordedStatement, zone: string): Weighed {
  const { id, by, links, value } = statement;
  const kind = kindOf(value);
  const aspect = kind.aspect(value);
  return {
    id,
    party: by && by.party,
    links,
    weight: weightOf(statement),
    aspect,
    topic: topicOf(statement),
    claim: kind.claim(value, zone),
    turn: turnOf(statement, zone),
  };
}

/** What a newer statement of the same party must speak of, and how, to take a statement's place. */
export function topicOf(statement: RecordedStatement): string {
  const { value } = statement;
  const aspect = kindOf(value).aspect(value);
  return weightOf(statement) === 'outlook' ? `${aspect} outlook` : aspect;
}

function weightOf({ mode, value }: RecordedStatement): Weight {
  if (!kindOf(value).settles(value)) return null;
  // A position is what its party demands, offers or refuses; that is how things are with it.
  if (value.kind === 'position') return 'fact';
  if (outlooks.has(mode)) return 'outlook';
  return denials.has(mode) ? 'denial' : 'fact';
}

function turnOf({ value, said, recorded }: RecordedStatement, zone: string): Weighed['turn'] {
  const since = () => said ?? { from: dayOf(recorded.at, zone), to: null, zone, words: null };
  const turn = kindOf(value).turn(value, { since, zone });
  // What lasts until the end of the calendar does not end.
  if (turn === null || turn.at.epochMilliseconds > lastInstant) return null;
  return { at: turn.at.epochMilliseconds, into: turn.into };
}
