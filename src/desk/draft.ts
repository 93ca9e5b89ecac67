import type { Body } from '../journal/body.ts';
import type { Command } from '../record/command.ts';
import type { PostId, StatementId } from '../terms/ids.ts';
import { wordsOf } from './body.ts';
import { purposeWords } from './purpose-words.ts';
import { emptyStatement, type NewParty, type NewSubject, type StatementDraft } from './statement-draft.ts';

/** What a draft will become: a new post, what a post says instead or more clearly, or a right statement for a wrong one. */
export type Purpose =
  | { kind: 'new' }
  | { kind: 'correct' | 'clarify'; post: PostId; seen: number }
  | { kind: 'correct-statement'; statement: StatementId; seen: number };

/** What was sent and not answered: sending it again with the same act records it once. */
export interface Pending {
  act: string;
  command: Command;
  /** The draft's own names of the statements that were sent. */
  statements: string[];
}

/** What an editor has written and not published; plain JSON, kept in the browser and at the server. */
export interface Draft {
  id: string;
  story: string;
  purpose: Purpose;
  headline: string;
  body: Body;
  /** What was wrong, in a correction; what is clearer, in a clarification. */
  note: string;
  key: boolean;
  pinned: boolean;
  parties: NewParty[];
  subjects: NewSubject[];
  statements: StatementDraft[];
  pending: Pending | null;
  /** When it was last changed, as an ISO moment. */
  changed: string;
}

/** What an editor can change of a draft. */
export type DraftChange = Partial<Omit<Draft, 'id' | 'story' | 'changed'>>;

/** A draft in which nothing is written. */
export function emptyDraft(id: string, story: string, purpose: Purpose = { kind: 'new' }): Draft {
  return {
    id,
    story,
    purpose,
    headline: '',
    body: [],
    note: '',
    key: false,
    pinned: false,
    parties: [],
    subjects: [],
    statements: [],
    pending: null,
    changed: '',
  };
}

/** Whether anything in a draft would be missed. */
export function holdsWork(draft: Draft): boolean {
  const { headline, body, note, statements, pending } = draft;
  return (
    [headline, note, wordsOf(body)].some((text) => text.trim() !== '') || statements.length > 0 || pending !== null
  );
}

/** A line by which an editor knows a draft again. */
export function labelOf(draft: Draft): string {
  const words = (draft.headline || wordsOf(draft.body) || draft.statements[0]?.excerpt?.exact || '').trim();
  const short = words.length > 48 ? `${words.slice(0, 47)}…` : words;
  const what = purposeWords(draft.purpose).draft;
  return short === '' ? what : `${what}: ${short}`;
}

/** The draft in kept contents, or `null` where they are none of this desk's. */
export function readDraft(contents: string): Draft | null {
  try {
    const read = JSON.parse(contents) as Partial<Draft> | null;
    if (typeof read?.id !== 'string' || typeof read.story !== 'string') return null;
    return filledUp({ ...emptyDraft(read.id, read.story), ...read });
  } catch {
    return null;
  }
}

/** A draft with what an older desk did not write: nothing is known of it. */
function filledUp(draft: Draft): Draft {
  return {
    ...draft,
    subjects: draft.subjects.map((subject) => ({ ...subject, sides: subject.sides ?? [] })),
    statements: draft.statements.map((statement) => ({
      ...emptyStatement(statement.id),
      ...statement,
      suggestion: suggestionNamed(statement.suggestion),
    })),
    pending: draft.pending && { ...draft.pending, command: todays(draft.pending.command) },
  };
}

/** The name of the suggestion that a statement was taken from; an older desk kept its number. */
const suggestionNamed = (kept: string | number | null | undefined): string | null =>
  typeof kept === 'number' ? `suggestion-${kept}` : (kept ?? null);

/** A command that an older desk sent and nobody answered, as the server takes it today; under its act it is still one act. */
function todays(command: Command): Command {
  if (command.kind !== 'publish') return command;
  return {
    ...command,
    subjects: command.subjects.map((subject) => ({ ...subject, sides: subject.sides ?? [] })),
    statements: command.statements.map((statement) => {
      const { value } = statement;
      return value.kind === 'route' ? { ...statement, value: { ...value, window: value.window ?? null } } : statement;
    }),
  };
}

/** Of two copies of one draft the one changed last. */
export function newerOf(one: Draft, other: Draft): Draft {
  return other.changed > one.changed ? other : one;
}
