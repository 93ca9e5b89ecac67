import { expect, test } from 'vitest';
import { lintTree } from './lint-tree.ts';

const words = (count: number): string => 'nine char '.repeat(count).trim();

test('each exported name has a doc comment that starts with one short sentence', async () => {
  const found = await lintTree('stet/doc-comment', {
    'src/terms/good.ts': `
      /** One. */
      export const one = 1;

      /**
       * Two is a sentence that goes on
       * over two lines. ${words(40)}
       *
       * ${words(40)}
       */
      export function two(a: string): void;
      export function two(a: number): void;
      export function two(): void {}

      /** A shape and its type. */
      export const Shape = 1;
      export type Shape = typeof Shape;

      /** Later. */
      class Later {}
      export { Later };
      export { other } from './other.ts';
      const inner = 1;

      /** The default. */
      export default inner;
    `,
    'src/terms/some.test.ts': `export const a = 1;`,
    'test/story.ts': `export const a = 1;`,
    'src/terms/bad.ts': `
      export const none = 1;
      // A line.
      export interface Line {}
      /* Not a doc comment. */
      export type Plain = string;
      /** Too far above. */

      export class Far {}
      /** @returns nothing */
      export function tagged(): void {}
      /** ${words(17)}. */
      export const long = 1;
      const later = 1;
      export { later };
    `,
  });
  expect(Object.keys(found)).toEqual(['src/terms/bad.ts']);
  const said = found['src/terms/bad.ts'] ?? [];
  expect(said.map((message) => message.split(' has no doc')[0] ?? '').toSorted()).toEqual([
    'Far',
    'Line',
    'Plain',
    'The doc comment of long starts with a sentence of 170 characters: at most 160, so that it reads at a glance; shapes, units and errors come after it.',
    'later',
    'none',
    'tagged',
  ]);
  expect(said[0]).toContain(
    'put one right above it that starts with one short sentence, so that whoever meets the name',
  );
});
