import { expect, test } from 'vitest';
import { accountOf, allWell } from './account.ts';
import { folder, follow, head, open, publishChanges, serve, story } from './setting.ts';

test('[L66] a server that is killed and started again has lost nothing that was acknowledged, and its readers get on', async () => {
  const data = folder();
  const writer = await open({ data });
  let server = await serve(data, 0);
  const { port } = server;
  const address = `http://127.0.0.1:${port}/${story}`;
  const readers = await follow(50, address);
  // Another process of the same journal publishes on.
  await publishChanges(writer, 60, 20, async (i) => {
    if (i === 20) server.child.kill('SIGKILL');
    if (i === 30) server = await serve(data, port);
  });
  expect(await accountOf(readers, address, head(writer))).toEqual(allWell(50));
}, 120_000);
