import { describe, expect, test } from 'vitest';
import {
  circumstancesAt,
  excerptOf,
  floodCast,
  floodReportText,
  floodSentences,
  given,
  minute,
  paragraph,
} from '../../test/samples/flood.ts';
import { Command } from '../record/command.ts';
import { decide } from '../record/decide.ts';
import { deskView } from '../views/desk-view.ts';
import { commandOf } from './command-of.ts';
import { emptyDraft, type Draft } from './draft.ts';
import { emptyStatement, type StatementDraft } from './statement-draft.ts';
import { noTime } from './when-draft.ts';

const record = given(floodCast);
const view = deskView(record, minute(9));
const draft: Draft = { ...emptyDraft('d', 'river-flood'), body: paragraph('The river rises on.') };

const { report: _, ...excerpt } = excerptOf(floodSentences[1])!;
const statement: StatementDraft = {
  ...emptyStatement('s1'),
  report: { text: floodReportText, title: 'River still rising' },
  excerpt,
  party: 'party-1',
  as: 'Jana Havlová',
  subject: 'subject-1',
  values: { figure: { what: 'people who left', bound: 'at-least', low: '300', words: 'at least 300' } },
};

/** The command of a draft, and what the record makes of it. */
function sent(given: Draft) {
  const made = commandOf(given, view);
  if (!made.ok) throw new Error(made.problem.detail);
  const command = Command.parse(made.command);
  return { command, events: decide(record, command, circumstancesAt(minute(9))) };
}
const wrongWith = (given: Draft) => {
  const made = commandOf(given, view);
  return made.ok ? null : made.problem;
};

describe('a new post', () => {
  test('[E3] of plain text alone is published', () => {
    expect(sent(draft).events).toMatchObject([
      { kind: 'post-published', headline: null, language: 'en', statements: [] },
    ]);
  });

  test('[E3] carries its headline, its toggles and its statements', () => {
    const { events } = sent({ ...draft, headline: ' Rising ', key: true, pinned: true, statements: [statement] });
    expect(events.map(({ kind }) => kind)).toEqual([
      'report-cited',
      'statement-recorded',
      'post-published',
      'post-keyed',
      'post-pinned',
    ]);
    expect(events[2]).toMatchObject({ headline: 'Rising' });
  });

  test('[E3] may be left out where there are statements', () => {
    expect(sent({ ...draft, body: [], statements: [statement] }).events.at(-1)).toMatchObject({
      kind: 'statement-recorded',
    });
  });

  test('[E3] without anything, or with a headline alone, is not sent', () => {
    expect(wrongWith({ ...draft, body: [] })).toMatchObject({ code: 'nothing-to-publish' });
    expect(wrongWith({ ...draft, body: [], headline: 'Rising', statements: [statement] })).toMatchObject({
      code: 'post-empty',
    });
  });

  test('[E3] that is to be a key point or pinned needs a text', () => {
    for (const wish of ['key', 'pinned']) {
      const problem = wrongWith({ ...draft, body: [], [wish]: true, statements: [statement] });
      expect(problem).toMatchObject({ code: 'post-empty' });
    }
  });
});

describe('a correction', () => {
  const correction: Draft = {
    ...draft,
    purpose: { kind: 'correct', post: 'post-1', seen: 2 },
    note: 'The river fell.',
  };

  test('[E3] says what the post says now and what was wrong', () => {
    expect(sent(correction).events).toMatchObject([
      { kind: 'post-corrected', post: 'post-1', note: 'The river fell.' },
    ]);
  });

  test('[E3] without words, or without what was wrong, is not sent', () => {
    expect(wrongWith({ ...correction, note: ' ' })).toMatchObject({ code: 'note-missing' });
    expect(wrongWith({ ...correction, body: [] })).toMatchObject({ code: 'post-empty' });
  });
});

