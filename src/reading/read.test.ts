import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkExcerpt } from '../terms/excerpt.ts';
import { Refusal } from '../terms/refusal.ts';
import type { Reading, Suggestion } from './reading.ts';
import { read } from './read.ts';
import { processorTime } from '../../test/processor-time.ts';

const plain = { contentType: 'text/plain', fileName: null };
const html = { contentType: 'text/html; charset=utf-8', fileName: null };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const readText = (text: string): Reading => read(bytes(text), plain);
const quotationOf = (one: Suggestion) => [
  one.excerpt.exact,
  one.speaker?.name ?? null,
  one.speaker?.role ?? null,
  one.mode,
  one.channel,
];
const figureOf = ({ figure, speaker }: Suggestion) =>
  figure && [
    figure.words,
    figure.bound,
    figure.low,
    figure.best,
    figure.high,
    figure.unit,
    figure.what,
    speaker?.name ?? null,
  ];
const quotations = (reading: Reading) => reading.suggestions.filter((one) => one.sort === 'quotation').map(quotationOf);
const figures = (reading: Reading) => reading.suggestions.filter((one) => one.sort === 'figure').map(figureOf);
/** The words of each quotation and its speaker, for one sentence or a few. */
const said = (text: string) => quotations(readText(text)).map(([words, name]) => [words, name]);
const counted = (text: string) => figures(readText(text));

function refusalOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'none';
}

describe('samples', () => {
  const samples = 'test/samples/reading';
  for (const name of readdirSync(samples)) {
    it(`reads ${name}`, () => {
      const folder = join(samples, name);
      const file = existsSync(join(folder, 'report.html')) ? 'report.html' : 'report.txt';
      const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, unknown>;
      const reading = read(readFileSync(join(folder, file)), { contentType: null, fileName: file });
      const blocks: Record<string, number> = {};
      for (const { kind } of reading.blocks) if (kind !== 'paragraph') blocks[kind] = (blocks[kind] ?? 0) + 1;
      const found: Record<string, unknown> = {
        ...reading,
        text: reading.text.split('\n\n'),
        blocks,
        notes: reading.notes.map((note) => note.code),
        holes: reading.holes.map(({ code, places }) => [
          code,
          ...places.map(({ start, end }) => reading.text.slice(start, end)),
        ]),
        repeats: reading.repeats.map((places) => places.map(({ start, end }) => reading.text.slice(start, end))),
        quotations: quotations(reading),
        figures: figures(reading),
      };
      for (const [part, value] of Object.entries(expected)) expect({ [part]: found[part] }).toEqual({ [part]: value });
    });
  }
});

describe('decoding', () => {
  const word = (content: Uint8Array | number[], contentType: string | null) =>
    read(Uint8Array.from(content), { contentType, fileName: null }).text;

  it('[R1] takes the charset from the mark, the content type, a meta, else UTF-8', () => {
    expect(word([0xff, 0xfe, 0x48, 0, 0x69, 0], 'text/plain')).toBe('Hi');
    expect(word([0x93, 0x48, 0x69, 0x94], 'text/plain; charset=windows-1252')).toBe('“Hi”');
    expect(word([...bytes('<meta charset="windows-1252"><p>caf'), 0xe9], 'text/html')).toBe('café');
    expect(word(bytes('café'), null)).toBe('café');
    expect(read(bytes('Hi'), { contentType: 'text/plain; charset=klingon', fileName: null }).notes[0]?.code).toBe(
      'charset-unknown',
    );
  });

  it('[R2] shows what cannot be decoded and counts it', () => {
    const reading = read(Uint8Array.from([...bytes('caf'), 0xe9, ...bytes(' and \uFFFD')]), plain);
    expect(reading.text).toBe('caf\uFFFD and \uFFFD');
    expect(reading.notes).toEqual([
      expect.objectContaining({ code: 'text-undecodable', message: expect.stringMatching(/^1 /) }),
    ]);
  });

  it('[R3] refuses what is empty or no text', () => {
    expect(refusalOf(() => readText(''))).toBe('report-empty');
    expect(refusalOf(() => readText(' \n\u200B '))).toBe('report-empty');
    expect(refusalOf(() => read(bytes('<p><script>x</script></p>'), html))).toBe('report-empty');
    expect(refusalOf(() => read(new Uint8Array(500), plain))).toBe('report-unreadable');
    expect(refusalOf(() => readText('%PDF-1.7 …'))).toBe('report-unreadable');
  });
});

