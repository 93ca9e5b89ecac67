import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Frame } from '../../src/live/frame.ts';
import type { Newsroom } from '../newsroom.ts';
import { publishPost } from '../newsroom.ts';
import { paragraph, publishing, statementOf } from '../samples/flood.ts';
import { castOfEachKind, subjectOf, truceIs, when } from '../samples/values.ts';
import { accountOf, allWell, pageOf } from './account.ts';
import { Follower } from '../follower.ts';
import { addressOf, follow, head, open, pause, publishChanges, story } from './setting.ts';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
/** A truce is to last until 18:00 in Vienna, and this is two seconds before it has lapsed. */
const start = Date.parse('2024-09-15T16:00:58Z');

/** By how much the clock of this process is wrong, in milliseconds. */
let off: number;
beforeEach(() => {
  const { now } = Date;
  off = start - now();
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() + off);
  return () => clock.mockRestore();
});

/** A newsroom whose story has a truce, by that clock. */
async function openWithTruce(): Promise<{ newsroom: Newsroom; address: string }> {
  const newsroom = await open({ now: () => new Date(Date.now()).toISOString() });
  const value = truceIs('announced', { until: when('2024-09-15T18:00') });
  const truce = publishing({ statements: [statementOf({ subject: subjectOf('truce'), value })] });
  for (const command of [castOfEachKind, truce])
    expect(await newsroom.send(story, command)).toMatchObject({ status: 201 });
  return { newsroom, address: await addressOf(newsroom) };
}

const isOver = ({ pieces }: Follower) => /Expired|expired|lapsed/i.test(pieces.get(subjectOf('truce'))!);

test('[L87] a clock that is set back while much is published', async () => {
  const { newsroom, address } = await openWithTruce();
  const readers = await follow(20, address);
  await expect.poll(() => readers.filter(isOver).length, { timeout: 5000 }).toBe(20);
  await publishChanges(newsroom, 90, 20, (i) => {
    if (i === 20) off -= 2 * minute;
    if (i === 40) off -= day;
    if (i === 60) off += day;
    if (i === 80) off -= hour;
  });
  expect(await accountOf(readers, address, head(newsroom))).toEqual(allWell(20));
  expect(readers.filter(isOver)).toHaveLength(20);
  const revisions = await newsroom.journal.read(story, 0, 1000);
  const moments = revisions.map(({ at }) => at);
  expect(moments).toEqual(moments.toSorted());
});

test('[L90] a revision in the moment after a turn brings both', async () => {
  // Long before it, so that no timer is due.
  off -= hour;
  const { newsroom, address } = await openWithTruce();
  const readers = await follow(4, address);
  await pause(200);
  off += 2 * hour;
  expect(await newsroom.send(story, publishPost('The truce is over.'))).toMatchObject({ status: 201 });
  expect(await accountOf(readers, address, head(newsroom))).toEqual(allWell(4));
  expect(readers.filter(isOver)).toHaveLength(4);
});

test('[L88] readers who come back after a day have the net difference, and what time has changed', async () => {
  const { newsroom, address } = await openWithTruce();
  const then = await pageOf(address);
  // Somebody follows all the while, so that there is a log, and more is published than it keeps.
  await follow(2, address);
  await pause(100);
  off += day;
  for (let seen = 4; seen < 46; seen++) {
    const body = Array.from({ length: 3 }, () => paragraph(`${seen} ${'The river rises. '.repeat(1100)}`)).flat();
    const correct = { kind: 'correct-post', seen, post: 'post-1', headline: null, body, note: 'So.' } as const;
    const command = seen % 2 === 0 ? correct : publishPost(`Number ${seen}.`);
    expect(await newsroom.send(story, command)).toMatchObject({ status: 201 });
  }
  const readers = Array.from({ length: 20 }, (_, i) => new Follower(address, then, i % 2 === 0));
  onTestFinished(() => readers.forEach((reader) => reader.close()));
  expect(await accountOf(readers, address, head(newsroom))).toEqual(allWell(20));
  expect(readers.filter(isOver)).toHaveLength(20);
});

test('[L88] those who lack more than a hundred posts are told how many, and find each once behind `?since=`', async () => {
  const { newsroom, address } = await openWithTruce();
  const then = await pageOf(address);
  off += day;
  for (let i = 0; i < 130; i++) await newsroom.send(story, publishPost(`Number ${i}.`));
  const readers = Array.from({ length: 4 }, (_, i) => new Follower(address, then, i % 2 === 0));
  onTestFinished(() => readers.forEach((reader) => reader.close()));
  await expect.poll(() => readers.map(({ unsent }) => unsent)).toEqual([130, 130, 130, 130]);
  const fresh = (await (await fetch(`${address}/after/0`)).json()) as Frame;
  for (const { pieces, wrong } of readers) {
    expect(wrong).toEqual({ gaps: 0, doubled: 0, disordered: 0 });
    for (const { id, html } of fresh.parts) if (!id.startsWith('post-')) expect(pieces.get(id)).toBe(html);
  }

  const found: number[] = [];
  for (let query = `?since=${then.revision}`; (found.at(-1) ?? 2) > 1;) {
    const page = await (await fetch(`${address}${query}`)).text();
    if (query.includes('since')) expect(page).toContain('130 new posts');
    const posts = [...page.matchAll(/<article id="post-(\d+)"/g)].map(([, number]) => Number(number));
    found.push(...posts);
    query = `?from=${posts.at(-1)}`;
  }
  expect(found).toEqual(Array.from({ length: 132 }, (_, i) => 132 - i));
});
