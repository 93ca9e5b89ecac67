import { describe, expect, test } from 'vitest';
import type { Body } from '../journal/body.ts';
import type { SubjectTerms, Value } from '../journal/subjects/subject.ts';
import type { Command } from '../record/command.ts';
import { decide } from '../record/decide.ts';
import { fold } from '../record/evolve.ts';
import { emptyRecord, type StoryRecord } from '../record/record.ts';
import type { When } from '../terms/when.ts';
import { excerptAt } from '../terms/excerpt.ts';
import { correctionsView } from '../views/corrections-view.ts';
import { mastheadView } from '../views/masthead-view.ts';
import { pageView } from '../views/page-view.ts';
import { postView } from '../views/post-view.ts';
import { subjectHistoryView } from '../views/subject-view.ts';
import { minute, paragraph } from '../../test/samples/flood.ts';
import { Tree, attributeOf, wordsOf } from '../../test/page/tree.ts';
import { renderCorrectionsPage } from './corrections-page.ts';
import { renderFrontPage } from './front-page.ts';
import { renderPage } from './page.ts';
import { renderPostPage } from './post-page.ts';
import { renderProblemPage } from './problem-page.ts';
import { renderSubjectPage } from './subject-page.ts';

const hostile = {
  script: `</style></title><script>alert(1)</script>`,
  handler: `"><img src=x onerror=alert(1)>' onmouseover='alert(1)`,
  comment: `<!-- --><![CDATA[ ]]><plaintext>`,
  template: '${alert(1)} {{alert(1)}} &lt;script&gt; &#x3c;',
  bidi: 'paid \u202Eeert \u2066not closed \u2067',
  surrogate: 'half \uD83D of one',
  controls: 'nul \u0000 escape \u001B[31m',
  long: 'W'.repeat(100_000),
};

const short = (text: string, length: number) => text.slice(0, length).trim();

const silent = (text: string) => ({ ref: 'new-2', name: short(text, 300), sort: 'body', role: null }) as const;

/** A subject of each kind, in which every text is one. */
function kindsOf(text: string, when: When): { terms: SubjectTerms; value: Value }[] {
  const [line, long] = [short(text, 120), short(text, 200)];
  return [
    {
      terms: { kind: 'figure' },
      value: {
        kind: 'figure',
        what: long,
        where: long,
        period: long,
        cumulative: null,
        unit: short(text, 60),
        bound: 'exactly',
        low: null,
        best: 3,
        high: null,
        words: long,
      },
    },
    {
      terms: { kind: 'route', aim: null, from: line, through: [line], to: line },
      value: { kind: 'route', state: 'failed', reason: long, people: short(text, 100), window: when },
    },
    {
      terms: { kind: 'truce', places: [line] },
      value: { kind: 'truce', state: 'announced', from: when, until: null, reason: long },
    },
    {
      terms: { kind: 'meeting', who: [line], level: line, mediator: line, where: line },
      value: { kind: 'meeting', state: 'planned', when, outcome: long },
    },
    {
      terms: { kind: 'position' },
      value: { kind: 'position', stand: 'accepts-if', what: long, condition: long },
    },
    {
      terms: { kind: 'site', place: line, what: line },
      value: { kind: 'site', aspect: 'power', degree: 'lost', words: long },
    },
    {
      terms: { kind: 'appeal', beneficiary: line },
      value: {
        kind: 'appeal',
        charity: long,
        charityNumber: long,
        from: when,
        until: when,
        ways: [{ country: long, means: 'online', address: long }],
      },
    },
  ];
}