describe('cleaning', () => {
  it('[R3] refuses a text in a charset that nobody names as such, and not as a picture', () => {
    const bytes = Uint8Array.from('Вода прибывает, сказал губернатор. ', (letter) => {
      const code = letter.codePointAt(0)!;
      return code > 0x400 ? code - 0x410 + 0xc0 : code;
    });
    expect(() => read(bytes, { contentType: null, fileName: null })).toThrow(
      expect.objectContaining({ code: 'report-charset-unsaid' }),
    );
    const said = read(bytes, { contentType: 'text/plain; charset=windows-1251', fileName: null });
    expect(said.text).toContain('Вода');
  });

  it('[R4] takes out what is not to be seen, and nothing else', () => {
    const reading = readText('\u202Eab\u200Bc\u0007 d\u00ADe  \u00A0f \r\n\r\n\r\n می\u200Cخواهم');
    expect(reading.text).toBe('abc de f\n\nمی\u200Cخواهم');
    expect(reading.notes[0]?.code).toBe('characters-removed');
  });

  it('[R5] joins hard-wrapped lines, keeps items and short lines apart', () => {
    const wrapped = 'The river rose all through the night and\nthe morning after it stood in the streets.';
    expect(readText(wrapped).text).toBe(wrapped.replace('\n', ' '));
    const list = readText('Told so far:\n• one road\n• two bridges');
    expect(list.blocks.map(({ kind, start, end }) => [kind, list.text.slice(start, end)])).toEqual([
      ['paragraph', 'Told so far:'],
      ['item', 'one road'],
      ['item', 'two bridges'],
    ]);
  });

  it('[R6] decodes entities once and keeps scripts, hidden parts and boilerplate out', () => {
    const reading = read(
      bytes('<body><nav>Home</nav><p>a &amp;lt;b&gt;<script>x</script> c<br>d</p><p hidden>e</p><footer>f</footer>'),
      html,
    );
    expect(reading.text).toBe('a &lt;b> c\n\nd');
  });

  it('[R7] reads the article with the most text, else main, else the body', () => {
    expect(read(bytes('<main>x<article>long one</article><article>two</article></main>'), html).text).toBe('long one');
    expect(read(bytes('<p>before</p><main>x</main>'), html).text).toBe('x');
    expect(read(bytes('<form><p>all in a form</p></form>'), html).text).toBe('all in a form');
  });

  it('[R8] refuses hostile nesting at once', () => {
    for (const tag of ['<table><tr><td>', '<div>', '<b>', '<svg>', '<ul><li>', '<template>']) {
      expect(refusalOf(() => read(bytes(`<p>x</p>${tag.repeat(100_000)}`), html))).toBe('report-too-deep');
    }
    expect(read(bytes(`<p>x</p>${'<table>'.repeat(50_000)}`), html).text).toBe('x');
  });

  it('[R9] marks what asks for money and suggests nothing from it', () => {
    const reading = readText(
      'Rain fell.\n\nDonate at\n\nSort code: 12-34-56\n\nThe 40 charities thank 900 donors, “for all you give to us,” said Ann Lee.\n\nIt fell on.',
    );
    expect(reading.blocks.map((block) => block.kind)).toEqual(['paragraph', 'appeal', 'appeal', 'appeal', 'paragraph']);
    expect(reading.suggestions).toEqual([]);
  });

  it('[R10] suggests no quotation from what is not English', () => {
    const reading = read(bytes('<html lang="fr"><p>« Nous partons », said le maire à 300 gens.</p>'), html);
    expect(reading.suggestions.map(({ sort, speaker }) => [sort, speaker])).toEqual([['figure', null]]);
    expect(reading.notes[0]?.code).toBe('language-not-covered');
  });
});

