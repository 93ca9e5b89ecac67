import type { PartyId, StatementId, SubjectId } from '../terms/ids.ts';
import type { Moment } from '../terms/when.ts';
import { disputesAmong } from './disputes.ts';
import { compare } from './kinds/claim.ts';
import type { Outdated } from './kinds/kind.ts';
import { get, type StoryRecord } from './record.ts';
import { voicesOf } from './voices.ts';
import type { Weighed } from './weighing.ts';

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
  id: StatementId;
  /** Who says it; `null` in the desk's own voice. */
  party: PartyId | null;
  outdated: Outdated | null;
}

/** A subject's standing, which can always answer "why?". */
export interface Standing {
  subject: SubjectId;
  state: StandingState;
  /** The newest statement of each party on each aspect, in the order of recording. */
  voices: Voice[];
  /** Those voices that say how things are now, first hand: no stand, denial, demand, forecast, echo or repetition, not outdated. */
  facts: StatementId[];
  /** The statements that differ from each other, pair by pair, in the order of recording; at most `mostPairsListed`. */
  disputes: [StatementId, StatementId][];
  /** How many pairs there are beside those listed. */
  more: number;
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
  const voices = voicesOf(record, get(record.subjects, id));
  const isPast = ({ turn }: Weighed) => turn !== null && turn.at <= now;
  const heard = voices.filter((voice) => !isPast(voice));
  const facts = firstHand(heard.filter(({ weight }) => weight === 'fact'));
  const { pairs, more } = disputesAmong(heard);
  return {
    subject: id,
    state: pairs.length > 0 ? 'disputed' : (agreementOf(facts) ?? lostTo(voices.filter(isPast))),
    voices: voices.map((voice) => ({
      id: voice.id,
      party: voice.party,
      outdated: isPast(voice) ? voice.turn!.into : null,
    })),
    facts: facts.map((fact) => fact.id),
    disputes: pairs,
    more,
    turns: nextTurn(heard),
  };
}

/** The next moment after another at which time alone outdates one of some voices; `null` where it never does. */
export function turnAfter(voices: readonly Weighed[], moment: Moment): Moment | null {
  const now = Temporal.Instant.from(moment).epochMilliseconds;
  return nextTurn(voices.filter(({ turn }) => turn !== null && turn.at > now));
}

function nextTurn(heard: readonly Weighed[]): Moment | null {
  const next = heard.reduce((next, { turn }) => Math.min(next, turn?.at ?? Infinity), Infinity);
  return next === Infinity ? null : momentOf(next);
}

const momentOf = (milliseconds: number): Moment =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({ smallestUnit: 'millisecond' });

/**
 * The facts that count: one that only echoes or repeats another voice adds nothing to it, nor does the desk where a
 * party speaks.
 */
function firstHand(facts: Weighed[]): Weighed[] {
  const names = new Set(facts.map(({ id }) => id));
  const own = facts.filter(
    ({ links }) =>
      !links.some(({ kind, statement }) => (kind === 'echoes' || kind === 'repeats') && names.has(statement)),
  );
  const parties = own.filter(({ party }) => party !== null);
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
