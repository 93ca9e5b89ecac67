import { existsSync } from 'node:fs';
import { signInAddress } from '../page/addresses.ts';
import { Refusal } from '../terms/refusal.ts';
import { SignIn } from '../server/sign-in.ts';
import { now, serveOptions } from './serve.ts';
import { journalFile, openStores } from './stores.ts';
import { readWords, type CliCommand } from './usage.ts';

/** Prints a new one-time link to the desk of a running server. */
export const link: CliCommand = {
  takes: '[--data FOLDER] [--base ADDRESS]',
  does: 'Prints a new one-time link that signs one person in at the desk.',
  more: `  --data FOLDER   where the running server keeps its files (data)
  --base ADDRESS  the address the server answers at (http://127.0.0.1:4600)
`,
  async run(words) {
    const { data } = serveOptions;
    const base = { type: 'string', default: 'http://127.0.0.1:4600' } as const;
    const { values } = readWords(words, { data, base }, [0, 0]);
    const file = journalFile(values.data);
    if (!existsSync(file)) throw new Refusal('file-unreadable', { file, what: 'it does not exist' });
    const { journal, desk } = await openStores(values.data);
    process.stdout.write(`${values.base}${signInAddress(await new SignIn(desk, now).invite())}\n`);
    await journal.close();
    await desk.close();
    return 0;
  },
};
