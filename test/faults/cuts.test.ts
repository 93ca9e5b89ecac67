import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { accountOf, allWell } from './account.ts';
import { accountFrom, addressOf, follow, head, open, pause, publishChanges, says, start, story } from './setting.ts';

/** A way to a server that does to the bytes what a bad network does: the address of the story beyond it. */
async function network(address: string, carry: (answer: Socket, reader: Socket) => void): Promise<string> {
  const { hostname, port } = new URL(address);
  const server: Server = createServer((from) => {
    const to = connect(Number(port), hostname);
    const end = () => {
      from.destroy();
      to.destroy();
    };
    for (const one of [from, to]) one.on('error', end).on('close', end);
    from.pipe(to);
    carry(to, from);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/${story}`;
}

test('[L63] a thousand readers who are cut off at any moment, for any time, while much is published', async () => {
  const newsroom = await open();
  const address = await addressOf(newsroom);
  const readers = start(new URL('./readers.ts', import.meta.url), [address, 1000, 500]);
  await says(readers, /ready/);
  await publishChanges(newsroom, 200, 20);
  expect(await accountFrom(readers, head(newsroom))).toEqual(allWell(1000));
}, 120_000);

/** Up to how many bytes each number is tried. */
const longest = 1000;

test(`[L64] behind a network that cuts after every number of bytes up to ${longest} a reader still gets on`, async () => {
  const newsroom = await open();
  const address = await addressOf(newsroom);
  /** After how many bytes the last connection was cut off, for each sort of request. */
  const cuts = new Map([
    ['stream in gzip', 0],
    ['stream', 0],
    ['difference', 0],
  ]);
  const tried = () => [...cuts.values()].every((count) => count >= longest);
  const from = await network(address, (answer, reader) => {
    let left = Infinity;
    reader.once('data', (request: Buffer) => {
      const stream = /accept-encoding: gzip/i.test(request.toString()) ? 'stream in gzip' : 'stream';
      const sort = request.includes('/stream') ? stream : 'difference';
      if (tried()) return;
      cuts.set(sort, cuts.get(sort)! + 1);
      left = cuts.get(sort)!;
    });
    answer.on('data', (bytes: Buffer) => {
      reader.write(bytes.subarray(0, left));
      left -= bytes.length;
      if (left <= 0) reader.end();
    });
  });
  const readers = await follow(100, address, from);
  for (let seen = 2; !tried(); seen++) {
    const kind = seen % 2 === 0 ? 'key-post' : 'unkey-post';
    await newsroom.send(story, { kind, seen, post: 'post-1' });
    await pause(25);
  }
  expect(await accountOf(readers, address, head(newsroom))).toEqual(allWell(100));
}, 120_000);

test('[L65] behind a network that holds bytes back and sends them in pieces nothing is lost', async () => {
  const newsroom = await open();
  const address = await addressOf(newsroom);
  const from = await network(address, (answer, reader) => {
    let queue = Promise.resolve();
    answer.on('data', (bytes: Buffer) => {
      for (let at = 0; at < bytes.length; at += 97) {
        const piece = bytes.subarray(at, at + 97);
        queue = queue.then(async () => {
          await pause(Math.random() * 4);
          reader.write(piece);
        });
      }
    });
  });
  const readers = await follow(8, address, from);
  await publishChanges(newsroom, 40, 10);
  expect(await accountOf(readers, address, head(newsroom))).toEqual(allWell(8));
}, 120_000);
