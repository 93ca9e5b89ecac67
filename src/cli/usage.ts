import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** A command that was not written as its help says; ends with exit code 2. */
export class Usage extends Error {}

/** A command of the command line. */
export interface CliCommand {
  /** What follows the name, for instance `FILE|URL`. */
  takes: string;
  /** What it does, in one line. */
  does: string;
  /** The rest of its help. */
  more: string;
  /** Runs it with what was written behind the name; resolves to the exit code. */
  run(words: string[]): Promise<number>;
}

/** Reads options and words as a command's help says. Throws `Usage`. */
export function readWords<Options extends ParseArgsOptionsConfig>(
  words: string[],
  options: Options,
  count: [number, number],
) {
  try {
    const parsed = parseArgs({ args: words, options, allowPositionals: true, strict: true });
    const given = parsed.positionals.length;
    const [least, most] = count;
    if (given < least) throw new Usage('something is missing behind the command');
    if (given > most) throw new Usage(`“${parsed.positionals[most]}” is more than the command takes`);
    return parsed;
  } catch (reason) {
    throw reason instanceof Usage ? reason : new Usage((reason as Error).message);
  }
}
