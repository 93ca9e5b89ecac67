import type { Excerpt } from '../terms/excerpt.ts';
import type { DeskView } from '../views/desk-view.ts';
import type { Block } from '../journal/body.ts';
import type { SubjectKind } from '../journal/subjects/subject.ts';
import type { Draft, DraftChange } from './draft.ts';
import { folded } from './folded.ts';
import { kindNamed, kindNames } from './kinds/kinds.ts';
import { identityIn } from './merging.ts';
import type { KeptReport } from './report.ts';
import {
  emptyStatement,
  freshRef,
  nextStatementId,
  type Fields,
  type NewParty,
  type StatementDraft,
} from './statement-draft.ts';
import { subjectFor } from './subject-for.ts';
import type { Suggested } from './suggested.ts';
import { draftOfWhen } from './when-draft.ts';

/** Takes exact words of a report into a draft as a statement; what the suggestion does not say stays unknown. */
export function takeStatement(
  draft: Draft,
  view: DeskView,
  report: KeptReport,
  excerpt: Excerpt,
  suggestion: Suggested | null,
): { change: DraftChange; id: string } {
  const id = nextStatementId(draft.statements);
  const speaker = suggestion?.speaker ?? null;
  const found = speaker === null ? { party: null, parties: draft.parties } : partyFor(draft, view, speaker);
  const about = subjectFor(draft, view, suggestion?.state?.terms ?? null);
  const statement: StatementDraft = {
    ...emptyStatement(id),
    report: { text: report.text, title: report.line },
    excerpt,
    suggestion: suggestion?.name ?? null,
    party: found.party,
    as: speaker?.name ?? '',
    role: speaker?.role ?? '',
    channel: suggestion?.channel ?? '',
    mode: suggestion?.mode ?? 'says',
    subject: about.subject,
    values: Object.fromEntries(kindNames.map((name) => [name, suggestion === null ? {} : filledIn(name, suggestion)])),
    happened: draftOfWhen(suggestion?.happened ?? null),
    said: draftOfWhen(suggestion?.said ?? null),
  };
  const { parties } = found;
  return { change: { parties, subjects: about.subjects, statements: [...draft.statements, statement] }, id };
}

/** What the form of a kind holds first: all that a state of that kind gives, else what the suggestion found printed. */
function filledIn(name: SubjectKind, suggestion: Suggested): Fields {
  const kind = kindNamed(name);
  const value = suggestion.state?.value;
  return value?.kind === name ? kind.fieldsOf(value) : kind.filled(suggestion);
}

/** The suggestions of a report, by name, that statements of a draft were taken from. */
export function takenOf({ statements }: Pick<Draft, 'statements'>, { text }: Pick<KeptReport, 'text'>): string[] {
  return statements.flatMap(({ report, suggestion }) =>
    report?.text === text && suggestion !== null ? [suggestion] : [],
  );
}

/** The statement of a draft that was taken from a suggestion of a report; `undefined` where none was. */
export function takenFrom(
  { statements }: Draft,
  { text }: KeptReport,
  { name }: Suggested,
): StatementDraft | undefined {
  return statements.find(({ report, suggestion }) => report?.text === text && suggestion === name);
}

/**
 * The party that was printed under this name before, or a new one where none was.
 *
 * A leading article and the case of letters do not tell names apart. Where several parties have it the editor decides:
 * people with one name stay as many parties as they are.
 */
function partyFor(
  draft: Draft,
  view: DeskView,
  speaker: { name: string; role: string | null },
): { party: StatementDraft['party']; parties: NewParty[] } {
  const name = folded(speaker.name);
  const named = view.parties.filter((party) => [party.name, ...party.printed].some((one) => folded(one) === name));
  const known = new Set([
    ...named.map(({ id }) => identityIn(view.parties, id)),
    ...draft.parties.filter((party) => folded(party.name) === name).map(({ ref }) => ref),
  ]);
  const [only = null] = known;
  if (known.size > 0) return { party: known.size === 1 ? only : null, parties: draft.parties };
  const ref = freshRef(draft.parties);
  const fresh: NewParty = { ref, name: speaker.name, sort: null, role: speaker.role ?? '' };
  return { party: ref, parties: [...draft.parties, fresh] };
}

/** Exact words as a quotation of the post's text, with who said them, as printed. */
export function quotationOf(excerpt: Excerpt, suggestion: Suggested | null, language: string | null): Block {
  const { name = null, role = null } = suggestion?.speaker ?? {};
  const who = name === null ? 'speaker not given' : [name, role].filter((part) => part !== null).join(', ');
  const words = excerpt.exact.replace(/\s+/g, ' ');
  return { kind: 'quotation', runs: [{ text: `“${words}” — ${who}` }], language };
}
