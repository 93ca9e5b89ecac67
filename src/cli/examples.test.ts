import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digest, firstHash, seal } from '../journal/revision.ts';
import { read } from '../reading/read.ts';
import { decide, type KnownReport } from '../record/decide.ts';
import { fold } from '../record/evolve.ts';
import { emptyRecord, revisionOf, type StoryRecord } from '../record/record.ts';
import { checkExcerpt } from '../terms/excerpt.ts';
import type { Moment } from '../terms/when.ts';
import { subjectHistoryView, type SubjectHistoryView } from '../views/subject-view.ts';
import { pageView, type PageView } from '../views/page-view.ts';
import { loadExamples, type Newsroom } from './examples.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

/** A server's middle without the server: reports and records in memory. */
class Middle implements Newsroom {
  readonly reports = new Map<string, KnownReport>();
  readonly records = new Map<string, StoryRecord>();

  async takeIn({ bytes, contentType, fileName, origin }: Parameters<Newsroom['takeIn']>[0]) {
    const { text: words, title, outlet, published, language } = read(bytes, { contentType, fileName });
    const bytesHash = createHash('sha256').update(bytes).digest('hex');
    this.reports.set(digest(words), { words, bytes: bytesHash, title, outlet, origin, published, language });
    return { text: digest(words), words };
  }

  async publish(...[story, by, at, command]: Parameters<Newsroom['publish']>) {
    const record = this.records.get(story) ?? emptyRecord(story);
    const events = decide(record, command, { moment: at, by, report: (text) => this.reports.get(text) });
    const last = { number: revisionOf(record), hash: firstHash };
    const revision = seal(story, { at, by, events, act: null }, last, []);
    this.records.set(story, fold(record, revision));
    return revision.number;
  }

  async has(story: string) {
    return this.records.has(story);
  }

  /** A story's page at a moment; at its last revision, unless told otherwise. */
  page(story: string, moment?: Moment): PageView {
    const record = this.records.get(story)!;
    return pageView(record, moment ?? record.last!.at, { order: 'newest', from: null, since: null });
  }

  /** A subject on a story's board, by its name. */
  subject(story: string, name: string, moment?: Moment): SubjectHistoryView {
    const subjects = this.page(story, moment).board.flatMap((kind) => kind.subjects);
    const found = subjects.find((subject) => subject.name === name);
    if (found === undefined)
      throw new Error(`no “${name}” among ${subjects.map((subject) => subject.name).join(', ')}`);
    const record = this.records.get(story)!;
    return subjectHistoryView(record, found.id, moment ?? record.last!.at);
  }
}

const loaded = new Middle();
const war = 'ukraine-march-2022';
const flood = 'river-flood';

beforeAll(async () => {
  await loadExamples(examples, loaded);
});

describe('both examples', () => {
  test('are loaded, once', async () => {
    const before = revisionOf(loaded.records.get(flood)!);

    expect([...loaded.records.keys()]).toEqual([flood, war]);
    expect(await loadExamples(examples, loaded)).toEqual([]);
    expect(revisionOf(loaded.records.get(flood)!)).toBe(before);
  });

  test.each([war, flood])('%s fills the page', (story) => {
    const page = loaded.page(story);

    expect(page.revision).toBeGreaterThanOrEqual(12);
    expect(page.stream.posts.length).toBeGreaterThanOrEqual(8);
    expect(page.keyPoints.length).toBeGreaterThanOrEqual(2);
    expect(page.keyPoints.length).toBeLessThanOrEqual(4);
    expect(page.pinned.length).toBe(1);
    const shown = page.board.filter(({ subjects }) => subjects.length > 0).map(({ kind }) => kind);
    expect(shown).toEqual(expect.arrayContaining(['route', 'meeting', 'position', 'figure', 'site']));
    expect(page.stream.posts.some(({ corrections }) => corrections.length > 0)).toBe(true);
  });

  test.each([war, flood])('%s cites each of its reports, with title, outlet, date and origin', (story) => {
    const cited = [...loaded.records.get(story)!.reports];

    expect(cited.length).toBeGreaterThanOrEqual(3);
    for (const report of cited) {
      expect(report).toMatchObject({ title: expect.any(String), outlet: expect.any(String), language: 'en' });
      expect(report.published).toMatch(/^20\d\d-\d\d-\d\dT/);
      expect(report.origin).toMatch(new RegExp(`^examples/${story}/reports/[a-z-]+\\.html$`));
    }
  });

  test.each([war, flood])('%s cites no report before it was published', (story) => {
    for (const { published, cited } of loaded.records.get(story)!.reports) {
      expect(Date.parse(published!)).toBeLessThan(Date.parse(cited.at));
    }
  });

  test.each([war, flood])('%s: each statement has exact words, which stand in its report', (story) => {
    const { statements, reports } = loaded.records.get(story)!;

    expect(statements.length).toBeGreaterThan(8);
    for (const { excerpt, report } of statements) {
      const { text } = [...reports].find(({ id }) => id === report)!;
      checkExcerpt(loaded.reports.get(text)!.words, excerpt!);
    }
  });
});

