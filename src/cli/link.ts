import { existsSync } from 'node:fs';
import { signInAddress } from '../page/addresses.ts';
import { Refusal } from '../terms/refusal.ts';
import { SignIn } from '../server/sign-in.ts';
import { now, serveOptions, standardBase } from './serve.ts';
import { journalFile, openStores } from './stores.ts';
import { readWords, type CliCommand } from './usage.ts';

/** Prints a new one-time link to the desk of a running server, for one editor. */
export const link: CliCommand = {
  takes: 'NAME [--data FOLDER] [--base ADDRESS]',
  does: 'Prints a new one-time link that signs one editor in at the desk, under this name.',
  more: `  NAME            the editor’s name, with which publications are signed; letter case and spaces make no other editor
  --data FOLDER   where the running server keeps its files (data)
  --base ADDRESS  the address the server answers at (http://127.0.0.1:4600)
`,
  async run(words) {
    const { data } = serveOptions;
    const base = { type: 'string', default: standardBase } as const;
    const { values, positionals } = readWords(words, { data, base }, [1, 1]);
    const file = journalFile(values.data);
    if (!existsSync(file)) throw new Refusal('file-unreadable', { file, what: 'it does not exist' });
    const { journal, desk } = await openStores(values.data);
    try {
      const { token, editor } = await new SignIn(desk, now).invite(positionals[0]!);
      process.stdout.write(`${values.base}${signInAddress(token)}\n`);
      process.stderr.write(`The link signs ${editor} in, once, within a day.\n`);
    } finally {
      await journal.close();
      await desk.close();
    }
    return 0;
  },
};
