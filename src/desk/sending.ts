import type { Command } from '../record/command.ts';
import type { PostId } from '../terms/ids.ts';
import type { Answer } from './api.ts';
import type { Draft, Pending } from './draft.ts';
import type { Problem } from './problem.ts';

/** What the server answers to a command that it has put on the record. */
export interface Published {
  revision: number;
  at: string;
  events: { kind: string; post?: PostId }[];
}

/** Where a draft is on its way to the record. */
export type Sending =
  | { kind: 'idle' }
  | { kind: 'sending' }
  /** It was not published, and the server says why. */
  | { kind: 'refused'; problem: Problem }
  /** Nobody knows whether it was published: sending the same again finds out, and publishes it at most once. */
  | { kind: 'unsure'; problem: Problem }
  /** Somebody changed the post meanwhile; both versions are shown. */
  | { kind: 'conflict'; problem: Problem };

/** What an answer to a draft's command comes to. */
export type Outcome =
  /** It is public as it was sent; the draft is done. */
  | { kind: 'published'; published: Published }
  /** What was sent first is public, and the draft has changed since: it goes on as a correction. */
  | { kind: 'published-before'; published: Published; post: PostId }
  | { kind: 'kept'; sending: Sending; pending: Pending | null };

/**
 * What is sent for a draft: what waits unanswered is sent again with its act before anything else.
 *
 * Sending the newer text under the act of the older would lose it where the older had arrived; sending it under a new
 * act would publish both.
 */
export function toSend(draft: Draft, command: Command, newAct: () => string): Pending {
  return draft.pending ?? { act: newAct(), command };
}

/** What an answer means for the draft; `same` tells whether the draft still says what was sent. */
export function outcomeOf(answer: Answer<Published>, sent: Pending, same: boolean): Outcome {
  if (answer.ok) {
    const post = answer.value.events.find((event) => event.post !== undefined)?.post;
    if (same || post === undefined) return { kind: 'published', published: answer.value };
    return { kind: 'published-before', published: answer.value, post };
  }
  const { problem, certain } = answer;
  if (!certain) return { kind: 'kept', sending: { kind: 'unsure', problem }, pending: sent };
  const kind = problem.code === 'changed-since' ? 'conflict' : 'refused';
  return { kind: 'kept', sending: { kind, problem }, pending: null };
}

/** The draft that goes on as a correction of what was published from an earlier state of it. */
export function asCorrection(draft: Draft, post: PostId, seen: number): Draft {
  return {
    ...draft,
    purpose: { kind: 'correct', post, seen },
    pending: null,
    statements: [],
    parties: [],
    subjects: [],
  };
}

/** Whether two commands say the same. */
export function sameCommand(one: Command, other: Command): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A name for an act, made in the browser; `crypto.randomUUID` is there on secure pages only. */
export function newAct(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