describe('the war', () => {
  const subject = (name: string, moment?: Moment) => loaded.subject(war, name, moment);
  const states = (name: string) => subject(name).voices.map(({ value }) => value.kind === 'route' && value.state);

  test('one route succeeded, as one party states', () => {
    const all = loaded.page(war).board.find(({ kind }) => kind === 'route')!.subjects;

    expect(subject('Sumy to Poltava').state).toBe('stated');
    expect(states('Sumy to Poltava')).toEqual(['proposed', 'succeeded']);
    expect(all.filter(({ name }) => states(name).includes('succeeded')).map(({ name }) => name)).toEqual([
      'Sumy to Poltava',
    ]);
  });

  test.each(['Kyiv to Gomel, Belarus', 'Kharkiv to Belgorod, Russia', 'Mariupol to Rostov-on-Don, Russia'])(
    '%s was proposed and refused with a reason, and is unknown',
    (name) => {
      expect(subject(name).state).toBe('unknown');
      expect(subject(name).voices).toMatchObject([
        { speaker: { name: 'Russia’s defence ministry' }, value: { state: 'proposed' } },
        {
          speaker: { name: 'Ukraine’s government' },
          value: { state: 'refused', reason: expect.stringMatching(/Russia/) },
        },
      ]);
    },
  );

  test.each(['Mariupol to Zaporizhzhia', 'Volnovakha to Pokrovsk'])(
    '%s came under fire, as one party states',
    (name) => {
      expect(subject(name).state).toBe('stated');
      expect(states(name)).toEqual(['proposed', 'disrupted']);
    },
  );

  test('a route of which nobody states an outcome is unknown', () => {
    expect(subject('Enerhodar to Zaporizhzhia').state).toBe('unknown');
  });

  test('aid into Mariupol failed on the Tuesday, and somebody says why', () => {
    expect(subject('Food, water and medicine into Mariupol').voices).toMatchObject([
      {
        value: { state: 'failed', reason: 'Continuing Russian attacks.' },
        happened: { from: '2022-03-08', words: 'on Tuesday' },
      },
    ]);
  });

  test('who is to blame for the evacuations is disputed', () => {
    const { state, disputes } = subject('Evacuations as a whole');

    expect(state).toBe('disputed');
    expect(disputes.map((pair) => pair.map(({ speaker }) => speaker?.name))).toEqual([
      ['Ukraine’s government', 'Vladimir Putin'],
    ]);
  });

  test('the attempts on the president are different measures, each with its speaker', () => {
    const { state, voices } = subject('Attempts to kill President Zelensky');

    expect(state).toBe('different-measures');
    expect(voices.map(({ speaker, value }) => [speaker?.name, value.kind === 'figure' && value.words])).toEqual([
      ['Mykhailo Podolyak', 'more than a dozen'],
      ['foreign partners', 'two or three'],
      ['press reports of the past days', 'three'],
    ]);
  });

  test('six pauses announced without an end stand on their day, and are unknown after it', () => {
    const name = 'Pauses in the fighting at six places';
    const midnight = '2022-03-09T22:00:00.000Z';

    expect(subject(name)).toMatchObject({
      terms: { kind: 'truce', places: { length: 6 } },
      state: 'stated',
      voices: [{ value: { state: 'announced', until: null } }],
      silent: [{ name: 'Russia’s Ministry of Defence' }],
      turns: midnight,
    });
    expect(subject(name, midnight)).toMatchObject({ state: 'unknown', voices: [{ outdated: 'lapsed' }], facts: 0 });
  });

  test('the meeting in Antalya is stated until the day it is due has passed, and overdue then', () => {
    const name = 'Lavrov and Dmytro Kuleba in Antalya';
    const over = '2022-03-10T21:00:00.000Z';

    expect(subject(name)).toMatchObject({ state: 'agreed', turns: over, silent: [{ name: 'Sergei Lavrov' }] });
    expect(subject(name, '2022-03-10T20:59:59.999Z').state).toBe('agreed');
    expect(subject(name, over)).toMatchObject({ state: 'overdue', turns: null });
  });

  test('four demands stand beside the other side’s positions, or beside its silence', () => {
    const issues = loaded.page(war).board.find(({ kind }) => kind === 'position')!.subjects;
    const stands = issues.map(({ name, state, voices, silent }) => [
      name,
      state,
      voices.map(({ speaker, value }) => [speaker?.name, value.kind === 'position' && value.stand]),
      silent.map((side) => side.name),
    ]);
    const moscow = ['Moscow', 'demands'];
    const zelensky = ['Zelensky', 'open-to'];

    expect(stands).toEqual([
      ['Ukraine’s military action', 'stated', [moscow], ['Volodymyr Zelensky']],
      ['Neutrality in Ukraine’s constitution', 'stated', [moscow], ['Volodymyr Zelensky']],
      ['Crimea', 'side-by-side', [moscow, zelensky], []],
      ['Donetsk and Luhansk', 'side-by-side', [moscow, zelensky], []],
    ]);
  });

  test('power lost at Chernobyl and what the watchdog says of safety stand apart', () => {
    const { state, voices } = subject('Chernobyl nuclear plant');

    expect(state).toBe('different-measures');
    expect(voices.map(({ speaker, value }) => [speaker?.name, value.kind === 'site' && value.aspect])).toEqual([
      ['Stet sample reports', 'power'],
      ['The nuclear watchdog of the United Nations', 'radiation-safety'],
    ]);
  });

  test('the two people named Kuleba are two parties', () => {
    const kulebas = [...loaded.records.get(war)!.parties].filter(({ name }) => name.endsWith('Kuleba'));

    expect(kulebas.map(({ name }) => name)).toEqual(['Oleksiy Kuleba', 'Dmytro Kuleba']);
    expect(new Set(kulebas.map(({ id }) => id)).size).toBe(2);
  });
});

