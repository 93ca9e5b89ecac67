import { describe, expect, test } from 'vitest';
import { checkWhen } from '../../terms/when.ts';
import { read } from '../read.ts';

const page = (text: string): Uint8Array =>
  new TextEncoder().encode(
    `<html lang="en"><head><meta property="article:published_time" content="2022-03-10T09:00:00Z"></head><body><p>${text}</p></body></html>`,
  );
/** Of each suggestion its first words, when it was said and when it happened. */
const told = (text: string) =>
  read(page(text), { contentType: 'text/html', fileName: null }).suggestions.map(
    ({ excerpt, figure, said, happened }) => {
      for (const when of [said, happened]) if (when) checkWhen(when);
      return [figure?.words ?? excerpt.exact, said?.words ?? null, happened?.words ?? null];
    },
  );

describe('when it was said and when it happened', () => {
  test.each([
    ['“We have no water,” the mayor of the town said on Tuesday.', ['We have no water,', 'Tuesday', null]],
    ['The mayor told reporters on Tuesday: “We have no water.”', ['We have no water.', 'Tuesday', null]],
    [
      'On Tuesday the mayor said: “The pumps stopped on Sunday.”',
      ['The pumps stopped on Sunday.', 'Tuesday', 'Sunday'],
    ],
    ['The mayor said on Monday that 12 people were hurt on Sunday.', ['12', 'Monday', 'Sunday']],
    ['Some 40 houses were flooded overnight, the council said.', ['Some 40', null, 'overnight']],
    ['At least 17 people died last week.', ['At least 17', null, 'last week']],
  ])('[R136] %s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  test('[R136] of several times the one in the clause counts, and without one none', () => {
    expect(told('The bridge fell on Monday, and 12 people were hurt on Tuesday.')).toEqual([['12', null, 'Tuesday']]);
    expect(told('Between Monday and Friday 12 people were hurt.')).toEqual([['12', null, null]]);
  });

  test.each([
    'The 2019 model holds 12 litres.',
    'The town will have 300 wells by 2030.',
    'Ministers were accused on Tuesday of hiding 30 deaths until Sunday.',
  ])('[R136] an edge, or the year in a name: %s', (text) => {
    for (const [, said, happened] of told(text))
      expect([said, happened === '2003' ? null : happened]).toEqual([null, null]);
  });

  test.each([
    ['The ship, built in 1998, can carry up to 600 people.', ['up to 600', null, null]],
    ['The bridge (closed since it was hit on Sunday) carries 600 people.', ['600', null, null]],
    ['On Monday, 12 people died.', ['12', null, 'Monday']],
    ['The roof fell and, on Monday, 12 people died.', ['12', null, 'Monday']],
  ])('[R241] the time of an aside is not that of a figure outside it: %s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  test('[R136] now, every Tuesday and days ago are no time of a statement', () => {
    expect(told('At least 17 people now live there. At least 18 people come every Tuesday.')).toEqual([
      ['At least 17', null, null],
      ['At least 18', null, null],
    ]);
    expect(told('At least 17 people left days ago.')).toEqual([['At least 17', null, null]]);
  });

  test('[R136] it has the stretch and the words of the time', () => {
    const { suggestions, times } = read(page('At least 17 people died on Tuesday.'), {
      contentType: 'text/html',
      fileName: null,
    });
    expect(suggestions[0]!.happened).toEqual({ from: '2022-03-08', to: '2022-03-08', zone: null, words: 'Tuesday' });
    expect(times).toHaveLength(1);
  });
});
