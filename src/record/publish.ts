import { isEmpty } from '../journal/body.ts';
import type { Event, EventOf } from '../journal/event.ts';
import type { PartyId, ReportId, StatementId, SubjectId } from '../terms/ids.ts';
import { checkExcerpt } from '../terms/excerpt.ts';
import { Refusal } from '../terms/refusal.ts';
import { checkWhen } from '../terms/when.ts';
import type { CommandOf, Fresh, NewStatement } from './command.ts';
import type { Circumstances } from './decide.ts';
import { kindOf } from './kinds/kinds.ts';
import { find, type StoryRecord } from './record.ts';

/** What publishing comes to: the reports cited first, new parties and subjects, statements, and the post that carries them. */
export function publish(record: StoryRecord, command: CommandOf<'publish'>, circumstances: Circumstances): Event[] {
  const { post } = command;
  if (post === null && command.statements.length === 0) throw new Refusal('nothing-to-publish', {});
  if (post !== null && isEmpty(post.body)) throw new Refusal('post-empty', {});

  const parties = new Names<PartyId>('party', record.parties.length);
  const subjects = new Names<SubjectId>('subject', record.subjects.length);
  const opened: Event[] = [
    ...command.parties.map(({ ref, ...rest }): Event => ({ kind: 'party-named', party: parties.give(ref), ...rest })),
    ...command.subjects.map(({ ref, ...rest }): Event => ({
      kind: 'subject-opened',
      subject: subjects.give(ref),
      ...rest,
    })),
  ];
  const terms = new Map(command.subjects.map(({ ref, ...rest }) => [subjects.named(ref), rest]));

  const cited = new Citations(record, circumstances);
  const recorded = command.statements.map((statement, i): EventOf<'statement-recorded'> => {
    const party = (ref: PartyId | Fresh) => parties.named(ref, (id) => find(record.parties, id));
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

  return [...cited.events, ...opened, ...recorded, ...(post === null ? [] : postEvents(record, post, recorded))];
}

function postEvents(
  record: StoryRecord,
  { key, pinned, ...post }: NonNullable<CommandOf<'publish'>['post']>,
  recorded: { statement: StatementId }[],
): Event[] {
  const id = `post-${record.posts.length + 1}` as const;
  return [
    { kind: 'post-published', post: id, ...post, statements: recorded.map(({ statement }) => statement) },
    ...(key ? [{ kind: 'post-keyed', post: id } as const] : []),
    ...(pinned ? [{ kind: 'post-pinned', post: id } as const] : []),
  ];
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
  kindOf(value).check(value);
  if (happened !== null) checkWhen(happened);
  if (said !== null) checkWhen(said);
  for (const { statement } of links) {
    const target = find(record.statements, statement);
    if (target === undefined) throw new Refusal('thing-unknown', { id: statement });
    if (target.withdrawn !== null) throw new Refusal('link-to-withdrawn', { statement });
  }
}

/** The names given to what one command brings, after those that the record holds. */
class Names<Id extends PartyId | SubjectId> {
  readonly #prefix: string;
  readonly #before: number;
  readonly #given = new Map<string, Id>();

  constructor(prefix: string, before: number) {
    this.#prefix = prefix;
    this.#before = before;
  }

  give(ref: Fresh): Id {
    if (this.#given.has(ref)) throw new Refusal('ref-twice', { ref });
    const id = `${this.#prefix}-${this.#before + this.#given.size + 1}` as Id;
    this.#given.set(ref, id);
    return id;
  }

  /** The name behind a reference, or the name itself where `find` finds it on the record. */
  named(ref: Id | Fresh, find: (id: Id) => unknown = () => undefined): Id {
    const given = this.#given.get(ref);
    if (given !== undefined) return given;
    if (ref.startsWith('new-')) throw new Refusal('ref-unknown', { ref });
    if (find(ref as Id) === undefined) throw new Refusal('thing-unknown', { id: ref });
    return ref as Id;
  }
}

/** The reports that one command's statements are cut from, cited first where the record does not hold them yet. */
class Citations {
  readonly events: Event[] = [];
  readonly #record: StoryRecord;
  readonly #circumstances: Circumstances;
  readonly #known = new Map<string, ReportId>();

  constructor(record: StoryRecord, circumstances: Circumstances) {
    this.#record = record;
    this.#circumstances = circumstances;
  }

  cite(text: string, excerpt: NonNullable<NewStatement['excerpt']>): ReportId {
    const report = this.#circumstances.report(text);
    if (report === undefined) throw new Refusal('report-unknown', { report: text });
    checkExcerpt(report.words, excerpt);
    const known = this.#known.get(text) ?? this.#onRecord(text);
    if (known !== undefined) return known;
    const id: ReportId = `report-${this.#record.reports.length + this.events.length + 1}`;
    const { words: _, ...about } = report;
    this.events.push({ kind: 'report-cited', report: id, text, ...about });
    this.#known.set(text, id);
    return id;
  }

  #onRecord(text: string): ReportId | undefined {
    for (const report of this.#record.reports.backwards()) if (report.text === text) return report.id;
    return undefined;
  }
}
