import type { Command, CommandOf, NewStatement } from '../record/command.ts';
import type { DeskView } from '../views/desk-view.ts';
import { deskProblem, type Problem } from './problem.ts';
import type { Draft, Purpose } from './draft.ts';
import { kindNamed } from './kinds/kinds.ts';
import { purposeWords } from './purpose-words.ts';
import { subjectOf } from './subjects.ts';
import type { StatementDraft } from './statement-draft.ts';
import { draftOfStatement, toldIn } from './told.ts';
import { wordsOf } from './body.ts';
import { tooLong } from './too-long.ts';
import { isReadable, whenOf } from './when-draft.ts';

/** A command ready to be sent, or why it cannot be sent yet. */
export type Made = { ok: true; command: Command } | { ok: false; problem: Problem; statement: string | null };

/** The command that a draft comes to. */
export function commandOf(draft: Draft, view: DeskView): Made {
  const { purpose, body, statements } = draft;
  const headline = textOrNull(draft.headline);
  const written = wordsOf(body).trim() !== '';
  if (purpose.kind === 'correct-statement') return statementCorrection(draft, purpose, view);
  const long = tooLong(headline, body);
  if (long !== null) return refuse('post-too-long', long, 'Shorten it, or make two of it.');
  if (purpose.kind !== 'new') {
    if (!written)
      return refuse('post-empty', 'The post holds no words.', 'Write what it should say, or withdraw the post.');
    const note = draft.note.trim();
    if (note === '') return noteMissing(draft);
    const { kind, post, seen } = purpose;
    return {
      ok: true,
      command: { kind: kind === 'clarify' ? 'clarify-post' : 'correct-post', seen, post, headline, body, note },
    };
  }
  if (!written && headline !== null)
    return refuse('post-empty', 'There is a headline and no text.', 'Write a line below it.');
  if (!written && statements.length === 0)
    return refuse('nothing-to-publish', 'Nothing is written yet.', 'Write what happened.');
  if (!written && (draft.key || draft.pinned))
    return refuse('post-empty', 'There is no text to pin or to make a key point.', 'Write a line, or untick it.');
  for (const statement of statements) {
    const incomplete = incompleteness(statement, draft, view);
    if (incomplete !== null) return incomplete;
  }
  const post = written ? { headline, body, language: view.language, key: draft.key, pinned: draft.pinned } : null;
  const made = statements.map((statement) => newStatement(statement, draft, view));
  return { ok: true, command: { kind: 'publish', post, ...broughtBy(made, draft), statements: made } };
}

/**
 * The command for which the board is foretold, and the draft's names of its statements: those that lack nothing.
 *
 * `null` where there are none.
 */
export function previewCommand(draft: Draft, view: DeskView): { command: Command; statements: string[] } | null {
  const { purpose } = draft;
  const statements = draft.statements.filter((statement) => missingIn(statement, draft, view).length === 0);
  if (statements.length === 0 || (purpose.kind !== 'new' && purpose.kind !== 'correct-statement')) return null;
  const note = draft.note.trim() || '—';
  const made = commandOf({ ...draft, headline: '', body: [], key: false, pinned: false, note, statements }, view);
  return made.ok ? { command: made.command, statements: statements.map(({ id }) => id) } : null;
}

/** The command that puts the statement in the box in the place of the one that it corrects. */
function statementCorrection(
  draft: Draft,
  { statement: wrong, seen }: Extract<Purpose, { kind: 'correct-statement' }>,
  view: DeskView,
): Made {
  const [statement] = draft.statements;
  if (statement === undefined)
    return refuse(
      'nothing-to-publish',
      'There is no statement to put in its place.',
      'Withdraw the wrong one instead.',
    );
  const incomplete = incompleteness(statement, draft, view);
  if (incomplete !== null) return incomplete;
  const note = draft.note.trim();
  if (note === '') return noteMissing(draft);
  const right = newStatement(statement, draft, view);
  const old = toldIn(view, wrong);
  const before = old && newStatement(draftOfStatement(old, view, statement.id), draft, view);
  if (JSON.stringify(before) === JSON.stringify(right))
    return refuse(
      'nothing-changes',
      'The statement says what it said before.',
      'Change what was wrong, or leave it uncorrected.',
    );
  const brought = broughtBy([right], draft);
  return { ok: true, command: { kind: 'correct-statement', seen, statement: wrong, note, ...brought, right } };
}

