import type { Suggestion } from '../reading/reading.ts';
import type { Excerpt } from '../terms/excerpt.ts';
import type { DeskView } from '../views/desk-view.ts';
import type { Block } from '../journal/body.ts';
import type { Draft, DraftChange } from './draft.ts';
import { kindNamed, kindNames } from './kinds/kinds.ts';
import { identityIn } from './merging.ts';
import type { KeptReport } from './report.ts';
import { emptyStatement, freshRef, nextStatementId, type NewParty, type StatementDraft } from './statement-draft.ts';

/** Takes exact words of a report into a draft as a statement; what the suggestion does not say stays unknown. */
export function takeStatement(
  draft: Draft,
  view: DeskView,
  report: KeptReport,
  excerpt: Excerpt,
  suggestion: Suggestion | null,
): { change: DraftChange; id: string } {
  const id = nextStatementId(draft.statements);
  const speaker = suggestion?.speaker ?? null;
  const found = speaker === null ? { party: null, parties: draft.parties } : partyFor(draft, view, speaker);
  const statement: StatementDraft = {
    ...emptyStatement(id),
    report: { text: report.text, title: report.line },
    excerpt,
    suggestion: suggestion?.number ?? null,
    party: found.party,
    as: speaker?.name ?? '',
    role: speaker?.role ?? '',
    channel: suggestion?.channel ?? '',
    mode: suggestion?.mode ?? 'says',
    values: Object.fromEntries(
      kindNames.map((name) => [name, suggestion === null ? {} : kindNamed(name).filled(suggestion)]),
    ),
  };
  return { change: { parties: found.parties, statements: [...draft.statements, statement] }, id };
}

/** The statement of a draft that was taken from a suggestion of a report; `undefined` where none was. */
export function takenFrom(
  { statements }: Draft,
  { text }: KeptReport,
  { number }: Suggestion,
): StatementDraft | undefined {
  return statements.find(({ report, suggestion }) => report?.text === text && suggestion === number);
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

const folded = (name: string) =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Exact words as a quotation of the post's text, with who said them, as printed. */
export function quotationOf(excerpt: Excerpt, suggestion: Suggestion | null, language: string | null): Block {
  const { name = null, role = null } = suggestion?.speaker ?? {};
  const who = name === null ? 'speaker not given' : [name, role].filter((part) => part !== null).join(', ');
  const words = excerpt.exact.replace(/\s+/g, ' ');
  return { kind: 'quotation', runs: [{ text: `“${words}” — ${who}` }], language };
}
