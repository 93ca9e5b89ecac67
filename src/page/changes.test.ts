import { describe, expect, test } from 'vitest';
import { parseFragment } from 'parse5';
import {
  floodCast,
  given,
  minute,
  paragraph,
  people,
  posting,
  publishing,
  routeIs,
  saidBy,
} from '../../test/samples/flood.ts';
import { further } from '../../test/samples/further.ts';
import { wordsOf } from '../../test/page/tree.ts';
import type { Command, NewStatement } from '../record/command.ts';
import type { StoryRecord } from '../record/record.ts';
import type { Moment } from '../terms/when.ts';
import { changesView } from '../views/changes-view.ts';
import { changesHtml } from './changes.ts';
import { settingOf } from './setting.ts';

const states = (...statements: NewStatement[]): Command => publishing({ statements });
const by = (party: 1 | 2 | 3, as: string) => ({ by: { party: `party-${party}` as const, as, role: null } });

function told(
  before: StoryRecord,
  after: StoryRecord,
  moments: Partial<{ before: Moment; after: Moment }> = {},
): string {
  const view = changesView(before, after, { before: minute(60), after: minute(60), ...moments });
  return changesHtml(settingOf({ ...after, moment: minute(60) }), view).text;
}

const words = (html: string) => wordsOf(parseFragment(html)).replace(/\s+/g, ' ');

describe('changes in words', () => {
  const cast = given(floodCast);

  test('[V28] given nothing that changed, when it is told, then it says so', () => {
    expect(told(cast, cast)).toBe('<p>Nothing changed.</p>');
  });

  test('[V29] given a route with its first outcome, when it is told, then one line says what it was, what it is and by whom', () => {
    const statement = saidBy('party-2', {
      ...by(2, 'Fire service'),
      subject: 'subject-2',
      value: routeIs('succeeded'),
    });
    const html = told(cast, further(cast, states(statement)));

    expect(words(html)).toBe('Road over the eastern dyke: was unknown, now stated: Fire service said: succeeded');
    expect(html).toContain('<a href="/river-flood/subject-2">');
  });

  test('[V29] given a dispute and its end, when they are told, then the speakers are named, and each statement leads to its words', () => {
    const one = further(cast, states(saidBy('party-1', { ...by(1, 'Jana Havlová'), value: people(300) })));
    const two = further(one, states(saidBy('party-2', { ...by(2, 'Fire service'), value: people(280) })));
    const three = further(two, { kind: 'withdraw-statement', seen: 0, statement: 'statement-2', reason: 'Misheard.' });

    expect(words(told(one, two))).toBe(
      'People who left the lower town: was stated by one party, now disputed: Jana Havlová against Fire service' +
        'New: Fire service said: 280 Why?',
    );
    expect(words(told(two, three))).toBe(
      'People who left the lower town: was disputed, now stated: Jana Havlová said: 300' +
        'Withdrawn (Misheard.): Fire service said: 280 Why?',
    );
    expect(told(one, two)).toContain('/river-flood/subject-1#statement-2');
  });

  test('[V29] given a route whose window has closed, when it is told, then it says that nothing but time changed it', () => {
    const window = { from: '2024-09-15T09:00', to: '2024-09-15T09:00', zone: null, words: null };
    const value = routeIs('proposed', { window });
    const record = further(cast, states(saidBy('party-1', { ...by(1, 'Jana Havlová'), subject: 'subject-2', value })));

    expect(words(told(record, record, { before: minute(10), after: minute(200) }))).toMatch(
      /was unknown, now expired \(nothing but time has changed this\)What was stated has run out: Jana Havlová proposed/,
    );
  });

  test('[V30] given posts that are new, mended and withdrawn, when they are told, then each leads to its post', () => {
    const before = given(posting('The river rises.'), posting('The dyke broke.'));
    const after = further(
      before,
      posting('The river falls.'),
      posting('All are safe.', {
        post: { headline: 'All safe', body: paragraph('All are safe.'), language: 'en', key: true, pinned: false },
      }),
      {
        kind: 'correct-post',
        seen: 0,
        post: 'post-1',
        headline: null,
        body: paragraph('The river stands.'),
        note: 'It stood.',
      },
      { kind: 'withdraw-post', seen: 0, post: 'post-2', reason: 'It was another dyke.' },
    );
    const html = told(before, after);

    expect(words(html)).toBe(
      'Post withdrawn: 15 September 2024, 08:02 (It was another dyke.)' +
        'Post corrected: The river stands. (It stood.)' +
        '2 new posts, the first: The river falls.; key points among them: All safe',
    );
    for (const post of [1, 2, 3, 4]) expect(html).toContain(`<a href="/river-flood/post-${post}">`);
    expect(html).not.toContain('The dyke broke');
  });

  test('[V30] given headline, pins and parties that changed, when they are told, then each is a line', () => {
    const before = given(floodCast, posting('Two.'), states(saidBy('party-3')));
    const after = further(
      before,
      { kind: 'merge-parties', seen: 0, party: 'party-3', into: 'party-1' },
      { kind: 'pin-post', seen: 0, post: 'post-2' },
      { kind: 'key-post', seen: 0, post: 'post-1' },
      { kind: 'describe-story', seen: 0, title: 'Flood falls', summary: null },
    );

    expect(words(told(before, after))).toBe(
      'Headline: was Flood on the river, now Flood falls' +
        'New key points: The river rises.' +
        'Pinned: Two.' +
        'a resident is now held to be the same as Jana Havlová; it spoke on People who left the lower town',
    );
  });

  test('[V30] given coverage that ended, or went on, when it is told, then it says when and in whose words', () => {
    const ended = further(cast, { kind: 'end-story', seen: 2, note: 'The water is gone.' });
    const on = further(ended, { kind: 'reopen-story', seen: 3, note: null });

    expect(words(told(cast, ended))).toBe('The coverage ended 15 September 2024, 08:02: The water is gone.');
    expect(words(told(ended, on))).toBe('The coverage went on 15 September 2024, 08:03');
    expect(told(cast, on)).toBe('<p>Nothing changed.</p>');
  });

  test('[V31] given what was taken down, when it is told, then its words are not there', () => {
    const before = given(
      floodCast,
      posting('A name that should not be here.', { statements: [saidBy('party-1', by(1, 'Jana Havlová'))] }),
    );
    const after = further(before, {
      kind: 'remove-content',
      seen: 0,
      what: ['post-2', 'statement-1'],
      ground: 'privacy',
    });

    expect(words(told(before, after))).toMatch(/Taken down 15 September 2024, 08:03/);
    expect(told(before, after)).not.toMatch(/A name that|Havlová/);
  });

  test('[V31] given hostile texts, when they are told, then they are text', () => {
    const after = further(given(posting('One.')), posting('<script>alert(1)</script>'), {
      kind: 'describe-story',
      seen: 0,
      title: '<img onerror=x>',
      summary: null,
    });

    expect(told(given(posting('One.')), after)).not.toMatch(/<script|<img/);
  });
});
