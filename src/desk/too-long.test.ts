import { expect, test } from 'vitest';
import { Body } from '../journal/body.ts';
import { tooLong } from './too-long.ts';

const paragraph = (length: number): Body[number] => ({ kind: 'paragraph', runs: [{ text: 'x'.repeat(length) }] });
const list = (items: number): Body[number] => ({
  kind: 'list',
  ordered: false,
  items: Array.from({ length: items }, () => [{ text: 'x' }]),
});
const many = (count: number) => Array.from({ length: count }, () => paragraph(1));
const styled = (count: number): Body[number] => ({
  kind: 'paragraph',
  runs: Array.from({ length: count }, () => ({ text: 'x' })),
});

test.each<[string, Body]>([
  ['A paragraph holds 20,001 characters; 20,000 is the most.', [paragraph(20_001)]],
  ['The post holds 501 paragraphs, lists and quotations; 500 is the most.', many(501)],
  ['A list holds 201 items; 200 is the most.', [list(201)]],
  ['A paragraph changes its style 2,001 times; 2,000 is the most.', [styled(2001)]],
])('[E67] what the journal does not take is told in a sentence: %s', (sentence, body) => {
  expect(Body.safeParse(body).success).toBe(false);
  expect(tooLong(null, body)).toBe(sentence);
});

test('[E67] what the journal takes is not too long, and a headline is measured, too', () => {
  const body = [...many(497), paragraph(20_000), list(200), styled(2000)];
  expect(Body.safeParse(body).success).toBe(true);
  expect(tooLong('x'.repeat(300), body)).toBeNull();
  expect(tooLong('x'.repeat(301), body)).toBe('The headline holds 301 characters; 300 is the most.');
});
