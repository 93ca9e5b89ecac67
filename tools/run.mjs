// The one door to the project: `node tools/run.mjs start|test|build|bench|bench:fanout|bench:scale|bench:reading|install [arguments]`.
//
// It runs on Node 20 and needs no package: it installs them, and the pinned Node 26, which runs everything else.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildBrowserFiles } from './browser-files.mjs';
import { pinnedNode, run, searchPath, serverFlags } from './child.mjs';
import { Fault } from './fault.mjs';
import { buildGazetteer } from './gazetteer-file.mjs';
import { installPackages } from './packages.mjs';
import { summarize } from './test-summary.mjs';

const project = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** @type {Record<string, (args: string[]) => Promise<number>>} */
const commands = {
  start: async (args) => {
    await prepare();
    return node(...serverFlags, 'src/cli/main.ts', 'serve', '--examples', ...args);
  },
  test: async (args) => {
    await prepare();
    return test(args);
  },
  build: async () => {
    await prepare();
    return 0;
  },
  bench: async (args) => {
    await prepare();
    return node('bench/main.ts', ...args);
  },
  'bench:fanout': async (args) => {
    await prepare();
    return node('bench/fanout/main.ts', ...args);
  },
  'bench:scale': async (args) => {
    await prepare();
    return node('bench/scale/main.ts', ...args);
  },
  'bench:reading': async (args) => {
    await prepare();
    return node('bench/reading/main.ts', ...args);
  },
  install: async () => {
    await installPackages(project);
    return 0;
  },
};

async function prepare() {
  await installPackages(project);
  await buildBrowserFiles(project);
  await buildGazetteer(project);
}

/**
 * Runs a program of the project on the pinned Node; resolves to its exit code.
 *
 * @param {string[]} args
 */
async function node(...args) {
  const env = { ...process.env, PATH: searchPath(project, true) };
  const { code } = await run(pinnedNode(project), args, { cwd: project, env });
  return code;
}

/** @param {string[]} args */
async function test(args) {
  const folder = mkdtempSync(join(tmpdir(), 'stet-test-'));
  try {
    const file = join(folder, 'results.json');
    const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const exitCode = await node(join('node_modules', 'vitest', 'vitest.mjs'), 'run', ...reports, ...args);
    const { line, ok } = summarize(readResults(file), exitCode);
    console.log(line);
    return ok ? 0 : exitCode || 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @returns {import('./test-summary.mjs').Results | null}
 */
function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {string | undefined} name */
function chosen(name) {
  const command = Object.hasOwn(commands, name ?? '') ? commands[name ?? ''] : undefined;
  if (command) return command;
  throw new Fault(
    name === undefined ? 'No command was given.' : `There is no command “${name}”.`,
    'it was mistyped.',
    `run \`node tools/run.mjs\` with one of: ${Object.keys(commands).join(', ')}.`,
  );
}

try {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    throw new Fault(
      `This is Node ${process.versions.node}; Stet is installed and started with Node 20 or newer.`,
      'an older Node comes first in your PATH.',
      'install a newer Node from https://nodejs.org, or switch to one with your version manager.',
    );
  }
  const [name, ...args] = process.argv.slice(2);
  process.exitCode = await chosen(name)(args);
} catch (error) {
  console.error(error instanceof Fault ? error.message : error);
  process.exitCode = 1;
}
