import type { CliCommand } from './usage.ts';

/** The commands there are, by name; each is loaded when it is asked for, so that a small one starts fast. */
export const commands: Record<string, () => Promise<CliCommand>> = {
  serve: async () => (await import('./serve.ts')).serve,
  cover: async () => (await import('./cover.ts')).cover,
  read: async () => (await import('./read.ts')).read,
  link: async () => (await import('./link.ts')).link,
  verify: async () => (await import('./verify.ts')).verify,
  export: async () => (await import('./export-story.ts')).exportStory,
};

/** The help of one command. */
export function helpFor(name: string, { takes, does, more }: CliCommand): string {
  return `stet ${name} ${takes}\n\n${does}\n\n${more}`;
}

/** What there is, a line for each command. */
export async function overview(): Promise<string> {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(width)}  ${(await load()).does}`);
  return [
    'stet: live coverage, one act, whole page.',
    '',
    ...(await Promise.all(lines)),
    '',
    'stet COMMAND --help says more. Exit codes: 0 done, 1 it could not be done, 2 the command was not understood.',
    '',
  ].join('\n');
}