describe('a statement', () => {
  test('[E11] says nothing that was left empty: unknown stays unknown', () => {
    const { command } = sent({ ...draft, statements: [statement] });
    expect(command).toMatchObject({
      statements: [
        {
          by: { party: 'party-1', as: 'Jana Havlová', role: null },
          via: [],
          channel: null,
          happened: null,
          said: null,
          value: { where: null, period: null, cumulative: null, unit: null, low: 300, best: null, high: null },
          links: [],
        },
      ],
    });
  });

  test('[E3] brings its new party and subject, and leaves out those that no statement uses', () => {
    const { command, events } = sent({
      ...draft,
      parties: [
        { ref: 'new-1', name: 'Nobody', sort: null, role: '' },
        { ref: 'new-2', name: 'The army', sort: 'body', role: '' },
      ],
      subjects: [
        {
          ref: 'new-1',
          name: 'Northern road',
          kind: 'route',
          terms: { from: 'lower town', through: 'Mill, Ford' },
          sides: [],
        },
      ],
      statements: [
        { ...statement, party: 'new-2', via: ['party-2'], subject: 'new-1', values: { route: { state: 'proposed' } } },
      ],
    });
    expect(command).toMatchObject({
      parties: [{ ref: 'new-2', role: null }],
      subjects: [{ terms: { aim: null, from: 'lower town', through: ['Mill', 'Ford'], to: null } }],
    });
    expect(events.map(({ kind }) => kind)).toContain('party-named');
  });

  test('[E24] opens its subject with those whose statement is awaited, known and new', () => {
    const awaiting: Draft = {
      ...draft,
      parties: [
        { ref: 'new-1', name: 'The army', sort: 'body', role: '' },
        { ref: 'new-2', name: 'Nobody', sort: null, role: '' },
      ],
      subjects: [
        { ref: 'new-1', name: 'The dyke', kind: 'position', terms: {}, sides: ['party-2', 'new-1', 'party-2'] },
        { ref: 'new-2', name: 'Unused', kind: 'truce', terms: {}, sides: ['new-2'] },
      ],
      statements: [{ ...statement, subject: 'new-1', values: { position: { stand: 'demands', what: 'a road' } } }],
    };
    const { command, events } = sent(awaiting);
    expect(command).toMatchObject({
      parties: [{ ref: 'new-1' }],
      subjects: [{ ref: 'new-1', sides: ['party-2', 'new-1'] }],
    });
    expect(events).toContainEqual(expect.objectContaining({ kind: 'subject-opened', sides: ['party-2', 'party-4'] }));
    const unsure = awaiting.parties.map((party) => ({ ...party, sort: null }));
    expect(wrongWith({ ...awaiting, parties: unsure })?.detail).toContain('a person or a body');
  });

  test('[E3] that opens a subject says what that still lacks', () => {
    const subjects: Draft['subjects'] = [{ ref: 'new-1', name: 'Truce', kind: 'truce', terms: {}, sides: [] }];
    const values = { truce: { state: 'announced' } };
    expect(
      wrongWith({ ...draft, subjects, statements: [{ ...statement, subject: 'new-1', values }] })?.detail,
    ).toContain('the places of the truce');
  });

  test('[E3] of the desk needs no speaker and no excerpt', () => {
    const own: StatementDraft = { ...statement, own: true, party: null, report: null, excerpt: null };
    expect(sent({ ...draft, statements: [own] }).events[0]).toMatchObject({
      kind: 'statement-recorded',
      by: null,
      excerpt: null,
    });
  });

  test('[E3] may answer another', () => {
    const first = sent({ ...draft, statements: [statement] });
    expect(first.command).toMatchObject({ statements: [{ links: [] }] });
    const made = commandOf(
      { ...draft, statements: [{ ...statement, link: { kind: 'denies', statement: 'statement-1' } }] },
      view,
    );
    expect(made).toMatchObject({
      command: { statements: [{ links: [{ kind: 'denies', statement: 'statement-1' }] }] },
    });
  });

  test.each<[string, Partial<StatementDraft>]>([
    ['its subject', { subject: null }],
    ['which party says it', { party: null }],
    ['the name as printed', { as: ' ' }],
    ['exact words of a report', { excerpt: null }],
    ['a number', { values: { figure: { what: 'people', bound: 'about', words: 'some' } } }],
    ['a readable number', { values: { figure: { what: 'people', bound: 'about', words: 'some', best: 'some' } } }],
    ['a readable time when it was said', { said: { ...noTime, from: 'Monday' } }],
    ['a readable time when it happened', { happened: { ...noTime, words: 'last week' } }],
  ])('[E3] that lacks %s is not sent, and says so', (what, change) => {
    const made = commandOf({ ...draft, statements: [{ ...statement, ...change }] }, view);
    expect(made).toMatchObject({ ok: false, statement: 's1', problem: { code: 'statement-incomplete' } });
    expect(made.ok ? '' : made.problem.detail).toContain(what);
  });

  test('[E3] of a new party says whether that is a person or a body', () => {
    const parties = [{ ref: 'new-1' as const, name: 'The army', sort: null, role: '' }];
    expect(wrongWith({ ...draft, parties, statements: [{ ...statement, party: 'new-1' }] })?.detail).toContain(
      'a person or a body',
    );
    expect(wrongWith({ ...draft, parties, statements: [{ ...statement, via: ['new-1'] }] })?.detail).toContain(
      'a person or a body',
    );
  });
});
