import type { DeskView } from '../views/desk-view.ts';
import type { StatementView } from '../views/statement-view.ts';
import type { Suggested } from './suggested.ts';

/** The suggestions of a report, by name, that stand on the record as statements already, whoever published them. */
export function onRecord({ posts, subjects }: DeskView, report: string, suggestions: readonly Suggested[]): string[] {
  const told = [...posts.flatMap(({ statements }) => statements), ...subjects.flatMap(({ voices }) => voices)];
  const standing = told.filter((one) => one.withdrawn === null && one.report?.text === report);
  return suggestions.filter((one) => standing.some((statement) => isSame(statement, one))).map(({ name }) => name);
}

/** Whether a statement is what a suggestion found: its words, and of several in them the same number or state. */
function isSame({ excerpt, value }: StatementView, suggestion: Suggested): boolean {
  const { start, end } = suggestion.excerpt;
  if (excerpt?.start !== start || excerpt.end !== end) return false;
  const { figure, state } = suggestion;
  if (figure !== null) return value.kind === 'figure' && value.words === figure.words;
  return state === null || value.kind === state.value.kind;
}
