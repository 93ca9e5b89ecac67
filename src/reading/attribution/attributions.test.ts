import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../read.ts';
import { attributionsOf } from './attributions.ts';
import { processorTime } from '../../../test/processor-time.ts';
import { toldAttributions as told } from '../../../test/told-attributions.ts';

describe('who says what', () => {
  it.each([
    ['The mayor said on Monday that the dam holds.', 'The mayor | said | that the dam holds'],
    ['“The dam holds,” said Eva Lind, the mayor.', 'Eva Lind, the mayor | said | “The dam holds,”'],
    ['“The dam,” she said, “holds for now.”', 'she | said | “The dam,” … “holds for now.”'],
    ['The dam, he told reporters, would hold.', 'he | told | The dam … would hold'],
    ['According to the council, 40 houses are wet.', 'the council | According to | 40 houses are wet'],
    ['Forty houses are wet, according to the council.', 'the council | according to | Forty houses are wet'],
    ['The road is closed, the ministry has said.', 'the ministry | has said | The road is closed'],
    ['Lind: We will rebuild the bridge.', 'Lind | : | We will rebuild the bridge'],
    ['The council wants to rebuild the bridge.', 'The council | wants | to rebuild the bridge'],
    ['Residents have called for a new dam.', 'Residents | have called for | a new dam'],
    [
      'A survey released on Monday shows 40 percent in favour.',
      'A survey released on Monday | shows | 40 percent in favour',
    ],
    ['The council expressed concern about the dam.', 'The council | expressed concern about | the dam'],
    ['He said the plan was ‘a disgrace’.', 'He | said | the plan was ‘a disgrace’'],
    ["''It holds,'' Mr. Holm said.", "Mr. Holm | said | ''It holds,''"],
    ['Thousands are thought to have fled.', ' | are thought | Thousands … to have fled'],
  ])('[R90] finds source, cue and content in “%s”', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it('[R91] ends content where another attribution starts', () => {
    expect(told('Lind said the dam holds, adding that nobody is missing.')).toEqual([
      'Lind | said | the dam holds',
      'Lind | adding | that nobody is missing',
    ]);
    expect(told('Lind praised the crews but said the dam is old.')).toEqual([
      'Lind | praised | the crews',
      'Lind | said | the dam is old',
    ]);
  });

  it.each([
    [
      '“It holds,” said Eva Lind, who built it and knows each stone.',
      'Eva Lind, who built it and knows each stone | said | “It holds,”',
    ],
    ['“It holds,” said Eva Lind, 44, of Arle.', 'Eva Lind, 44, of Arle | said | “It holds,”'],
    [
      'It holds, according to figures collected by the council.',
      'figures collected by the council | according to | It holds',
    ],
    ['Lind, speaking to reporters, said the dam holds.', 'Lind | said | the dam holds'],
    ['Lind, during a long debate, said the dam holds.', 'Lind | said | the dam holds'],
  ])('[R186] ends a source where what describes it ends in “%s”', (text, expected) => {
    expect(told(text)[0]).toBe(expected);
  });

  it('[R187] takes the word that a relative clause opens with, and the rest of it, as content', () => {
    expect(told('The road, which officials said will close in May, is old.')).toEqual([
      'officials | said | which … will close in May',
    ]);
  });

  it.each([
    ['The council rejected her claim that the dam leaks.', 'her | claim | that the dam leaks'],
    ['The dam is considered a risk by the council.', 'the council | is considered | The dam … a risk'],
    ['His refusal to leave was a mistake.', 'His | refusal | to leave'],
    ['There are polls showing that the council will lose.', 'polls | showing | that the council will lose'],
    ['The council issued a statement saying the dam holds.', 'The council | issued a statement saying | the dam holds'],
    [
      'As Eva Lind put it, “We have built this dam three times in all.”',
      'Eva Lind | put it | “We have built this dam three times in all.”',
    ],
  ])('[R188] finds attributions by nouns, participles and idioms in “%s”', (text, expected) => {
    expect(told(text)).toContain(expected);
  });

  it('[R189] goes on behind an aside between dashes, and leaves it out between a subject and its verb', () => {
    expect(told('Lind said the dam – and nothing else – has held.')).toEqual(['Lind | said | the dam … has held']);
    expect(told('Lind said they want more money – some of it at once – for the dam.')).toEqual([
      'Lind | said | they want more money – some of it at once – for the dam',
    ]);
  });

  it('[R92] goes on with a speaker in quotations that are sentences of their own', () => {
    expect(told('“It holds,” Lind said. “It will hold tomorrow.”\n“Nobody is missing.”')).toEqual([
      'Lind | said | “It holds,” … “It will hold tomorrow.” … “Nobody is missing.”',
    ]);
    expect(told('“Run!” Lind shouted.')).toEqual(['Lind | shouted | “Run!”']);
    expect(told('Lind said:\n“The dam holds.”')).toEqual(['Lind | said: | “The dam holds.”']);
  });

  it('[R93] says through whom words came, nearest first', () => {
    const text = 'The agency said that officials told it that the minister said the dam holds.';
    const vias = attributionsOf(text).map(({ source, via }) => [
      text.slice(source[0]!.start, source[0]!.end),
      via.map(({ start, end }) => text.slice(start, end)),
    ]);
    expect(vias).toEqual([
      ['The agency', []],
      ['officials', ['The agency']],
      ['the minister', ['officials', 'The agency']],
    ]);
    const outer = attributionsOf('“It holds,” Lind said, according to the agency.');
    expect(outer.map(({ via }) => via.length)).toEqual([1, 0]);
  });

  it('[R94] knows who a source is: name and role apart, a pronoun by whom it means', () => {
    const text = 'Eva Lind, a farmer, said the dam holds. She warned that it leaks. Two officials said it is old.';
    expect(attributionsOf(text).map(({ speaker, named }) => [speaker?.name, speaker?.role, named])).toEqual([
      ['Eva Lind', 'a farmer', true],
      ['Eva Lind', 'a farmer', true],
      ['Two officials', null, false],
    ]);
  });

  it.each([
    ['The mayor, Eva Lind, said the dam holds.', 'Eva Lind', 'The mayor'],
    ['The mayor, Lind, said the dam holds.', 'Lind', 'The mayor'],
    ['The governor, Ana van der Berg, said the dam holds.', 'Ana van der Berg', 'The governor'],
    ['The council, Labour, said the dam holds.', 'The council', 'Labour'],
  ])('[R238] a name between commas behind an office is whose it is: “%s”', (text, name, role) => {
    expect(attributionsOf(text).map(({ speaker }) => [speaker?.name, speaker?.role])).toEqual([[name, role]]);
  });

  it('[R243] who is heard by somebody, and not whoever hears, says what stands behind “and”', () => {
    const text = 'The captain, 54-year-old Ivo Lee, has been questioned by police and denied that he had slept.';
    const denied = attributionsOf(text).find(({ cue: [cue] }) => text.slice(cue!.start, cue!.end) === 'denied');
    expect([denied?.speaker?.name, denied?.speaker?.role]).toEqual(['Ivo Lee', 'The captain']);
  });

  it('[R95] tells direct, mixed and indirect speech apart', () => {
    const text = '“The dam holds,” Lind said. Holm called it “a miracle” of the town. Berg said it leaks.';
    expect(attributionsOf(text).map(({ speech }) => speech)).toEqual(['direct', 'mixed', 'indirect']);
  });

  it.each([
    ['A banner that would say nothing hung there.'],
    ['He played in a group called “Running Water Tonight”.'],
    ['Lind could say more tomorrow.'],
    ['The words “No entry at any time” were painted on the wall.'],
  ])('[R96] leaves alone what nobody said: “%s”', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('[R96] takes what somebody would like as wanted', () => {
    expect(told('Lind would like to leave.')).toEqual(['Lind | would like | to leave']);
  });

  it('[R97] gives a figure to the source that it is attributed to', () => {
    const text = 'Some 40 houses are wet, according to the council. Lind fears that 20 people are missing.';
    const reading = read(new TextEncoder().encode(text), { contentType: 'text/plain', fileName: null });
    const said = reading.suggestions.map(({ figure, speaker }) => [figure?.words, speaker?.name ?? null]);
    expect(said).toEqual([
      ['Some 40', 'the council'],
      ['20', null],
    ]);
  });
});

describe('attributions of any text', () => {
  const piece = fc.constantFrom(
    ...`“|”|‘|’|"|'|''|,|.|:| – |(|)|\n|Eva Lind|the mayor|she|who|said|saying|told|according to|that|and|of|17|😀`.split(
      '|',
    ),
    ...'is expected to|the dam holds|constructor|__proto__|wants|called for|In a poll|asked about|has expressed concern over'.split(
      '|',
    ),
  );
  const text = fc
    .array(fc.oneof({ weight: 12, arbitrary: piece }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }), {
      maxLength: 60,
    })
    .map((parts) => parts.join(' '));

  it('[R98] keeps every stretch within the text and in order, on any input, and finds the same again', () => {
    fc.assert(
      fc.property(text, (input) => {
        const found = attributionsOf(input);
        expect(attributionsOf(input)).toEqual(found);
        for (const { source, cue, content, speaker, via } of found) {
          expect(Math.min(cue.length, content.length)).toBeGreaterThan(0);
          for (const { start, end } of [...source, ...cue, ...content, ...via]) {
            expect(start).toBeLessThan(end);
            expect(input.slice(start, end)).toHaveLength(end - start);
          }
          if (speaker) expect(input.slice(speaker.start, speaker.end)).toBe(speaker.name);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('[R99] needs a time that grows with the length of the text', () => {
    const start = processorTime();
    for (const unit of [
      'said ',
      '“a ',
      'he said ‘a’ ',
      ', said',
      'and ',
      'of the dam ',
      'who said ',
      '( ',
      ', a b',
      'constructor ',
    ])
      attributionsOf(unit.repeat(100_000 / unit.length));
    expect(processorTime() - start).toBeLessThan(10_000);
  }, 60_000);
});
