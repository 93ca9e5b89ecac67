#!/usr/bin/env node
// The `stet` command: the program `src/cli/main.ts` on the project's own Node 26, whatever Node the machine has.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinnedNode, run, serverFlags } from '../tools/child.mjs';
import { Fault } from '../tools/fault.mjs';

const project = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

if (existsSync(pinnedNode(project))) {
  const main = join(project, 'src', 'cli', 'main.ts');
  const { code } = await run(pinnedNode(project), [...serverFlags, main, ...process.argv.slice(2)]);
  process.exitCode = code;
} else {
  const fault = new Fault(
    `The packages of Stet are not installed in ${project}.`,
    'this is a fresh copy of the project.',
    `run \`npm install\` in ${project}, then the command again.`,
  );
  console.error(fault.message);
  process.exitCode = 1;
}
