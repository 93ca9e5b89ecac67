import { posix } from 'node:path';
import { besideTests, directions } from './directions.ts';
import { placeOf, placeOfPath, sourceName, type Node, type Place, type Rule } from './rule.ts';

/** Folders under `src` import from each other in one direction only; type-only imports count too. */
export const importDirection: Rule = {
  meta: { docs: { description: 'Folders under src import from each other in one direction only.' } },
  create(context) {
    const place = placeOf(context);
    if (place === null) return {};

    const check = (source: Node | null): void => {
      const name = sourceName(source);
      if (source === null || name === null || !name.startsWith('.')) return;
      const message = refusal(place, posix.join(posix.dirname(place.path), name));
      if (message !== null) context.report({ node: source, message });
    };

    return {
      Program(node) {
        if (!(place.folder in directions)) context.report({ node, message: unknownFolder(place.folder) });
      },
      ImportDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      TSImportType: (node) => check(node.source),
    };
  },
};

/** Why a file may not import a path from the project's root; `null` where it may. */
function refusal(from: Place, path: string): string | null {
  const direction = directions[from.folder];
  if (direction === undefined) return null;
  const to = placeOfPath(path);
  if (to === null) {
    if (from.isTest && besideTests.some((folder) => path.startsWith(`${folder}/`))) return null;
    const except = from.isTest ? ` other than ${besideTests.join(' and ')}` : '';
    return `Nothing outside src${except} may be imported here (${path}): src is whole in itself, and is all that is shipped.`;
  }
  const may = [from.folder, ...direction.may, ...(from.isTest ? (direction.tests ?? []) : [])];
  if (may.includes(to.folder)) return null;
  const target = directions[to.folder];
  if (target === undefined) return unknownFolder(to.folder);
  return `${from.folder} may not import from ${to.folder}: ${target.kept ?? direction.because}.`;
}

function unknownFolder(folder: string): string {
  const name = folder === '' ? 'src itself holds no files' : `src/${folder} is not a folder of the architecture`;
  return `${name}: put the file into one of ${Object.keys(directions).join(', ')}, or add the folder, and why, to lint/directions.ts.`;
}
