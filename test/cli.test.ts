import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reading } from '../src/reading/reading.ts';
import { openNewsroom, openStory, publishPost } from './newsroom.ts';

const root = new URL('..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'stet-cli-'));
const data = join(folder, 'data');

function stet(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/cli/main.ts'), ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

beforeAll(async () => {
  const newsroom = await openNewsroom({ data: cleanFolder(data) });
  await newsroom.send('river-flood', openStory());
  await newsroom.send('river-flood', publishPost('The dam holds.'));
  await newsroom.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

function cleanFolder(path: string): string {
  cpSync(mkdtempSync(join(tmpdir(), 'stet-empty-')), path, { recursive: true });
  return path;
}

describe('the command line', () => {
  test('[C1] says what there is, and what each command takes', () => {
    const help = stet('help');
    expect(help.status).toBe(0);
    for (const name of ['serve', 'cover', 'read', 'link', 'verify', 'export']) {
      expect(help.stdout).toContain(name);
      const own = stet(name, '--help');
      expect([own.status, own.stdout]).toEqual([0, expect.stringContaining(`stet ${name} `)]);
    }
  });

  test.each([
    [['nonsense'], 'there is no command “nonsense”'],
    [['verify', '--colour'], '--colour'],
    [['read'], 'missing'],
    [['export', 'one', 'two'], '“two”'],
  ])('[C2] %j is not understood: exit code 2 and a sentence', (words, sentence) => {
    const { status, stderr } = stet(...words);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
  });

  test('[C3] verify says that the journal is whole, in words and as JSON', () => {
    expect(stet('verify', '--data', data)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('2 revisions, whole'),
    });
    const [line] = stet('verify', '--data', data, '--json').stdout.split('\n');
    expect(JSON.parse(line!)).toMatchObject({
      story: 'river-flood',
      revisions: 2,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('[C4] verify names the revision that was tampered with: exit code 1', () => {
    const tampered = join(folder, 'tampered');
    cpSync(data, tampered, { recursive: true });
    const database = new DatabaseSync(join(tampered, 'journal.sqlite'));
    database.exec(`UPDATE revision SET events = replace(events, 'holds', 'broke') WHERE number = 2`);
    database.close();
    const { status, stderr } = stet('verify', '--data', tampered);
    expect(status).toBe(1);
    expect(stderr).toContain('Revision 2 of “river-flood” is damaged');
  });

  test('[C5] a file that is no journal, or is not there, is a sentence', () => {
    const broken = cleanFolder(join(folder, 'broken'));
    writeFileSync(join(broken, 'journal.sqlite'), 'this is not a database, whatever its name says'.repeat(100));
    for (const command of ['verify', 'serve']) {
      const { status, stderr } = stet(command, '--data', broken);
      expect([status, stderr]).toEqual([1, expect.stringContaining('store-corrupt')]);
    }
    expect(stet('verify', '--data', join(folder, 'nowhere'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('file-unreadable'),
    });
    expect(readFileSync(join(broken, 'journal.sqlite'), 'utf8')).toContain('whatever its name says');
  });

  test('[C6] export prints each revision as a line, whole', () => {
    const lines = stet('export', 'river-flood', '--data', data)
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ number, events }) => [number, events[0].kind])).toEqual([
      [1, 'story-opened'],
      [2, 'post-published'],
    ]);
    expect(stet('export', 'no-such', '--data', data)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('story-unknown'),
    });
  });

  test('[C7] read prints suggestions, each with words that stand in the text', () => {
    const file = join(folder, 'report.txt');
    writeFileSync(file, 'The mayor, Eva Lind, said on Monday: “At least 17 houses are under water.”\n');
    const reading = JSON.parse(stet('read', file, '--json').stdout);
    expect(reading.suggestions.length).toBeGreaterThan(0);
    for (const { excerpt } of reading.suggestions)
      expect(reading.text.slice(excerpt.start, excerpt.end)).toBe(excerpt.exact);
    expect(stet('read', file).stdout).toContain('Lind');
    expect(stet('read', '/dev/zero')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('request-too-large'),
    });
    expect(stet('read', join(folder, 'missing.txt'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('file-unreadable'),
    });
  });

  test('[N80] read prints all of a reading in lines, takes the date that is given, and reads a feed entry by entry', () => {
    const file = join(folder, 'undated.txt');
    writeFileSync(file, 'Speaking to, the mayor said on Monday: “The dam is safe.”\n');
    const printed = stet('read', file).stdout;
    expect(printed).toContain('published: unknown');
    expect(printed).toContain('name-missing: A name stood here and is gone: “Speaking to”.');
    const dated = JSON.parse(stet('read', file, '--published', '2024-03-05', '--json').stdout);
    expect([dated.published, dated.publishedFrom]).toEqual(['2024-03-05', 'desk']);
    expect(stet('read', file, '--published', '2024-02-30')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('when-unreadable'),
    });
    const told = join(folder, 'told.txt');
    writeFileSync(
      told,
      'The mayor, Eva Lind, said at least 17 metres of the road to the north had gone. The evacuation route from Bergen to Oslo was suspended on Monday night due to snow, Lind said.\n',
    );
    const lines = stet('read', told, '--published', '2024-03-05').stdout;
    expect(lines).toContain('\n  Monday night: 2024-03-04 to 2024-03-05\n');
    expect(lines).toContain(
      '\n  Eva Lind, The mayor, by “said”: at least 17 metres of the road to the north had gone\n',
    );
    expect(lines).toMatch(/ paraphrase: Eva Lind says: “at least 17 metres/);
    expect(lines).toMatch(/ figure: Eva Lind says: at least 17 metres road in “/);
    expect(lines).toContain('state suspended, reason snow, happened 2024-03-04 to 2024-03-05 (“Monday night”)');
    const feed = join(folder, 'feed.rss');
    const item = (name: string) => `<item><title>${name}</title></item>`;
    writeFileSync(feed, `<rss><channel><title>Courier</title>${item('One')}${item('Two')}</channel></rss>`);
    const readings = JSON.parse(stet('read', feed, '--json').stdout);
    expect(readings.map(({ text, outlet }: { text: string; outlet: string }) => [text, outlet])).toEqual([
      ['One', 'Courier'],
      ['Two', 'Courier'],
    ]);
  });

  test('[C8] a port in use and a folder that cannot be written are sentences', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    expect(await later('serve', '--data', data, '--port', String(port))).toMatchObject({
      code: 1,
      printed: expect.stringContaining(`Port ${port} is in use`),
    });
    taken.close();
    expect(stet('serve', '--data', data, '--port', '70000')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('port-unfit'),
    });
    expect(stet('serve', '--data', '/dev/null/data')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('store-unwritable'),
    });
  });

  const seed = join(root, '../shared/seed/report.txt');
  const seedIsHere = existsSync(seed);
  if (!seedIsHere) process.stdout.write(`[C10] is skipped: there is no ${seed}\n`);
  test.skipIf(!seedIsHere)('[C10] a real report is taken in whole, and what is suggested stands in it', async () => {
    const { stop, covered, report } = await coverAndRead(seed);
    await stop();
    const { text, suggestions } = report.reading;
    // Nothing is lost: every word of the file stands in the text, in order.
    const words = (whole: string) => whole.match(/[\p{L}\p{N}]+/gu);
    expect(words(text)).toEqual(words(readFileSync(seed, 'utf8')));
    expect(covered.suggestions).toBe(suggestions.length);
    for (const { excerpt } of suggestions) expect(text.slice(excerpt.start, excerpt.end)).toBe(excerpt.exact);
    const quotations = suggestions.filter(({ sort }) => sort === 'quotation');
    expect(quotations.filter(({ speaker }) => speaker !== null).length).toBeGreaterThanOrEqual(31);
    const figures = suggestions.flatMap(({ figure, speaker }) =>
      figure ? [[figure.bound, figure.best ?? figure.low, speaker?.name]] : [],
    );
    expect(figures).toContainEqual(['at-least', 17, 'Ukraine']);
    expect(figures).toContainEqual(['more-than', 2_000_000, 'The UN']);
    const offered = suggestions.map(({ excerpt }) => excerpt.exact).join('\n');
    for (const never of ['Mail Force', 'Our Ukraine', 'Account', 'Sort code']) expect(offered).not.toContain(never);
    expect(offered).not.toMatch(/\d{6}|\d\d-\d\d-\d\d/);
  });

  test('[C60] link prints a link for one editor, however the name is spelled, and none without a name', () => {
    const first = stet('link', 'Ana Novak', '--data', data, '--base', 'https://live.example');
    expect([first.status, first.stderr]).toEqual([0, 'The link signs Ana Novak in, once, within a day.\n']);
    expect(first.stdout).toMatch(/^https:\/\/live\.example\/desk\/sign-in\?token=[\w-]{43}\n$/);
    expect(stet('link', 'ANA  novak', '--data', data).stderr).toContain('signs Ana Novak in');
    expect(stet('link', '--data', data).status).toBe(2);
    const empty = stet('link', ' ', '--data', data);
    expect([empty.status, empty.stdout, empty.stderr]).toEqual([1, '', expect.stringContaining('editor')]);
  });

  test('[C9] cover takes a report in and its link opens the desk on it', async () => {
    const file = join(folder, 'covered.txt');
    writeFileSync(file, 'The mayor, Eva Lind, said on Monday: “At least 17 houses are under water.”\n');
    const { stop, covered, report, opened } = await coverAndRead(file);
    expect(covered.suggestions).toBeGreaterThan(0);
    expect(opened).toBe(`/desk?story=river-flood&report=${covered.report}`);
    expect(report.reading.text).toBe(readFileSync(file, 'utf8').trim());
    expect(await stop()).toBe(0);
  });
});

