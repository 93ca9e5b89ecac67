import { describe, expect, test } from 'vitest';
import { Mode } from '../../journal/statement.ts';
import type { SubjectTerms, Value } from '../../journal/subjects/subject.ts';
import type { Command, NewStatement } from '../../record/command.ts';
import type { Moment } from '../../terms/when.ts';
import { subjectView } from '../../views/subject-view.ts';
import { given, minute, publishing, routeIs, saidBy, statementOf } from '../../../test/samples/flood.ts';
import { Tree, wordsOf } from '../../../test/page/tree.ts';
import { settingOf } from '../setting.ts';
import { subjectHtml } from '../subject.ts';

const days = (number: number): Moment => minute(number * 24 * 60 + 60);
const day = (date: string, words: string | null = null) => ({ from: date, to: date, zone: null, words });
const window = { from: '2024-09-15T10:00', to: '2024-09-15T18:00', zone: 'Europe/Prague', words: null };

/** A statement of one of three parties, by the number of the party. */
const by = (party: 1 | 2 | 3, value: Value, more: Partial<NewStatement> = {}): NewStatement =>
  saidBy(`new-${party}`, {
    subject: 'new-1',
    by: { party: `new-${party}`, as: ['Ada', 'Ben', 'Cleo'][party - 1]!, role: null },
    value,
    ...more,
  });

const opening = (terms: SubjectTerms, sides: (1 | 2 | 3)[], statements: NewStatement[]): Command =>
  publishing({
    parties: ['Ada', 'Ben', 'Cleo'].map((name, i) => ({ ref: `new-${i + 1}`, name, sort: 'person', role: null })),
    subjects: [{ ref: 'new-1', name: 'It', terms, sides: sides.map((side) => `new-${side}` as const) }],
    statements,
  });

/** The words of the one subject on the board, at a moment. */
function board(terms: SubjectTerms, statements: NewStatement[], at = days(0), sides: (1 | 2 | 3)[] = []): string {
  const record = given(opening(terms, sides, statements));
  const setting = settingOf({ ...record, moment: at });
  return wordsOf(new Tree(subjectHtml(setting, subjectView(record, 'subject-1', at)).text).byId('subject-1')!);
}

const way: SubjectTerms = { kind: 'route', aim: 'people-out', from: 'A', through: [], to: 'B' };
const pause: SubjectTerms = { kind: 'truce', places: ['A', 'B'] };
const talks: SubjectTerms = { kind: 'meeting', who: ['Ada', 'Ben'], level: null, mediator: null, where: 'C' };
const issue: SubjectTerms = { kind: 'position' };
const place: SubjectTerms = { kind: 'site', place: 'A', what: 'school' };
const help: SubjectTerms = { kind: 'appeal', beneficiary: 'the people of A' };
const number: SubjectTerms = { kind: 'figure' };

const truceIs = (state: 'announced' | 'agreed' | 'refused' | 'holding' | 'broken', more = {}): Value => ({
  kind: 'truce',
  state,
  from: null,
  until: null,
  reason: null,
  ...more,
});
const planned = (date: string, words: string | null = null): Value => ({
  kind: 'meeting',
  state: 'planned',
  when: day(date, words),
  outcome: null,
});
const takes = (stand: 'demands' | 'offers' | 'accepts-if' | 'refuses', condition: string | null = null): Value => ({
  kind: 'position',
  stand,
  what: 'shut gates',
  condition,
});
const appeals = (more = {}): Value => ({
  kind: 'appeal',
  charity: 'Relief',
  charityNumber: null,
  from: null,
  until: null,
  ways: [],
  ...more,
});

describe('what a speaker did', () => {
  test.each<[Mode, Value, string]>([
    ['announces', routeIs('proposed'), 'Ada proposed it'],
    ['offers', routeIs('proposed'), 'Ada offered it'],
    ['refuses', routeIs('refused'), 'Ada refused it'],
    ['denies', routeIs('refused'), 'Ada denied refusing it'],
    ['refuses', routeIs('accepted'), 'Ada refused to accept it'],
    ['announces', routeIs('suspended'), 'Ada announced: suspended'],
  ])('[P32] a stand and the way it was said are one act: %s and %j', (mode, value, expected) => {
    expect(board(way, [by(1, value, { mode })])).toContain(`${expected} `);
  });

  test.each(Mode.options)('[P32] nothing is said twice, and nothing contradicts itself: %s', (mode) => {
    const all = [
      ...(['proposed', 'accepted', 'refused', 'failed'] as const).map((state) =>
        board(way, [by(1, routeIs(state), { mode })]),
      ),
      ...(['announced', 'agreed', 'refused'] as const).map((state) => board(pause, [by(1, truceIs(state), { mode })])),
      ...(['demands', 'offers', 'refuses'] as const).map((stand) => board(issue, [by(1, takes(stand), { mode })])),
    ];
    const doubled =
      /(announced|offered|refused|demanded|accepted|agreed|proposed):? \1|: (proposed|accepted|announced|agreed) it/;
    for (const words of all) expect(words).not.toMatch(doubled);
  });

  test('[P32] the desk tells of a stand and takes none', () => {
    const words = board(way, [statementOf({ subject: 'new-1', value: routeIs('proposed') })]);

    expect(words).toContain('The desk said: it was proposed');
    expect(words).not.toContain('Announced by');
  });
});