describe('quotations', () => {
  it('[R11] pairs every kind of mark and tells single marks from apostrophes', () => {
    const inner = 'we don’t know the farmers’ plans, and it’s late';
    expect(said(`The mayor said ‘${inner},’ and left.`)).toEqual([[`${inner},`, 'The mayor']]);
    for (const [open, close] of ['“”', '‘’', '„“', '«»', '""', "''"].map((pair) => pair.split(''))) {
      expect(said(`The mayor said: ${open}we are going home${close} and left.`)).toEqual([
        ['we are going home', 'The mayor'],
      ]);
    }
    expect(said('He said: “She told me ‘run’ and I ran,” Ann Lee said.')).toEqual([
      ['She told me ‘run’ and I ran,', 'Ann Lee'],
    ]);
  });

  it('[R12] takes nothing from marks that are never closed, save a quotation that goes on in the next paragraph', () => {
    expect(
      readText('The mayor said ‘nothing of it, and the farmers’ dogs barked.').notes.map((note) => note.code),
    ).not.toContain('text-undecodable');
    expect(readText('The mayor said “we go and never came back.').suggestions).toEqual([]);
    expect(said('“We go,” said Ann Lee. “We pack.\n\n“And we leave.”')).toEqual([
      ['We go,', 'Ann Lee'],
      ['We pack.', 'Ann Lee'],
      ['And we leave.', 'Ann Lee'],
    ]);
  });

  it('[R185] quotes a paragraph whose mark is never closed behind a colon, and closes inner marks within', () => {
    expect(said('The Arle Herald wrote:\n\n"The dam holds. Nobody is missing.\n\nIt rained.')).toEqual([
      ['The dam holds. Nobody is missing.', 'The Arle Herald'],
    ]);
    expect(said('Ann Lee said, "They asked: “Does it hold?” It does."')).toEqual([
      ['They asked: “Does it hold?” It does.', 'Ann Lee'],
    ]);
  });

  it('[R190] takes the speaker of the attribution that holds a quotation, save what was heard within it', () => {
    expect(said('“The dam holds for now,” Ann Lee thundered. “We built it.”')).toEqual([
      ['The dam holds for now,', 'Ann Lee'],
      ['We built it.', 'Ann Lee'],
    ]);
    expect(said('Ann Lee denied recent reports that said ‘the dam is gone’.')).toEqual([
      ['the dam is gone', 'recent reports'],
    ]);
  });

  it('[R191] suggests what somebody named states in the words of the report', () => {
    const found = (text: string) =>
      readText(text)
        .suggestions.filter(({ sort }) => sort === 'paraphrase')
        .map(({ excerpt, speaker, mode, channel }) => [excerpt.exact, speaker!.name, mode, channel]);
    expect(
      found('Ann Lee warned in a video on Facebook that the lower dam will not hold until the next morning.'),
    ).toEqual([['the lower dam will not hold until the next morning', 'Ann Lee', 'warns', 'in a video on Facebook']]);
    expect(found('Ann Lee said on Monday that the lower dam will not hold until the next morning comes.')).toEqual([
      ['the lower dam will not hold until the next morning comes', 'Ann Lee', 'says', null],
    ]);
    for (const none of [
      'Two officials said on Monday that the lower dam will not hold until the next morning comes.',
      'Ann Lee did not say that the lower dam would hold at least until the next morning comes.',
      'Ann Lee hopes that the lower dam will hold at least until the next morning comes.',
      'Ann Lee said that the dam holds.',
      'Ann Lee offered to look at the lower dam with all of her men on the next morning.',
    ])
      expect(found(none)).toEqual([]);
  });

  it('[R13] finds the speaker before, behind, within and after a colon', () => {
    expect(said('Ann Lee said the roof was ‘gone’.')).toEqual([['gone', 'Ann Lee']]);
    expect(said('The roof was ‘gone’, Ann Lee said.')).toEqual([['gone', 'Ann Lee']]);
    expect(said('‘The roof,’ said Ann Lee, ‘is gone.’')).toEqual([
      ['The roof,', 'Ann Lee'],
      ['is gone.', 'Ann Lee'],
    ]);
    expect(said('Lee: “The roof is gone”')).toEqual([['The roof is gone', 'Lee']]);
    expect(said('According to the council, the roof was ‘gone’.')).toEqual([['gone', 'the council']]);
    expect(said('“Run!” Ann Lee shouted.')).toEqual([['Run!', 'Ann Lee']]);
    expect(said('The plan was described by the mayor as ‘mad’.')).toEqual([['mad', 'the mayor']]);
    expect(said('The mayor was quoted as saying ‘we are lost’.')).toEqual([['we are lost', 'The mayor']]);
  });

  it('[R14] keeps name and role apart', () => {
    const roles = (text: string) => quotations(readText(text)).map(([, name, role]) => [name, role]);
    expect(roles('Fire chief Ann Lee said it was ‘bad’.')).toEqual([['Ann Lee', 'Fire chief']]);
    expect(roles('Ann Lee, the head of the harbour board, has said it was ‘bad’.')).toEqual([
      ['Ann Lee', 'the head of the harbour board'],
    ]);
    expect(roles('The board’s chairman, Sir Ivo Lee, said it was ‘bad’.')).toEqual([
      ['Sir Ivo Lee', 'The board’s chairman'],
    ]);
    expect(roles('One of her closest advisers said it was ‘bad’.')).toEqual([['One of her closest advisers', null]]);
    expect(roles('‘It was bad,’ said Ann Lee, a nurse.')).toEqual([['Ann Lee', 'a nurse']]);
  });

  it('[R15] follows a pronoun to the last speaker who fits', () => {
    const text =
      'Mr Ivo Lee said it was ‘bad’. The council said it was ‘fine’. Mrs Ann Roe called it ‘odd’. He said it was ‘vile’. She said it was ‘new’. It said it was ‘old’.';
    expect(said(text).map(([, name]) => name)).toEqual([
      'Mr Ivo Lee',
      'The council',
      'Mrs Ann Roe',
      'Mr Ivo Lee',
      'Mrs Ann Roe',
      'The council',
    ]);
    expect(said('Ivo Lee came late. ‘It is over,’ he said.')).toEqual([['It is over,', 'Ivo Lee']]);
    expect(said('‘It is over,’ he said.')).toEqual([['It is over,', null]]);
  });

  it.each([
    ['The captain, 54-year-old Ivo Lee, has been questioned.', 'Ivo Lee'],
    ['The head of the fire service, Ivo Lee, has gone.', 'Ivo Lee'],
    ['The captain, Monday, has gone.', 'Karl Roe'],
  ])('[R238] “he” means the name between commas behind an office: “%s”', (text, name) => {
    expect(said(`Karl Roe came. ${text} ‘It is over,’ he said.`)).toEqual([['It is over,', name]]);
  });

  it('[R16] takes the mode from the verb', () => {
    const mode = (verb: string) => quotations(readText(`The mayor ${verb} that ‘all is lost’.`))[0]?.[3];
    const verbs = [
      'said',
      'warned',
      'denied',
      'demanded',
      'estimates',
      'announced',
      'has confirmed',
      'disputed',
      'predicted',
      'promised',
      'reported',
    ];
    expect(verbs.map(mode)).toEqual([
      'says',
      'warns',
      'denies',
      'demands',
      'estimates',
      'announces',
      'confirms',
      'disputes',
      'forecasts',
      'offers',
      'reports',
    ]);
    expect(said('The mayor did not say it was ‘lost’.')).toEqual([]);
    expect(said('The mayor said it was bad, warning of ‘worse’.')).toEqual([['worse', 'The mayor']]);
  });

  it('[R17] keeps the channel as printed', () => {
    const channel = (text: string) => quotations(readText(text))[0]?.[4];
    expect(channel('Ann Lee said in a video on Facebook that it was ‘bad’.')).toBe('in a video on Facebook');
    expect(channel('The harbour board wrote on its own website it was ‘bad’.')).toBe('on its own website');
    expect(channel('It was ‘bad’, Ann Lee told a congressional committee.')).toBe('told a congressional committee');
    expect(channel('Ann Lee spoke, telling MPs it was ‘bad’.')).toBe('telling MPs');
    expect(channel('In a statement, the council said it was ‘bad’.')).toBe('In a statement');
    expect(channel('Ann Lee said on Monday it was ‘bad’.')).toBe(null);
  });

  it('[R18] leaves alone what only looks like speech', () => {
    expect(said('Make it payable to ‘Sea Fund’.')).toEqual([]);
    expect(said('They saw the words ‘Go home’ written on a wall.')).toEqual([]);
    expect(said('A sign says “No entry after dark, please.”')).toEqual([]);
    expect(said('The so-called ‘blue line’ moved. Their ‘experts’ slept.')).toEqual([]);
    expect(said('The novel ‘Deep Water’ was read, the mayor said.')).toEqual([]);
  });

  it('[R19] gives a stated purpose to whoever acts', () => {
    expect(said('The junta launched a campaign to ‘cleanse’ and ‘renew’ the land.')).toEqual([
      ['cleanse', 'The junta'],
      ['renew', 'The junta'],
    ]);
  });

  it('[R20] suggests a whole clause without a speaker, and a fragment never', () => {
    expect(said('“Nobody came to help us that night.”')).toEqual([['Nobody came to help us that night.', null]]);
    expect(said('It was a ‘quiet’ night.')).toEqual([]);
  });
});