function incompleteness(statement: StatementDraft, draft: Draft, view: DeskView): Made | null {
  const missing = missingIn(statement, draft, view);
  if (missing.length === 0) return null;
  const next =
    draft.purpose.kind === 'new'
      ? 'Fill it in, or remove the statement: the post can be published without it.'
      : 'Fill it in, or leave the statement uncorrected.';
  const problem = deskProblem('statement-incomplete', `A statement still needs ${missing.join(', ')}.`, next);
  return { ok: false, problem, statement: statement.id };
}

function noteMissing({ purpose }: Draft): Made {
  const { label = '', missing = '' } = purposeWords(purpose).note ?? {};
  return refuse('note-missing', missing, `Fill “${label}”: readers see it.`);
}

/** What a statement still lacks before it can be published, in words. */
export function missingIn(statement: StatementDraft, draft: Draft, view: DeskView): string[] {
  const lacks: string[] = [];
  const subject = subjectOf(statement, draft, view);
  const fresh = draft.subjects.find(({ ref }) => ref === statement.subject);
  if (subject === null) lacks.push('its subject');
  else {
    if (subject.name.trim() === '') lacks.push('the name of the new subject');
    if (fresh !== undefined) lacks.push(...kindNamed(fresh.kind).missingTerms(fresh.terms));
    lacks.push(...kindNamed(subject.kind).missing(statement.values[subject.kind] ?? {}));
  }
  if (!statement.own) {
    if (statement.party === null) lacks.push('which party says it');
    if (statement.as.trim() === '') lacks.push('the name as printed');
    if (statement.excerpt === null) lacks.push('exact words of a report');
  }
  const used = new Set<string | null>([
    statement.own ? null : statement.party,
    ...statement.via,
    ...(fresh?.sides ?? []),
  ]);
  for (const { name, sort } of draft.parties.filter(({ ref }) => used.has(ref))) {
    if (name.trim() === '') lacks.push('the name of the new party');
    if (sort === null) lacks.push('whether the new party is a person or a body');
  }
  if (!isReadable(statement.said)) lacks.push('a readable time when it was said');
  if (!isReadable(statement.happened)) lacks.push('a readable time when it happened');
  return lacks;
}

/** The statement that a draft of one comes to; nothing may be missing in it. */
export function newStatement(statement: StatementDraft, draft: Draft, view: DeskView): NewStatement {
  const { own, party, excerpt, report, link, kept } = statement;
  const { kind } = subjectOf(statement, draft, view)!;
  return {
    subject: statement.subject!,
    by: own || party === null ? null : { party, as: statement.as.trim(), role: textOrNull(statement.role) },
    via: statement.via,
    channel: textOrNull(statement.channel),
    mode: statement.mode,
    value: kindNamed(kind).value(statement.values[kind] ?? {}),
    happened: whenOf(statement.happened),
    said: whenOf(statement.said),
    excerpt: excerpt === null || report === null ? null : { ...excerpt, report: report.text },
    links: link === null ? kept : [link, ...kept],
  };
}

/** The new parties and subjects that the statements use, and no others. */
function broughtBy(statements: NewStatement[], draft: Draft): Pick<CommandOf<'publish'>, 'parties' | 'subjects'> {
  const used = new Set(statements.map(({ subject }) => subject));
  const subjects = draft.subjects.filter(({ ref }) => used.has(ref));
  const parties = new Set([
    ...statements.flatMap(({ by, via }) => [by?.party, ...via]),
    ...subjects.flatMap(({ sides }) => sides),
  ]);
  return {
    parties: draft.parties
      .filter(({ ref }) => parties.has(ref))
      .map(({ ref, name, sort, role }) => ({
        ref,
        name: name.trim(),
        sort: sort ?? 'unnamed',
        role: textOrNull(role),
      })),
    subjects: subjects.map(({ ref, name, kind, terms, sides }) => ({
      ref,
      name: name.trim(),
      terms: kindNamed(kind).terms(terms),
      sides: [...new Set(sides)],
    })),
  };
}

/** A text without the space around it, or `null` where nothing is left: unknown stays unknown. */
export function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function refuse(code: string, detail: string, next: string): Made {
  return { ok: false, problem: deskProblem(code, detail, next), statement: null };
}
