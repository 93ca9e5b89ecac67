import { describe, expect, test } from 'vitest';
import type { Command } from '../record/command.ts';
import { statementOf } from '../../test/samples/flood.ts';
import { emptyDraft, type Draft } from './draft.ts';
import { readProblem } from './problem.ts';
import { leftOver, outcomeOf, sameCommand, toSend, type Published } from './sending.ts';
import { emptyStatement, type StatementDraft } from './statement-draft.ts';

const draft = { ...emptyDraft('d', 'flood'), headline: 'Now' };
const command: Command = { kind: 'pin-post', seen: 1, post: 'post-1' };
const other: Command = { kind: 'pin-post', seen: 2, post: 'post-1' };
const published: Published = {
  revision: 7,
  at: '2026-01-01T00:00:00.000Z',
  events: [{ kind: 'report-cited' }, { kind: 'post-published', post: 'post-3' }],
};
const act = () => 'new-act';

describe('what is sent', () => {
  test('[E6] a draft that was not sent gets an act of its own', () => {
    expect(toSend(draft, command, act)).toEqual({ act: 'new-act', command, statements: [] });
  });

  test('[E6] what waits unanswered is sent again as it was, with its act, before anything newer', () => {
    const pending = { act: 'old-act', command, statements: [] };
    expect(toSend({ ...draft, pending }, other, act)).toEqual(pending);
  });
});

describe('what comes of it', () => {
  const sent = { act: 'old-act', command, statements: ['s1'] };
  const failed = (status: number, code: string, certain: boolean) =>
    outcomeOf({ ok: false, problem: readProblem(status, { code }), certain }, sent, true);

  test('[E4] the box is done with only once the server says that it is on the record', () => {
    expect(outcomeOf({ ok: true, value: published }, sent, true)).toEqual({ kind: 'published', published });
  });

  test('[E6] without an answer what was sent is kept with its act', () => {
    expect(failed(0, 'no-connection', false)).toMatchObject({
      kind: 'kept',
      pending: sent,
      sending: { kind: 'unsure' },
    });
  });

  test('[E6] a refusal frees the draft: it is sent anew with another act', () => {
    expect(failed(400, 'post-empty', true)).toMatchObject({
      kind: 'kept',
      pending: null,
      sending: { kind: 'refused' },
    });
    expect(failed(401, 'signed-out', true)).toMatchObject({
      kind: 'kept',
      pending: null,
      sending: { kind: 'refused' },
    });
  });

  test('[E7] a change by somebody else is a conflict', () => {
    expect(failed(409, 'changed-since', true)).toMatchObject({
      kind: 'kept',
      pending: null,
      sending: { kind: 'conflict' },
    });
  });

  test('[E6] what was written after sending goes on as a correction of what was sent', () => {
    const onward = { kind: 'correct', post: 'post-3', seen: 7 } as const;
    const outcome = outcomeOf({ ok: true, value: published }, sent, false);
    expect(outcome).toEqual({ kind: 'published-before', published, onward });
    expect(leftOver({ ...draft, pending: sent }, sent, onward, published)).toEqual({
      inBox: { purpose: onward, pending: null, statements: [], parties: [], subjects: [] },
      beside: null,
    });
  });

  test('[E6] what was written after a clarification was sent goes on as a clarification', () => {
    const clarifying = {
      kind: 'clarify-post',
      seen: 1,
      post: 'post-3',
      headline: null,
      body: [],
      note: 'Clearer.',
    } as const;
    const outcome = outcomeOf(
      { ok: true, value: published },
      { act: 'old-act', command: { ...clarifying, body: [] }, statements: [] },
      false,
    );
    expect(outcome).toMatchObject({ onward: { kind: 'clarify', post: 'post-3' } });
  });

  test('[E6] what was written after a statement was put right goes on as a correction of the right one, and names nobody twice', () => {
    const right: StatementDraft = { ...emptyStatement('s1'), party: 'new-1', via: ['party-1'], subject: 'new-1' };
    const put: Draft = {
      ...draft,
      statements: [right],
      parties: [{ ref: 'new-1', name: 'The army', sort: 'body', role: '' }],
      subjects: [{ ref: 'new-1', name: 'Road', kind: 'route', terms: {}, sides: ['new-1'] }],
    };
    const sent = {
      act: 'old-act',
      statements: ['s1'],
      command: {
        kind: 'correct-statement' as const,
        seen: 2,
        statement: 'statement-1' as const,
        note: 'Wrong road.',
        parties: [{ ref: 'new-1' as const, name: 'The army', sort: 'body' as const, role: null }],
        subjects: [
          {
            ref: 'new-1' as const,
            name: 'Road',
            terms: { kind: 'route' as const, aim: null, from: null, through: [], to: null },
            sides: ['new-1' as const],
          },
        ],
        right: statementOf(),
      },
    };
    const published: Published = {
      revision: 7,
      at: '2026-01-01T00:00:00.000Z',
      events: [
        { kind: 'party-named', party: 'party-4' },
        { kind: 'subject-opened', subject: 'subject-3' },
        { kind: 'statement-recorded', subject: 'subject-3' },
        { kind: 'statement-corrected', by: 'statement-2' },
      ],
    };
    const onward = { kind: 'correct-statement', statement: 'statement-2', seen: 7 } as const;
    expect(outcomeOf({ ok: true, value: published }, sent, false)).toMatchObject({ kind: 'published-before', onward });
    expect(leftOver(put, sent, onward, published).inBox).toEqual({
      purpose: onward,
      pending: null,
      statements: [{ ...right, party: 'party-4', subject: 'subject-3' }],
      parties: [],
      subjects: [],
    });
  });

  const taken = (id: string) => ({ id }) as StatementDraft;

  test('[E6] statements taken after sending wait beside the correction, in a draft of their own', () => {
    const changed = { ...draft, statements: [taken('s1'), taken('s2')], pending: sent };
    expect(leftOver(changed, sent, { kind: 'correct', post: 'post-3', seen: 7 }, published).beside).toMatchObject({
      statements: [{ id: 's2' }],
    });
  });

  test('[E6] text written after statements were sent alone goes on as a post of its own', () => {
    const statementsOnly = { ...published, events: [{ kind: 'statement-recorded' }] };
    expect(outcomeOf({ ok: true, value: statementsOnly }, sent, false)).toMatchObject({
      kind: 'published-before',
      onward: null,
    });
    const changed = { ...draft, statements: [taken('s1')], pending: sent };
    expect(leftOver(changed, sent, null, statementsOnly)).toEqual({
      inBox: { statements: [], pending: null },
      beside: null,
    });
  });

  test('[E6] where only statements came after, the text is not published again', () => {
    const post = { headline: draft.headline, body: draft.body, language: 'en', key: false, pinned: false };
    const whole = { ...sent, command: { kind: 'publish', post, parties: [], subjects: [], statements: [] } as Command };
    const changed = { ...draft, statements: [taken('s1'), taken('s2')], pending: whole };
    expect(leftOver(changed, whole, { kind: 'correct', post: 'post-3', seen: 7 }, published).inBox).toMatchObject({
      headline: '',
      body: [],
      statements: [{ id: 's2' }],
    });
  });

  test('commands that say the same are the same', () => {
    expect(sameCommand(command, { ...command })).toBe(true);
    expect(sameCommand(command, other)).toBe(false);
  });
});
