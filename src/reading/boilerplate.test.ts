import { describe, expect, it } from 'vitest';
import { read } from './read.ts';
import { withSecond } from './second-reader.ts';

const reading = (text: string, contentType: string | null = null) =>
  read(new TextEncoder().encode(text), { contentType, fileName: null });
const boilerplate = (text: string, contentType: string | null = null) => {
  const { blocks, text: clean } = reading(text, contentType);
  return blocks.filter(({ kind }) => kind === 'boilerplate').map(({ start, end }) => clean.slice(start, end));
};
const news =
  'The fire service has rescued 47 people from their homes in the valley since Saturday morning.\n\n' +
  'A further 120 people are in a sports hall, which is full, and 14 more are on their way to it.\n\n';

describe('[R271] what stands under the end of a press release', () => {
  it.each(['-ENDS-', 'ENDS', '– Ends –', '###', '# # #', '-30-', '--- END ---'])('“%s” ends it', (end) => {
    const text = `${news}${end}\n\nThe service has 450 people at 21 stations. “We are proud,” said Tom Hill.`;
    expect(boilerplate(text)).toHaveLength(2);
    expect(reading(text).suggestions.map(({ figure }) => figure?.words)).toEqual(['47', '120']);
  });

  it('a second reader suggests nothing from it either', () => {
    const found = reading(`${news}-ENDS-\n\n“We are proud of them all,” said Tom Hill.`);
    const told = [{ words: 'We are proud of them all,', speaker: 'Tom Hill' }];
    expect(withSecond(found, told, 'model').suggestions).toEqual(found.suggestions);
  });

  it.each([
    'Notes to editors:',
    'Note to Editors',
    'Notes for editors',
    'About the Valley Fire Service',
    'Media contact',
    'Press contacts:',
    'For further information, please contact:',
    'For media enquiries, call the press office on 555 0100.',
  ])('so does “%s”', (line) => {
    expect(boilerplate(`${news}${line}\n\nThe service has 450 people at 21 stations, it says.`)).toEqual([
      line,
      'The service has 450 people at 21 stations, it says.',
    ]);
  });

  it('of a page and of a paragraph that opens with it too', () => {
    const page = `<article><p>${news.trim().replace('\n\n', '</p><p>')}</p><h3>About us</h3><p>We have 450 people at 21 stations, and more.</p></article>`;
    expect(boilerplate(page, 'text/html')).toHaveLength(2);
    expect(boilerplate(`${news}About Valley Aid: Valley Aid has 450 people in 21 places, all told.`)).toHaveLength(1);
  });

  it('nothing before the text, nothing in its middle, and no sentence about something', () => {
    const rest = 'The road along the river is closed to all who do not live on it, the police have said.\n\n';
    expect(boilerplate(`ENDS\n\n${news}`)).toEqual([]);
    expect(boilerplate(`About the fire\n\n${news}`)).toEqual([]);
    expect(boilerplate(`${news}About the fire\n\n${rest.repeat(9)}`)).toEqual([]);
    expect(boilerplate(`${news}About 300 people were hurt`)).toEqual([]);
    expect(boilerplate(`${news}About 300 people are still in the hall: 20 of them are hurt.`)).toEqual([]);
    expect(boilerplate(`${news}-ENDS-\n\n${news}-ENDS-\n\nThe service has 450 people.`)).toHaveLength(2);
  });
});
