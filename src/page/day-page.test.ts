import { describe, expect, test } from 'vitest';
import { floodCast, given, minute, people, posting, publishing, saidBy } from '../../test/samples/flood.ts';
import { further } from '../../test/samples/further.ts';
import { Tree, attributeOf, wordsOf } from '../../test/page/tree.ts';
import type { Command, NewStatement } from '../record/command.ts';
import type { StoryRecord } from '../record/record.ts';
import type { When } from '../terms/when.ts';
import { dayView } from '../views/day-view.ts';
import { renderDayPage } from './day-page.ts';

const states = (...statements: NewStatement[]): Command => publishing({ statements });
const on = (from: string, words: string | null = null): When => ({ from, to: from, zone: null, words });
const asItWas = '/river-flood?at=2024-09-15T00:00';

const page = (record: StoryRecord, day = '2024-09-14') =>
  new Tree(renderDayPage(record, dayView(record, day, minute(60)), { own: `/river-flood/days/${day}`, asItWas }));
const words = (tree: Tree, id: string) => wordsOf(tree.byId(id)!).replace(/\s+/g, ' ');
const all = (tree: Tree, tag: string) => tree.elements().filter(({ tagName }) => tagName === tag);

describe('the page of a day', () => {
  const happened = on('2024-09-14', 'on Saturday');
  const speaker = { party: 'party-1', as: 'Jana Havlová', role: 'mayor' } as const;
  const record = further(
    given(
      floodCast,
      states(saidBy('party-1', { by: speaker, happened }), saidBy('party-2', { said: on('2024-09-14') })),
    ),
    states(saidBy('party-1', { by: speaker, value: people(310), happened: on('2024-09-15') })),
  );

  test('[V32] it says that this is what is recorded now, as of when, and leads to what was public then', () => {
    const tree = page(record);
    const main = wordsOf(all(tree, 'main')[0]!).replace(/\s+/g, ' ');

    expect(wordsOf(all(tree, 'h1')[0]!)).toBe('What is recorded about 14 September 2024');
    expect(main).toContain('This is what is recorded now, 15 September 2024, 09:00, revision 4, about this day.');
    expect(main).toContain('it is not what the page said on that day');
    expect(all(tree, 'a').map((link) => [attributeOf(link, 'href'), wordsOf(link)])).toContainEqual([
      asItWas,
      'What was public on that day',
    ]);
    expect(wordsOf(all(tree, 'title')[0]!)).toBe('What is recorded about 14 September 2024 – Flood on the river');
  });

  test('[V33] it holds what happened, what was said and what was published on the day, each in its place', () => {
    const tree = page(record);

    expect(words(tree, 'happened')).toContain('People who left the lower town stands now: disputed');
    expect(words(tree, 'statement-1')).toContain(
      'Jana Havlová (mayor) said: 300 happened 14 September 2024 (on Saturday), ',
    );
    expect(words(tree, 'statement-1')).toContain('Replaced by a newer statement of the same party');
    expect(words(tree, 'said')).toContain('A speaker said: 300');
    expect(words(tree, 'posts')).toContain('No posts.');
    expect(words(page(record, '2024-09-15'), 'posts')).toContain('08:01 15 September 2024 The river rises.');
    expect(words(page(record, '2024-09-13'), 'happened')).toContain('Nothing is recorded.');
  });

  test('[V33] what was withdrawn or corrected is there, and says so', () => {
    const after = further(
      record,
      posting('The dyke broke.'),
      { kind: 'withdraw-post', seen: 0, post: 'post-2', reason: 'It was another dyke.' },
      { kind: 'withdraw-statement', seen: 0, statement: 'statement-1', reason: 'She never said it.' },
    );

    expect(words(page(after), 'statement-1')).toMatch(/Withdrawn .*: She never said it\./);
    expect(words(page(after, '2024-09-15'), 'posts')).toContain('It was another dyke.');
    expect(words(page(after, '2024-09-15'), 'posts')).not.toContain('The dyke broke.');
  });

  test('[V61] what a busy day does not list is one link away', () => {
    const many = given(
      floodCast,
      ...Array.from({ length: 210 }, (_, i) => posting(`Number ${i}`)),
      states(...Array.from({ length: 501 }, () => saidBy('party-1', { happened }))),
    );
    const tree = page(many, '2024-09-15');
    expect(words(tree, 'posts')).toContain('11 earlier posts of this day');
    expect(tree.html('posts')).toContain('href="/river-flood?order=oldest&amp;from=0#updates"');
    expect(words(page(many), 'happened')).toContain('1 statement of an earlier time');
    expect(page(many).html('happened')).toContain('href="/river-flood/subject-1"');
  });

  test('[V33] no id stands on it twice, and the same record gives the same page', () => {
    const ids = page(record)
      .elements()
      .flatMap((element) => attributeOf(element, 'id') ?? []);

    expect(ids).toEqual([...new Set(ids)]);
    expect(page(record).html('happened')).toBe(page(record).html('happened'));
  });
});
