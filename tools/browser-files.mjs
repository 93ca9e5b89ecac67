import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pinnedNode, run, searchPath } from './child.mjs';
import { Fault, codeOf, readOnly } from './fault.mjs';

/** What `vite.config.ts` bundles, and where it says what it made of it. */
const bundles = [
  { entry: 'src/desk/main.tsx', manifest: 'dist/desk/manifest.json' },
  { entry: 'src/page/script/main.ts', manifest: 'dist/page/manifest.json' },
];

/** Folders under `src` that no browser file is made of. */
const notForBrowsers = new Set(['server', 'store', 'cli']);

/** Where the hash of the sources stands that `dist/` was built from. */
const note = 'dist/built-from.txt';

/**
 * Builds the desk and the reader's script into `dist/`, unless they were built from these very sources.
 *
 * @param {string} project
 */
export async function buildBrowserFiles(project) {
  const wanted = bundles.filter(({ entry }) => existsSync(join(project, entry)));
  const sources = fingerprint(project);
  if (wanted.length === 0 || isBuilt(project, wanted, sources)) return;
  console.log('Building the browser files…');
  writing(() => rmSync(join(project, note), { force: true }));
  const { code, output } = await run(
    pinnedNode(project),
    [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: project, env: { ...process.env, PATH: searchPath(project, true) }, quiet: true },
  );
  process.stderr.write(output);
  if (code !== 0) throw viteFault(output);
  writing(() => writeFileSync(join(project, note), sources));
}

/**
 * @param {string} project
 * @param {{ manifest: string }[]} wanted
 * @param {string} sources
 */
function isBuilt(project, wanted, sources) {
  const file = join(project, note);
  return (
    wanted.every(({ manifest }) => existsSync(join(project, manifest))) &&
    existsSync(file) &&
    readFileSync(file, 'utf8') === sources
  );
}

/** @param {() => void} write */
function writing(write) {
  try {
    write();
  } catch (error) {
    throw ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error)) ? readOnly(String(error)) : error;
  }
}

/**
 * A hash of everything the browser files are made of: their sources, the packages, how they are bundled.
 *
 * @param {string} project
 */
export function fingerprint(project) {
  const hash = createHash('sha256');
  const files = ['package-lock.json', 'tsconfig.json', 'tsconfig.browser.json', 'vite.config.ts'];
  for (const file of [...files, ...browserSources(project)]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(project, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} project */
function browserSources(project) {
  return readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|css|json|svg)$/.test(file) && !/\.test\.tsx?$/.test(file))
    .filter((file) => !notForBrowsers.has(file.split(sep)[0] ?? ''))
    .map((file) => join('src', file))
    .toSorted();
}

/** @param {string} output */
function viteFault(output) {
  const denied = output.match(/.*\b(EACCES|EPERM|EROFS)\b.*/);
  if (denied) return readOnly(denied[0].trim());
  return new Fault(
    'The browser files could not be built.',
    'a source file is not right; Vite names it above.',
    'mend it, then run the command again.',
  );
}
