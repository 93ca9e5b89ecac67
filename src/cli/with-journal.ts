import { existsSync } from 'node:fs';
import type { Journal } from '../journal/port.ts';
import type { Revision } from '../journal/revision.ts';
import { openSqliteJournal } from '../store/sqlite-journal.ts';
import { Refusal } from '../terms/refusal.ts';
import { journalFile } from './stores.ts';

const revisionsAtOnce = 1000;

/** The options of the commands that read a journal. */
export const journalOptions = {
  data: { type: 'string', default: 'data' },
  json: { type: 'boolean', default: false },
} as const;

/** Opens a folder's journal for some work and closes it after. Throws `file-unreadable` where there is none. */
export async function withJournal(data: string, work: (journal: Journal) => Promise<number>): Promise<number> {
  const file = journalFile(data);
  if (!existsSync(file)) throw new Refusal('file-unreadable', { file, what: 'it does not exist' });
  const journal = await openSqliteJournal(file);
  try {
    return await work(journal);
  } finally {
    await journal.close();
  }
}

/** A story's name, where the journal holds it. Throws `story-unknown`. */
export async function knownStory(journal: Journal, story: string): Promise<string> {
  if ((await journal.head(story)).number === 0) throw new Refusal('story-unknown', { story });
  return story;
}

/** A story's revisions, from the first. */
export async function* revisionsOf(journal: Journal, story: string): AsyncGenerator<Revision> {
  let after = 0;
  for (;;) {
    const some = await journal.read(story, after, revisionsAtOnce);
    yield* some;
    after += some.length;
    if (some.length < revisionsAtOnce) return;
  }
}
