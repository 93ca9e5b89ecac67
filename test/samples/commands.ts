import * as fc from 'fast-check';
import type { Revision } from '../../src/journal/revision.ts';
import { Mode } from '../../src/journal/statement.ts';
import type { SubjectKind, Value } from '../../src/journal/subjects/subject.ts';
import type { Command, CommandOf, NewStatement } from '../../src/record/command.ts';
import { fold } from '../../src/record/evolve.ts';
import { identityOf } from '../../src/record/parties.ts';
import {
  emptyRecord,
  endingOf,
  revisionOf,
  type Post,
  type StoryRecord,
  type Subject,
} from '../../src/record/record.ts';
import {
  entering,
  excerptOf,
  floodSentences,
  openFlood,
  paragraph,
  posting,
  publishing,
  revisionBy,
  statementOf,
} from './flood.ts';
import { kindNames, someTerms, valueOfEach } from './values.ts';
import { Refusal } from '../../src/terms/refusal.ts';

/** A story's coverage made at random: what was asked, what it came to, and the record in the end. */
export interface Coverage {
  commands: Command[];
  revisions: Revision[];
  record: StoryRecord;
}

/** What an editor has in mind before looking at the record; it becomes a command that fits the record, or none. */
interface Wish {
  kind: (typeof wishes)[number];
  by: string;
  words: string;
  /** Chooses among the things there are. */
  pick: number;
  statements: {
    sentence: number;
    party: number;
    subject: number;
    mode: Mode;
    values: Record<SubjectKind, Value>;
    link: boolean;
  }[];
}

const wishes = [
  'post',
  'post',
  'state',
  'state',
  'state',
  'describe',
  'correct',
  'clarify',
  'withdraw',
  'take-back',
  'put-right',
  'merge',
  'split',
  'pin',
  'key',
  'pay',
  'pay',
  'end',
] as const;

