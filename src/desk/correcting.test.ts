import { describe, expect, test } from 'vitest';
import {
  circumstancesAt,
  floodCast,
  given,
  minute,
  paragraph,
  publishing,
  statementOf,
} from '../../test/samples/flood.ts';
import { Command } from '../record/command.ts';
import { decide } from '../record/decide.ts';
import { deskView, type DeskView } from '../views/desk-view.ts';
import { commandOf } from './command-of.ts';
import { emptyDraft, type Draft } from './draft.ts';
import type { StatementDraft } from './statement-draft.ts';
import { draftOfStatement, toldIn } from './told.ts';

const before = deskView(given(floodCast), minute(9));

/** The command of a draft, as the server reads it. */
function commandFrom(draft: Draft, view: DeskView): Command {
  const made = commandOf(draft, view);
  if (!made.ok) throw new Error(made.problem.detail);
  return Command.parse(made.command);
}
const problemOf = (draft: Draft) => {
  const made = commandOf(draft, before);
  return made.ok ? null : made.problem;
};

describe('a clarification', () => {
  const clarification: Draft = {
    ...emptyDraft('d', 'river-flood'),
    body: paragraph('The river rises on.'),
    purpose: { kind: 'clarify', post: 'post-1', seen: 2 },
    note: 'Which river it is.',
  };

  test('[E23] says what is clearer; it is no correction', () => {
    const command = commandFrom(clarification, before);
    expect(command).toMatchObject({ kind: 'clarify-post', seen: 2 });
    expect(decide(given(floodCast), command, circumstancesAt(minute(9)))).toMatchObject([
      { kind: 'post-clarified', post: 'post-1', note: 'Which river it is.' },
    ]);
  });

  test('[E23] without words, or without what is clearer, is not sent', () => {
    const wrong = problemOf({ ...clarification, note: '' });
    expect(wrong).toMatchObject({ code: 'note-missing' });
    expect(`${wrong?.detail} ${wrong?.next}`).toContain('clearer');
    expect(`${wrong?.detail} ${wrong?.next}`).not.toContain('wrong');
    expect(problemOf({ ...clarification, body: [] })).toMatchObject({ code: 'post-empty' });
  });
});

describe('a right statement', () => {
  const recorded = given(floodCast, publishing({ statements: [statementOf()] }));
  const view = deskView(recorded, minute(9));
  const old = draftOfStatement({ ...toldIn(view, 'statement-1')!, links: [] }, view, 's1');
  const { figure = {} } = old.values;
  const right: StatementDraft = { ...old, values: { figure: { ...figure, best: '301', words: '301' } } };
  const correction: Draft = {
    ...emptyDraft('d', 'river-flood', { kind: 'correct-statement', statement: 'statement-1', seen: 3 }),
    statements: [right],
    note: 'It is 301.',
  };

  test('[E20] takes the wrong one’s place in one act, with what was wrong', () => {
    const command = commandFrom(correction, view);
    expect(command).toMatchObject({
      kind: 'correct-statement',
      seen: 3,
      statement: 'statement-1',
      note: 'It is 301.',
      right: { subject: 'subject-1', by: null, value: { best: 301 }, links: [] },
    });
    const events = decide(recorded, command, circumstancesAt(minute(9)));
    expect(events).toMatchObject([
      { kind: 'statement-recorded', links: [{ kind: 'corrects', statement: 'statement-1' }] },
      { kind: 'statement-corrected', statement: 'statement-1', by: 'statement-2', note: 'It is 301.' },
    ]);
  });

  test('[E20] may be about a new subject and by a new party', () => {
    const made = commandOf(
      {
        ...correction,
        parties: [{ ref: 'new-1', name: 'The army', sort: 'body', role: '' }],
        subjects: [{ ref: 'new-1', name: 'Mill', kind: 'site', terms: { place: 'Mill' }, sides: ['new-1'] }],
        statements: [{ ...right, subject: 'new-1', values: { site: { aspect: 'water', words: 'none' } } }],
      },
      view,
    );
    expect(made).toMatchObject({
      ok: true,
      command: { parties: [{ name: 'The army' }], subjects: [{ name: 'Mill', sides: ['new-1'] }] },
    });
  });

  test.each<[string, string, Partial<Draft>]>([
    ['what was wrong', 'note-missing', { note: ' ' }],
    ['a subject', 'statement-incomplete', { statements: [{ ...right, subject: null }] }],
    ['a change', 'nothing-changes', { statements: [old] }],
    ['itself', 'nothing-to-publish', { statements: [] }],
  ])('[E20] without %s is not sent', (_, code, change) => {
    expect(commandOf({ ...correction, ...change }, view)).toMatchObject({ ok: false, problem: { code } });
  });
});
