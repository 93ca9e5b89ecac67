import type { Link } from '../journal/statement.ts';
import type { PartyId } from '../terms/ids.ts';
import type { DeskView } from '../views/desk-view.ts';
import type { StatementView } from '../views/statement-view.ts';
import { kindNamed } from './kinds/kinds.ts';
import { emptyStatement, type StatementDraft } from './statement-draft.ts';
import { draftOfWhen } from './when-draft.ts';

/**
 * A statement of the record with the names of the parties behind it, and what it refers to.
 *
 * Where the server leaves them out they are not guessed from what was printed: the editor chooses them again.
 */
export type Told = StatementView & {
  speaker: { party?: PartyId } | null;
  through?: readonly PartyId[];
  links?: readonly Link[];
};

/** The statements of a subject that the desk has fetched: those that stand, and what was stated before where it was asked for. */
function statementsOf(subject: DeskView['subjects'][number]): Told[] {
  return [...subject.voices, ...earlierOf(subject)];
}

/** What was stated of a subject before; nothing where the desk has not asked for it. */
export function earlierOf(subject: DeskView['subjects'][number]): Told[] {
  return 'earlier' in subject ? subject.earlier : [];
}

/** A statement by its name, or `null` where the desk is not shown it. */
export function toldIn(view: DeskView, id: string): Told | null {
  return view.subjects.flatMap(statementsOf).find((statement) => statement.id === id) ?? null;
}

/** A statement of the record as its form holds it, so that what was wrong in it can be changed and the rest stays. */
export function draftOfStatement(told: Told, view: DeskView, id: string): StatementDraft {
  const { speaker, value, report, excerpt, subject, channel, mode, happened, said } = told;
  const gone = new Set<string>(view.gone);
  const [link = null, ...kept] = (told.links ?? []).filter(({ statement }) => !gone.has(statement));
  return {
    ...emptyStatement(id),
    report: report && { text: report.text, title: report.title ?? report.outlet ?? report.id },
    excerpt,
    own: speaker === null,
    party: speaker?.party ?? null,
    as: speaker?.name ?? '',
    role: speaker?.role ?? '',
    via: [...(told.through ?? [])],
    channel: channel ?? '',
    mode,
    subject: subject.id,
    values: { [value.kind]: kindNamed(value.kind).fieldsOf(value) },
    happened: draftOfWhen(happened),
    said: draftOfWhen(said),
    link,
    kept,
  };
}

/** What the form of a statement could not take over and the editor looks at again, in words. */
export function notTakenOver({ through, links, via }: Told): string[] {
  return [
    ...(through === undefined && via.length > 0 ? [`through whom it came (${via.join(', ')})`] : []),
    ...(links === undefined ? ['which other statement it refers to, if any'] : []),
  ];
}
