import { cover } from './cover.ts';
import { exportStory, verify } from './journal-commands.ts';
import { link } from './link.ts';
import { read } from './read.ts';
import { serve } from './serve.ts';
import type { CliCommand } from './usage.ts';

/** The commands there are, by name. */
export const commands: Record<string, CliCommand> = { serve, cover, read, link, verify, export: exportStory };

/** The help of one command. */
export function helpFor(name: string): string {
  const { takes, does, more } = commands[name]!;
  return `stet ${name} ${takes}\n\n${does}\n\n${more}`;
}

/** What there is, a line for each command. */
export function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(width)}  ${does}`);
  return [
    'stet: live coverage, one act, whole page.',
    '',
    ...lines,
    '',
    'stet COMMAND --help says more. Exit codes: 0 done, 1 it could not be done, 2 the command was not understood.',
    '',
  ].join('\n');
}
