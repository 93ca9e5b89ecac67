import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Refusal, refusalCodes } from './refusal.ts';

const documented = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');

/** The text below each `## code` heading of `docs/errors.md`. */
const sections = new Map(
  documented
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section.slice(section.indexOf('\n')).trim()]),
);

/** Wrong values for any refusal: whatever name is asked for, there is one. */
const anything = new Proxy({}, { get: (_, name) => String(name) });

test('docs/errors.md has a heading for each code, in the order of the table, and for no other', () => {
  expect([...sections.keys()]).toEqual(refusalCodes);
});

test.each([...sections])('docs/errors.md says something of %s, in one to three lines', (_, text) => {
  expect(text.split('\n').length).toBeLessThanOrEqual(3);
  expect(text).toMatch(/\w[)`]?\.$/);
});

test.each(refusalCodes)('%s says what is wrong, why and what to do, in sentences', (code) => {
  const { message, why, next } = new Refusal(code, anything);

  for (const sentence of [message, why, next]) {
    expect(sentence).toMatch(/^[“A-Za-z].*[.…]$/s);
    expect(sentence).not.toContain('undefined');
  }
});

test('a refusal shortens what it repeats, and keeps it on one line', () => {
  const { message } = new Refusal('excerpt-not-found', { exact: `many\nwords ${'and more '.repeat(100)}` });

  expect(message).toContain('“many words and more');
  expect(message).toContain('…”');
  expect(message.length).toBeLessThan(140);
});
