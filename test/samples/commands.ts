import * as fc from 'fast-check';
import type { Revision } from '../../src/journal/revision.ts';
import { RouteState } from '../../src/journal/subjects/route.ts';
import { Mode } from '../../src/journal/statement.ts';
import type { Value } from '../../src/journal/subjects/subject.ts';
import type { Command, NewStatement } from '../../src/record/command.ts';
import { fold } from '../../src/record/evolve.ts';
import { emptyRecord, revisionOf, type Post, type StoryRecord, type Subject } from '../../src/record/record.ts';
import {
  excerptOf,
  floodSentences,
  openFlood,
  paragraph,
  people,
  posting,
  publishing,
  revisionBy,
  routeIs,
  statementOf,
} from './flood.ts';

/** A story's coverage made at random: what was asked, what it came to, and the record in the end. */
export interface Coverage {
  commands: Command[];
  revisions: Revision[];
  record: StoryRecord;
}

/** What an editor has in mind before looking at the record; it becomes a command that fits the record, or none. */
interface Wish {
  kind: 'post' | 'state' | 'describe' | 'correct' | 'withdraw' | 'take-back' | 'pin' | 'key';
  by: string;
  words: string;
  /** Chooses among the things there are. */
  pick: number;
  statements: { number: number; party: number; subject: number; mode: Mode; state: RouteState; link: boolean }[];
}

const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom('post', 'post', 'state', 'state', 'describe', 'correct', 'withdraw', 'take-back', 'pin', 'key'),
  by: fc.constantFrom('Marta', 'Ondřej'),
  words: fc.string({ unit: 'grapheme', maxLength: 20 }).map((words) => `The river ${words}`),
  pick: fc.nat(1000),
  statements: fc.array(
    fc.record({
      number: fc.nat(500),
      party: fc.nat(4),
      subject: fc.nat(3),
      mode: fc.constantFrom(...Mode.options),
      state: fc.constantFrom(...RouteState.options),
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
    first: commandFor(one, record) ?? posting(one.words),
    second: commandFor(other, record) ?? posting(other.words),
  }));
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
    if (command !== null) carryOut(command, one.by);
  }
  return { commands, revisions, record };
}

function commandFor(wished: Wish, record: StoryRecord): Command | null {
  const { kind, words, pick } = wished;
  const seen = revisionOf(record);
  if (kind === 'post') return posting(words, pick % 2 === 0 ? {} : statementsFor(wished, record));
  if (kind === 'state') return publishing(statementsFor(wished, record));
  if (kind === 'describe') return { kind: 'describe-story', seen, title: `Flood ${seen}`, summary: words.trim() };

  if (kind === 'take-back') {
    const standing = [...record.statements].filter(({ withdrawn }) => withdrawn === null);
    const statement = standing[pick % standing.length]?.id;
    return statement === undefined ? null : { kind: 'withdraw-statement', seen, statement, reason: 'Not confirmed.' };
  }

  const standing = [...record.posts].filter(({ withdrawn }) => withdrawn === null);
  const post = standing[pick % standing.length];
  return post === undefined ? null : commandOn(post, wished, seen);
}

function commandOn({ id: post, pinned, key, headline }: Post, { kind, words }: Wish, seen: number): Command {
  if (kind === 'pin') return { kind: pinned ? 'unpin-post' : 'pin-post', seen, post };
  if (kind === 'key') return { kind: key ? 'unkey-post' : 'key-post', seen, post };
  if (kind === 'withdraw') return { kind: 'withdraw-post', seen, post, reason: 'It was another river.' };
  return { kind: 'correct-post', seen, post, headline, body: paragraph(`${seen}: ${words}`), note: 'It was misheard.' };
}

/** Statements with the parties and subjects that they need and the record does not hold yet. */
function statementsFor(
  { statements, pick }: Wish,
  record: StoryRecord,
): Pick<ReturnType<typeof publishing>, 'parties' | 'subjects' | 'statements'> {
  const standing = [...record.statements].filter(({ withdrawn }) => withdrawn === null);
  const newKind = pick % 3 === 0 ? 'route' : 'figure';
  const made = statements.map(({ number, party, subject, mode, state, link }, i): NewStatement => {
    const on: Subject | undefined = record.subjects.at(subject);
    const value: Value = (on?.terms.kind ?? newKind) === 'route' ? routeIs(state) : people(number);
    const target = link ? standing[(pick + i) % standing.length] : undefined;
    const spoken = party === 0 ? {} : { excerpt: excerptOf(floodSentences[number % floodSentences.length]!) };
    return statementOf({
      subject: on?.id ?? 'new-1',
      by: party === 0 ? null : { party: record.parties.at(party - 1)?.id ?? 'new-1', as: 'A speaker', role: null },
      mode,
      value,
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
            terms:
              newKind === 'figure'
                ? { kind: 'figure' }
                : { kind: 'route', aim: null, from: 'lower town', through: [], to: null },
          },
        ]
      : [],
    statements: made,
  };
}
