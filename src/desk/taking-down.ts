import type { Removable } from '../journal/removal.ts';
import type { Ground, Tombstone } from '../journal/removal-shapes.ts';
import type { CommandOf } from '../record/command.ts';
import type { PostView } from '../views/post-view.ts';
import type { StatementView } from '../views/statement-view.ts';
import { statementLine } from './statement-line.ts';
import { clock } from './times.ts';

/** Takes things down, on a ground. */
export type TakeDown = (what: Removable[], ground: Ground) => void;

/** Something that can be taken down together with another thing, because it may hold the same words. */
export interface Beside {
  id: Removable;
  words: string;
}

/** Words for the grounds on which something is taken down. */
export const grounds: Record<Ground, string> = {
  law: 'on a legal ground',
  safety: 'for somebody’s safety',
  privacy: 'for somebody’s privacy',
  rights: 'for somebody’s rights in it',
};

/** The command that takes things down. */
export function takeDownCommand(what: Removable[], ground: Ground, seen: number): CommandOf<'remove-content'> {
  return { kind: 'remove-content', seen, what, ground };
}

/** What is said once things are taken down. */
export function takenDown(what: readonly Removable[]): string {
  return `${what.join(', ')} taken down.`;
}

/** What stands in the place of a post that was taken down: when, and on what ground. */
export function tombstoneLine({ at, ground }: Tombstone, zone: string): string {
  return `taken down ${clock(at, zone)}, ${grounds[ground]}`;
}

/** Whether a confirmation was typed; spaces around it do not matter. */
export function isConfirmed(typed: string, what: Removable): boolean {
  return typed.trim() === what;
}

/** What may hold the words of a post, too: its statements, and the reports from which they are cut. */
export function besidePost({ statements }: PostView): Beside[] {
  const there = statements.filter(({ removed }) => removed === null);
  const said = there.map((statement) => ({ id: statement.id, words: statementLine(statement) }));
  return [...said, ...reportsOf(there)];
}

/** What may hold the words of a statement, too: the report from which it is cut. */
export function besideStatement(statement: StatementView): Beside[] {
  return reportsOf([statement]);
}

function reportsOf(statements: readonly StatementView[]): Beside[] {
  const reports = statements.flatMap(({ report }) => (report === null || report.removed !== null ? [] : [report]));
  return [
    ...new Map(reports.map(({ id, title }) => [id, { id, words: title ?? 'a report without a title' }])).values(),
  ];
}
