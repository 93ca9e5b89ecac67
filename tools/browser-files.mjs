import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pinnedNode, run, searchPath } from './child.mjs';
import { Fault, readOnly } from './fault.mjs';

/** Folders under `src` that no browser file is made of. */
const notForBrowsers = new Set(['server', 'store', 'cli']);

/** Builds the desk and the reader's script into `dist/`, unless they were built from these very sources. */
export async function buildBrowserFiles(project) {
  const note = join(project, 'dist', 'built-from.txt');
  const sources = fingerprint(project);
  if (existsSync(note) && readFileSync(note, 'utf8') === sources) return;
  console.log('Building the browser files…');
  const { code, output } = await run(
    pinnedNode(project),
    [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: project, env: { ...process.env, PATH: searchPath(project, true) }, quiet: true },
  );
  process.stderr.write(output);
  if (code !== 0) throw viteFault(output);
  try {
    mkdirSync(join(project, 'dist'), { recursive: true });
    writeFileSync(note, sources);
  } catch (error) {
    throw /EACCES|EPERM|EROFS/.test(error.code) ? readOnly(error.message) : error;
  }
}

/** A hash of everything the browser files are made of: their sources, the packages, how they are bundled. */
export function fingerprint(project) {
  const hash = createHash('sha256');
  const files = ['package-lock.json', 'tsconfig.json', 'tsconfig.browser.json', 'vite.config.ts'];
  for (const file of [...files, ...browserSources(project)]) {
    hash.update(`${file}\0`).update(readFileSync(join(project, file))).update('\0');
  }
  return hash.digest('hex');
}

function browserSources(project) {
  return readdirSync(join(project, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => relative(project, join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => !notForBrowsers.has(file.split(sep)[1]))
    .toSorted();
}

function viteFault(output) {
  const denied = output.match(/.*\b(EACCES|EPERM|EROFS)\b.*/);
  if (denied) return readOnly(denied[0].trim());
  return new Fault(
    'The browser files could not be built.',
    'a source file is not right; Vite names it above.',
    'mend it, then run the command again.',
  );
}
