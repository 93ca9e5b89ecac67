import type { Command } from '../record/command.ts';
import type { PostId } from '../terms/ids.ts';
import type { Answer } from './api.ts';
import type { Draft, DraftChange, Pending } from './draft.ts';
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
  /** What was sent first is public, and the draft has changed since: what is left of it goes on. */
  | { kind: 'published-before'; published: Published; post: PostId | null }
  | { kind: 'kept'; sending: Sending; pending: Pending | null };

/**
 * What is sent for a draft: what waits unanswered is sent again with its act before anything else.
 *
 * Sending the newer text under the act of the older would lose it where the older had arrived; sending it under a new
 * act would publish both.
 */
export function toSend(draft: Draft, command: Command, newAct: () => string): Pending {
  return draft.pending ?? { act: newAct(), command, statements: draft.statements.map(({ id }) => id) };
}

/** What an answer means for the draft; `same` tells whether the draft still says what was sent. */
export function outcomeOf(answer: Answer<Published>, sent: Pending, same: boolean): Outcome {
  if (answer.ok) {
    if (same) return { kind: 'published', published: answer.value };
    const post = answer.value.events.find((event) => event.post !== undefined)?.post ?? null;
    return { kind: 'published-before', published: answer.value, post };
  }
  const { problem, certain } = answer;
  if (!certain) return { kind: 'kept', sending: { kind: 'unsure', problem }, pending: sent };
  const kind = problem.code === 'changed-since' ? 'conflict' : 'refused';
  return { kind: 'kept', sending: { kind, problem }, pending: null };
}

/**
 * What is left of a draft of which an earlier state was published: nothing of it is lost, and nothing published twice.
 *
 * `inBox` goes on in the box: as the correction of the post that was published, where its text has changed since, and
 * else as a new post. A correction takes no statements: those that were taken since wait in `beside`, a draft of their own.
 */
export function leftOver(
  draft: Draft,
  sent: Pending,
  post: PostId | null,
  seen: number,
): { inBox: DraftChange; beside: DraftChange | null } {
  const statements = draft.statements.filter(({ id }) => !sent.statements.includes(id));
  if (post === null) return { inBox: { statements, pending: null }, beside: null };
  const { parties, subjects } = draft;
  if (sameText(draft, sent.command)) {
    const text = { headline: '', body: [], key: false, pinned: false };
    return { inBox: { ...text, statements, pending: null }, beside: null };
  }
  return {
    inBox: { purpose: { kind: 'correct', post, seen }, statements: [], parties: [], subjects: [], pending: null },
    beside: statements.length === 0 ? null : { statements, parties, subjects },
  };
}

function sameText({ headline, body }: Draft, command: Command): boolean {
  if (command.kind !== 'publish' || command.post === null) return false;
  const said = [command.post.headline ?? '', command.post.body];
  return JSON.stringify(said) === JSON.stringify([headline.trim(), body]);
}

/** Whether two commands say the same. */
export function sameCommand(one: Command, other: Command): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A name for an act, made in the browser; `crypto.randomUUID` is there on secure pages only. */
export function newAct(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
