import { describe, expect, test } from 'vitest';
import type { Command, NewStatement } from '../record/command.ts';
import type { StoryRecord, Subject } from '../record/record.ts';
import { Sequence } from '../record/sequence.ts';
import { changesView } from '../views/changes-view.ts';
import { correctionsView } from '../views/corrections-view.ts';
import { mastheadView } from '../views/masthead-view.ts';
import { keyPointsView, pageView, pinnedView } from '../views/page-view.ts';
import { postView } from '../views/post-view.ts';
import { boardKinds, subjectHistoryView } from '../views/subject-view.ts';
import {
  excerptOf,
  floodCast,
  floodSentences,
  given,
  minute,
  paragraph,
  people,
  posting,
  publishing,
  routeIs,
  saidBy,
  statementOf,
} from '../../test/samples/flood.ts';
import { Tree, attributeOf, wordsOf } from '../../test/page/tree.ts';
import { renderCorrectionsPage } from './corrections-page.ts';
import { frameSince } from './frame.ts';
import { renderFrontPage } from './front-page.ts';
import { renderPage } from './page.ts';
import { renderPostPage } from './post-page.ts';
import { renderSubjectPage } from './subject-page.ts';

const now = minute(60);
const asked = { order: 'newest', from: null, since: null } as const;

function page(record: StoryRecord, more: Partial<Parameters<typeof pageView>[2]> = {}): Tree {
  return new Tree(renderPage(pageView(record, now, { ...asked, ...more }), { script: '/assets/page.js' }));
}

const words = (tree: Tree, id: string) => wordsOf(tree.byId(id)!).replace(/\s+/g, ' ');
const all = (tree: Tree, tag: string) => tree.elements().filter(({ tagName }) => tagName === tag);
const states = (...statements: NewStatement[]): Command => publishing({ statements });
const figure = (...statements: NewStatement[]) => words(page(given(floodCast, states(...statements))), 'subject-1');
const route = (...statements: NewStatement[]) =>
  words(
    page(given(floodCast, states(...statements.map((one) => ({ ...one, subject: 'subject-2' as const }))))),
    'subject-2',
  );
const correct = (post: `post-${number}`, text: string): Command => ({
  kind: 'correct-post',
  seen: 99,
  post,
  headline: null,
  body: paragraph(text),
  note: 'It was misheard.',
});
/** So many parties that each state a value on a subject. */
const crowd = (
  parties: number,
  value: (i: number) => NewStatement['value'] = (i) => people(i === 0 ? 1 : 300),
  subject: NewStatement['subject'] = 'subject-1',
): Command =>
  publishing({
    parties: Array.from({ length: parties }, (_, i) => ({
      ref: `new-${i + 1}`,
      name: `Party ${i + 1}`,
      sort: 'body',
      role: null,
    })),
    statements: Array.from({ length: parties }, (_, i) =>
      saidBy(`new-${i + 1}`, {
        by: { party: `new-${i + 1}`, as: `Party ${i + 1}`, role: null },
        subject,
        value: value(i),
      }),
    ),
  });
const seenNow = (command: Command, seen: number): Command => ({ ...command, seen }) as Command;

