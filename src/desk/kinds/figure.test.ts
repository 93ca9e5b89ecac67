import { expect, test } from 'vitest';
import { numberIn } from './figure.tsx';

test.each([
  ['', null],
  [' 2,400 ', 2400],
  ['2 400', 2400],
  ['1,250,000.5', 1_250_000.5],
  ['1,00,000', 100_000],
  ['2400', 2400],
  ['0.25', 0.25],
  ['-4', -4],
  ['1,5', NaN],
  ['24,00', NaN],
  ['1e5', NaN],
  ['0x10', NaN],
  ['Infinity', NaN],
  ['about 5', NaN],
])('[E11] a number is read where it is one, and never as another: %s', (text, number) => {
  expect(numberIn(text)).toBe(number);
});
