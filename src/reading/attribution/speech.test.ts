import { describe, expect, it } from 'vitest';
import { toldAttributions as told } from '../../../test/told-attributions.ts';
import { read } from '../read.ts';
import { attributionsOf } from './attributions.ts';

describe('whose words they are', () => {
  it.each([
    ['Lind called it “a long farewell,” a song of the valley.', 'Lind | called | it “a long farewell,”'],
    ['The choir chanted, “Down the river!” as they had each year.', 'The choir | chanted | “Down the river!”'],
    ['What Lind calls “the gap” is a ditch.', 'Lind | calls | What … “the gap”'],
  ])('[R250] ends content with its quotation in “%s”', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    ['The bridge, she said, “will never open.”', 'she | said | The bridge … “will never open.”'],
    [
      'The bridge is old, she said: “We have known that for years now.”',
      'she | said: | The bridge is old … “We have known that for years now.”',
    ],
    [
      'He recalled the old toll: “It was always too much for us here.”',
      'He | recalled | the old toll: “It was always too much for us here.”',
    ],
    ['On Monday, she said, “We have known it for years.”', 'she | said | “We have known it for years.”'],
    ['Still, she said, “it is our bridge.”', 'she | said | “it is our bridge.”'],
    ['In her book, “Long Dry Years,” Lind said that the dam leaks.', 'Lind | said | that the dam leaks'],
    [
      'It is old, the council said, and houses below it lost a metre.',
      'the council | said | It is old … and houses below it lost a metre',
    ],
  ])('[R251] puts together what a quotation goes on with in “%s”', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it('[R252] takes the sentence of another speaker as content where somebody reports it at the end', () => {
    expect(told('“The bridge is old,” she told the council, according to two members.')).toContain(
      'two members | according to | “The bridge is old,” she told the council',
    );
    const text = 'Asked about it, Lind said: “We have known that for years,” the Courier reported.';
    const lind = attributionsOf(text).find(({ speaker }) => speaker?.name === 'Lind');
    expect(lind?.via.map(({ start, end }) => text.slice(start, end))).toEqual(['the Courier']);
  });

  it.each([
    ['It was so low that Lind was prompted to say, “We never saw it so dry before.”', 'Lind'],
    ['When Lind came back she began by saying, “We never saw it so dry before.”', 'she'],
    ['Holm met a farmer who said he was ruined, adding, “We never saw it so dry before.”', 'Holm'],
    ['The council sent an email to members stating, “We never saw it so dry before.”', 'The council'],
    ['It is dry - Eva Lind: “We never saw the lake so dry before this year.”', 'Eva Lind'],
    ['“Was it ever so dry?” asked Eva Lind.', 'Eva Lind'],
  ])('[R253] finds who speaks in “%s”', (text, speaker) => {
    expect(told(text).at(-1)).toMatch(new RegExp(`^${speaker} `));
  });

  it.each([
    'Holm left without saying, “We never saw it so dry before.”',
    'It gets worse: “We never saw it so dry before in the valley.”',
    'The heat did not surprise Eva Lind: “We never saw it so dry before in the valley.”',
    'Later that day on RTN: “We never saw it so dry before in the valley.”',
  ])('[R253] leaves open who speaks in “%s”', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('[R253] names a speaker without what a verb tells of him', () => {
    const text = 'A council aide speaking to RTN said, “We never saw it so dry before in the valley.”';
    expect(attributionsOf(text).map(({ speaker }) => speaker?.name)).toEqual(['A council aide']);
    const reading = read(new TextEncoder().encode(text), { contentType: 'text/plain', fileName: null });
    expect(reading.suggestions.map(({ speaker }) => speaker?.name)).toEqual(['A council aide']);
    const listed = '“It is dry,” Ivo Holm, 30, of Arle, Ost., who was there, said.';
    expect(attributionsOf(listed).map(({ speaker }) => speaker?.name)).toEqual(['Ivo Holm']);
  });

  it('[R253] lets people speak who are familiar with something', () => {
    expect(told('People familiar with the plan said it is old.')).toEqual([
      'People familiar with the plan | said | it is old',
    ]);
  });

  it('[R253] lets a sentence behind a full stop take no quotation before it', () => {
    expect(told('“It is dry,” Holm said. “It has never been so dry.” He said, twice, that he would stay.')).toEqual([
      'Holm | said | “It is dry,” … “It has never been so dry.”',
      'He | said | that he would stay',
    ]);
  });

  it('[R254] gives a turn of a transcript whole to its speaker', () => {
    const text =
      'LIND: The dam holds. We lost 40 homes.\n\nHOLM: How many? Lind said that 50 are lost.\n\nQ: Is it dry?';
    expect(told(text)).toEqual([
      'LIND | : | The dam holds. We lost 40 homes.',
      'HOLM | : | How many? Lind said that 50 are lost.',
      'Lind | said | that 50 are lost',
    ]);
    expect(attributionsOf(text).at(-1)!.via).toHaveLength(1);
    expect(told('“LIND: It holds. It is new.\n\n“HOLM: It is old. It leaks.”')).toEqual([
      'LIND | : | It holds. It is new.',
      'HOLM | : | It is old. It leaks.',
    ]);
  });

  it.each([
    ['Lind is confident that the dam holds.', 'Lind | is confident | that the dam holds'],
    ['Residents are wary of the plan.', 'Residents | are wary of | the plan'],
    ['Lind was eager to leave.', 'Lind | was eager | to leave'],
    ['Lind made it clear that the dam holds.', 'Lind | made it clear | that the dam holds'],
  ])('[R255] finds who is so minded in “%s”', (text, expected) => {
    expect(told(text)).toEqual([expected]);
    expect(told('It is certain that the dam holds.')).toEqual([]);
  });

  it.each([
    ['Lind, however, said the dam holds.', 'Lind | said | the dam holds'],
    ['The council has, in fact, denied that it leaks.', 'The council | has, in fact, denied | that it leaks'],
    ['Lind spoke openly about the dam.', 'Lind | spoke openly about | the dam'],
    ['Holm lashed out at the council.', 'Holm | lashed out at | the council'],
  ])('[R256] reads over what only stands between in “%s”', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it('[R257] gives a question to who asked it', () => {
    expect(told('Asked by Lind on Monday whether the dam holds, Holm left.')).toEqual([
      'Lind | Asked | whether the dam holds',
    ]);
    expect(told('Holm left when asked during a visit if the dam holds.')).toEqual([' | asked | if the dam holds']);
  });

  it.each([
    ['Nine out of 10 say the dam is old.', 'Nine out of 10 | say | the dam is old'],
    ['The agency put the toll at 45.', 'The agency | put | the toll at 45'],
    [
      'The Arden Courier tracking poll, which is new, showed that 45 percent agree.',
      'The Arden Courier tracking poll, which is new, | showed | that 45 percent agree',
    ],
  ])('[R258] finds who gives a number in “%s”', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    [
      'Holm, who said the dam is old, called the plan a risk.',
      ['who | said | the dam is old', 'Holm, who said the dam is old, | called | the plan a risk'],
    ],
    [
      'Those who favour the plan agree that it is old.',
      ['who | favour | the plan', 'Those who favour the plan | agree | that it is old'],
    ],
    [
      'Polls show Lind with a lead, with RTN saying it is small.',
      ['Polls | show | Lind with a lead', 'RTN | saying | it is small'],
    ],
    [
      'Holm defended the plan by saying that it is old.',
      ['Holm | defended | the plan', 'Holm | saying | that it is old'],
    ],
  ])('[R259] ends content where the sentence goes on in “%s”', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
