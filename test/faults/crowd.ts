import { connect } from 'node:net';

// node crowd.ts PORT COUNT STORY AFTER LAST: COUNT readers whose pages stand at AFTER connect at once, from several addresses, and read
// the stream until they have the revision LAST. Says `connected` once each has an answer, and in the end how many have had which
// frames: those that follow on one another as `2>3>7`, one that does not as `2>3!5>7`.
const [, , port, count, story, after, last] = process.argv;
const had = Array.from({ length: Number(count) }, () => after!);
let [connected, finished] = [0, 0];

function end(): void {
  const counts: Record<string, number> = {};
  for (const frames of had) counts[frames] = (counts[frames] ?? 0) + 1;
  process.stdout.write(`${JSON.stringify(counts)}\n`);
  process.exit();
}

for (let i = 0; i < had.length; i++) {
  let line = '';
  // An address has 28,000 ports.
  const socket = connect({ port: Number(port), host: '127.0.0.1', localAddress: `127.0.0.${2 + (i % 8)}` });
  socket.write(`GET /${story}/stream?after=${after} HTTP/1.1\r\nHost: live\r\n\r\n`);
  socket.once('data', () => {
    if (++connected === had.length) process.stdout.write('connected\n');
  });
  socket.on('data', (bytes: Buffer) => {
    const lines = (line + bytes.toString('latin1')).split('\n');
    line = lines.pop()!;
    for (const whole of lines) {
      const [, from, to] = /^data: .*?"after":(\d+),"revision":(\d+)/.exec(whole) ?? [];
      if (to !== undefined) had[i] += had[i]!.endsWith(`>${from}`) || had[i] === from ? `>${to}` : `!${from}>${to}`;
      // What comes a second time comes soon after.
      if (to === last && ++finished === had.length) setTimeout(end, 200);
    }
  });
  // Who is cut off has what it had by then.
  socket.on('error', () => {}).on('close', () => (had[i] += ' cut off'));
}
setTimeout(end, 40_000);
