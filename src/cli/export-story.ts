import { journalOptions, knownStory, revisionsOf, withJournal } from './with-journal.ts';
import { readWords, type CliCommand } from './usage.ts';

/** Prints a story's whole journal. */
export const exportStory: CliCommand = {
  takes: 'STORY [--data FOLDER]',
  does: 'Prints a story’s whole journal as JSON lines, one a revision.',
  more: `  --data FOLDER   where the journal is kept (data)
`,
  async run(words) {
    const { values, positionals } = readWords(words, { data: journalOptions.data }, [1, 1]);
    return withJournal(values.data, async (journal) => {
      const story = await knownStory(journal, positionals[0]!);
      for await (const revision of revisionsOf(journal, story)) {
        if (!process.stdout.write(`${JSON.stringify(revision)}\n`)) {
          await new Promise((resolve) => process.stdout.once('drain', resolve));
        }
      }
      return 0;
    });
  },
};