describe('the page as a whole', () => {
  test('[P2] its pieces come in one order', () => {
    const ids = page(given(floodCast), { since: 1 })
      .elements()
      .map((element) => attributeOf(element, 'id'));
    const order = [
      'masthead',
      'live',
      'since',
      'key-points',
      'board',
      ...boardKinds.map((kind) => `board-${kind}`),
      'pinned',
      'updates',
      'stream',
    ];

    expect(ids.filter((id) => order.includes(id!))).toEqual(order);
  });

  test('[P5] it says when it was updated, in which zone, and its revision', () => {
    expect(words(page(given(floodCast)), 'revision')).toBe(
      'Updated 15 September 2024, 08:01 (Europe/Prague, UTC+2), revision 2. Show what is new since this page',
    );
  });

  test('[L1] it says which revision it shows, which stretch, and where to ask for what follows', () => {
    const main = (more: Parameters<typeof page>[1]) =>
      Object.fromEntries(
        all(page(given(posting('First.'), posting('Second.')), more), 'main')[0]!.attrs.map(({ name, value }) => [
          name,
          value,
        ]),
      );

    expect(main({})).toEqual({
      'data-story': 'river-flood',
      'data-revision': '3',
      'data-stream': expect.stringMatching(/^\/river-flood\/stream\?since=[^&]+&after=3$/),
      'data-after': '/river-flood/after/3',
      'data-first': '1',
    });
    expect(main({ from: 2 })).toMatchObject({ 'data-first': '1', 'data-last': '1' });
  });

  test('[P14] order, paging and what is new are links', () => {
    const posts = Array.from({ length: 45 }, (_, i) => posting(`Number ${i + 1}.`));
    const record = given(...posts);
    const links = (tree: Tree) => all(tree, 'a').map((link) => attributeOf(link, 'href'));

    expect(links(page(record))).toEqual(
      expect.arrayContaining([
        '/river-flood?since=46',
        '/river-flood#updates',
        '/river-flood?order=oldest#updates',
        '/river-flood?from=26#updates',
      ]),
    );
    expect(links(page(record, { from: 26 }))).toEqual(
      expect.arrayContaining(['/river-flood#updates', '/river-flood?from=6#updates']),
    );
    expect(links(page(record, { order: 'oldest', from: 20 }))).toEqual(
      expect.arrayContaining(['/river-flood?order=oldest#updates', '/river-flood?order=oldest&from=40#updates']),
    );
  });

  test('[P16] no id stands on it twice, and every link within it leads somewhere', () => {
    const record = given(
      floodCast,
      posting('Pinned and key.', {
        post: { headline: 'Both', body: paragraph('x'), language: 'en', key: true, pinned: true },
      }),
      seenNow(correct('post-2', 'Mended.'), 3),
      states(saidBy('party-1'), saidBy('party-2', { value: people(100) })),
    );
    const tree = page(record, { since: 2 });
    const ids = tree.elements().flatMap((element) => attributeOf(element, 'id') ?? []);
    const targets = all(tree, 'a').flatMap((link) => attributeOf(link, 'href')?.match(/^#(.+)/)?.[1] ?? []);

    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).toEqual(expect.arrayContaining(targets));
  });

  test('[P22] the same record gives the same page', () => {
    const record = given(floodCast, states(saidBy('party-1')));
    const make = () => renderPage(pageView(record, now, asked), { script: null });

    expect(make()).toBe(make());
  });

  test('[P1] nothing on it needs a script: no handler, no style attribute, one style, one script that is put off', () => {
    const tree = page(given(floodCast));
    const attributes = tree.elements().flatMap(({ attrs }) => attrs.map(({ name }) => name));

    expect(attributes.filter((name) => name.startsWith('on') || name === 'style')).toEqual([]);
    expect(all(tree, 'style')).toHaveLength(1);
    expect(all(tree, 'script').map((script) => script.attrs)).toEqual([
      [
        { name: 'type', value: 'module' },
        { name: 'src', value: '/assets/page.js' },
      ],
    ]);
  });
});

describe('the board', () => {
  test.each([
    ['one', [saidBy('party-1')], 'One party says'],
    ['two', [saidBy('party-1'), saidBy('party-2', { value: people(300) })], '2 parties agree'],
    ['the desk alone', [statementOf()], 'The desk says'],
    ['none', [], 'Unknown: no statement stands'],
    [
      'different counts',
      [saidBy('party-1'), saidBy('party-2', { value: people(300, { where: 'upper town' }) })],
      'Different measures: not comparable',
    ],
    [
      'two that differ',
      [
        saidBy('party-1', { by: { party: 'party-1', as: 'Jana Havlová', role: 'mayor' } }),
        saidBy('party-2', { by: { party: 'party-2', as: 'Fire service', role: null }, value: people(280) }),
      ],
      'Disputed: Jana Havlová against Fire service',
    ],
  ])('[P6] the standing of a figure is said in words: %s', (_, statements, expected) => {
    const said = statements.length === 0 ? words(page(given(floodCast)), 'subject-1') : figure(...statements);

    expect(said).toContain(expected);
  });

  test('[P8] a route of which nobody states an outcome is unknown, and never open', () => {
    const said = route(
      saidBy('party-1', { value: routeIs('proposed') }),
      saidBy('party-2', { value: routeIs('accepted') }),
    );

    expect(said).toContain('People out: from lower town to a place not stated');
    expect(said).toContain('Unknown: no outcome stated by anyone');
    expect(said).not.toMatch(/open/i);
  });

  test('[P8] an outcome has the one who states it', () => {
    expect(route(saidBy('party-1', { value: routeIs('disrupted') }))).toContain(
      'One party states an outcomeA speaker said: disrupted',
    );
  });

  test('[P9] a figure stands as printed, with its bound; a range stays a range', () => {
    const value = people(0, { best: null, low: 200, high: 400, bound: 'between', words: 'two to four hundred' });

    expect(figure(saidBy('party-1', { value }))).toContain('said: two to four hundred (from 200 to 400)');
    expect(figure(saidBy('party-1', { value }))).not.toMatch(/\(300|: 300/);
    expect(figure(saidBy('party-1', { value: people(1200, { words: '1,200' }) }))).not.toContain('(1,200)');
  });

  test.each([
    [{ best: null, bound: 'about', low: 100, high: 200, words: 'some hundred' }, 'some hundred (about 100 to 200)'],
    [{ best: null, bound: 'exactly', low: 1, high: 5, words: 'a handful' }, 'a handful (1 to 5)'],
    [{ best: 3, bound: 'exactly', low: 1, high: 5, words: 'a few' }, 'a few (3, from 1 to 5)'],
    [{ best: null, bound: 'at-least', low: 17, high: 40, words: '17 and up' }, '17 and up (at least 17, up to 40)'],
    [{ best: 300, words: '1,300' }, '1,300 (300)'],
    [{ best: 30, words: '0.30' }, '0.30 (30)'],
    [{ best: 300, words: 'some 300-odd' }, 'some 300-odd – '],
    [{ best: 12_345, words: '12 345' }, '12 345 – '],
    [{ best: 1.5, words: '1,5 m' }, '1,5 m – '],
  ] as const)('[P9] a reading is told with both its ends, unless it stands whole in the words: %j', (value, told) => {
    expect(figure(saidBy('party-1', { value: people(0, value) })).replace(/ recorded /, ' – ')).toContain(told);
  });

  test('[P9] figures of different definitions each say what they count', () => {
    const said = figure(saidBy('party-1'), saidBy('party-2', { value: people(300, { where: null }) }));

    expect(said).toContain('people who left, lower town, period not stated, in total');
    expect(said).toContain('people who left, place not stated, period not stated, in total');
  });

  test('[P7] “why?” opens the exact words and names each hole', () => {
    const tree = page(given(floodCast, states(saidBy('party-1'))));
    const why = words(tree, 'why-statement-1');

    for (const part of [
      floodSentences[1],
      'Throughnobody named',
      'Channelchannel not stated',
      'Happenednot stated',
      'Saidnot stated',
      'ReportRiver still rising, Valley Courier, date unknown, origin: example.org',
      'Recorded15 September 2024, 08:02, revision 3',
    ]) {
      expect(why).toContain(part);
    }
    expect(all(tree, 'blockquote')).toHaveLength(1);
  });

  test('[P7] a time is as exact as its words, and shows them', () => {
    const said = { from: '2024-09-14', to: '2024-09-15', zone: null, words: 'over night' };
    const happened = { from: '2024-09-14T22:30', to: null, zone: null, words: null };
    const shown = figure(saidBy('party-1', { said, happened }));

    expect(shown).toContain('said 14 September 2024 to 15 September 2024 (over night)');
    expect(shown).toContain('Happenedfrom 14 September 2024, 22:30, end not known (time zone not stated)');
  });
});

describe('posts', () => {
  test('[P11] a correction stands in place, with what it said before', () => {
    const tree = page(given(posting('The river fell.'), seenNow(correct('post-1', 'The river rises.'), 2)));

    expect(words(tree, 'post-1')).toBe(
      '08:01 15 September 2024The river rises.Corrected 15 September 2024, 08:02: It was misheard.' +
        'What it said beforeThe river fell.',
    );
    expect(tree.byId('was-1-1')?.tagName).toBe('details');
  });

  test('[P11] a clarification is no correction, and says so', () => {
    const command = {
      ...correct('post-1', 'The river rises.'),
      kind: 'clarify-post',
      note: 'It says where.',
    } as Command;
    const record = given(posting('The river fell.'), seenNow(command, 2));
    const tree = page(record);

    expect(words(tree, 'post-1')).toContain('Clarified 15 September 2024, 08:02: It says where.');
    expect(words(tree, 'post-1')).not.toContain('Corrected');
    expect(tree.html('post-1')).toContain('data-sort="clarification"');
  });

  test('[P42] a statement that was replaced since leads to the newer one', () => {
    const statements = [saidBy('party-1')];
    const tree = page(given(floodCast, posting('She spoke.', { statements }), states(saidBy('party-1'))));

    expect(words(tree, 'post-2')).toContain('Since changed');
    expect(tree.html('post-2')).toContain('<a href="/river-flood/subject-1#statement-2">Since changed</a>');
    expect(words(page(given(floodCast, posting('She spoke.', { statements }))), 'post-2')).not.toContain('Since');
  });

  test('[P42] a corrected statement says what was wrong and leads to the right one; a withdrawn one says why', () => {
    const record = given(
      floodCast,
      posting('They spoke.', { statements: [saidBy('party-1'), saidBy('party-2')] }),
      {
        kind: 'correct-statement',
        seen: 3,
        statement: 'statement-1',
        note: 'A nought too many.',
        parties: [],
        subjects: [],
        right: saidBy('party-1', { value: people(30) }),
      },
      { kind: 'withdraw-statement', seen: 4, statement: 'statement-2', reason: 'Another town.' },
    );
    const own = new Tree(renderSubjectPage(record, subjectHistoryView(record, 'subject-1', now), now));

    for (const [tree, id] of [
      [page(record), 'post-2'],
      [own, 'statement-1'],
    ] as const) {
      expect(words(tree, id)).toContain('Corrected 15 September 2024, 08:03: A nought too many. What it says now');
      expect(tree.html(id)).toContain('<a href="/river-flood/subject-1#statement-3">What it says now</a>');
    }
    expect(words(page(record), 'post-2')).toContain('Withdrawn 15 September 2024, 08:04: Another town.');
    expect(words(page(record), 'post-2')).not.toContain('Since changed');
  });

  test('[P43] what a post says of a day is true whenever it is read', () => {
    const said = { from: '2024-09-15', to: '2024-09-15', zone: null, words: null };
    const window = { from: '2024-09-16', to: '2024-09-16', zone: null, words: 'tomorrow' };
    const statements = [saidBy('party-1', { subject: 'subject-2', value: routeIs('proposed', { window }), said })];
    const record = given(floodCast, posting('She spoke.', { statements }));
    const post = (at: string) => renderPostPage(record, postView(record, record.posts.at(1)!), at);

    expect(words(page(record), 'subject-2')).toContain('tomorrow (Monday 16 September)');
    expect(words(page(record), 'post-2')).toContain('window: 16 September 2024 (tomorrow)');
    expect(post(minute(60))).toBe(post(minute(9999)));
  });

  test('[P44] what was taken down says when and on what ground, and nothing else', () => {
    const record = given(
      floodCast,
      posting('A secret name.', {
        statements: [saidBy('party-1', { by: { party: 'party-1', as: 'Secret', role: null } })],
      }),
      { kind: 'remove-content', seen: 3, what: ['post-2', 'statement-1'], ground: 'privacy' },
    );
    const all = [
      renderPage(pageView(record, now, asked), { script: null }),
      renderPostPage(record, postView(record, record.posts.at(1)!), now),
      renderSubjectPage(record, subjectHistoryView(record, 'subject-1', now), now),
      renderCorrectionsPage(record, correctionsView(record), now),
    ];

    for (const text of all) expect(text).not.toMatch(/secret/i);
    expect(words(page(record), 'post-2')).toContain("Taken down 15 September 2024, 08:03 for somebody's privacy");
    expect(words(new Tree(all[2]!), 'statement-1')).toContain('Taken down');
  });

  test('[P12] a withdrawn post stays in its place, with the reason and what it said folded away', () => {
    const record = given(
      posting('The dyke broke.', {
        post: { headline: 'Dyke', body: paragraph('The dyke broke.'), language: 'en', key: true, pinned: true },
      }),
      { kind: 'withdraw-post', seen: 2, post: 'post-1', reason: 'It was another dyke.' },
    );
    const tree = page(record);

    expect(words(tree, 'post-1')).toContain('Withdrawn 15 September 2024, 08:02: It was another dyke.');
    expect(words(tree, 'was-1-0')).toContain('The dyke broke.');
    expect(attributeOf(tree.byId('pinned')!, 'hidden')).toBe('');
    expect(attributeOf(tree.byId('key-points')!, 'hidden')).toBe('');
    const own = renderPostPage(record, postView(record, record.posts.at(0)!), now);
    expect(own).toContain('<title>A withdrawn post – Flood on the river</title>');
  });

  test('[P47] the board lists the newest twenty voices and counts the others, and the page of the subject lists all', () => {
    const record = given(floodCast, crowd(25));
    const board = page(record);
    const listed = (tree: Tree) => tree.html('subject-1')!.split('<details id="why-').length - 1;

    expect(words(board, 'subject-1')).toMatch(
      /Disputed: Party 1 against Party 2.*5 earlier statements that stand.*Party 6 .*Party 25 /,
    );
    expect(words(board, 'subject-1')).not.toContain('Party 5 said');
    expect(listed(board)).toBe(20);
    expect(listed(page(given(floodCast, crowd(20))))).toBe(20);
    expect(words(page(given(floodCast, crowd(20))), 'subject-1')).not.toContain('that stand');
    const own = renderSubjectPage(record, subjectHistoryView(record, 'subject-1', now), now);
    for (let party = 1; party <= 25; party++) expect(own).toMatch(new RegExp(`Party ${party}\\b`));
  });

  test('[P33] [P47] a party that refuses is heard, however many have accepted since', () => {
    const accepted = crowd(25, () => routeIs('accepted'), 'subject-2');
    const refused = crowd(25, (i) => routeIs(i === 0 ? 'refused' : 'accepted'), 'subject-2');
    expect(words(page(given(floodCast, accepted)), 'subject-2')).toContain('Corridor');
    expect(words(page(given(floodCast, refused)), 'subject-2')).not.toContain('Corridor');
  });

  test('[P13] a withdrawn statement leaves the board, and stays on the page of its subject with the reason', () => {
    const record = given(floodCast, states(saidBy('party-1')), {
      kind: 'withdraw-statement',
      seen: 3,
      statement: 'statement-1',
      reason: 'She never said it.',
    });
    const own = new Tree(renderSubjectPage(record, subjectHistoryView(record, 'subject-1', now), now));

    expect(words(page(record), 'subject-1')).toContain('Unknown: no statement stands');
    expect(words(page(record), 'subject-1')).not.toContain(floodSentences[1]);
    expect(words(own, 'statement-1')).toContain('Withdrawn 15 September 2024, 08:03: She never said it.');
    expect(words(own, 'statement-1')).toContain(floodSentences[1]);
  });

  test('[P13] the page of a subject holds all that was ever stated of it', () => {
    const record = given(floodCast, states(saidBy('party-1')), states(saidBy('party-1', { value: people(310) })));
    const own = new Tree(renderSubjectPage(record, subjectHistoryView(record, 'subject-1', now), now));

    expect(words(own, 'statement-1')).toContain('Replaced by a newer statement of the same party');
    expect(words(own, 'statement-2')).not.toContain('Replaced');
  });

  test('[P10] marks are words, and each post leads to its own page', () => {
    const post = { headline: 'Higher', body: paragraph('x'), language: 'en', key: true, pinned: true };
    const tree = page(given(posting('', { post })));

    expect(words(tree, 'post-1')).toContain('08:01 15 September 2024 Key point · Pinned Higher');
    expect(tree.html('post-1')).toContain('<a href="/river-flood/post-1">');
    expect(words(tree, 'key-points')).toContain('Higher');
    expect(words(tree, 'pinned-1')).toContain('Higher');
  });

  test('[P10] a carried statement leads to the words it was cut from', () => {
    const tree = page(
      given(
        floodCast,
        posting('She spoke.', { statements: [saidBy('party-1', { excerpt: excerptOf(floodSentences[1]) })] }),
      ),
    );

    expect(words(tree, 'post-2')).toContain('People who left the lower townA speaker said: 300 Why?');
    expect(tree.html('post-2')).toContain('/river-flood/subject-1#statement-1');
  });
});

describe('what is new', () => {
  const record = given(
    floodCast,
    posting('Second.'),
    posting('Third.'),
    seenNow(correct('post-1', 'The river rises fast.'), 4),
    states(saidBy('party-1')),
  );

  test('[P15] it is counted, marked and led to', () => {
    const tree = page(record, { since: 3 });

    expect(words(tree, 'since')).toBe(
      'New since revision 31 new update. Go to the first new one1 older post changed: 1' +
        '1 line of the situation changed: People who left the lower town',
    );
    expect(words(tree, 'post-3')).toContain('New');
    expect(words(tree, 'post-1')).toContain('Changed');
    expect(words(tree, 'post-2')).not.toMatch(/New|Changed/);
    expect(words(tree, 'subject-1')).toContain('Changed');
    expect(tree.html('since')).toContain('href="#post-3"');
  });

  test('[P15] the line “you left here” stands between the last new post and the first seen one, in both orders', () => {
    const around = (order: 'newest' | 'oldest') =>
      page(record, { since: 3, order })
        .byId('stream')!
        .childNodes.flatMap((node) => ('tagName' in node ? attributeOf(node, 'id') : []));

    expect(around('newest')).toEqual(['post-3', 'left-here', 'post-2', 'post-1']);
    expect(around('oldest')).toEqual(['post-1', 'post-2', 'left-here', 'post-3']);
  });

  test('[P15] a first new post that stands on no page of its own order is led to oldest first', () => {
    const many = given(floodCast, ...Array.from({ length: 30 }, (_, i) => posting(`Number ${i}`)));

    expect(page(many, { since: 4 }).html('since')).toContain('/river-flood?order=oldest&amp;from=3&amp;since=4#post-4');
  });

  test.each<[string, Command[], string]>([
    [
      'a new headline alone',
      [{ kind: 'describe-story', seen: 3, title: 'All clear', summary: null }],
      'Headline: was Flood on the river, now All clear',
    ],
    [
      'a merging that ended a dispute',
      [{ kind: 'merge-parties', seen: 3, party: 'party-2', into: 'party-1' }],
      'Fire service is now held to be the same as Jana Havlová',
    ],
    ['what time alone changed', [], 'nothing but time has changed this'],
  ])('[P15] %s is new', (_, commands, told) => {
    const window = { from: '2024-09-15', to: '2024-09-15T10:00', zone: 'Europe/Prague', words: null };
    const proposed = saidBy('party-3', { subject: 'subject-2', value: routeIs('proposed', { window }) });
    const dispute = [saidBy('party-1'), saidBy('party-2', { value: people(5) })];
    const before = [floodCast, states(...dispute, proposed)];
    const [old, after] = [given(...before), given(...before, ...commands)];
    const since = old.last!.revision;
    const at = commands.length === 0 ? minute(600) : now;
    const changes = changesView(old, after, { before: old.last!.at, after: at });
    const tree = new Tree(renderPage(pageView(after, at, { ...asked, since }), { script: null, changes }));

    expect(words(tree, 'since').replaceAll(/[“”]/g, '')).toContain('New since revision 3What changed, in words');
    expect(words(tree, 'since').replaceAll(/[“”]/g, '')).toContain(told);
    expect(tree.html('since')).toContain('<details open="">');
  });

  test('[P15] when nothing is new, it says so', () => {
    expect(words(page(record, { since: 6 }), 'since')).toBe('Nothing is new since revision 6.');
    expect(page(record).byId('since')).toBeUndefined();
  });
});

test('[P61] the masthead lists the last three earlier headlines, and leads to all of them', () => {
  const described = (count: number) =>
    given(
      ...Array.from({ length: count }, (_, i): Command => {
        return { kind: 'describe-story', seen: i + 1, title: `Headline ${i + 1}`, summary: null };
      }),
    );
  const masthead = (count: number) => page(described(count)).byId('masthead')!;
  const top = wordsOf(masthead(5));

  expect(top).toMatch(/5 earlier headlines.*Headline 4.*Headline 3.*Headline 2.*All earlier headlines/s);
  expect(top).not.toMatch(/Headline 1|Flood on the river/);
  expect(page(described(5)).html('masthead')).toContain('/river-flood/corrections#headlines');
  expect(wordsOf(masthead(3))).toMatch(/Headline 2.*Headline 1.*Flood on the river/s);
  expect(wordsOf(masthead(3))).not.toContain('All earlier headlines');
  const record = described(5);
  const all = words(new Tree(renderCorrectionsPage(record, correctionsView(record), now)), 'headlines');
  expect(all).toMatch(/5 earlier headlines.*Headline 4.*Headline 1.*Flood on the river/s);

  const [few, many] = [described(4), described(200)].map((one) => frameSince(one, one.last!.revision - 1, now));
  expect(JSON.stringify(many).length - JSON.stringify(few).length).toBeLessThan(200);
});

describe('coverage that has ended', () => {
  const end: Command = { kind: 'end-story', seen: 2, note: 'The water is gone.' };
  const on: Command = { kind: 'reopen-story', seen: 3, note: 'It rains again.' };
  const again: Command = { kind: 'end-story', seen: 4, note: null };
  const ended = given(floodCast, end);

  test('[P63] the page and the list of stories say since when, in the story’s zone; the masthead in the desk’s words too', () => {
    const since = 'Coverage ended 15 September 2024, 08:02 (Europe/Prague, UTC+2).';
    expect(words(page(ended), 'ended')).toBe(`${since} The water is gone. `);
    expect(wordsOf(all(new Tree(renderFrontPage([mastheadView(ended)])), 'main')[0]!)).toContain(since);
    expect(attributeOf(all(page(ended), 'main')[0]!, 'data-ended')).toBe('');
    expect(page(given(floodCast)).byId('ended')).toBeUndefined();
  });

  test('[P63] the change reaches a page that is followed with its masthead, and says so of itself', () => {
    const frame = frameSince(ended, 2, now);
    expect(frame.ended).toBe(true);
    expect(frame.parts.map(({ id }) => id)).toEqual(['masthead']);
    expect(frame.parts[0]!.html).toContain('The water is gone.');
  });

  test('[P64] that it had ended is said when it goes on, and every end stands on the page of corrections', () => {
    const record = given(floodCast, end, on);
    const told =
      'Coverage ended 15 September 2024, 08:02. The water is gone. It went on 15 September 2024, 08:03. It rains again.';
    expect(words(page(record), 'ended')).toBe(`${told} `);
    expect(attributeOf(all(page(record), 'main')[0]!, 'data-ended')).toBeNull();
    expect(frameSince(record, 3, now).ended).toBe(false);

    const twice = given(floodCast, end, on, again);
    expect(page(twice).html('ended')).toContain('/river-flood/corrections#endings');
    const ends = words(new Tree(renderCorrectionsPage(twice, correctionsView(twice), now)), 'endings');
    expect(ends).toMatch(/Coverage ended 15 September 2024, 08:04 .*08:02\. The water is gone\. It went on/);
  });
});

test('[P62] key points and pins are named without weighing what their subjects come to', () => {
  const post = { headline: null, body: paragraph('The dyke broke.'), language: 'en', key: true, pinned: true };
  const withdrawn: Command = { kind: 'withdraw-statement', seen: 3, statement: 'statement-1', reason: 'Not so.' };
  const record = given(floodCast, publishing({ post, statements: [saidBy('party-1')] }), withdrawn);
  const blind = { ...record, subjects: Sequence.empty<Subject>() };

  for (const [point] of [keyPointsView(blind), pinnedView(blind)]) expect(point!.carriesWithdrawn).toBe(true);
});

describe('corrections', () => {
  const record = given(
    floodCast,
    posting('The dyke broke.', { statements: [saidBy('party-1'), saidBy('party-2')] }),
    seenNow(correct('post-1', 'The river falls.'), 3),
    seenNow({ ...correct('post-1', 'The river falls fast.'), kind: 'clarify-post', note: 'How fast.' } as Command, 4),
    { kind: 'withdraw-statement', seen: 5, statement: 'statement-1', reason: 'Not so.' },
    { kind: 'withdraw-post', seen: 6, post: 'post-2', reason: 'Another dyke.' },
  );
  const tree = new Tree(renderCorrectionsPage(record, correctionsView(record), now));

  test('[P45] they stand on one page, newest first, each with its kind, time, revision, note and link', () => {
    const lines = all(tree, 'article').map((line) => wordsOf(line).replace(/\s+/g, ' ').trim());

    expect(lines).toEqual([
      'Post withdrawn 15 September 2024, 08:06, revision 7Another dyke.Post 2 People who left the lower town',
      'Statement withdrawn 15 September 2024, 08:05, revision 6Not so.People who left the lower town',
      'Post clarified 15 September 2024, 08:04, revision 5How fast.Post 1',
      'Post corrected 15 September 2024, 08:03, revision 4It was misheard.Post 1',
    ]);
  });

  test('[P45] each page of the story leads there, and without any it says so', () => {
    const none = given(floodCast);
    const empty = new Tree(renderCorrectionsPage(none, correctionsView(none), now));

    for (const one of [page(record), tree]) {
      expect(all(one, 'a').map((link) => attributeOf(link, 'href'))).toContain('/river-flood/corrections');
    }
    expect(wordsOf(all(empty, 'main')[0]!)).toContain('Nothing was corrected, clarified or withdrawn.');
  });
});