describe('the flood', () => {
  const subject = (name: string, moment?: Moment) => loaded.subject(flood, name, moment);

  test('says that it is invented', () => {
    expect(loaded.page(flood).summary).toContain('An invented story, to try Stet with');
  });

  test('two counts with one definition are disputed', () => {
    const { state, disputes } = subject('Homes to be left in Lower Quill');

    expect(state).toBe('disputed');
    expect(disputes.map((pair) => pair.map(({ value }) => value.kind === 'figure' && value.best))).toEqual([
      [340, 410],
    ]);
  });

  test('two measurements that meet are agreed', () => {
    expect(subject('Crest at Pell Crossing').state).toBe('agreed');
  });

  test('a newer count of one party replaces its older one', () => {
    const { state, voices, earlier } = subject('Homes without electricity');

    expect(state).toBe('stated');
    expect(voices).toMatchObject([{ value: { words: 'about 400' } }]);
    expect(earlier).toMatchObject([{ value: { words: 'about 1,200' }, withdrawn: null }]);
  });

  test('a withdrawn post takes its statement with it, and both stay to be looked up', () => {
    const withdrawn = loaded.page(flood).stream.posts.filter((post) => post.withdrawn !== null);

    expect(withdrawn).toMatchObject([{ id: 'post-5', statements: [{ withdrawn: { reason: expect.any(String) } }] }]);
    expect(subject('People injured')).toMatchObject({ state: 'stated', voices: [{ value: { best: 0 } }] });
    expect(subject('People injured').earlier).toMatchObject([{ value: { best: 3 } }]);
  });

  test('a statement in the wrong mouth was withdrawn and follows with the right name', () => {
    const { state, voices, earlier } = subject('Buses from Lower Quill to Marrowdale');

    expect(state).toBe('agreed');
    expect(voices.map(({ speaker }) => speaker?.name)).toEqual(['Prairie Coach', 'the emergency office']);
    expect(earlier.filter(({ withdrawn }) => withdrawn !== null)).toMatchObject([{ speaker: { name: 'the county' } }]);
  });

  test('how far a village is cut off is disputed, and its power is another matter', () => {
    const { state, disputes, voices } = subject('Sandry');

    expect(state).toBe('disputed');
    expect(disputes.map((pair) => pair.map(({ speaker }) => speaker?.name))).toEqual([
      ['Dario Venn', 'the emergency office'],
    ]);
    expect(voices.map(({ value }) => value.kind === 'site' && [value.aspect, value.degree])).toEqual([
      ['access', 'lost'],
      ['access', 'impaired'],
      ['power', 'impaired'],
    ]);
  });

  test('a way out with a window is unknown while it is open, and expired when nobody stated an outcome', () => {
    const name = 'Boats from Sandry to Marrowdale';
    const closed = '2025-04-18T23:01:00.000Z';

    expect(subject(name)).toMatchObject({ state: 'unknown', turns: closed });
    expect(subject(name, closed)).toMatchObject({ state: 'expired', turns: null });
  });

  test('a meeting’s time was corrected, and both times can be looked up', () => {
    const name = 'Council and Basin Authority on the dyke';
    const over = '2025-04-19T00:01:00.000Z';

    expect(subject(name)).toMatchObject({
      state: 'stated',
      voices: [{ value: { when: { from: '2025-04-18T19:00' } } }],
      earlier: [{ value: { when: { from: '2025-04-18T17:00' } }, withdrawn: { correctedBy: expect.any(String) } }],
      turns: over,
    });
    expect(subject(name, over).state).toBe('overdue');
    const post = loaded.page(flood).stream.posts.find(({ headline }) => headline?.startsWith('Council'))!;
    expect(post.statements[0]!.successor).toMatchObject({ value: { when: { from: '2025-04-18T19:00' } } });
  });

  test('two bodies stand side by side on the dyke, and the third has said nothing', () => {
    expect(subject('A higher dyke at Lower Quill')).toMatchObject({
      state: 'side-by-side',
      voices: [{ value: { stand: 'demands' } }, { value: { stand: 'accepts-if', condition: expect.any(String) } }],
      silent: [{ name: 'Quill County' }],
      disputes: [],
    });
  });

  test('an appeal keeps the hole where its address was, names no account, and expires', () => {
    const name = 'Quill Valley Relief for Lower Quill and Sandry';

    expect(subject(name)).toMatchObject({
      state: 'stated',
      voices: [{ value: { ways: [{ means: 'online', address: null }, { means: 'goods' }] } }],
    });
    expect(subject(name, '2025-05-01T05:00:00.000Z').state).toBe('expired');
  });

  test('what was offered and accepted has no outcome before somebody states one', () => {
    expect(subject('Drinking water to Sandry by boat')).toMatchObject({
      state: 'unknown',
      voices: [{ value: { state: 'proposed' } }, { value: { state: 'accepted' } }],
    });
  });
});

