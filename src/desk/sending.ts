import type { Command, Fresh } from '../record/command.ts';
import type { PartyId, PostId, StatementId, SubjectId } from '../terms/ids.ts';
import type { Answer } from './api.ts';
import type { Draft, DraftChange, Pending, Purpose } from './draft.ts';
import type { Problem } from './problem.ts';

/** What the server answers to a command that it has put on the record. */
export interface Published {
  revision: number;
  at: string;
  events: { kind: string; post?: PostId; by?: string; party?: PartyId; subject?: SubjectId }[];
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

/** What a draft goes on for after an earlier state of it was published. */
export type Onward = Exclude<Purpose, { kind: 'new' }>;

/** What an answer to a draft's command comes to. */
export type Outcome =
  /** It is public as it was sent; the draft is done. */
  | { kind: 'published'; published: Published }
  /** What was sent first is public, and the draft has changed since: what is left of it goes on; `null` as a new post. */
  | { kind: 'published-before'; published: Published; onward: Onward | null }
  | { kind: 'kept'; sending: Extract<Sending, { problem: Problem }>; pending: Pending | null };

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
    return { kind: 'published-before', published: answer.value, onward: onwardFrom(sent.command, answer.value) };
  }
  const { problem, certain } = answer;
  if (!certain) return { kind: 'kept', sending: { kind: 'unsure', problem }, pending: sent };
  const kind = problem.code === 'changed-since' ? 'conflict' : 'refused';
  return { kind: 'kept', sending: { kind, problem }, pending: null };
}

/** What a draft goes on for, once an earlier state of it is public: whatever it says about that is a change of it. */
function onwardFrom(command: Command, { events, revision }: Published): Onward | null {
  if (command.kind === 'correct-statement') {
    const by = events.find(({ kind }) => kind === 'statement-corrected')?.by;
    return by === undefined ? null : { kind: 'correct-statement', statement: by as StatementId, seen: revision };
  }
  const post = events.find((event) => event.post !== undefined)?.post;
  if (post === undefined) return null;
  return { kind: command.kind === 'clarify-post' ? 'clarify' : 'correct', post, seen: revision };
}

/**
 * What is left of a draft of which an earlier state was published: nothing of it is lost, and nothing published twice.
 *
 * `inBox` goes on in the box: as a change of what was published, where its text has changed since, and else as a new
 * post. A change of a post takes no statements: those that were taken since wait in `beside`, a draft of their own.
 */
export function leftOver(
  draft: Draft,
  sent: Pending,
  onward: Onward | null,
  published: Published,
): { inBox: DraftChange; beside: DraftChange | null } {
  const statements = draft.statements.filter(({ id }) => !sent.statements.includes(id));
  if (onward === null) return { inBox: { statements, pending: null }, beside: null };
  if (onward.kind === 'correct-statement') return { inBox: rightedAgain(draft, onward, sent, published), beside: null };
  const { parties, subjects } = draft;
  if (sameText(draft, sent.command)) {
    const text = { headline: '', body: [], key: false, pinned: false };
    return { inBox: { ...text, statements, pending: null }, beside: null };
  }
  return {
    inBox: { purpose: onward, statements: [], parties: [], subjects: [], pending: null },
    beside: statements.length === 0 ? null : { statements, parties, subjects },
  };
}

function sameText({ headline, body }: Draft, command: Command): boolean {
  if (command.kind !== 'publish' || command.post === null) return false;
  const said = [command.post.headline ?? '', command.post.body];
  return JSON.stringify(said) === JSON.stringify([headline.trim(), body]);
}

/** The draft of a right statement that goes on after an earlier state of it was put on the record. */
function rightedAgain(draft: Draft, onward: Onward, sent: Pending, { events }: Published): DraftChange {
  const nothing = { purpose: onward, pending: null, statements: [], parties: [], subjects: [] };
  const { command } = sent;
  if (command.kind !== 'correct-statement') return nothing;
  // What the first brought is on the record now, under names of its own.
  const parties = new Map(
    zip(
      command.parties,
      events.flatMap(({ kind, party }) => (kind === 'party-named' ? [party] : [])),
    ),
  );
  const subjects = new Map(
    zip(
      command.subjects,
      events.flatMap(({ kind, subject }) => (kind === 'subject-opened' ? [subject] : [])),
    ),
  );
  const party = (ref: PartyId | Fresh) => parties.get(ref as Fresh) ?? ref;
  return {
    ...nothing,
    statements: draft.statements.map((statement) => ({
      ...statement,
      party: statement.party && party(statement.party),
      via: statement.via.map(party),
      subject: subjects.get(statement.subject as Fresh) ?? statement.subject,
    })),
    parties: draft.parties.filter(({ ref }) => !parties.has(ref)),
    subjects: draft.subjects
      .filter(({ ref }) => !subjects.has(ref))
      .map((subject) => ({ ...subject, sides: subject.sides.map(party) })),
  };
}

function zip<Id>(brought: readonly { ref: Fresh }[], ids: readonly (Id | undefined)[]): [Fresh, Id][] {
  return brought.flatMap(({ ref }, i): [Fresh, Id][] => (ids[i] === undefined ? [] : [[ref, ids[i]]]));
}

/** Whether two commands say the same. */
export function sameCommand(one: Command, other: Command): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A name for an act, made in the browser; `crypto.randomUUID` is there on secure pages only. */
export function newAct(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
