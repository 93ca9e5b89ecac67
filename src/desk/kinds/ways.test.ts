import { expect, test } from 'vitest';
import { appeal } from './appeal.tsx';
import { holdsPayable } from '../../record/kinds/payable.ts';
import { noWay, waysIn, withWays } from './ways.ts';

test.each(['12345678', 'sort code 12-34-56', 'Account: 1234 5678', 'IBAN:AT61 1904 3002 3457 3201', 'tel:12345678'])(
  '[E22] what can be paid into is not sent: %s',
  (address) => {
    expect(holdsPayable(address)).toBe(true);
    expect(appeal.missing(withWays({}, [{ ...noWay, means: 'online', address }]))).toEqual([
      'an address without an account number',
    ]);
  },
);

test.each(['', 'https://example.org/give/12345678', 'mailto:give@example.org', 'River Aid, Mill Street 12, 1010 Wien'])(
  '[E22] an address is: “%s”',
  (address) => {
    expect(holdsPayable(address)).toBe(false);
  },
);

test('[E22] nor is it named as the charity', () => {
  expect(appeal.missing({ charity: 'River Aid, account 12345678' })).toEqual(['a charity without an account number']);
  expect(appeal.missing({ charity: 'River Aid' })).toEqual([]);
});

test('ways are put in and left out without a trace', () => {
  const [one, other] = [
    { ...noWay, country: 'Austria' },
    { ...noWay, means: 'cash' },
  ];
  const fields = withWays({ charity: 'River Aid' }, [one, other]);
  expect(waysIn(fields)).toEqual([one, other]);
  const less = withWays(fields, [other]);
  expect(waysIn(less)).toEqual([other]);
  expect(Object.keys(less).filter((name) => name.startsWith('way1'))).toEqual([]);
  expect(less['charity']).toBe('River Aid');
  expect(waysIn({})).toEqual([]);
});
