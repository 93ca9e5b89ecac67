import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, run } from './child.mjs';
import { Fault } from './fault.mjs';

/** Where the hash of the sources stands that the gazetteer was built from. */
const note = 'dist/gazetteer-from.txt';

/** What the gazetteer is made of and made by; the tables of the packages are known by package-lock.json. */
const folders = ['gazetteer', 'src/reading/places'];
const files = [
  'package-lock.json',
  'tools/gazetteer.ts',
  'tools/drafts.ts',
  'tools/land.ts',
  'tools/stretch.ts',
  'src/reading/foreign/languages.ts',
];

/**
 * Builds `dist/gazetteer.bin` from the tables of packages and those of `gazetteer/`, unless it was built from these.
 *
 * @param {string} project
 */
export async function buildGazetteer(project) {
  const sources = fingerprint(project);
  const known = join(project, note);
  const isBuilt = existsSync(join(project, 'dist', 'gazetteer.bin')) && existsSync(known);
  if (isBuilt && readFileSync(known, 'utf8') === sources) return;
  console.log('Building the gazetteer…');
  const { code, output } = await run(pinnedNode(project), [join('tools', 'gazetteer.ts')], {
    cwd: project,
    quiet: true,
  });
  if (code !== 0) {
    process.stderr.write(output);
    throw new Fault(
      'The gazetteer could not be built.',
      'a line of a table in gazetteer/ is not as its first lines say; the error is above.',
      'mend it, then run the command again.',
    );
  }
  mkdirSync(join(project, 'dist'), { recursive: true });
  writeFileSync(known, sources);
}

/** @param {string} project */
function fingerprint(project) {
  const hash = createHash('sha256');
  const inFolders = folders.flatMap((folder) =>
    readdirSync(join(project, folder))
      .filter((file) => !file.endsWith('.test.ts'))
      .toSorted()
      .map((file) => join(folder, file)),
  );
  for (const file of [...files, ...inFolders]) hash.update(`${file}\0`).update(readFileSync(join(project, file)));
  return hash.digest('hex');
}
