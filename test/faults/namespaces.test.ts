import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { allWell } from './account.ts';
import { accountFrom, folder, head, open, publishChanges, says, serve, start, story } from './setting.ts';

const works = (program: string, ...words: string[]) => spawnSync(program, words).status === 0;
const possible =
  works('unshare', '-n', 'true') && existsSync('/dev/net/tun') && works('ip', '-V') && works('cc', '--version');

/** The wire between the namespaces of two processes, by their ids. */
async function wireBetween(server: number, readers: number, loss: number, delay: number) {
  const program = join(folder(), 'wire');
  expect(works('cc', '-O2', '-o', program, fileURLToPath(new URL('wire.c', import.meta.url)))).toBe(true);
  const wire = spawn(program, [server, readers, loss, delay].map(String), { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void wire.kill());
  await says(wire, /ready/);
  return { cut: () => wire.stdin.write('c'), mend: () => wire.stdin.write('m') };
}

test.skipIf(!possible)(
  '[L86] across a network that loses, doubles, delays and reorders packets, and is cut in two for a while (needs root on Linux, iproute2 and cc)',
  async () => {
    const data = folder();
    const writer = await open({ data });
    const after = (words: string) => ['unshare', '-n', 'sh', '-c', `${words} && exec "$0" "$@"`];
    const within = after('ip link set lo up');
    const server = await serve(data, 0, { options: ['--host', '0.0.0.0'], within });
    // They start once the wire is there.
    const readers = start(
      new URL('./readers.ts', import.meta.url),
      [`http://10.9.0.1:${server.port}/${story}`, 100, 0],
      after('read go'),
    );
    const wire = await wireBetween(server.child.pid!, readers.pid!, 3, 40);
    readers.stdin!.write('go\n');
    await says(readers, /ready/);
    await publishChanges(writer, 150, 20, (i) => {
      if (i === 50) wire.cut();
      if (i === 110) wire.mend();
    });
    expect(await accountFrom(readers, head(writer))).toEqual(allWell(100));
  },
  120_000,
);
