import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comparable, lookUpBy } from '../../src/reading/near-copies.ts';
import { nearReports } from '../../src/server/near-reports.ts';
import { openSqliteDesk } from '../../src/store/sqlite-desk.ts';

// node bench/reading/look-up.ts [REPORTS]: how long the near-copies of a report are looked for among so many.
const kept = Number(process.argv[2] ?? 10_000);
const asked = 100;

/** A row of numbers that looks drawn and is the same in each run; Numerical Recipes' generator. */
let state = 1;
const drawn = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
const vocabulary = Array.from({ length: 5000 }, (_, i) =>
  Array.from(i.toString(26), (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join(''),
);
const report = (
  words = Array.from({ length: 800 }, () => vocabulary[Math.floor(drawn() * drawn() * 5000)]).join(' '),
) => ({
  text: createHash('sha256').update(words).digest('hex'),
  line: 'Report',
  bytesHash: '',
  bytes: Buffer.from(words),
  contentType: 'text/plain',
  fileName: null,
  origin: null,
  takenIn: '2024-03-05T10:00:00.000Z',
  takenInBy: 'bench',
  words,
  reading: '{}',
});

const folder = mkdtempSync(join(tmpdir(), 'stet-look-up-'));
const desk = await openSqliteDesk(join(folder, 'desk.sqlite'));
try {
  const original = report();
  for (let i = 0; i < kept; i++) {
    const one = i === kept >> 1 ? original : report();
    await desk.keepReport(one);
    await desk.keepSketch(one.text, lookUpBy(comparable(one.words)));
  }
  const times: number[] = [];
  let found = 0;
  for (let i = 0; i < asked; i++) {
    const one = i % 2 === 0 ? report() : report(`${original.words.slice(i * 20)} changed ${i}`);
    const start = performance.now();
    found += (await nearReports(desk, one)).length;
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const [middle, high] = [0.5, 0.99].map((part) => times[Math.floor(part * asked)]!.toFixed(1));
  process.stdout.write(
    `${kept} reports: a look-up takes ${middle} ms (99th percentile ${high} ms); ${found} of ${asked / 2} copies found\n`,
  );
} finally {
  await desk.close();
  rmSync(folder, { recursive: true });
}
