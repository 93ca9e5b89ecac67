import { expect, test } from 'vitest';
import { cleanPasted } from './pasted.ts';

test.each([
  ['styles become data', '<p style="color:red">a</p>', '<p data-style="color:red">a</p>'],
  ['styles in words stay words', '<p>a style="b"</p>', '<p>a style="b"</p>'],
  [
    'a bracket in an attribute does not end the tag',
    '<p title="a > b" style="c">d</p>',
    '<p title="a > b" data-style="c">d</p>',
  ],
  ['style sheets and scripts are left out', '<style>p{}</style><p>a</p><script>b()</script >', '<p>a</p>'],
  ['line breaks end a paragraph', '<p>a<br>\n<br/>b</p>', '<p>a</p><p>b</p>'],
  ['cells stand apart', '<tr><td>a</td><td>b</td></tr>', '<tr><td>a </td><td>b </td></tr>'],
  ['white space between words stays', '<b>a</b> <i>b</i>', '<b>a </b><i>b</i>'],
])('[E2] %s', (_, html, cleaned) => {
  expect(cleanPasted(html)).toBe(cleaned);
});

test.each(['<style', '<script>', '<br ', '</b>', '</b> ', '<a "', '</td '])(
  '[E2] a page of nothing but %s is cleaned at once',
  (hostile) => {
    const before = performance.now();
    cleanPasted(hostile.repeat(40_000));
    expect(performance.now() - before).toBeLessThan(1000);
  },
);
