import { posix } from 'node:path';
import { placeOf, type Rule, type Statement } from './rule.ts';

/** No file under `src` is an `index.ts` or only passes on what other files export. */
export const noBarrel: Rule = {
  meta: { docs: { description: 'No file under src is an index or only re-exports.' } },
  create(context) {
    const place = placeOf(context);
    if (place === null) return {};
    return {
      Program(node) {
        if (/^index\.[cm]?[jt]sx?$/.test(posix.basename(place.path))) {
          const message =
            'A file is named after the thing in it: with an index in every folder, all files look the same.';
          context.report({ node, message });
        } else if (node.body.some(exportsSomething) && node.body.every(passesOn)) {
          const message =
            'This file only re-exports: import from where the thing stands, so that a name has one place and the lint rules see who uses it.';
          context.report({ node, message });
        }
      },
    };
  },
};

function exportsSomething(statement: Statement): boolean {
  return statement.type === 'ExportAllDeclaration' || statement.type === 'ExportNamedDeclaration';
}

function passesOn(statement: Statement): boolean {
  if (statement.type === 'ExportNamedDeclaration') return statement.declaration === null;
  return statement.type === 'ExportAllDeclaration' || statement.type === 'ImportDeclaration';
}
