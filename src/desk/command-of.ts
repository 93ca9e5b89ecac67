import type { Command, CommandOf, NewStatement } from '../record/command.ts';
import type { DeskView } from '../views/desk-view.ts';
import type { When } from '../terms/when.ts';
import { deskProblem, type Problem } from './problem.ts';
import type { Draft } from './draft.ts';
import { kindNamed } from './kinds/kinds.ts';
import { subjectOf } from './subjects.ts';
import type { StatementDraft, WhenDraft } from './statement-draft.ts';
import { wordsOf } from './body.ts';

/** A command ready to be sent, or why it cannot be sent yet. */
export type Made = { ok: true; command: Command } | { ok: false; problem: Problem; statement: string | null };

/** The command that a draft comes to. */
export function commandOf(draft: Draft, view: DeskView): Made {
  const { purpose, body, statements } = draft;
  const headline = textOrNull(draft.headline);
  const written = wordsOf(body).trim() !== '';
  if (purpose.kind === 'correct') {
    if (!written)
      return refuse('post-empty', 'The post holds no words.', 'Write what it should say, or withdraw the post.');
    const note = draft.note.trim();
    if (note === '')
      return refuse(
        'note-missing',
        'It is not said what was wrong.',
        'Fill “What was wrong”: readers see it with the correction.',
      );
    return {
      ok: true,
      command: { kind: 'correct-post', seen: purpose.seen, post: purpose.post, headline, body, note },
    };
  }
  if (!written && headline !== null)
    return refuse('post-empty', 'There is a headline and no text.', 'Write a line below it.');
  if (!written && statements.length === 0)
    return refuse('nothing-to-publish', 'Nothing is written yet.', 'Write what happened.');
  for (const statement of statements) {
    const missing = missingIn(statement, draft, view);
    if (missing.length > 0) {
      return {
        ok: false,
        problem: deskProblem(
          'statement-incomplete',
          `A statement still needs ${missing.join(', ')}.`,
          'Fill it in, or remove the statement: the post can be published without it.',
        ),
        statement: statement.id,
      };
    }
  }
  const post = written ? { headline, body, language: view.language, key: draft.key, pinned: draft.pinned } : null;
  const made = statements.map((statement) => newStatement(statement, draft, view));
  return { ok: true, command: { kind: 'publish', post, ...broughtBy(made, draft), statements: made } };
}

/** What a statement still lacks before it can be published, in words. */
export function missingIn(statement: StatementDraft, draft: Draft, view: DeskView): string[] {
  const lacks: string[] = [];
  const subject = subjectOf(statement, draft, view);
  if (subject === null) lacks.push('its subject');
  else {
    if (subject.name.trim() === '') lacks.push('the name of the new subject');
    lacks.push(...kindNamed(subject.kind).missing(statement.values[subject.kind] ?? {}));
  }
  if (!statement.own) {
    if (statement.party === null) lacks.push('which party says it');
    if (statement.as.trim() === '') lacks.push('the name as printed');
    if (statement.excerpt === null) lacks.push('exact words of a report');
  }
  const used = new Set<string | null>([statement.own ? null : statement.party, ...statement.via]);
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
  const { own, party, excerpt, report, link } = statement;
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
    links: link === null ? [] : [link],
  };
}

/** The time that was typed; `null` where nothing was. */
export function whenOf({ from, end, to, words, zone }: WhenDraft): When | null {
  if (from.trim() === '') return null;
  return {
    from: from.trim(),
    to: end === 'same' ? from.trim() : end === 'until' ? to.trim() : null,
    zone: textOrNull(zone),
    words: textOrNull(words),
  };
}

/** Whether a typed time is a date that exists, or nothing at all. */
export function isReadable({ from, end, to, words }: WhenDraft): boolean {
  if (from.trim() === '') return words.trim() === '' && (end !== 'until' || to.trim() === '');
  return isDate(from.trim()) && (end !== 'until' || isDate(to.trim()));
}

function isDate(text: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?$/.test(text)) return false;
  const [day = '', time = '00:00'] = text.split('T');
  const whole = `${day}${'-01-01'.slice(day.length - 4)}`;
  const date = new Date(`${whole}T${time}:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${whole}T${time}`);
}

/** The new parties and subjects that the statements use, and no others. */
function broughtBy(statements: NewStatement[], draft: Draft): Pick<CommandOf<'publish'>, 'parties' | 'subjects'> {
  const parties = new Set(statements.flatMap(({ by, via }) => [by?.party, ...via]));
  const subjects = new Set(statements.map(({ subject }) => subject));
  return {
    parties: draft.parties
      .filter(({ ref }) => parties.has(ref))
      .map(({ ref, name, sort, role }) => ({
        ref,
        name: name.trim(),
        sort: sort ?? 'unnamed',
        role: textOrNull(role),
      })),
    subjects: draft.subjects
      .filter(({ ref }) => subjects.has(ref))
      .map(({ ref, name, kind, terms }) => ({ ref, name: name.trim(), terms: kindNamed(kind).terms(terms) })),
  };
}

/** A text without the space around it, or `null` where nothing is left: unknown stays unknown. */
export function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function refuse(code: string, detail: string, next: string): Made {
  return { ok: false, problem: deskProblem(code, detail, next), statement: null };
}