describe('figures', () => {
  const range = (words: string) => counted(`There were ${words} boats in the bay.`)?.[0]?.slice(0, 5);

  it('[R21] reads digits and words', () => {
    const best = (words: string) => range(words)?.[3];
    const read = [
      '17',
      '1,200',
      '2million',
      '1.5 million',
      '3bn',
      'a dozen',
      'two hundred and fifty',
      'forty-two',
      'half a million',
      'two dozen',
    ].map(best);
    expect(read).toEqual([17, 1200, 2e6, 1.5e6, 3e9, 12, 250, 42, 5e5, 24]);
  });

  it('[R100] reads numbers in groups, in words with a point, and hyphened to a unit', () => {
    const best = (words: string) => range(words)?.[3];
    const read = [
      '1 234 567',
      '12,34,567',
      '16.4 million',
      'nine point nought four',
      'three dozens',
      'fifty two',
      '13 lakh',
    ];
    expect(read.map(best)).toEqual([1_234_567, 1_234_567, 16_400_000, 9.04, 36, 52, 1_300_000]);
    expect(counted('They built a six-mile road of 10,000 Swiss francs and 4 metric tons.').length).toBe(3);
  });

  it('[R22] gives each bound its low, best and high', () => {
    expect(range('17')).toEqual(['17', 'exactly', 17, 17, 17]);
    expect(range('some 70')).toEqual(['some 70', 'about', null, 70, null]);
    expect(range('at least 17')).toEqual(['at least 17', 'at-least', 17, 17, null]);
    expect(range('more than a dozen')).toEqual(['more than a dozen', 'more-than', 12, 12, null]);
    expect(range('up to 50')).toEqual(['up to 50', 'at-most', null, 50, 50]);
    expect(range('fewer than 20')).toEqual(['fewer than 20', 'fewer-than', null, 20, 20]);
    expect(range('between 5 and 7')).toEqual(['between 5 and 7', 'between', 5, null, 7]);
    expect(range('two or three')).toEqual(['two or three', 'between', 2, null, 3]);
    expect(range('2 to 3 million')).toEqual(['2 to 3 million', 'between', 2e6, null, 3e6]);
    expect(range('dozens of')).toEqual(['dozens', 'magnitude', 24, null, null]);
    expect(range('tens of thousands of')).toEqual(['tens of thousands', 'magnitude', 20_000, null, null]);
  });

  it('[R23] reads unit and what is counted as printed', () => {
    const parts = (text: string) => counted(text)?.[0]?.slice(5, 7);
    expect(parts('The trench is 25 metres long.')).toEqual(['metres', null]);
    expect(parts('Some 12 per cent of homes are dark.')).toEqual(['per cent', 'homes']);
    expect(parts('The fire is 25km away.')).toEqual(['km', null]);
    expect(parts('It cost $1.5bn in all.')).toEqual(['$', null]);
    expect(parts('The storm left 17 people dead.')).toEqual([null, 'people dead']);
    expect(parts('They counted 40 burnt fishing boats on the shore.')).toEqual([null, 'burnt fishing boats']);
  });

  it('[R279] a number alone is a figure where it says what befell so many', () => {
    const found = (text: string) => counted(text)?.map((one) => [one?.[0], one?.[6]]);
    expect(found('The ferry sank; 31 are missing, rescuers said.')).toEqual([['31', 'missing']]);
    expect(found('In the fire twelve were badly hurt and 4 have died.')).toEqual([
      ['twelve', 'hurt'],
      ['4', 'died'],
    ]);
    expect(found('By noon 20 had been rescued.')).toEqual([['20', 'rescued']]);
    expect(found('In 2019 were killed those who fled.')).toEqual([]);
    expect(found('Route 31 is missing a sign.')).toEqual([]);
    expect(found('Magnitude 6.8 quake strikes the coast.')).toEqual([]);
    expect(found('All 31 were in the hall.')).toEqual([]);
    // Fractions are not read, and what two thirds count is no third.
    expect(found('Two thirds of the customers have light, three-quarters have water.')).toEqual([]);
  });

  it('[R24] finds who says it, and leaves an aside of the outlet to the outlet', () => {
    const speaker = (text: string) => counted(text)?.[0]?.[7];
    expect(speaker('The storm hurt at least 17 people, the council has said.')).toBe('the council');
    expect(speaker('The Red Crane estimates more than 3million people have left.')).toBe('The Red Crane');
    expect(speaker('‘We have 40 boats,’ said Ann Lee.')).toBe('Ann Lee');
    expect(speaker('They buried 70 people.')).toBe(null);
    expect(speaker('Shells fell on Arle, a town of 60,000 people, the council said.')).toBe(null);
    expect(counted('Two officials said it was over.')).toEqual([]);
    expect(counted('507 deaths and 1,332 injuries reported as of noon.').map((one) => one![0])).toEqual([
      '507',
      '1,332',
    ]);
  });

  it.each([
    ['Gusts of up to 110 km per hour were measured.', 'up to 110', 'km per hour', null],
    ['Oil rose to 90 dollars a barrel.', '90', 'dollars a barrel', null],
    ['Power is back in 1,900 of 2,300 homes.', '1,900', null, 'homes'],
  ])(
    '[R242] a unit keeps what it is told by, and a share counts what its whole is: “%s”',
    (text, words, unit, what) => {
      const { figure } = readText(text).suggestions[0]!;
      expect([figure?.words, figure?.unit, figure?.what]).toEqual([words, unit, what]);
    },
  );

  it('[R242] words that say where end what is counted', () => {
    expect(counted('Ferry with 140 aboard runs aground off the coast.')).toEqual([]);
  });

  it('[R25] leaves numbers alone that count nothing', () => {
    for (const text of [
      'It began on 9 March 2022 and on March 9, in 1999.',
      'It was 14:05, or 2pm, or 10.30am.',
      'Ann Lee, 61, was with a 17-year-old and a boy aged 9.',
      'Send it to 42 Heron Court or call 020 7946 0000.',
      'It was the 3rd time in two weeks, and the 9th floor.',
      'One of the boats sank; the two men swam for 4 hours.',
      'A Boeing 737 flew over Channel 4 and the G7.',
    ]) {
      expect([text, counted(text)]).toEqual([text, []]);
    }
  });
});