describe('routes', () => {
  const proposes = by(1, routeIs('proposed'));
  const accepts = by(2, routeIs('accepted'));

  test.each<[string, NewStatement[], (1 | 2 | 3)[], string]>([
    ['one proposes', [proposes], [], 'Announced by Ada. People out: from A to B'],
    ['another accepts', [proposes, accepts], [], 'Corridor, agreed by Ada, Ben. People out'],
    ['two accept', [by(1, routeIs('accepted')), accepts], [], 'Corridor, agreed by Ada, Ben'],
    ['a third refuses', [proposes, accepts, by(3, routeIs('refused'))], [], 'Announced by Ada. '],
    ['a third is awaited', [proposes, accepts], [3], 'Announced by Ada. '],
    [
      'a third denies accepting',
      [proposes, accepts, by(3, routeIs('accepted'), { mode: 'denies' })],
      [],
      'Announced by Ada. ',
    ],
    ['two propose', [proposes, by(2, routeIs('proposed'))], [], 'Announced by Ada, Ben. '],
    ['an outcome only', [by(1, routeIs('succeeded'))], [], 'ItPeople out: from A to B'],
  ])('[P33] it is a corridor only where all who speak on it agree: %s', (_, statements, sides, expected) => {
    expect(board(way, statements, days(0), sides)).toContain(expected);
  });

  test('[P34] a window is today, and closed the day after', () => {
    const statements = [by(1, routeIs('proposed', { window }))];

    expect(board(way, statements)).toContain('window: today (Sunday 15 September), 10:00 to 18:00');
    expect(board(way, statements, days(1))).toContain(
      'Expired: its window was 15 September, 10:00 to 18:00, no outcome recorded',
    );
  });

  test('[P35] a refusal has its reason', () => {
    const reason = 'it leads below the dam';

    expect(board(way, [by(1, routeIs('refused', { reason }))])).toContain(`refused it; reason given: ${reason}`);
  });
});

describe('truces', () => {
  const announced = [by(1, truceIs('announced', { from: day('2024-09-15') }), { mode: 'announces' })];

  test('[P34] one without an end is unknown after its day', () => {
    expect(board(pause, announced)).toContain('Ada announced it; from today (Sunday 15 September); end not stated');
    expect(board(pause, announced, days(1))).toContain(
      'Unknown: announced for 15 September, no end stated, nothing recorded since',
    );
  });

  test('[P34] one with an end expires', () => {
    const until = day('2024-09-16');
    const ends = [by(1, truceIs('agreed', { from: day('2024-09-15'), until }))];

    expect(board(pause, ends)).toContain('until tomorrow (Monday 16 September)');
    expect(board(pause, ends, days(2))).toContain('Expired: stated until 16 September, nothing recorded since');
  });

  test('[P34] one that is only said to hold is unknown after the day on which that was said', () => {
    expect(board(pause, [by(1, truceIs('holding'), { said: day('2024-09-15') })], days(1))).toContain(
      'Unknown: said to hold on 15 September, no end stated',
    );
  });
});

describe('meetings', () => {
  const statements = [by(1, planned('2024-09-16', 'on Monday'), { mode: 'announces' })];

  test.each<[number, string]>([
    [-1, 'Ada announced it for 16 September 2024 (on Monday)'],
    [0, 'Ada announced it for tomorrow (Monday 16 September, on Monday)'],
    [1, 'Ada announced it for today (Monday 16 September, on Monday)'],
    [2, 'Overdue: was due on 16 September, no outcome recorded'],
    [150, 'Overdue: was due on 16 September 2024, no outcome recorded'],
  ])('[P34] tomorrow, today, and then overdue: %i days on', (on, expected) => {
    expect(board(talks, statements, days(on))).toContain(expected);
  });

  test('[P34] the day of the story decides, not that of the clock', () => {
    // 00:30 on the 16th in Prague.
    expect(board(talks, statements, '2024-09-15T22:30:00.000Z')).toContain('for today (');
  });

  test('[P7] what nobody said of it is a hole', () => {
    expect(board(talks, statements)).toContain('Ada, Ben; level not stated, mediator not stated, in C');
  });
});

