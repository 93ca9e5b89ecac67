import { checkFollows, firstHash } from '../journal/revision.ts';
import { journalOptions, knownStory, revisionsOf, withJournal } from './with-journal.ts';
import { readWords, type CliCommand } from './usage.ts';

/** Checks the hash chain of every story. */
export const verify: CliCommand = {
  takes: '[STORY] [--data FOLDER] [--json]',
  does: 'Checks that every revision is whole and follows the one before it.',
  more: `  --data FOLDER   where the journal is kept (data)
  --json          prints one JSON object a story
  Exit code 1 where a revision is damaged.
`,
  async run(words) {
    const { values, positionals } = readWords(words, journalOptions, [0, 1]);
    return withJournal(values.data, async (journal) => {
      const [only] = positionals;
      const stories = only === undefined ? await journal.stories() : [await knownStory(journal, only)];
      for (const story of stories) {
        let last = { number: 0, hash: firstHash };
        for await (const revision of revisionsOf(journal, story)) {
          checkFollows(revision, last);
          last = revision;
        }
        const { number, hash } = last;
        const line = values.json
          ? JSON.stringify({ story, revisions: number, hash })
          : `${story}: ${number} revisions, whole; ${hash}`;
        process.stdout.write(`${line}\n`);
      }
      if (stories.length === 0) process.stderr.write('The journal holds no story.\n');
      return 0;
    });
  },
};
