import { expect, test } from 'vitest';
import { lintTree } from './lint-tree.ts';

test('an index or a file that only re-exports is reported, other files are not', async () => {
  const found = await lintTree('stet/no-barrel', {
    'src/terms/index.ts': `export const a = 1;`,
    'src/desk/index.tsx': `export const a = 1;`,
    'src/terms/all.ts': `export * from './ids.ts';\nexport type { When } from './when.ts';`,
    'src/terms/again.ts': `import { a } from './ids.ts';\nexport { a };`,
    'src/terms/ids.ts': `export * from './when.ts';\nexport const a = 1;`,
    'src/terms/own.ts': `const a = 1;\nexport { a };`,
    'src/cli/main.ts': `import './serve.ts';`,
    'test/index.ts': `export * from './story.ts';`,
  });
  expect(Object.keys(found).toSorted()).toEqual([
    'src/desk/index.tsx',
    'src/terms/again.ts',
    'src/terms/all.ts',
    'src/terms/index.ts',
  ]);
  expect(found['src/terms/index.ts']?.[0]).toContain('A file is named after the thing in it');
  expect(found['src/terms/all.ts']?.[0]).toContain('This file only re-exports: import from where the thing stands');
});
