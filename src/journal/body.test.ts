import { describe, expect, test } from 'vitest';
import { Body, isEmpty, plainText, Run } from './body.ts';

const body: Body = [
  { kind: 'paragraph', runs: [{ text: 'The river ' }, { text: 'rises', strong: true }, { text: '.' }] },
  { kind: 'quotation', runs: [{ text: 'Leave now.' }], language: 'cs' },
  { kind: 'list', ordered: false, items: [[{ text: 'water' }], [{ text: 'power' }]] },
];

describe('a body', () => {
  test('given its blocks, then its plain text has a line for each block and item', () => {
    expect(Body.parse(body)).toEqual(body);
    expect(plainText(body)).toBe('The river rises.\nLeave now.\nwater\npower');
  });

  test('without words is empty, whatever its blocks', () => {
    expect(isEmpty([])).toBe(true);
    expect(isEmpty([{ kind: 'paragraph', runs: [] }])).toBe(true);
    expect(isEmpty([{ kind: 'list', ordered: true, items: [[{ text: ' \n' }]] }])).toBe(true);
    expect(isEmpty(body)).toBe(false);
  });

  test.each(['https://example.org/river', 'HTTP://example.org', 'mailto:desk@example.org'])(
    'may link to %s',
    (link) => {
      expect(Run.safeParse({ text: 'here', link }).success).toBe(true);
    },
  );

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.org',
    'https://example.org/a b',
    '/river',
    ' https://example.org',
  ])('may not link to %s', (link) => {
    expect(Run.safeParse({ text: 'here', link }).success).toBe(false);
  });
});
