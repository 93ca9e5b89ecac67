import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const figures = (text: string) =>
  read(new TextEncoder().encode(text), { contentType: null, fileName: null }).suggestions.flatMap(({ figure, mode }) =>
    figure === null ? [] : [`${figure.words}: ${mode}`],
  );

describe('[R270] figures of what may or will be', () => {
  it.each([
    ['The level of the lake is expected to rise to 8.5 metres by Friday.', ['8.5: forecasts']],
    ['Up to 600 homes are expected to be without power.', ['Up to 600: forecasts']],
    ['More than 300 homes could be flooded, Ann Lee said.', ['More than 300: forecasts']],
    ['Ann Lee said the flood would reach 300 homes.', ['300: forecasts']],
    ['“We will open 12 shelters,” said Ann Lee.', ['12: forecasts']],
    ['Some 40,000 drivers will walk out on Thursday.', ['Some 40,000: forecasts']],
    ['The storm is likely to leave 300 homes in the dark.', ['300: forecasts']],
    ['Ann Lee warned that 300 homes could be lost.', ['300: warns']],
    ['Gusts of 85 km/h are expected on the coast.', ['85: forecasts']],
    ['Doors will be opened in 12 towns.', ['12: forecasts']],
    ['The council plans to build 12 shelters.', ['12: forecasts']],
  ])('“%s” says how things may be', (sentence, found) => {
    expect(figures(sentence)).toEqual(found);
  });

  it.each([
    'If more than 50 houses burn, the town is to be left.',
    'The dam holds unless 300 houses are lost upstream.',
    'It was not clear whether 300 people had left.',
    'An earlier version of this report said nine people had died.',
    'Without the dam the flood would have drowned 300 people.',
  ])('“%s” states no figure', (sentence) => {
    expect(figures(sentence)).toEqual([]);
  });

  it('what may have been is an estimate', () => {
    expect(figures('Ann Lee said up to 300 people may have died.')).toEqual(['up to 300: estimates']);
    expect(figures('The fire could have killed 20 people.')).toEqual(['20: estimates']);
  });

  it.each([
    ['The flood destroyed 300 homes and will last.', '300: reports'],
    ['The 300 people in the hall, who will stay, are safe.', '300: reports'],
    ['Crews could not reach 300 people.', '300: reports'],
    ['The fire has left 300 people without a home, and it may spread.', '300: reports'],
    ['More than expected came: 300 people were fed.', '300: reports'],
    ['The May fire left 300 people without a home.', '300: reports'],
    ['About 300 people left, officials said, and more may go.', 'About 300: says'],
    ['Helpers managed to reach 300 people.', '300: reports'],
    ['The storm, which could last a week, has killed 20 people.', '20: reports'],
  ])('“%s” says how things are', (sentence, found) => {
    expect(figures(sentence)).toEqual([found]);
  });
});
