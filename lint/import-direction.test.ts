import { beforeAll, expect, test } from 'vitest';
import { directions } from './directions.ts';
import { lintTree } from './lint-tree.ts';

const files = {
  // Obeying.
  'src/record/evolve.ts': `import { a } from '../journal/event.ts';\nimport type { B } from '../terms/ids.ts';\nimport './x.ts';`,
  'src/page/page.ts': `import { frame } from '../live/frame.ts';`,
  'src/page/script/main.ts': `import { machine } from '../../live/machine.ts';\nimport './patch.ts';`,
  'src/cli/main.ts': `import '../store/sqlite.ts';\nimport { z } from 'zod';\nimport 'node:fs';`,
  'src/server/stream.test.ts': `import '../store/sqlite.ts';\nimport '../../test/story.ts';\nimport '../../examples/flood.ts';`,
  'src/desk/main.tsx': `import { read } from '../reading/read.ts';\nimport './parts/button.tsx';`,
  'test/whole.test.ts': `import '../src/cli/main.ts';`,
  // Breaking.
  'src/server/routes.ts': `import { open } from '../store/sqlite.ts';`,
  'src/journal/event.ts': `import type { Record } from '../record/record.ts';`,
  'src/views/page-view.ts': `export * from '../page/html.ts';\nexport { fold } from '../server/fold.ts';`,
  'src/reading/read.ts': `export const read = async () => import('../record/record.ts');`,
  'src/live/frame.ts': `export type View = import('../views/view.ts').View;`,
  'src/page/script/patch.ts': `import '../html.ts';`,
  'src/page/html.ts': `import './script/patch.ts';`,
  'src/desk/parts/button.tsx': `import '../../server/routes.ts';`,
  'src/store/sqlite.test.ts': `import '../server/routes.ts';`,
  'src/store/sqlite.ts': `import '../../test/story.ts';`,
  'src/utils/text.ts': `export const a = 1;`,
  'src/main.ts': `export const a = 1;`,
};

let found: Record<string, string[]>;

beforeAll(async () => {
  found = await lintTree('stet/import-direction', files);
});

test('files that follow the direction are left alone', () => {
  const reported = Object.keys(found);
  expect(
    Object.keys(files)
      .slice(0, 7)
      .filter((file) => reported.includes(file)),
  ).toEqual([]);
});

test.each([
  ['src/server/routes.ts', 'server', 'store', 'a store is chosen in cli only, so that the server runs on any journal'],
  ['src/journal/event.ts', 'journal', 'record', directions['journal']?.because],
  ['src/reading/read.ts', 'reading', 'record', directions['reading']?.because],
  ['src/live/frame.ts', 'live', 'views', directions['live']?.because],
  ['src/page/script/patch.ts', 'page/script', 'page', directions['page/script']?.because],
  ['src/page/html.ts', 'page', 'page/script', directions['page/script']?.kept],
  ['src/desk/parts/button.tsx', 'desk', 'server', directions['server']?.kept],
  ['src/store/sqlite.test.ts', 'store', 'server', directions['server']?.kept],
])('%s: the message says why', (file, from, to, why) => {
  expect(found[file]).toEqual([`${from} may not import from ${to}: ${why}.`]);
});

test('re-exports count as imports', () => {
  expect(found['src/views/page-view.ts']).toEqual([
    expect.stringContaining('views may not import from page: '),
    expect.stringContaining('views may not import from server: '),
  ]);
});

test('what is not under src may only be imported by tests', () => {
  expect(found['src/store/sqlite.ts']).toEqual([
    'Nothing outside src may be imported here (test/story.ts): src is whole in itself, and is all that is shipped.',
  ]);
});

test('a folder that is not in the table is reported', () => {
  expect(found['src/utils/text.ts']?.[0]).toContain('src/utils is not a folder of the architecture: put the file into');
  expect(found['src/main.ts']?.[0]).toContain('src itself holds no files: put the file into one of terms, journal,');
});

test('the table has no folder that it does not describe, and no circle', () => {
  for (const [folder, { may }] of Object.entries(directions)) expect(reachable(folder, may)).not.toContain(folder);
});

function reachable(folder: string, may: readonly string[]): string[] {
  return may.flatMap((next) => {
    const direction = directions[next];
    if (direction === undefined) throw new Error(`${folder} may import ${next}, which is not in the table`);
    return [next, ...reachable(next, direction.may)];
  });
}
