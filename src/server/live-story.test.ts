import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { now, openNewsroom, openStory, publishPost, type Newsroom } from '../../test/newsroom.ts';
import type { Journal } from '../journal/port.ts';
import { revisionOf } from '../record/record.ts';
import { Refusal } from '../terms/refusal.ts';
import { History } from './history.ts';
import { LiveStory } from './live-story.ts';
import { Stories } from './stories.ts';

let newsroom: Newsroom;
const story = 'river-flood';
const asked = (text: string) => ({ command: publishPost(text), by: 'Ana', act: null, reports: new Map(), at: null });

beforeEach(async () => {
  newsroom = await openNewsroom();
  await newsroom.send(story, openStory());
});
afterEach(() => newsroom.close());

/** A journal that answers a turn or more later, as one over a network does. */
function slow(journal: Journal, turns: () => number): Journal {
  const wait = async () => {
    for (let i = turns(); i > 0; i--) await new Promise(setImmediate);
  };
  return {
    stories: async () => (await wait(), journal.stories()),
    head: async (name) => (await wait(), journal.head(name)),
    append: async (name, drafts, expected) => (await wait(), journal.append(name, drafts, expected)),
    remove: async (name, draft, expected, removal) => (await wait(), journal.remove(name, draft, expected, removal)),
    read: async (name, after, limit) => (await wait(), journal.read(name, after, limit)),
    find: async (name, act) => (await wait(), journal.find(name, act)),
    follow: (look) => journal.follow(look),
    close: () => journal.close(),
  };
}

describe('a live story', () => {
  test('[N17] what is decided against one revision is never written after another, whatever the journal’s pace', async () => {
    let seed = 7;
    const turns = () => (seed = (seed * 48_271) % 2_147_483_647) % 4;
    const one = new LiveStory(story, slow(newsroom.journal, turns), now, () => {}, new History(newsroom.journal, null));
    const other = new LiveStory(
      story,
      slow(newsroom.journal, turns),
      now,
      () => {},
      new History(newsroom.journal, null),
    );
    await Promise.all([one.catchUp(), other.catchUp()]);
    const published = Array.from({ length: 60 }, (_, i) => {
      const mine = i % 2 === 0 ? one : other;
      const publishing = mine.publish(asked(`Message ${i}`));
      void (i % 3 === 0 ? one : other).catchUp();
      return publishing;
    });
    const numbers = (await Promise.all(published)).map(({ number }) => number).toSorted((a, b) => a - b);
    expect(numbers).toEqual(published.map((_, i) => i + 2));
    const revisions = await newsroom.journal.read(story, 1, 100);
    const posts = revisions.flatMap(({ events }) => events.flatMap((event) => ('post' in event ? [event.post] : [])));
    expect(posts).toEqual(published.map((_, i) => `post-${i + 1}`));
  });

  test('[N18] what is on disk is published, even where one who listens fails', async () => {
    const reported: unknown[] = [];
    const live = new LiveStory(
      story,
      newsroom.journal,
      now,
      (reason) => reported.push(reason),
      new History(newsroom.journal, null),
    );
    await live.catchUp();
    live.follow(() => {
      throw new Error('a listener fails');
    });
    expect((await live.publish(asked('The dam holds.'))).number).toBe(2);
    expect(reported).toHaveLength(1);
  });

  test('[N19] a clock that was set back keeps nobody from publishing, and no revision is older than the one before', async () => {
    let clock = '2030-01-01T00:00:00.000Z';
    const live = new LiveStory(
      story,
      newsroom.journal,
      () => clock,
      () => {},
      new History(newsroom.journal, null),
    );
    await live.catchUp();
    expect((await live.publish(asked('Before.'))).at).toBe(clock);
    clock = '2029-12-31T23:59:59.000Z';
    expect((await live.publish(asked('After.'))).at).toBe('2030-01-01T00:00:00.000Z');
  });

  test('[N20] one story that cannot be read keeps no other from being served', async () => {
    await newsroom.send('wild-fire', openStory('Fire'));
    const broken: Journal = {
      ...slow(newsroom.journal, () => 0),
      read: (name, after, limit) =>
        name === story
          ? Promise.reject(new Refusal('journal-broken', { story, number: 1, what: 'its events are not JSON' }))
          : newsroom.journal.read(name, after, limit),
    };
    const reported: unknown[] = [];
    const stories = await Stories.open(broken, null, now, (reason) => reported.push(reason));
    expect(stories.list().map(({ name }) => name)).toEqual(['wild-fire']);
    expect(reported).toEqual([expect.objectContaining({ code: 'journal-broken' })]);
    await stories.close();
  });

  test('[L82] what could not be read when it was written is read once it can be', async () => {
    const fails = { read: 0, stories: 0 };
    const failing: Journal = {
      ...slow(newsroom.journal, () => 0),
      read: (...asked) =>
        fails.read-- > 0 ? Promise.reject(new Error('the disk fails')) : newsroom.journal.read(...asked),
      stories: () => (fails.stories-- > 0 ? Promise.reject(new Error('the disk fails')) : newsroom.journal.stories()),
    };
    const reported: unknown[] = [];
    const stories = await Stories.open(failing, null, now, (reason) => reported.push(reason));
    for (const [i, what] of (['read', 'stories'] as const).entries()) {
      fails[what] = 1;
      await newsroom.send(story, publishPost('From another process.'));
      await expect.poll(() => revisionOf(stories.get(story).record), { timeout: 4000 }).toBe(2 + i);
    }
    expect(reported).toHaveLength(2);
    await stories.close();
  });

  test.each(['2022-03-09T00:00Z', '+02:00', 'Mars/Olympus', ''])('[N21] “%s” is no story’s time zone', async (zone) => {
    const answer = await newsroom.send('odd-zone', { ...openStory(), zone } as never);
    expect(answer.status).toBe(422);
    expect((await newsroom.app.inject('/')).statusCode).toBe(200);
  });
});