describe('the gate', () => {
  it('[R26] suggests the same words of the same speaker once', () => {
    expect(said('Ann Lee said it was ‘bad’.\n\nThe dog ran.\n\nAnn Lee said it was ‘bad’.')).toHaveLength(1);
  });

  it('[R27] drops and counts what does not stand exactly once', () => {
    const line =
      'The weather that day was as it had been for a long time. ‘We go,’ said Ann Lee. It stayed so for a long time after that day.';
    const reading = readText(`${line}\n\n${line}`);
    expect([reading.suggestions, reading.notes.map((note) => note.code)]).toEqual([[], ['suggestions-dropped']]);
  });

  const piece = fc.constantFrom(
    '“',
    '”',
    '‘',
    '’',
    '"',
    "'",
    ' ',
    ' ',
    '. ',
    ', ',
    '\n',
    '\n\n',
    '• ',
    'Ann Lee',
    'the mayor',
    'he',
    'said',
    'said:',
    'warned that',
    'the',
    'of',
    'at least',
    '17',
    '2million',
    'people',
    'dozens',
    'Donate at',
    '\u202E',
    'é',
    '🜂',
    '<b>',
    '&amp;',
    '$',
  );
  const text = fc
    .array(fc.oneof({ weight: 12, arbitrary: piece }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }), {
      maxLength: 60,
    })
    .map((parts) => parts.join(' '));
  const reads = (content: Uint8Array, about: typeof plain): Reading | null => {
    try {
      return read(content, about);
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  };

  it('[R28] keeps every excerpt, speaker and number exact, on any input', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (input, isHtml) => {
        const reading = reads(bytes(input), isHtml ? html : plain);
        for (const { excerpt, speaker, figure } of reading?.suggestions ?? []) {
          checkExcerpt(reading!.text, excerpt);
          expect(reading!.text.slice(excerpt.start, excerpt.end)).toBe(excerpt.exact);
          if (speaker) expect(reading!.text.slice(speaker.start, speaker.end)).toBe(speaker.name);
          for (const part of figure ? [figure, figure.where, figure.period] : [])
            if (part) expect(reading!.text.slice(part.start, part.end)).toBe(part.words);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('[R29] reads the same bytes the same, and its own text as itself', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (input, isHtml) => {
        const reading = reads(bytes(input), isHtml ? html : plain);
        expect(reads(bytes(input), isHtml ? html : plain)).toEqual(reading);
        if (reading) expect(reads(bytes(reading.text), plain)?.text).toBe(reading.text);
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (content) => void reads(content, html)));
  });

  it('[R30] reads a long or hostile text in a time that grows with its length', () => {
    const units = ['“', '‘', '"', 's’ ', '‘a. ', 'U.S.', 'he said ‘a’ ', ', said', '17 or ', 'Abc Def, '];
    const taken = (length: number) => {
      const before = processorTime();
      for (const unit of units) readText(`The end of it is in the ${unit.repeat(length / unit.length)}`);
      return processorTime() - before;
    };
    taken(10_000);
    // Five times as long: five times the time, or twenty-five where something grows with the square.
    const [short, long] = [taken(40_000), taken(200_000)];
    expect(long).toBeLessThan(12 * short);
  }, 60_000);
});

const seed = '../shared/seed/report.txt';
describe('the report the project comes from', () => {
  it.skipIf(!existsSync(seed))(`is read as a person reads it (needs ${seed})`, () => {
    const reading = read(readFileSync(seed), { contentType: null, fileName: 'report.txt' });
    const found = reading.suggestions.filter((one) => one.sort === 'quotation');
    expect(found).toHaveLength(32);
    expect(found.every((one) => one.speaker !== null)).toBe(true);
    const speakers = new Map<string, number>();
    for (const { speaker } of found)
      speakers.set(speaker!.name.split(' ').at(-1)!, (speakers.get(speaker!.name.split(' ').at(-1)!) ?? 0) + 1);
    expect([...speakers.values()].toSorted((a, b) => b - a)).toEqual([6, 6, 3, 3, 3, 2, 2, 1, 1, 1, 1, 1, 1, 1]);
    const appeals = reading.blocks.filter((block) => block.kind === 'appeal');
    expect(appeals).toHaveLength(14);
    expect(figures(reading)).toHaveLength(17);
    for (const { excerpt, speaker } of reading.suggestions) {
      expect(reading.text.slice(excerpt.start, excerpt.end)).toBe(excerpt.exact);
      if (speaker) expect(reading.text.slice(speaker.start, speaker.end)).toBe(speaker.name);
    }
    const holes = Map.groupBy(reading.holes, ({ code }) => code);
    const placesOf = (code: string): number =>
      (holes.get(code) ?? []).reduce((sum, { places }) => sum + places.length, 0);
    expect([...holes.keys()].toSorted()).toEqual([
      'credit-missing',
      'graphic-missing',
      'link-missing',
      'name-missing',
      'outlet-missing',
      'published-missing',
      'source-missing',
      'time-without-anchor',
    ]);
    expect(
      ['link-missing', 'source-missing', 'name-missing', 'graphic-missing', 'credit-missing'].map(placesOf),
    ).toEqual([3, 1, 1, 1, 11]);
    expect(placesOf('time-without-anchor')).toBeGreaterThan(20);
    expect(reading.proposed?.date).toBe('2022-03-09');
    expect(reading.repeats.length).toBeGreaterThanOrEqual(7);
  });
});
