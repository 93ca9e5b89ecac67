import { describe, expect, test } from 'vitest';
import type { Command } from '../record/command.ts';
import { emptyDraft } from './draft.ts';
import { readProblem } from './problem.ts';
import type { StatementDraft } from './statement-draft.ts';
import { leftOver, outcomeOf, sameCommand, toSend, type Published } from './sending.ts';

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
    const outcome = outcomeOf({ ok: true, value: published }, sent, false);
    expect(outcome).toEqual({ kind: 'published-before', published, post: 'post-3' });
    expect(leftOver({ ...draft, pending: sent }, sent, 'post-3', 7)).toEqual({
      inBox: {
        purpose: { kind: 'correct', post: 'post-3', seen: 7 },
        statements: [],
        parties: [],
        subjects: [],
        pending: null,
      },
      beside: null,
    });
  });

  const taken = (id: string) => ({ id }) as StatementDraft;

  test('[E6] statements taken after sending wait beside the correction, in a draft of their own', () => {
    const changed = { ...draft, statements: [taken('s1'), taken('s2')], pending: sent };
    expect(leftOver(changed, sent, 'post-3', 7).beside).toMatchObject({ statements: [{ id: 's2' }] });
  });

  test('[E6] text written after statements were sent alone goes on as a post of its own', () => {
    const statementsOnly = { ...published, events: [{ kind: 'statement-recorded' }] };
    expect(outcomeOf({ ok: true, value: statementsOnly }, sent, false)).toMatchObject({
      kind: 'published-before',
      post: null,
    });
    const changed = { ...draft, statements: [taken('s1')], pending: sent };
    expect(leftOver(changed, sent, null, 7)).toEqual({ inBox: { statements: [], pending: null }, beside: null });
  });

  test('[E6] where only statements came after, the text is not published again', () => {
    const post = { headline: draft.headline, body: draft.body, language: 'en', key: false, pinned: false };
    const whole = { ...sent, command: { kind: 'publish', post, parties: [], subjects: [], statements: [] } as Command };
    const changed = { ...draft, statements: [taken('s1'), taken('s2')], pending: whole };
    expect(leftOver(changed, whole, 'post-3', 7).inBox).toMatchObject({
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