describe('positions', () => {
  test('[P36] they stand side by side, and who is awaited has no statement recorded', () => {
    const words = board(issue, [by(1, takes('demands')), by(2, takes('accepts-if'))], days(0), [1, 2, 3]);

    expect(words).toContain('2 positions side by side');
    expect(words).toContain('Ada demanded: shut gates');
    expect(words).toContain('Ben accepted on a condition: shut gates; condition not stated');
    expect(words).toContain('Cleo: no statement recorded');
    expect(words).not.toContain('Ada: no statement');
  });
});

describe('figures', () => {
  const figure: Value = {
    kind: 'figure',
    what: 'people',
    where: null,
    period: null,
    cumulative: null,
    unit: null,
    bound: 'exactly',
    low: null,
    best: 3,
    high: null,
    words: '3',
  };

  test.each<[number, string]>([
    [0, 'said 15 September 2024 Why?'],
    [1, 'said 15 September 2024, yesterday Why?'],
    [3, 'said 15 September 2024, 3 days ago Why?'],
  ])('[P37] how old it is, in days: %i', (on, expected) => {
    expect(board(number, [by(1, figure, { said: day('2024-09-15') })], days(on))).toContain(expected);
  });

  test('[P37] one of which nobody knows when it was said is as old as its record', () => {
    expect(board(number, [by(1, figure)], days(2))).toContain('recorded 15 September 2024, 08:01, 2 days ago');
  });

  test('[P37] a time of several days, or of another zone, has no age', () => {
    const two = { from: '2024-09-14', to: '2024-09-15', zone: null, words: null };
    const far = { from: '2024-09-15', to: '2024-09-15', zone: 'Asia/Tokyo', words: null };

    for (const said of [two, far]) expect(board(number, [by(1, figure, { said })], days(3))).not.toContain('ago');
  });
});

describe('sites', () => {
  test('[P38] each aspect stands as printed, with its degree in words', () => {
    const words = board(place, [
      by(1, { kind: 'site', aspect: 'power', degree: 'lost', words: 'dark' }),
      by(1, { kind: 'site', aspect: 'water', degree: null, words: 'brown' }),
    ]);

    expect(words).toContain('school, A');
    expect(words).toContain('Ada said: power: dark (gone)');
    expect(words).toContain('Ada said: water: brown (degree not stated)');
    expect(words).toContain('Different conditions: each stated by itself');
  });
});

describe('appeals', () => {
  const ways = [
    { country: 'X', means: 'online', address: 'https://give.example/now?account=12345678' },
    { country: 'X', means: 'cheque', address: null },
    { country: null, means: 'goods', address: 'Bridge Street 1' },
  ];

  test('[P39] it stands as printed and not confirmed, with what is missing', () => {
    const words = board(help, [by(1, appeals({ ways }))]);

    expect(words).toContain('For the people of A');
    expect(words).toContain('Relief, charity number not stated; end not stated (as printed, not confirmed)');
    expect(words).toContain('X: online (give.example), cheque (address missing in the report)');
    expect(words).toContain('country not stated: goods (Bridge Street 1)');
  });

  test('[P39] nothing on it can be paid into, not even in the words of the report', () => {
    const record = given(opening(help, [], [by(1, appeals({ ways }))]));
    const view = subjectView(record, 'subject-1', days(0));
    const exact = 'Give to 12-34-56 12345678 or DE89 3704 0044 0532 0130 00, call 999.';
    const voices = view.voices.map((voice) => ({ ...voice, excerpt: { ...voice.excerpt!, exact } }));
    const { text } = subjectHtml(settingOf({ ...record, moment: days(0) }), { ...view, voices });

    expect(text).not.toMatch(/12345678|12-34-56|3704/);
    expect(text).not.toContain('href="https://give.example');
    expect(text).toContain('call 999.');
  });

  test('[P34] it expires with its last day', () => {
    expect(board(help, [by(1, appeals({ until: day('2024-09-16') }))], days(2))).toContain(
      'Expired: valid until 16 September',
    );
  });
});
