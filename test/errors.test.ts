import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { refusalCodes } from '../src/terms/refusal.ts';

test('docs/errors.md has a heading for every code, in the order of the table', () => {
  const document = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');
  const headings = [...document.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual(refusalCodes);
});