describe('an example with a mistake', () => {
  let folder: string;
  const file = () => join(folder, flood, 'story.json');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stet-examples-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Loads the flood with one text of its `story.json` exchanged. */
  async function loadWith(before: string, after: string): Promise<Middle> {
    await cp(join(examples, flood), join(folder, flood), { recursive: true });
    const right = await readFile(file(), 'utf8');
    expect(right).toContain(before);
    await writeFile(
      file(),
      right.replace(before, () => after),
    );
    const middle = new Middle();
    try {
      await loadExamples(folder, middle);
    } catch (error) {
      throw Object.assign(error as Error, { middle });
    }
    return middle;
  }

  test.each([
    [
      'words that are not there',
      '"exact": "The request covers',
      '"exact": "The request names',
      'step 5: The words “The request names 340 homes',
    ],
    [
      'words that stand twice',
      '"exact": "The county’s emergency office has accepted the offer."',
      '"exact": "county"',
      'step 11: The words “county” stand more than once',
    ],
    [
      'a report that is not there',
      '"report": "courier-noon"',
      '"report": "courier-night"',
      'step 3: The desk keeps no report with the text courier-night.',
    ],
    ['a command that is none', '"kind": "unpin-post"', '"kind": "unpin"', 'step 15: '],
    ['a step out of order', '2025-04-17T17:21:00.000Z', '2025-04-17T11:00:00.000Z', 'step 4: The clock says'],
    [
      'a post that is not there',
      '"post": "post-5"',
      '"post": "post-50"',
      'step 13: There is no post-50 in this story.',
    ],
  ])('%s: the message names the file and the step', async (_, before, after, message) => {
    await expect(loadWith(before, after)).rejects.toThrow(`${file()}, ${message}`);
  });

  test('nothing of it is published where an excerpt does not resolve', async () => {
    const error = await loadWith('"exact": "The request covers', '"exact": "The request names').catch(
      (error: unknown) => error,
    );

    expect((error as { middle: Middle }).middle.records.size).toBe(0);
  });

  test('a file that is not JSON is named', async () => {
    await expect(loadWith('{\n  "story"', '{{ "story"')).rejects.toThrow(`${file()}: `);
  });

  test('words that stand several times are told apart by the words before them', async () => {
    const middle = await loadWith(
      '{ "report": "courier-friday", "exact": "About 400 homes are still without electricity" }',
      '{ "report": "courier-friday", "exact": "emergency office", "after": "stadium" }',
    ).catch((error: unknown) => error);

    expect(String(middle)).toContain('The words “stadium” are not in the report.');

    const right = await loadWith(
      '{ "report": "courier-friday", "exact": "About 400 homes are still without electricity" }',
      '{ "report": "courier-friday", "exact": "emergency office", "after": "Sandry stays closed" }',
    );
    const { voices } = right.subject(flood, 'Homes without electricity');

    expect(voices[0]!.excerpt!.exact).toBe('emergency office');
    expect(voices[0]!.excerpt!.prefix).toContain('at least until Sunday');
  });
});
