import { beforeAll, expect, test } from 'vitest';
import { lintTree } from './lint-tree.ts';

const obeying = {
  'src/terms/when.ts': `
    import { z } from 'zod';
    import { sha256 } from '@noble/hashes/sha2.js';
    import { parse } from 'parse5';
    import { other } from './other.ts';
    export const day = (at: string, document: { window: number }) => Temporal.PlainDate.from(at).add({ days: document.window });
    export const of = (milliseconds: number, at: Date) => [new Date(milliseconds), Date.UTC(2022, 2), at instanceof Date];
    export const big = (numbers: number[]) => Math.max(...numbers) + performanceOf({ process: 1, fetch: 2 }).fetch;
    const performanceOf = (figures: { process: number; fetch: number }) => figures;
    export function told(console: { log: (text: string) => void }, window = 3) { console.log(String(window)); }
  `,
  'src/record/record.test.ts': `import { readFileSync } from 'node:fs';\nexport const at = Date.now() + readFileSync.length;`,
  'src/page/script/main.ts': `document.title = String(Date.now());`,
  'src/server/clock.ts': `import 'node:fs';\nexport const now = Date.now();\nconsole.log(process.pid);`,
};

const moment = 'the moment is an argument: pass it in, so that the same record always gives the same view.';
const chance = 'chance is an argument: pass in what was drawn, so that the same journal always gives the same record.';

const breaking: [code: string, message: string][] = [
  [`export const a = Date.now();`, `No Date.now in views: ${moment}`],
  [`export const a = Date['now']();`, `No Date.now in views: ${moment}`],
  [`export const a = new Date();`, `No new Date() in views: ${moment}`],
  [`export const a = Date();`, `No Date() in views: ${moment}`],
  [`export const a = performance.now();`, `No performance in views: ${moment}`],
  [`export const a = Temporal.Now.instant();`, `No Temporal.Now in views: ${moment}`],
  [`export const a = Math.random();`, `No Math.random in views: ${chance}`],
  [`export const { random } = Math;`, `No Math under another name in views: ${chance}`],
  [`export const a = crypto.randomUUID();`, `No crypto in views: ${chance}`],
  [`export const a = setTimeout(() => 1);`, 'No setTimeout in views: nothing in the middle waits: '],
  [`export const a = setInterval(() => 1);`, 'No setInterval in views: '],
  [`export const a = setImmediate(() => 1);`, 'No setImmediate in views: '],
  [
    `export const a = process.env;`,
    'No process in views: the middle also runs in the desk’s browser, where there is no Node.',
  ],
  [`export const a = Buffer.from('a');`, 'No Buffer in views: '],
  [`export const a = console.log('a');`, 'No console in views: '],
  [`export const a = fetch('https://example.org');`, 'No fetch in views: the middle reaches for nothing: '],
  [
    `export const a = document.title;`,
    'No document in views: the middle also runs on the server, where there is no browser.',
  ],
  [`export const a = window.name;`, 'No window in views: '],
  [`export const a = navigator.language;`, 'No navigator in views: '],
  [`export const a = localStorage.length;`, 'No localStorage in views: '],
  [`export const a = globalThis.Date;`, 'No globalThis in views: '],
  [
    `import { readFileSync } from 'node:fs';`,
    'No import of node:fs in views: the middle also runs in the desk’s browser',
  ],
  [`import type { Stats } from 'node:fs';`, 'No import of node:fs in views: '],
  [`export const a = import('node:fs');`, 'No import of node:fs in views: '],
  [`export * from 'node:fs';`, 'No import of node:fs in views: '],
  [
    `import fastify from 'fastify';`,
    'No import of fastify in views: only zod, @noble/hashes, parse5, entities, htmlparser2, markdown-it, papaparse, wink-lemmatizer, wink-lexicon, wink-pos-tagger are known to run',
  ],
  [`import { h } from 'preact';`, 'No import of preact in views: '],
];

const file = (index: number): string => `src/views/case-${index}.ts`;

let found: Record<string, string[]>;

beforeAll(async () => {
  const cases = Object.fromEntries(breaking.map(([code], index) => [file(index), code]));
  found = await lintTree('stet/pure-middle', { ...obeying, ...cases });
});

test.each(breaking.map(([code, message], index) => [code, message, index] as const))('%s', (_code, message, index) => {
  expect(found[file(index)]).toEqual([expect.stringContaining(message)]);
});

test('pure uses, names of one’s own, tests and the outer folders are left alone', () => {
  expect(Object.keys(found).filter((path) => path in obeying)).toEqual([]);
});
