// Publishes as fast as it can until it is killed: `node writer.ts <journal file> <story>…`.
//
// Each story has one append in flight. A line `<story> <number> <hash>` is printed for each revision that the journal
// has acknowledged, and for none that it has not.
import { writeSync } from 'node:fs';
import type { Journal } from '../../src/journal/port.ts';
import type { Draft } from '../../src/journal/revision.ts';
import type { Command } from '../../src/record/command.ts';
import { decide } from '../../src/record/decide.ts';
import { fold } from '../../src/record/evolve.ts';
import { emptyRecord, revisionOf, type StoryRecord } from '../../src/record/record.ts';
import { openSqliteJournal } from '../../src/store/sqlite-journal.ts';
import { circumstancesAt, floodCast, minute, openFlood, people, posting, statementOf } from '../samples/flood.ts';

const [file = '', ...stories] = process.argv.slice(2);
const journal = await openSqliteJournal(file);
await Promise.all(stories.map((story) => publishForEver(journal, story)));

async function publishForEver(to: Journal, story: string): Promise<never> {
  let record = (await to.read(story, 0, 1_000_000)).reduce(fold, emptyRecord(story));
  for (;;) {
    const drafts: Draft[] = [];
    // Now one publication, now several that share an append, decided one after the other.
    let next = record;
    for (let i = 0; i <= revisionOf(record) % 4; i++) {
      const draft = draftFor(next);
      drafts.push(draft);
      next = fold(next, { number: revisionOf(next) + 1, ...draft });
    }
    const revisions = await to.append(story, drafts, revisionOf(record));
    for (const { number, hash } of revisions) writeSync(1, `${story} ${number} ${hash}\n`);
    record = revisions.reduce(fold, record);
  }
}

function draftFor(record: StoryRecord): Draft {
  const number = revisionOf(record) + 1;
  const at = minute(number);
  const events = decide(record, commandFor(number, record), circumstancesAt(at));
  return { at, by: 'Marta', events, act: `act-${number}` };
}

function commandFor(number: number, record: StoryRecord): Command {
  if (number === 1) return openFlood;
  if (number === 2) return floodCast;
  const post = `post-${record.posts.length}` as const;
  if (number % 7 === 0) return { kind: 'withdraw-post', seen: number - 1, post, reason: 'It was another river.' };
  return posting(`The river rises: ${number}. `.repeat(1 + (number % 50)), {
    statements: [statementOf({ value: people(number) })],
  });
}
