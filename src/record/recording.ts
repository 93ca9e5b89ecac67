import type { Event, EventOf } from '../journal/event.ts';
import type { PartyId, SubjectId } from '../terms/ids.ts';
import { Refusal } from '../terms/refusal.ts';
import { checkWhen } from '../terms/when.ts';
import { Citations } from './citing.ts';
import type { CommandOf, Fresh, NewStatement } from './command.ts';
import type { Circumstances } from './decide.ts';
import { kindOf } from './kinds/kinds.ts';
import { holdsPayable } from './kinds/payable.ts';
import { Names } from './naming.ts';
import { find, type StoryRecord } from './record.ts';

/** Statements to record, with the parties and subjects that they bring. */
type Brought = Pick<CommandOf<'publish'>, 'parties' | 'subjects' | 'statements'>;

/** What recording statements comes to: the reports cited first, new parties and subjects, then the statements. */
export function recordStatements(
  record: StoryRecord,
  brought: Brought,
  circumstances: Circumstances,
): { before: Event[]; recorded: EventOf<'statement-recorded'>[] } {
  const parties = new Names<PartyId>('party', record.parties.length);
  const subjects = new Names<SubjectId>('subject', record.subjects.length);
  const party = (ref: PartyId | Fresh) => parties.named(ref, (id) => find(record.parties, id));
  for (const { name, terms } of brought.subjects) {
    if (terms.kind === 'appeal' && [name, terms.beneficiary].some(holdsPayable)) {
      throw new Refusal('payment-in-report', {});
    }
  }
  const named = brought.parties.map(({ ref, ...rest }): Event => ({
    kind: 'party-named',
    party: parties.give(ref),
    ...rest,
  }));
  const opened = brought.subjects.map(({ ref, sides, ...rest }): Event => ({
    kind: 'subject-opened',
    subject: subjects.give(ref),
    ...rest,
    sides: sides.map(party),
  }));
  const terms = new Map(brought.subjects.map(({ ref, ...rest }) => [subjects.named(ref), rest]));

  const cited = new Citations(record, circumstances);
  const recorded = brought.statements.map((statement, i): EventOf<'statement-recorded'> => {
    const subject = subjects.named(statement.subject, (id) => find(record.subjects, id));
    checkStatement(record, statement, terms.get(subject) ?? find(record.subjects, subject)!);
    const { report, ...excerpt } = statement.excerpt ?? { report: null };
    return {
      kind: 'statement-recorded',
      ...statement,
      statement: `statement-${record.statements.length + i + 1}`,
      subject,
      by: statement.by && { ...statement.by, party: party(statement.by.party) },
      via: statement.via.map(party),
      report: report === null ? null : cited.cite(report, statement.excerpt!),
      excerpt: report === null ? null : (excerpt as EventOf<'statement-recorded'>['excerpt']),
    };
  });
  return { before: [...cited.events, ...named, ...opened], recorded };
}

function checkStatement(
  record: StoryRecord,
  { by, excerpt, value, happened, said, links }: NewStatement,
  subject: { name: string; terms: { kind: string } },
): void {
  if (by !== null && excerpt === null) throw new Refusal('statement-unsourced', { as: by.as });
  if (value.kind !== subject.terms.kind) {
    throw new Refusal('value-misfit', { subject: subject.name, expected: subject.terms.kind, kind: value.kind });
  }
  for (const when of [happened, said, ...kindOf(value).times(value)]) if (when !== null) checkWhen(when);
  kindOf(value).check(value, record.zone);
  for (const { statement } of links) {
    const target = find(record.statements, statement);
    if (target === undefined) throw new Refusal('thing-unknown', { id: statement });
    if (target.withdrawn !== null || target.removed !== null) throw new Refusal('link-to-withdrawn', { statement });
  }
}
