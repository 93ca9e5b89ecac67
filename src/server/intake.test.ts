import { expect, test } from 'vitest';
import { read } from '../reading/read.ts';
import type { KeptReport } from './desk-port.ts';
import { readingOf } from './intake.ts';

test('[N83] a report that an older server read opens: what was not looked for then was not found, and nothing is missing', () => {
  const today = read(Buffer.from('The dam holds.'), { contentType: 'text/plain', fileName: null });
  const first = { blocks: [], title: null, outlet: null, published: null, language: null, notes: [], suggestions: [] };
  const older = readingOf({ reading: JSON.stringify(first), words: 'The dam holds.' } as unknown as KeptReport);
  expect(Object.keys(today).filter((name) => !(name in older))).toEqual([]);
});
