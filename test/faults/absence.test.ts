import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { accountOf, allWell } from './account.ts';
import { addressOf, follow, head, open, pause, story } from './setting.ts';

/** A body of 100,000 characters that no compression makes much shorter: soon the system holds no more for who does not read. */
const longBody = () =>
  Array.from({ length: 9 }, () => ({
    kind: 'paragraph' as const,
    runs: [{ text: randomBytes(9000).toString('base64') }],
  }));

test('[L85] readers who stop reading, some for longer than the log reaches back, and read on', async () => {
  const newsroom = await open();
  const address = await addressOf(newsroom);
  const readers = await follow(8, address);
  await expect.poll(() => readers.filter(({ streams }) => streams === 0).length).toBe(0);
  const figure = async (name: string) => {
    const { body } = await newsroom.app.inject('/metrics');
    return Number(new RegExp(`^${name} (\\d+)`, 'm').exec(body)![1]);
  };
  let seen = 2;
  const publish = async () => {
    const change = { seen, post: 'post-1', headline: null, body: longBody(), note: 'So.' } as const;
    expect(await newsroom.send(story, { kind: 'correct-post', ...change })).toMatchObject({ status: 201 });
    seen += 1;
    await pause(10);
  };

  const [shortly, long] = [readers.slice(0, 3), readers.slice(3, 6)];
  for (const reader of [...shortly, ...long]) reader.stall();
  while ((await figure('stet_readers_behind')) === 0) await publish();
  for (const reader of shortly) reader.wake();
  await expect.poll(() => shortly.map(({ reader }) => reader.revision)).toEqual([seen, seen, seen]);
  // Those who sleep on are let go once the log does not reach back to them.
  while ((await figure('stet_readers')) > 5) await publish();
  for (const reader of long) reader.wake();

  expect(await accountOf(readers, address, head(newsroom))).toEqual(allWell(8));
  expect([...shortly, ...long].map(({ streams }) => streams)).toEqual([1, 1, 1, 2, 2, 2]);
}, 120_000);
