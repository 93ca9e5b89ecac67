import { connect, createServer, type AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { guardDoor } from './stream-door.ts';

afterEach(() => void vi.useRealTimers());

test('[L89] who takes a large answer slowly is not cut off, and who says nothing more is', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const answer = Buffer.alloc(30_000_000, 'x');
  const server = createServer();
  const close = guardDoor(server, { open: () => {}, ready: () => answer });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const reader = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let taken = 0;
  reader.pause();
  reader.write('GET / HTTP/1.1\r\nHost: live\r\n\r\n');
  await new Promise((resolve) => void setTimeout(resolve, 200));
  vi.advanceTimersByTime(60_000);
  reader.on('data', (bytes) => (taken += bytes.length)).resume();
  await expect.poll(() => taken, { timeout: 10_000 }).toBe(answer.length);
  const end = new Promise((resolve) => void reader.once('close', resolve));
  vi.advanceTimersByTime(60_000);
  await end;
  close();
  server.close();
});
