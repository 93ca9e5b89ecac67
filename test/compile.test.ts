import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Event } from '../src/journal/event.ts';
import { Command } from '../src/record/command.ts';

const project = fileURLToPath(new URL('..', import.meta.url));

const eventKinds = Event.options.map(({ shape }) => shape.kind.value);
const commandKinds = Command.options.map(({ shape }) => shape.kind.value);

/** Everything that the compiler has to say about copies of the code, each of which lacks one line of a table. */
let errors: string[];
let folder: string;

/** A file's code without one line of its table `lines`. */
function without(kind: string, code: string): string {
  const start = code.search(new RegExp(`^  '?${kind}'?[:,]`, 'm'));
  const next = code.slice(start + 1).search(/^(  ['a-z]|\};)/m);
  expect(start, `the line for ${kind}`).toBeGreaterThan(0);
  return code.slice(0, start) + code.slice(start + 1 + next);
}

beforeAll(async () => {
  // Inside the project, so that the packages are found.
  mkdirSync(join(project, 'dist'), { recursive: true });
  folder = mkdtempSync(join(project, 'dist', 'compile-'));
  for (const name of ['terms', 'journal', 'record']) {
    const isCode = (path: string) => !path.endsWith('.test.ts');
    cpSync(join(project, 'src', name), join(folder, name), { recursive: true, filter: isCode });
  }
  const record = (name: string) => join(folder, 'record', name);
  for (const [table, kinds] of Object.entries({ evolve: eventKinds, decide: commandKinds })) {
    const code = readFileSync(record(`${table}.ts`), 'utf8');
    for (const kind of kinds) writeFileSync(record(`${table}-without-${kind}.ts`), without(kind, code));
  }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../tsconfig.json', include: ['.'], exclude: [] }),
  );
  const compiler = join(project, 'node_modules', 'typescript', 'bin', 'tsc');
  const printed = await new Promise<string>((resolve) => {
    execFile(process.execPath, [compiler, '--pretty', 'false', '-p', folder], (_, text) => resolve(text));
  });
  errors = printed.split('\n').filter((line) => line.includes('error TS'));
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler says of the copy of a table without the line for a kind. */
function errorsWithout(kind: string, table: 'evolve' | 'decide'): string[] {
  return errors.filter((line) => line.includes(`${table}-without-${kind}.ts`));
}

const missing = (kind: string) => expect.stringMatching(new RegExp(`error TS2741: Property '"?${kind}"?' is missing`));

describe('a table of cases', () => {
  test.each(eventKinds)('[F11] evolve without a line for %s does not compile', (kind) => {
    expect(errorsWithout(kind, 'evolve')).toEqual([missing(kind)]);
  });

  test.each(commandKinds)('[D21] decide without a line for %s does not compile', (kind) => {
    expect(errorsWithout(kind, 'decide')).toEqual([missing(kind)]);
  });

  test('[F11] nothing else is wrong with the copies', () => {
    expect(errors).toHaveLength(eventKinds.length + commandKinds.length);
  });
});