const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom(...wishes),
  by: fc.constantFrom('Marta', 'Ondřej'),
  words: fc.string({ unit: 'grapheme', maxLength: 20 }).map((words) => `The river ${words}`),
  pick: fc.nat(1000),
  statements: fc.array(
    fc.record({
      sentence: fc.nat(floodSentences.length - 1),
      party: fc.nat(4),
      subject: fc.nat(4),
      mode: fc.constantFrom(...Mode.options),
      values: valueOfEach,
      link: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

/** Coverages of the flood, each command of which was valid when it was sent. */
export function coverages(most = 40): fc.Arbitrary<Coverage> {
  return fc.array(wish, { maxLength: most }).map(cover);
}

/** A record and two commands that two editors send at once: each is valid against the record. */
export function rivalries(): fc.Arbitrary<{ record: StoryRecord; first: Command; second: Command }> {
  return fc.tuple(coverages(), wish, wish).map(([{ record }, one, other]) => ({
    record,
    first: rivalFor(one, record),
    second: rivalFor(other, record),
  }));
}

function rivalFor(wished: Wish, record: StoryRecord): Command {
  // An end is no rival of one thing, but of all that is new.
  const kind = wished.kind === 'end' ? 'describe' : wished.kind;
  return possible(commandFor({ ...wished, kind, by: 'Marta' }, record) ?? posting(wished.words), record);
}

/** The command, or the opening without which there is nothing new. */
function possible(command: Command, record: StoryRecord): Command {
  const isNew = ['publish', 'enter-payment', 'confirm-payment'].includes(command.kind);
  if (endingOf(record) === null || !isNew) return command;
  return { kind: 'reopen-story', seen: revisionOf(record), note: null };
}

function cover(wishes: Wish[]): Coverage {
  let record = emptyRecord('river-flood');
  const commands: Command[] = [];
  const revisions: Revision[] = [];
  const carryOut = (command: Command, by: string) => {
    const revision = revisionBy(command, record, revisions.at(-1), by);
    record = fold(record, revision);
    commands.push(command);
    revisions.push(revision);
  };
  carryOut(openFlood, 'Marta');
  for (const one of wishes) {
    const command = commandFor(one, record);
    if (command !== null) carryOut(possible(command, record), one.by);
  }
  return { commands, revisions, record };
}

function commandFor(wished: Wish, record: StoryRecord): Command | null {
  const { kind, words, pick } = wished;
  const seen = revisionOf(record);
  if (kind === 'post') return posting(words, pick % 2 === 0 ? {} : statementsFor(wished, record));
  if (kind === 'state') return publishing(statementsFor(wished, record));
  if (kind === 'describe') return { kind: 'describe-story', seen, title: `Flood ${seen}`, summary: words.trim() };

  if (kind === 'end') {
    const note = words.trim();
    return { kind: endingOf(record) === null ? 'end-story' : 'reopen-story', seen, note };
  }

  if (kind === 'take-back') {
    const standing = [...record.statements].filter(({ withdrawn }) => withdrawn === null);
    const statement = standing[pick % standing.length]?.id;
    return statement === undefined ? null : { kind: 'withdraw-statement', seen, statement, reason: 'Not confirmed.' };
  }

  if (kind === 'pay') return aboutPayments(wished, record);
  if (kind === 'put-right') return puttingRight(wished, record);
  if (kind === 'merge' || kind === 'split') return aboutParties(wished, record);

  const standing = [...record.posts].filter(({ withdrawn }) => withdrawn === null);
  const post = standing[pick % standing.length];
  return post === undefined ? null : commandOn(post, wished, seen);
}

function commandOn({ id: post, pinned, key, headline }: Post, { kind, words }: Wish, seen: number): Command {
  if (kind === 'pin') return { kind: pinned ? 'unpin-post' : 'pin-post', seen, post };
  if (kind === 'key') return { kind: key ? 'unkey-post' : 'key-post', seen, post };
  if (kind === 'withdraw') return { kind: 'withdraw-post', seen, post, reason: 'It was another river.' };
  const rewrite = kind === 'clarify' ? 'clarify-post' : 'correct-post';
  return { kind: rewrite, seen, post, headline, body: paragraph(`${seen}: ${words}`), note: 'It was misheard.' };
}

/** A statement in the place of one that stands; it may be another party's, or on another subject. */
function puttingRight(wished: Wish, record: StoryRecord): CommandOf<'correct-statement'> | null {
  const standing = [...record.statements].filter(({ withdrawn }) => withdrawn === null);
  const wrong = standing[wished.pick % standing.length]?.id;
  if (wrong === undefined) return null;
  const { statements, ...brought } = statementsFor({ ...wished, statements: wished.statements.slice(0, 1) }, record);
  const note = 'It was put into the wrong mouth.';
  const seen = revisionOf(record);
  const command = {
    kind: 'correct-statement',
    seen,
    statement: wrong,
    note,
    ...brought,
    right: statements[0]!,
  } as const;
  return changesNothing(command, record) ? null : command;
}

function changesNothing(command: Command, record: StoryRecord): boolean {
  try {
    revisionBy(command, record, undefined);
    return false;
  } catch (reason) {
    if (reason instanceof Refusal && reason.code === 'nothing-changes') return true;
    throw reason;
  }
}

/** Payment details entered, confirmed by another editor, or withdrawn, where there is an appeal. */
function aboutPayments({ by, words, pick, statements }: Wish, record: StoryRecord): Command | null {
  const seen = revisionOf(record);
  const appeals = [...record.subjects].filter(({ terms }) => terms.kind === 'appeal');
  const on = appeals[pick % appeals.length]?.id;
  if (on === undefined) return null;
  const { appeal } = statements[0]!.values;
  const until = appeal.kind === 'appeal' ? appeal.until : null;
  const standing = [...record.payments].filter(({ withdrawn }) => withdrawn === null);
  const payment = standing[pick % standing.length];
  if (payment === undefined || pick % 3 === 0) {
    return entering(on, { seen, payee: words.trim(), validUntil: until });
  }
  if (pick % 3 === 1) return { kind: 'withdraw-payment', seen, payment: payment.id, reason: 'The account is closed.' };
  if (payment.confirmed !== null || payment.entered.by === by) return null;
  return { kind: 'confirm-payment', seen, payment: payment.id };
}

/** A party merged into another, or split from it again, where there is one. */
function aboutParties({ kind, pick }: Wish, record: StoryRecord): Command | null {
  const seen = revisionOf(record);
  const parties = [...record.parties];
  const fit = parties.filter(({ into }) => (into === null) === (kind === 'merge'));
  const party = fit[pick % fit.length]?.id;
  if (party === undefined) return null;
  if (kind === 'split') return { kind: 'split-party', seen, party };
  const others = parties.filter(({ id }) => identityOf(record, id) !== party);
  const into = others[pick % others.length]?.id;
  return into === undefined ? null : { kind: 'merge-parties', seen, party, into };
}

/** Statements with the parties and subjects that they need and the record does not hold yet. */
function statementsFor(
  { statements, pick }: Wish,
  record: StoryRecord,
): Pick<ReturnType<typeof publishing>, 'parties' | 'subjects' | 'statements'> {
  const standing = [...record.statements].filter(({ withdrawn }) => withdrawn === null);
  const newKind = kindNames[pick % kindNames.length]!;
  const made = statements.map(({ sentence, party, subject, mode, values, link }, i): NewStatement => {
    const on: Subject | undefined = record.subjects.at(subject);
    const target = link ? standing[(pick + i) % standing.length] : undefined;
    const spoken = party === 0 ? {} : { excerpt: excerptOf(floodSentences[sentence]!) };
    return statementOf({
      subject: on?.id ?? 'new-1',
      by: party === 0 ? null : { party: record.parties.at(party - 1)?.id ?? 'new-1', as: 'A speaker', role: null },
      mode,
      value: values[on?.terms.kind ?? newKind],
      links: target === undefined ? [] : [{ kind: 'denies', statement: target.id }],
      ...spoken,
    });
  });
  return {
    parties: made.some(({ by }) => by?.party === 'new-1')
      ? [{ ref: 'new-1', name: `Speaker ${record.parties.length}`, sort: 'person', role: null }]
      : [],
    subjects: made.some(({ subject }) => subject === 'new-1')
      ? [
          {
            ref: 'new-1',
            name: `Subject ${record.subjects.length}`,
            terms: someTerms[newKind],
            sides: [...record.parties].slice(0, pick % 3).map(({ id }) => id),
          },
        ]
      : [],
    statements: made,
  };
}