interface Covered {
  report: string;
  link: string;
  suggestions: number;
}

interface CoveredReport {
  reading: Reading;
}

/** Runs `stet cover`, signs in with its link, and asks the desk for the report. */
async function coverAndRead(file: string) {
  const child = spawn(process.execPath, [
    join(root, 'src/cli/main.ts'),
    'cover',
    file,
    '--data',
    data,
    '--story',
    'river-flood',
    '--port',
    '0',
    '--json',
  ]);
  const [line] = String(await new Promise((resolve) => child.stdout.once('data', resolve))).split('\n');
  const covered = JSON.parse(line!) as Covered;
  const link = new URL(covered.link);
  const entered = await fetch(new URL('/desk/sign-in', link), {
    method: 'POST',
    redirect: 'manual',
    body: link.searchParams,
  });
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
  const answer = await fetch(new URL(`/desk/api/reports/${covered.report}`, link), { headers: { cookie } });
  const report = (await answer.json()) as CoveredReport;
  const stop = () => {
    child.kill('SIGTERM');
    return new Promise((resolve) => child.once('close', resolve));
  };
  return { stop, covered, report, opened: entered.headers.get('location') };
}

/** Runs the command without holding up this process, whose socket it may meet. */
async function later(...words: string[]): Promise<{ code: number; printed: string }> {
  const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), ...words], { cwd: folder });
  let printed = '';
  child.stderr.on('data', (chunk) => (printed += String(chunk)));
  const code = await new Promise<number>((resolve) => child.once('close', resolve));
  return { code, printed };
}
