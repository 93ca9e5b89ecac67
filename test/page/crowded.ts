import { readFileSync } from 'node:fs';
import type { SubjectKind, SubjectTerms, Value } from '../../src/journal/subjects/subject.ts';
import type { Command, NewStatement } from '../../src/record/command.ts';
import { decide, type KnownReport } from '../../src/record/decide.ts';
import { fold } from '../../src/record/evolve.ts';
import { emptyRecord, type StoryRecord } from '../../src/record/record.ts';
import { digest } from '../../src/journal/revision.ts';
import { excerptAt } from '../../src/terms/excerpt.ts';
import { minute } from '../samples/flood.ts';

/** The words of the examples' posts, as often as they stand there. */
const vocabulary = ['ukraine-march-2022', 'river-flood'].flatMap((story) => {
  const text = readFileSync(new URL(`../../examples/${story}/story.json`, import.meta.url), 'utf8');
  return [...text.matchAll(/"text": "([^"]*)"/g)].flatMap(([, words]) => words!.split(/\s+/)).filter(Boolean);
});

/** The same numbers each time, without any order in them. */
function* chances(): Generator<number> {
  for (let state = 1; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const kinds = ['route', 'figure', 'truce', 'meeting', 'position', 'site', 'appeal'] as const;

type Words = (count: number) => string;

function termsOf(kind: SubjectKind, words: Words): SubjectTerms {
  switch (kind) {
    case 'route':
      return { kind, aim: 'people-out', from: words(1), through: [], to: words(1) };
    case 'truce':
      return { kind, places: [words(1), words(2)] };
    case 'meeting':
      return { kind, who: [words(2), words(2)], level: null, mediator: null, where: words(1) };
    case 'site':
      return { kind, place: words(1), what: words(2) };
    case 'appeal':
      return { kind, beneficiary: words(3) };
    case 'figure':
    case 'position':
      return { kind };
  }
}

const day = { from: '2024-09-18', to: '2024-09-18', zone: null, words: 'on Wednesday' };

function valueOf(kind: SubjectKind, subject: number, voice: number, words: Words): Value {
  switch (kind) {
    case 'route':
      return { kind, state: voice === 1 ? 'succeeded' : 'disrupted', reason: words(4), people: null, window: null };
    case 'truce':
      return { kind, state: voice === 1 ? 'announced' : 'holding', from: day, until: null, reason: words(3) };
    case 'meeting':
      return { kind, state: 'planned', when: day, outcome: null };
    case 'position':
      return { kind, stand: voice === 1 ? 'demands' : 'accepts-if', what: words(7), condition: words(5) };
    case 'site':
      return { kind, aspect: voice === 1 ? 'power' : 'water', degree: 'lost', words: words(4) };
    case 'appeal': {
      const ways = [1, 2].map(() => ({ country: words(1), means: 'online' as const, address: null }));
      return { kind, charity: words(3), charityNumber: null, from: null, until: day, ways };
    }
    case 'figure': {
      const low = 100 * voice + subject;
      const definition = {
        what: 'people who left',
        where: `place ${subject}`,
        period: null,
        cumulative: true,
        unit: null,
      };
      return { kind, ...definition, bound: 'at-least', low, best: null, high: null, words: `at least ${low}` };
    }
  }
}

/**
 * A story as full as a reader's page is meant to be: posts of some 60 words, half of them with statements, and subjects
 * of all kinds with three voices each.
 *
 * The words follow each other by chance, so that they compress no better than a text that people wrote.
 */
export function crowdedStory(posts: number, subjects: number): StoryRecord {
  const chance = chances();
  const words = (count: number) =>
    Array.from({ length: count }, () => vocabulary[Math.floor(chance.next().value * vocabulary.length)]).join(' ');
  const sentences = Array.from({ length: subjects * 3 + posts }, () => words(18));
  const report: KnownReport = {
    words: sentences.join('\n\n'),
    bytes: digest('bytes'),
    title: words(8),
    outlet: 'Valley Courier',
    origin: 'https://courier.example/2024/09/15/river',
    published: '2024-09-15T05:40:00Z',
    language: 'en',
  };
  const text = digest(report.words);
  let used = 0;
  const statement = (subject: number, voice: number): NewStatement => {
    const exact = sentences[used++ % sentences.length]!;
    return {
      subject: `subject-${subject + 1}`,
      by: { party: `party-${voice + 1}`, as: words(2), role: voice === 0 ? words(3) : null },
      via: [],
      channel: null,
      mode: voice === 0 ? 'announces' : 'says',
      value: valueOf(kinds[subject % kinds.length]!, subject, voice, words),
      happened: null,
      said: { from: '2024-09-15', to: '2024-09-15', zone: null, words: 'on Sunday' },
      excerpt: {
        ...excerptAt(report.words, report.words.indexOf(exact), report.words.indexOf(exact) + exact.length),
        report: text,
      },
      links: [],
    };
  };
  const cast: Command = {
    kind: 'publish',
    post: null,
    parties: [1, 2, 3].map((number) => ({ ref: `new-${number}` as const, name: words(2), sort: 'body', role: null })),
    subjects: Array.from({ length: subjects }, (_, i) => ({
      ref: `new-${i + 1}` as const,
      name: words(4),
      terms: termsOf(kinds[i % kinds.length]!, words),
      sides: [],
    })),
    statements: Array.from({ length: subjects * 3 }, (_, i) => {
      const made = statement(Math.floor(i / 3), i % 3);
      return { ...made, subject: `new-${Math.floor(i / 3) + 1}`, by: { ...made.by!, party: `new-${(i % 3) + 1}` } };
    }),
  };
  const commands: Command[] = [
    { kind: 'open-story', title: words(9), summary: words(30), language: 'en', zone: 'Europe/Prague' },
    cast,
    ...Array.from({ length: posts }, (_, i): Command => ({
      kind: 'publish',
      post: {
        headline: words(9),
        body: [words(32), words(28)].map((text) => ({ kind: 'paragraph', runs: [{ text }] })),
        language: 'en',
        key: i % 6 === 0,
        pinned: i === 3,
      },
      parties: [],
      subjects: [],
      statements: i % 2 === 0 ? [statement(i % subjects, i % 3)] : [],
    })),
  ];
  return commands.reduce((record, command, i) => {
    const events = decide(record, command, {
      moment: minute(i * 7),
      by: 'Marta',
      report: (name) => (name === text ? report : undefined),
    });
    return fold(record, { number: i + 1, at: minute(i * 7), by: 'Marta', events });
  }, emptyRecord('river-flood'));
}
