import { expect, test } from 'vitest';
import { isSamePerson, shownName } from './person.ts';

test('[N61] letter case, width, white space and what is invisible make no other person', () => {
  for (const name of ['Ana Nová', 'ANA NOVÁ', ' ana\u00a0  nova\u0301 ', 'A\u200bna Nov\u00adá', 'Ａｎａ Nová']) {
    expect(isSamePerson('Ana Nová', name)).toBe(true);
  }
  expect(isSamePerson('Anna Weiß', 'anna WEISS')).toBe(true);
});

test('[N61] accents, a word more, and an empty name make another person', () => {
  for (const name of ['Ana Nova', 'Ana Nová K.', 'Ana', '']) expect(isSamePerson('Ana Nová', name)).toBe(false);
});

test('[N61] a name is shown as it was given, without what cannot be seen', () => {
  expect(shownName('  Ana\u200b \n Nová ')).toBe('Ana Nová');
});
