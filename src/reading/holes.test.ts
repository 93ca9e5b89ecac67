import { describe, expect, it } from 'vitest';
import { read } from './read.ts';
import type { Reading } from './reading.ts';

const readText = (text: string, published?: string): Reading =>
  read(new TextEncoder().encode(text), { contentType: 'text/plain', fileName: null, published });
/** The words of each place of each hole of a sort. */
const places = (reading: Reading, code: string) =>
  reading.holes
    .filter((hole) => hole.code === code)
    .map((hole) => hole.places.map(({ start, end }) => reading.text.slice(start, end)));

describe('holes', () => {
  it('[R70] are told of the whole report, and nothing is filled in', () => {
    const reading = readText('The river rose by night.');
    expect(reading.holes.map(({ code }) => code)).toEqual(['outlet-missing', 'published-missing']);
    expect([reading.outlet, reading.published, reading.proposed]).toEqual([null, null, null]);
    const page = '<meta property="og:site_name" content="Courier"><p>Donate at <b></b></p>';
    const html = read(new TextEncoder().encode(page), { contentType: 'text/html', fileName: null });
    expect(html.holes.map(({ code }) => code)).toEqual(['published-missing', 'link-missing']);
  });

  it.each([
    ['Give what you can. Donate at', 'Donate at'],
    ['To add your name, fill in the form found here:', 'found here:'],
    ['Tickets are free; book online via', 'book online via'],
    ['To find out more, click here.', 'click here.'],
    ['Follow our live blog for all that happens', 'Follow our live blog'],
  ])('[R71] an address is gone: %s', (text, words) => {
    expect(places(readText(text), 'link-missing')).toEqual([[words]]);
  });

  it.each([
    'They will donate blood at the hospital on Mill Lane.',
    'Donate at https://fund.example',
    'She looked at him here.',
    'The council follows the river.',
  ])('[R71] no address is gone: %s', (text) => {
    expect(places(readText(text), 'link-missing')).toEqual([]);
  });

  it('[R71] a source is announced and not named', () => {
    expect(places(readText('It rained.\n\nSource: Read full article'), 'source-missing')).toEqual([
      ['Source: Read full article'],
    ]);
    expect(places(readText('It rained.\n\nSource: Valley Agency'), 'source-missing')).toEqual([]);
  });

  it.each([
    ['Speaking to, the mayor said it was late.', 'Speaking to'],
    ['The dam holds, according to, so far.', 'according to'],
    ['It is over, Mr said.', 'Mr'],
    ['It is over, said Jane Smith ( ).', '( )'],
  ])('[R72] a name is gone: %s', (text, words) => {
    expect(places(readText(text), 'name-missing')).toEqual([[words]]);
  });

  it.each(['Speaking to reporters, the mayor left.', 'Mr Smith said no.', 'According to the mayor, it is over.'])(
    '[R72] no name is gone: %s',
    (text) => expect(places(readText(text), 'name-missing')).toEqual([]),
  );

  it.each([
    ['The open road leads north (in green)', '(in green)'],
    ['As the map shows, the road is shut.', 'the map shows'],
    ['The mayor (left) and a guest', '(left)'],
  ])('[R73] words point at a picture that is not there: %s', (text, words) => {
    expect(places(readText(text), 'graphic-missing').flat()).toContain(words);
  });

  it('[R239] a title and bylines of plain text are no captions; what they say of the report counts as on a page', () => {
    const head = (lines: string) => {
      const reading = readText(
        `${lines}\n\nThe bridge of Arden was closed by the council in the night, and nobody was hurt.\n`,
      );
      const { text, blocks, authors, published, publishedFrom, proposed } = reading;
      const kinds = blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)]).slice(0, -1);
      return { kinds, authors, published, publishedFrom, proposed: proposed?.date ?? null };
    };
    expect(head('River floods Arden and hundreds leave\nBy Ann Lee and Ivo van Holm, 4 May 2031')).toEqual({
      kinds: [
        ['title', 'River floods Arden and hundreds leave'],
        ['byline', 'By Ann Lee and Ivo van Holm, 4 May 2031'],
      ],
      authors: ['Ann Lee', 'Ivo van Holm'],
      published: '2031-05-04',
      publishedFrom: 'text',
      proposed: null,
    });
    expect(head('River floods Arden and hundreds leave\n\nUpdated Sunday, 4 May 2031 at 10:30 GMT').published).toBe(
      '2031-05-04',
    );
    // It could be of a picture: the desk is asked.
    expect(head('Council opens three shelters for those who leave\nArden/Brill, 4 May 2031')).toEqual({
      kinds: [
        ['title', 'Council opens three shelters for those who leave'],
        ['paragraph', 'Arden/Brill, 4 May 2031'],
      ],
      authors: [],
      published: null,
      publishedFrom: null,
      proposed: '2031-05-04',
    });
    expect(head('River floods Arden\n\nThe bridge seen from the north on 4 May 2031').kinds[1]).toEqual([
      'caption',
      'The bridge seen from the north on 4 May 2031',
    ]);
    expect(head('By Monday the river had risen over the road to the north').kinds[0]?.[0]).toBe('title');
  });

  it('[R74] captions are told by date, picture and neighbours, and lack their credit', () => {
    const reading = readText(
      [
        'The river rose in the night and took the bridge with it.',
        'A woman carries her cat along the flooded main street',
        'Men row a boat across the market square, March 5, 2024',
        'A satellite image shows the lake where the fields were',
        'Soldiers fill bags with sand on the dam (Photo: Jane Smith)',
        'The town is without power.',
      ].join('\n\n'),
    );
    expect(reading.blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      ...Array.from({ length: 4 }, () => 'caption'),
      'paragraph',
    ]);
    expect(places(reading, 'credit-missing').flat().length).toBe(3);
  });

  it('[R75] times without an anchor are listed once each, and a date is proposed with its reason', () => {
    const text =
      'The dam broke on Monday. On Monday night it rained, and two days ago, too. It is dry at the moment.\n\nWater in the streets of the old town, Tuesday, March 5, 2024\n\nIt began on 4 March 2024.';
    const reading = readText(text);
    expect(places(reading, 'time-without-anchor')).toEqual([
      ['Monday'],
      ['Monday night'],
      ['two days ago'],
      ['at the moment'],
    ]);
    expect(reading.proposed).toMatchObject({
      date: '2024-03-05',
      reason: 'It is the newest date that its captions print, once.',
    });
    expect(readText('It began on 31 February 2024.').proposed).toBeNull();
  });

  it('[R76] what the desk says of the date holds, and anchors the times', () => {
    const reading = readText('The dam broke on Monday, 5 March 2024.', '2024-03-06');
    expect([reading.published, reading.publishedFrom, reading.proposed]).toEqual(['2024-03-06', 'desk', null]);
    expect(reading.holes.map(({ code }) => code)).toEqual(['outlet-missing']);
  });
});

describe('repeats', () => {
  it('[R77] are sentences and captions that are printed again, also with a little more', () => {
    const reading = readText(
      [
        'Water breaks the dam above the town of Altdorf',
        'Water breaks the dam above the town of Altdorf on a night of heavy rain.',
        'The mayor spoke to the people of the town.',
        'A boat lies in the street before the old town hall, March 5, 2024',
        'In Altdorf a boat lies in the street before the old town hall, March 5, 2024',
      ].join('\n\n'),
    );
    expect(reading.repeats.map((group) => group.map(({ start, end }) => reading.text.slice(start, end)[0]))).toEqual([
      ['W', 'W'],
      ['A', 'I'],
    ]);
  });

  it('[R78] a statement is suggested once, with each of its places', () => {
    const reading = readText(
      '“The dam is safe,” said Jane Smith.\n\nIt rained.\n\n“The dam is safe,” said Jane Smith.',
    );
    expect(reading.suggestions.length).toBe(1);
    const [{ excerpt, also }] = reading.suggestions as [Reading['suggestions'][number]];
    expect(also.map(({ exact }) => exact)).toEqual([excerpt.exact]);
    expect(also[0]!.start).toBeGreaterThan(excerpt.end);
  });
});
