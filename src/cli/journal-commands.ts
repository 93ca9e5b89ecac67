import { existsSync } from 'node:fs';
import type { Journal } from '../journal/port.ts';
import { checkFollows, firstHash, type Revision } from '../journal/revision.ts';
import { openSqliteJournal } from '../store/sqlite-journal.ts';
import { Refusal } from '../terms/refusal.ts';
import { journalFile } from './stores.ts';
import { readWords, type CliCommand } from './usage.ts';

const revisionsAtOnce = 1000;
const options = { data: { type: 'string', default: 'data' }, json: { type: 'boolean', default: false } } as const;

/** Checks the hash chain of every story. */
export const verify: CliCommand = {
  takes: '[STORY] [--data FOLDER] [--json]',
  does: 'Checks that every revision is whole and follows the one before it.',
  more: `  --data FOLDER   where the journal is kept (data)
  --json          prints one JSON object a story
  Exit code 1 where a revision is damaged.
`,
  async run(words) {
    const { values, positionals } = readWords(words, options, [0, 1]);
    return withJournal(values.data, async (journal) => {
      const [only] = positionals;
      const stories = only === undefined ? await journal.stories() : [await known(journal, only)];
      for (const story of stories) {
        let last = { number: 0, hash: firstHash };
        for await (const revision of revisionsOf(journal, story)) {
          checkFollows(revision, last);
          last = revision;
        }
        const { number, hash } = last;
        const line = values.json ? JSON.stringify({ story, revisions: number, hash }) : `${story}: ${number} revisions, whole; ${hash}`;
        process.stdout.write(`${line}\n`);
      }
      if (stories.length === 0) process.stderr.write('The journal holds no story.\n');
      return 0;
    });
  },
};

/** Prints a story's whole journal. */
export const exportStory: CliCommand = {
  takes: 'STORY [--data FOLDER]',
  does: 'Prints a story’s whole journal as JSON lines, one a revision.',
  more: `  --data FOLDER   where the journal is kept (data)
`,
  async run(words) {
    const { values, positionals } = readWords(words, options, [1, 1]);
    return withJournal(values.data, async (journal) => {
      const story = await known(journal, positionals[0]!);
      for await (const revision of revisionsOf(journal, story)) {
        if (!process.stdout.write(`${JSON.stringify(revision)}\n`)) {
          await new Promise((resolve) => process.stdout.once('drain', resolve));
        }
      }
      return 0;
    });
  },
};

async function withJournal(data: string, work: (journal: Journal) => Promise<number>): Promise<number> {
  const file = journalFile(data);
  if (!existsSync(file)) throw new Refusal('file-unreadable', { file, what: 'it does not exist' });
  const journal = await openSqliteJournal(file);
  try {
    return await work(journal);
  } finally {
    await journal.close();
  }
}

async function known(journal: Journal, story: string): Promise<string> {
  if ((await journal.head(story)).number === 0) throw new Refusal('story-unknown', { story });
  return story;
}

async function* revisionsOf(journal: Journal, story: string): AsyncGenerator<Revision> {
  let after = 0;
  for (;;) {
    const some = await journal.read(story, after, revisionsAtOnce);
    yield* some;
    after += some.length;
    if (some.length < revisionsAtOnce) return;
  }
}
