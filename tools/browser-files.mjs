import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pinnedNode, run, searchPath } from './child.mjs';
import { Fault, codeOf, readOnly } from './fault.mjs';

/** Where `vite.config.ts` says what it made. */
const manifests = ['dist/desk/manifest.json', 'dist/page/manifest.json'];

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
  const sources = fingerprint(project);
  if (isBuilt(project, sources)) return;
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
 * @param {string} sources
 */
function isBuilt(project, sources) {
  const file = join(project, note);
  return (
    manifests.every((manifest) => existsSync(join(project, manifest))) &&
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