/** A story in which everything that comes from outside is one text, as long as each place allows. */
function storyOf(text: string): StoryRecord {
  const words = short(text, 4000);
  const report = {
    words,
    bytes: '0'.repeat(64),
    title: short(text, 500),
    outlet: short(text, 300),
    origin: short(`javascript:${text}`, 2000),
    published: short(text, 40),
    language: 'en',
  };
  const when = { from: '2024-09-14', to: '2024-09-14', zone: null, words: short(text, 200) };
  const body: Body = [
    {
      kind: 'paragraph',
      runs: [
        { text: text.slice(0, 20_000), strong: true, link: `https://example.org/${encodeURI('"><script>')}"onx=` },
      ],
    },
    { kind: 'list', ordered: false, items: [[{ text: short(text, 200), link: 'https://example.org/<script>' }]] },
    { kind: 'quotation', runs: [{ text: short(text, 200), emphasis: true }], language: null },
  ];
  const open: Command = {
    kind: 'open-story',
    title: short(text, 300),
    summary: short(text, 1000),
    language: 'en',
    zone: 'UTC',
  };
  const publish: Command = {
    kind: 'publish',
    post: { headline: short(text, 300), body, language: 'en', key: true, pinned: true },
    parties: [{ ref: 'new-1', name: short(text, 300), sort: 'person', role: short(text, 300) }, silent(text)],
    subjects: kindsOf(text, when).map(({ terms }, i) => ({
      ref: `new-${i + 1}` as const,
      name: short(text, 300),
      terms,
      sides: ['new-1', 'new-2'],
    })),
    statements: kindsOf(text, when).map(({ value }, i) => ({
      subject: `new-${i + 1}` as const,
      by: { party: 'new-1', as: short(text, 200), role: short(text, 200) },
      via: ['new-1'],
      channel: short(text, 200),
      mode: 'says',
      value,
      happened: when,
      said: when,
      excerpt: { ...excerptAt(words, 0, words.length), report: 'kept' },
      links: [],
    })),
  };
  const correct: Command = {
    kind: 'correct-post',
    seen: 2,
    post: 'post-1',
    headline: null,
    body: paragraph(short(text, 500)),
    note: short(text, 1000),
  };
  const again: Command = { ...publish, statements: [], subjects: [], parties: [] };
  const withdraw: Command = { kind: 'withdraw-post', seen: 4, post: 'post-2', reason: short(text, 1000) };
  return [open, publish, correct, again, withdraw].reduce((record, command, i) => {
    const circumstances = { moment: minute(i), by: short(text, 60), report: () => report };
    const events = decide(record, command, circumstances);
    return fold(record, { number: i + 1, at: minute(i), by: short(text, 60), events, story: 'river-flood' } as never);
  }, emptyRecord('river-flood'));
}

const tags = new Set(
  'html head meta title link style script body nav a main header h1 h2 h3 h4 p div section article aside details summary ul ol li dl dt dd blockquote q cite strong em b br u small mark bdi span time label input button footer'.split(
    ' ',
  ),
);

describe.each(Object.entries(hostile))('hostile text: %s', (_, text) => {
  const record = storyOf(text);
  const now = minute(3 * 24 * 60);
  const pages = {
    corrections: renderCorrectionsPage(record, correctionsView(record), now),
    page: renderPage(pageView(record, now, { order: 'newest', from: null, since: 1 }), { script: '/assets/page.js' }),
    post: renderPostPage(record, postView(record, record.posts.at(0)!), now),
    withdrawn: renderPostPage(record, postView(record, record.posts.at(1)!), now),
    figure: renderSubjectPage(record, subjectHistoryView(record, 'subject-1', now), now),
    route: renderSubjectPage(record, subjectHistoryView(record, 'subject-2', now), now),
    appeal: renderSubjectPage(record, subjectHistoryView(record, 'subject-7', now), now),
    front: renderFrontPage([mastheadView(record)]),
    problem: renderProblemPage({ status: 404, title: text, detail: text, why: text, next: text }),
  };

  test.each(Object.entries(pages))('[P4] the %s holds our own elements and attributes only', (name, page) => {
    const tree = new Tree(page);
    const elements = tree.elements();

    expect(elements.filter(({ tagName }) => !tags.has(tagName))).toEqual([]);
    expect(elements.filter(({ tagName }) => tagName === 'script')).toHaveLength(name === 'page' ? 1 : 0);
    for (const { tagName, attrs } of elements) {
      for (const attribute of attrs) {
        expect(attribute.name).toMatch(/^(?!on|style$)[a-z-]+$/);
        if (attribute.name === 'href') expect(attribute.value).toMatch(/^(\/|#|https:\/\/example\.org\/)/);
        if (attribute.name === 'src') expect([tagName, attribute.value]).toEqual(['script', '/assets/page.js']);
      }
    }
  });

  test('[P4] links that lead away say so', () => {
    const away = new Tree(pages.page)
      .elements()
      .filter((element) => attributeOf(element, 'href')?.startsWith('https:'));

    for (const link of away) expect(attributeOf(link, 'rel')).toMatch(/^noopener noreferrer/);
  });

  test('[P4] what cannot be sent is not', () => {
    for (const page of Object.values(pages)) {
      // oxlint-disable-next-line no-control-regex
      expect(page).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e]/);
      expect(page.isWellFormed()).toBe(true);
    }
  });

  test('[P7] the exact words stand there as they are', () => {
    const shown = new Tree(pages.figure).elements().find(({ tagName }) => tagName === 'blockquote')!;
    // oxlint-disable-next-line no-control-regex
    const sent = short(text, 4000)
      .toWellFormed()
      .replace(/[\u0000\u001b\u202a-\u202e]/g, '');

    expect(wordsOf(shown)).toBe(sent);
  });
});
