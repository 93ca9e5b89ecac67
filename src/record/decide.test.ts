import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverages, rivalries } from '../../test/samples/commands.ts';
import {
  circumstancesAt,
  entering,
  excerptOf,
  floodCast,
  floodReportText,
  floodSentences,
  given,
  minute,
  openFlood,
  paragraph,
  people,
  posting,
  publishing,
  revisionBy,
  routeIs,
  saidBy,
  statementOf,
} from '../../test/samples/flood.ts';
import { further } from '../../test/samples/further.ts';
import {
  appealIs,
  castOfEachKind,
  meetingIs,
  someTerms,
  subjectOf,
  truceIs,
  when as day,
} from '../../test/samples/values.ts';
import { Event } from '../journal/event.ts';
import { digest } from '../journal/revision.ts';
import type { AppealValue } from '../journal/subjects/appeal.ts';
import type { Value } from '../journal/subjects/subject.ts';
import { Command, type CommandOf, type NewStatement } from './command.ts';
import { decide } from './decide.ts';
import { fold } from './evolve.ts';
import { identityOf } from './parties.ts';
import { emptyRecord, find, revisionOf, type StoryRecord } from './record.ts';

const noon = circumstancesAt(minute(360));
const when = (record: StoryRecord, command: Command) => decide(record, command, noon);
const refusal = (code: string, ...words: string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(words.join('.*')) });

const crisis = given(floodCast);

describe('opening a story', () => {
  test('[D1] given no story, when it is opened, then it is open', () => {
    expect(when(emptyRecord('river-flood'), openFlood)).toEqual([{ ...openFlood, kind: 'story-opened' }]);
  });

  test('[D1] given no story, everything else is refused', () => {
    expect(() => when(emptyRecord('river-flood'), posting('The river rises.'))).toThrowError(
      refusal('story-unknown', 'river-flood'),
    );
  });

  test('[D1] given a story, opening it again is refused', () => {
    expect(() => when(crisis, openFlood)).toThrowError(refusal('story-exists', 'river-flood'));
  });

  test('[D1] a zone that does not exist is refused', () => {
    const command = { ...openFlood, zone: 'Europe/Atlantis' } as Command;
    expect(() => when(emptyRecord('river-flood'), command)).toThrowError(refusal('zone-unknown', 'Europe/Atlantis'));
  });
});

describe('the clock', () => {
  test('[D2] a moment before the last revision is refused, the same moment is not', () => {
    const command = posting('The river falls.');
    expect(() => decide(crisis, command, circumstancesAt(minute(0)))).toThrowError(refusal('clock-behind'));
    expect(decide(crisis, command, circumstancesAt(crisis.last!.at))).toHaveLength(1);
  });

  test.each(['yesterday', '2024-09-15T12:00:00Z', '2024-09-15T12:00:00.000+02:00', ''])(
    '[D2] “%s” is no moment',
    (moment) => {
      expect(() => decide(crisis, posting('x'), circumstancesAt(moment))).toThrowError(refusal('moment-unreadable'));
    },
  );
});

describe('publishing', () => {
  test('[D3] nothing, or a post without words, is refused', () => {
    expect(() => when(crisis, publishing())).toThrowError(refusal('nothing-to-publish'));
    expect(() => when(crisis, publishing({ parties: floodCast.parties }))).toThrowError(refusal('nothing-to-publish'));
    expect(() => when(crisis, posting(' \n '))).toThrowError(refusal('post-empty'));
  });

  test('[D4] the events of a publication stand in one order: reports, parties, subjects, statements, post', () => {
    const command = publishing({
      ...floodCast,
      post: { ...floodCast.post!, key: true, pinned: true },
      statements: [
        saidBy('new-1', { subject: 'new-1' }),
        statementOf({ subject: 'new-2', value: routeIs('under-way') }),
      ],
    });
    expect(when(crisis, command).map(({ kind }) => kind)).toEqual([
      'report-cited',
      'party-named',
      'party-named',
      'party-named',
      'subject-opened',
      'subject-opened',
      'statement-recorded',
      'statement-recorded',
      'post-published',
      'post-keyed',
      'post-pinned',
    ]);
  });

  test('[D5] what a command brings is named after what is on the record, and its references are replaced', () => {
    const command = posting('Two more speak.', {
      parties: [{ ref: 'new-7', name: 'Army', sort: 'body', role: null }],
      subjects: [{ ref: 'new-9', name: 'Dead', terms: { kind: 'figure' }, sides: [] }],
      statements: [saidBy('new-7', { subject: 'new-9', via: ['party-2', 'new-7'] }), statementOf()],
    });
    expect(when(crisis, command)).toMatchObject([
      { kind: 'report-cited', report: 'report-1', text: floodReportText },
      { kind: 'party-named', party: 'party-4', name: 'Army' },
      { kind: 'subject-opened', subject: 'subject-3', name: 'Dead' },
      {
        kind: 'statement-recorded',
        statement: 'statement-1',
        subject: 'subject-3',
        by: { party: 'party-4' },
        via: ['party-2', 'party-4'],
      },
      { kind: 'statement-recorded', statement: 'statement-2', subject: 'subject-1', by: null },
      { kind: 'post-published', post: 'post-2', statements: ['statement-1', 'statement-2'] },
    ]);
  });

  test('[D5] references that the command does not bring, or brings twice, and unknown names are refused', () => {
    const wrong = (more: Parameters<typeof statementOf>[0]) => publishing({ statements: [statementOf(more)] });
    expect(() => when(crisis, wrong({ subject: 'new-1' }))).toThrowError(refusal('ref-unknown', 'new-1'));
    expect(() => when(crisis, wrong({ via: ['new-2'] }))).toThrowError(refusal('ref-unknown', 'new-2'));
    expect(() => when(crisis, wrong({ subject: 'subject-9' }))).toThrowError(refusal('thing-unknown', 'subject-9'));
    expect(() => when(crisis, wrong({ via: ['party-9'] }))).toThrowError(refusal('thing-unknown', 'party-9'));
    const [party] = floodCast.parties;
    expect(() => when(crisis, posting('x', { parties: [party!, party!] }))).toThrowError(refusal('ref-twice', 'new-1'));
  });

  test('[D6] a report is cited once in a story, however many statements are cut from it', () => {
    const twice = publishing({ statements: [saidBy('party-1'), saidBy('party-2')] });
    const first = when(crisis, twice);
    expect(first.filter(({ kind }) => kind === 'report-cited')).toHaveLength(1);
    const record = fold(crisis, revisionBy(twice, crisis, undefined));
    expect(when(record, twice)).toMatchObject([{ report: 'report-1' }, { report: 'report-1' }]);
  });

  test('[D6] a report that the desk does not keep is refused', () => {
    const excerpt = { ...excerptOf(floodSentences[1])!, report: 'e'.repeat(64) };
    expect(() => when(crisis, publishing({ statements: [saidBy('party-1', { excerpt })] }))).toThrowError(
      refusal('report-unknown'),
    );
  });

  test('[D7] whoever speaks is quoted with exact words of a report; the desk may speak without', () => {
    const unsourced = publishing({ statements: [saidBy('party-1', { excerpt: null })] });
    expect(() => when(crisis, unsourced)).toThrowError(refusal('statement-unsourced', 'A speaker'));
    expect(when(crisis, publishing({ statements: [statementOf()] }))).toMatchObject([
      { by: null, excerpt: null, report: null },
    ]);
    expect(when(crisis, publishing({ statements: [saidBy('party-1')] }))[1]).toMatchObject({
      excerpt: { exact: floodSentences[1] },
    });
  });

  test('[D7] words that are not in the report as they say are refused', () => {
    const wrong = (more: object) =>
      publishing({ statements: [saidBy('party-1', { excerpt: { ...excerptOf(floodSentences[1])!, ...more } })] });
    expect(() => when(crisis, wrong({ exact: 'at least 900 people' }))).toThrowError(
      refusal('excerpt-not-found', '900'),
    );
    expect(() => when(crisis, wrong({ start: 0 }))).toThrowError(refusal('excerpt-misplaced'));
    expect(() => when(crisis, wrong({ exact: ' ' }))).toThrowError(refusal('excerpt-empty'));
    expect(() => when(crisis, wrong({ exact: 'the', prefix: '', suffix: '' }))).toThrowError(
      refusal('excerpt-ambiguous'),
    );
  });

  test('[D8] a value that does not fit its subject, or cannot be, is refused', () => {
    const wrong = (more: Parameters<typeof statementOf>[0]) => publishing({ statements: [statementOf(more)] });
    expect(() => when(crisis, wrong({ value: routeIs('failed') }))).toThrowError(
      refusal('value-misfit', 'People who left', 'figure', 'route'),
    );
    expect(() => when(crisis, wrong({ value: people(1, { best: null }) }))).toThrowError(
      refusal('figure-without-number'),
    );
    expect(() => when(crisis, wrong({ value: people(5, { low: 9 }) }))).toThrowError(
      refusal('figure-reversed', '9', '5'),
    );
    const never = { from: '2024-02-30', to: null, zone: null, words: null };
    expect(() => when(crisis, wrong({ happened: never }))).toThrowError(refusal('when-unreadable', '2024-02-30'));
    expect(() => when(crisis, wrong({ said: { ...never, from: '2024-02', to: '2024-01' } }))).toThrowError(
      refusal('when-reversed'),
    );
  });

  test('[D9] a statement refers only to statements that stand', () => {
    const stated = publishing({ statements: [statementOf()] });
    const linked = publishing({ statements: [statementOf({ links: [{ kind: 'denies', statement: 'statement-1' }] })] });
    expect(() => when(crisis, linked)).toThrowError(refusal('thing-unknown', 'statement-1'));
    expect(when(given(floodCast, stated), linked)).toHaveLength(1);
    const withdrawal: Command = { kind: 'withdraw-statement', seen: 3, statement: 'statement-1', reason: 'Not so.' };
    expect(() => when(given(floodCast, stated, withdrawal), linked)).toThrowError(
      refusal('link-to-withdrawn', 'statement-1'),
    );
  });
});

describe('changing what was published', () => {
  const on = (kind: 'pin-post' | 'unpin-post' | 'key-post' | 'unkey-post', seen = 2): Command => ({
    kind,
    seen,
    post: 'post-1',
  });
  const correct = (text: string, seen = 2): Command => ({
    kind: 'correct-post',
    seen,
    post: 'post-1',
    headline: null,
    body: paragraph(text),
    note: 'It was misheard.',
  });
  const withdraw: Command = { kind: 'withdraw-post', seen: 2, post: 'post-1', reason: 'It was another river.' };
  const describeStory = (title: string, seen = 2): Command => ({ kind: 'describe-story', seen, title, summary: null });

  test('[D10] a correction says what is said now and what was wrong', () => {
    expect(when(crisis, correct('The river falls.'))).toEqual([
      {
        kind: 'post-corrected',
        post: 'post-1',
        headline: null,
        body: paragraph('The river falls.'),
        note: 'It was misheard.',
      },
    ]);
    expect(() => when(crisis, correct(' '))).toThrowError(refusal('post-empty'));
  });

  test('[D11] withdrawing a post takes it down and withdraws the statements it carries that still stand', () => {
    const record = given(
      floodCast,
      publishing({
        post: { ...posting('300 have left.').post!, key: true, pinned: true },
        statements: [statementOf(), statementOf({ value: people(280) })],
      }),
      { kind: 'withdraw-statement', seen: 3, statement: 'statement-1', reason: 'Not confirmed.' },
    );
    expect(when(record, { ...withdraw, post: 'post-2', seen: 4 })).toEqual([
      { kind: 'post-unpinned', post: 'post-2' },
      { kind: 'post-unkeyed', post: 'post-2' },
      { kind: 'statement-withdrawn', statement: 'statement-2', reason: 'It was another river.' },
      { kind: 'post-withdrawn', post: 'post-2', reason: 'It was another river.' },
    ]);
  });

  test('[D12] what was withdrawn is not changed any more', () => {
    const record = given(floodCast, publishing({ statements: [statementOf()] }), withdraw, {
      kind: 'withdraw-statement',
      seen: 4,
      statement: 'statement-1',
      reason: 'Not so.',
    });
    const commands: Command[] = [
      correct('x'),
      withdraw,
      on('pin-post'),
      on('unpin-post'),
      on('key-post'),
      on('unkey-post'),
    ];
    for (const command of commands) {
      expect(() => when(record, { ...command, seen: 5 } as Command)).toThrowError(
        refusal('already-withdrawn', 'post-1', '4'),
      );
    }
    const again: Command = { kind: 'withdraw-statement', seen: 5, statement: 'statement-1', reason: 'Not so.' };
    expect(() => when(record, again)).toThrowError(refusal('already-withdrawn', 'statement-1', '5'));
  });

  test('[D13] what is so already is not published again', () => {
    expect(() => when(crisis, on('unpin-post'))).toThrowError(refusal('nothing-changes', 'post-1'));
    expect(() => when(crisis, on('unkey-post'))).toThrowError(refusal('nothing-changes', 'post-1'));
    expect(() => when(given(floodCast, on('pin-post')), on('pin-post', 3))).toThrowError(
      refusal('nothing-changes', 'post-1'),
    );
    expect(() => when(given(floodCast, on('key-post')), on('key-post', 3))).toThrowError(
      refusal('nothing-changes', 'post-1'),
    );
    expect(() => when(crisis, correct('The river rises.'))).toThrowError(refusal('nothing-changes', 'post-1'));
    expect(() => when(crisis, describeStory('Flood on the river'))).toThrowError(
      refusal('nothing-changes', 'river-flood'),
    );
  });

  test('[D14] what the story does not hold is refused', () => {
    expect(() => when(crisis, { ...withdraw, post: 'post-9' })).toThrowError(refusal('thing-unknown', 'post-9'));
    const statement: Command = { kind: 'withdraw-statement', seen: 2, statement: 'statement-1', reason: 'Not so.' };
    expect(() => when(crisis, statement)).toThrowError(refusal('thing-unknown', 'statement-1'));
  });

  test('[D15] a revision that does not exist yet cannot have been seen', () => {
    expect(() => when(crisis, on('pin-post', 3))).toThrowError(refusal('revision-ahead', '3', '2'));
    expect(() => when(crisis, describeStory('The flood falls', 3))).toThrowError(refusal('revision-ahead', '3', '2'));
  });
});

describe('what parties stated', () => {
  const stated = given(floodCast, posting('300 have left.', { statements: [saidBy('party-1')] }));
  const right = (more: Partial<NewStatement> = {}): CommandOf<'correct-statement'> => ({
    kind: 'correct-statement',
    seen: revisionOf(stated),
    statement: 'statement-1',
    note: 'The mayor said 310.',
    parties: [],
    subjects: [],
    right: saidBy('party-1', { value: people(310), ...more }),
  });
  const withdrawPost: Command = { kind: 'withdraw-post', seen: 3, post: 'post-2', reason: 'It was another river.' };

  test('[D22] account details in a way to give are refused', () => {
    const ways: AppealValue['ways'] = [{ country: null, means: 'bank-transfer', address: 'Account 12345678' }];
    const value = appealIs('1234', { ways });
    const command = publishing({ statements: [saidBy('party-1', { subject: subjectOf('appeal'), value })] });
    expect(() => when(given(castOfEachKind), command)).toThrowError(refusal('payment-in-report'));
  });

  test('[D22] and in its name or in whom it is for', () => {
    const iban = 'CZ65 0800 0000 1920 0014 5399';
    for (const [name, beneficiary] of [
      [`Dry Feet ${iban}`, 'the lower town'],
      ['Dry Feet', iban],
    ] as const) {
      const command = posting('They ask for help.', {
        subjects: [{ ref: 'new-1', name, terms: { kind: 'appeal', beneficiary }, sides: [] }],
      });
      expect(() => when(crisis, command)).toThrowError(refusal('payment-in-report'));
    }
  });

  test('[D13] a correction that says what it corrects is refused', () => {
    expect(() => when(stated, right({ value: people(300) }))).toThrowError(refusal('nothing-changes'));
    expect(when(stated, right({ value: people(300), mode: 'denies' }))).toHaveLength(2);
  });

  test('[D17] a party that was merged since the editor looked is not merged into', () => {
    const seen = revisionOf(stated);
    const merged = further(stated, { kind: 'merge-parties', seen, party: 'party-2', into: 'party-3' });
    const command: Command = { kind: 'merge-parties', seen, party: 'party-1', into: 'party-2' };
    expect(() => when(merged, command)).toThrowError(refusal('changed-since'));
    expect(when(merged, { ...command, seen: seen + 1 })).toMatchObject([{ kind: 'party-merged' }]);
  });

  test('[D6] what was taken down is not cited anew', () => {
    const gone = further(stated, { kind: 'remove-content', seen: 3, what: ['report-1'], ground: 'rights' });
    const again = publishing({ statements: [saidBy('party-2')] });
    expect(() => when(gone, again)).toThrowError(refusal('already-removed'));
  });

  test.each<[string, Value, string]>([
    ['a truce', truceIs('announced', { from: day('2024-09-16'), until: day('2024-09-15') }), 'when-reversed'],
    ['a truce', truceIs('announced', { from: day('2024-09-31') }), 'when-unreadable'],
    ['an appeal', appealIs('1234', { from: day('2024-09-16'), until: day('2024-09-15') }), 'when-reversed'],
    ['a meeting', meetingIs('planned', { when: day('2024-09-16', '2024-09-15') }), 'when-reversed'],
    ['a route', routeIs('proposed', { window: day('2024-09-16T09:00', '2024-09-16T08:00') }), 'when-reversed'],
    ['a route', routeIs('proposed', { window: day('2024-09-16', null, 'Europe/Atlantis') }), 'zone-unknown'],
  ])('[D8] %s at a time that cannot be is refused', (_, value, code) => {
    const command = publishing({ statements: [statementOf({ subject: subjectOf(value.kind), value })] });
    expect(() => when(given(castOfEachKind), command)).toThrowError(refusal(code));
  });

  test('[D7] an excerpt of another report is refused', () => {
    const words = 'The road over the eastern dyke is dry.';
    const other = { ...noon.report(floodReportText)!, words };
    const circumstances = { ...noon, report: (text: string) => (text === digest(words) ? other : noon.report(text)) };
    const excerpt = { ...excerptOf(floodSentences[1])!, report: digest(words) };
    const command = publishing({ statements: [saidBy('party-1', { excerpt })] });
    expect(() => decide(crisis, command, circumstances)).toThrowError(refusal('excerpt-not-found'));
  });

  test('[D5] the sides of a subject are parties of the story or of the command', () => {
    const subject = (sides: ('party-1' | 'party-9' | 'new-1' | 'new-2')[]) =>
      posting('x', {
        parties: [{ ref: 'new-1', name: 'Army', sort: 'body', role: null }],
        subjects: [{ ref: 'new-1', name: 'Dyke', terms: { kind: 'position' }, sides }],
      });
    expect(when(crisis, subject(['party-1', 'new-1']))[1]).toMatchObject({ sides: ['party-1', 'party-4'] });
    expect(() => when(crisis, subject(['party-9']))).toThrowError(refusal('thing-unknown', 'party-9'));
    expect(() => when(crisis, subject(['new-2']))).toThrowError(refusal('ref-unknown', 'new-2'));
  });

  test('[D23] correcting a statement records the right one, linked to the wrong one, and says what was wrong', () => {
    expect(when(stated, right())).toMatchObject([
      {
        kind: 'statement-recorded',
        statement: 'statement-2',
        value: { best: 310 },
        links: [{ kind: 'corrects', statement: 'statement-1' }],
      },
      { kind: 'statement-corrected', statement: 'statement-1', by: 'statement-2', note: 'The mayor said 310.' },
    ]);
  });

  test('[D23] the right one may be another party’s, on another subject, and bring both', () => {
    const command: Command = {
      ...right({ subject: 'new-1', by: { party: 'new-1', as: 'the army', role: null } }),
      parties: [{ ref: 'new-1', name: 'Army', sort: 'body', role: null }],
      subjects: [{ ref: 'new-1', name: 'People in shelters', terms: { kind: 'figure' }, sides: [] }],
    };
    expect(when(stated, command).map(({ kind }) => kind)).toEqual([
      'party-named',
      'subject-opened',
      'statement-recorded',
      'statement-corrected',
    ]);
  });

  test('[D23] the right one is checked as any other', () => {
    expect(() => when(stated, right({ excerpt: null }))).toThrowError(refusal('statement-unsourced'));
    expect(() => when(stated, right({ value: routeIs('failed') }))).toThrowError(refusal('value-misfit'));
    expect(() => when(stated, right({ links: [{ kind: 'denies', statement: 'statement-9' }] }))).toThrowError(
      refusal('thing-unknown', 'statement-9'),
    );
  });

  test('[D19] twenty links and the one to the wrong statement do not fit, nineteen do', () => {
    const links = (length: number) =>
      Array.from({ length }, () => ({ kind: 'echoes', statement: 'statement-1' }) as const);
    expect(Command.safeParse(right({ links: links(20) })).success).toBe(false);
    expect(Command.safeParse(right({ links: links(19) })).success).toBe(true);
  });

  test('[D12] a statement that was withdrawn, alone or with its post, or was corrected, is not corrected any more', () => {
    const ends: Command[] = [
      withdrawPost,
      { kind: 'withdraw-statement', seen: 3, statement: 'statement-1', reason: 'Not so.' },
      right(),
    ];
    for (const end of ends) {
      const record = given(floodCast, posting('300 have left.', { statements: [saidBy('party-1')] }), end);
      expect(() => when(record, { ...right(), seen: 4 })).toThrowError(
        refusal('already-withdrawn', 'statement-1', '4'),
      );
    }
  });

  test('[D12] a post that was withdrawn is neither corrected nor clarified', () => {
    const record = given(floodCast, posting('300 have left.'), withdrawPost);
    for (const kind of ['correct-post', 'clarify-post'] as const) {
      const command: Command = { kind, seen: 4, post: 'post-2', headline: null, body: paragraph('310.'), note: 'So.' };
      expect(() => when(record, command)).toThrowError(refusal('already-withdrawn', 'post-2', '4'));
    }
  });

  test('[D10] a clarification says what is said now and why, and leaves words', () => {
    const clarify = (text: string): Command => ({
      kind: 'clarify-post',
      seen: 2,
      post: 'post-1',
      headline: null,
      body: paragraph(text),
      note: 'It is the upper river.',
    });
    expect(when(crisis, clarify('The upper river rises.'))).toMatchObject([
      { kind: 'post-clarified', post: 'post-1', note: 'It is the upper river.' },
    ]);
    expect(() => when(crisis, clarify(' '))).toThrowError(refusal('post-empty'));
    expect(() => when(crisis, clarify('The river rises.'))).toThrowError(refusal('nothing-changes', 'post-1'));
  });
});

describe('parties under several names', () => {
  type Name = `party-${number}`;
  const merge = (party: Name, into: Name, seen = 2): Command => ({ kind: 'merge-parties', seen, party, into });
  const split = (party: Name, seen = 2): Command => ({ kind: 'split-party', seen, party });

  test('[D24] a party is merged into another, and split again', () => {
    expect(when(crisis, merge('party-1', 'party-2'))).toEqual([
      { kind: 'party-merged', party: 'party-1', into: 'party-2' },
    ]);
    expect(when(given(floodCast, merge('party-1', 'party-2')), split('party-1', 3))).toEqual([
      { kind: 'party-split', party: 'party-1' },
    ]);
  });

  test('[D24] a party is merged once, until it is split', () => {
    const merged = given(floodCast, merge('party-1', 'party-2'));
    expect(() => when(merged, merge('party-1', 'party-3', 3))).toThrowError(
      refusal('party-merged-already', 'party-1', 'party-2'),
    );
    expect(() => when(merged, merge('party-1', 'party-2', 3))).toThrowError(refusal('party-merged-already'));
    expect(
      when(given(floodCast, merge('party-1', 'party-2'), split('party-1', 3)), merge('party-1', 'party-3', 4)),
    ).toHaveLength(1);
  });

  test('[D24] a party is not merged into itself, nor in a circle', () => {
    expect(() => when(crisis, merge('party-1', 'party-1'))).toThrowError(refusal('party-merged-circle', 'party-1'));
    const two = given(floodCast, merge('party-1', 'party-2'));
    expect(() => when(two, merge('party-2', 'party-1', 3))).toThrowError(
      refusal('party-merged-circle', 'party-1', 'party-2'),
    );
    const three = given(floodCast, merge('party-1', 'party-2'), merge('party-2', 'party-3', 3));
    expect(() => when(three, merge('party-3', 'party-1', 4))).toThrowError(refusal('party-merged-circle'));
  });

  test('[D14] a party that the story does not hold is neither merged nor split', () => {
    expect(() => when(crisis, merge('party-9', 'party-1'))).toThrowError(refusal('thing-unknown', 'party-9'));
    expect(() => when(crisis, merge('party-1', 'party-9'))).toThrowError(refusal('thing-unknown', 'party-9'));
    expect(() => when(crisis, split('party-9'))).toThrowError(refusal('thing-unknown', 'party-9'));
  });

  test('[D13] a party that stands for itself is not split', () => {
    expect(() => when(crisis, split('party-1'))).toThrowError(refusal('nothing-changes', 'party-1'));
  });

  test('[D17] a party that was merged meanwhile is not merged blindly', () => {
    const overtaken = fold(crisis, revisionBy(merge('party-1', 'party-2'), crisis, undefined, 'Ondřej'));
    expect(() => when(overtaken, merge('party-1', 'party-3'))).toThrowError(
      refusal('changed-since', 'party-1', 'Ondřej'),
    );
  });
});

describe('the end of the coverage', () => {
  const end = { kind: 'end-story', seen: 2, note: 'The water is back in its bed.' } as const;
  const reopen = { kind: 'reopen-story', seen: 3, note: null } as const;
  const ended = given(floodCast, end);

  test('[D30] given a story, when its coverage is ended and opened again, then each is said in the desk’s words or without', () => {
    expect(when(crisis, end)).toEqual([{ kind: 'story-ended', note: end.note }]);
    expect(when(ended, reopen)).toEqual([{ kind: 'story-reopened', note: null }]);
    expect(when(given(floodCast, end, reopen), { ...end, seen: 4 })).toHaveLength(1);
  });

  test('[D30] what has ended is not ended again, what goes on is not opened again', () => {
    expect(() => when(ended, { ...end, seen: 3 })).toThrowError(refusal('nothing-changes'));
    expect(() => when(crisis, { ...reopen, seen: 2 })).toThrowError(refusal('nothing-changes'));
  });

  test('[D31] who has not seen that a colleague ended it, or opened it again, is told so', () => {
    expect(() => when(ended, end)).toThrowError(refusal('changed-since', 'Marta', 'revision 3'));
    expect(() => when(given(floodCast, end, reopen), { ...end, seen: 3 })).toThrowError(refusal('changed-since'));
  });

  test('[D32] once it has ended nothing new is published before it is opened again', () => {
    const news = [posting('It rises again.'), publishing({ statements: [saidBy('party-1')] })];
    for (const one of news) {
      expect(() => when(ended, one)).toThrowError(refusal('story-ended', 'Marta', 'revision 3'));
      expect(when(fold(ended, revisionBy(reopen, ended, undefined)), one).length).toBeGreaterThan(0);
    }
  });

  test('[D32] nor can payment details be entered or confirmed, which nobody would look after', () => {
    const subject = { ref: 'new-3' as const, name: 'Dry Feet', terms: someTerms.appeal, sides: [] };
    const story = given(
      floodCast,
      publishing({ subjects: [subject], statements: [statementOf({ subject: 'new-3', value: appealIs('1234567') })] }),
      entering('subject-3', { seen: 3 }),
      { ...end, seen: 4 },
    );
    expect(() => when(story, entering('subject-3', { seen: 5 }))).toThrowError(refusal('story-ended'));
    expect(() =>
      decide(story, { kind: 'confirm-payment', seen: 5, payment: 'payment-1' }, circumstancesAt(minute(360), 'Boris')),
    ).toThrowError(refusal('story-ended'));
    expect(when(story, { kind: 'withdraw-payment', seen: 5, payment: 'payment-1', reason: 'Closed.' })).toHaveLength(1);
  });

  test('[D33] what is on the record can be put right all the same', () => {
    const said = publishing({ post: posting('They left.').post, statements: [saidBy('party-1')] });
    const story = given(floodCast, said, { ...end, seen: 3 });
    const post = { seen: 4, post: 'post-2' } as const;
    const words = { headline: null, body: paragraph('They stayed.'), note: 'Misheard.' };
    const commands: Command[] = [
      { kind: 'correct-post', ...post, ...words },
      { kind: 'clarify-post', ...post, ...words },
      { kind: 'withdraw-post', ...post, reason: 'Not so.' },
      { kind: 'withdraw-statement', seen: 4, statement: 'statement-1', reason: 'Not so.' },
      {
        kind: 'correct-statement',
        seen: 4,
        statement: 'statement-1',
        note: 'Misheard.',
        parties: [],
        subjects: [],
        right: saidBy('party-2'),
      },
      { kind: 'remove-content', seen: 4, what: ['post-2'], ground: 'privacy' },
      { kind: 'merge-parties', seen: 4, party: 'party-1', into: 'party-2' },
      { kind: 'describe-story', seen: 4, title: 'After the flood', summary: null },
      { kind: 'pin-post', ...post },
      { kind: 'key-post', ...post },
    ];
    for (const command of commands) expect(() => when(story, command)).not.toThrow();
  });
});

describe('two editors at once', () => {
  const seen = revisionOf(given(floodCast, posting('The bridge is closed.')));
  const record = given(floodCast, posting('The bridge is closed.'));
  /** What the record is once a command of Ondřej has come first. */
  const overtakenBy = (command: Command) => fold(record, revisionBy(command, record, undefined, 'Ondřej'));
  const correct = (post: `post-${number}`): Command => ({
    kind: 'correct-post',
    seen,
    post,
    headline: null,
    body: paragraph('The river falls.'),
    note: 'It was misheard.',
  });

  test('[D16] both publish, and the later names follow the earlier', () => {
    const post = (text: string) => posting(text, { parties: floodCast.parties, statements: [saidBy('new-1')] });
    const events = when(overtakenBy(post('from Ondřej')), post('from Marta'));
    expect(events).toMatchObject([
      { kind: 'party-named', party: 'party-7' },
      { kind: 'party-named', party: 'party-8' },
      { kind: 'party-named', party: 'party-9' },
      { kind: 'statement-recorded', statement: 'statement-2', by: { party: 'party-7' }, report: 'report-1' },
      { kind: 'post-published', post: 'post-4', statements: ['statement-2'] },
    ]);
  });

  test('[D16] both change different things', () => {
    expect(when(overtakenBy(correct('post-1')), correct('post-2'))).toHaveLength(1);
    const described = overtakenBy({ kind: 'describe-story', seen, title: 'The flood falls', summary: null });
    expect(when(described, correct('post-1'))).toHaveLength(1);
  });

  test('[D17] the second to change the same thing is refused, and told who was first', () => {
    const first = 'Ondřej';
    const second = overtakenBy(correct('post-1'));
    const commands: Command[] = [
      correct('post-1'),
      { kind: 'withdraw-post', seen, post: 'post-1', reason: 'It was another river.' },
      { kind: 'pin-post', seen, post: 'post-1' },
    ];
    for (const command of commands) {
      expect(() => when(second, command)).toThrowError(
        refusal('changed-since', 'post-1', first, 'revision 4', 'revision 3'),
      );
    }
    const describeStory: Command = { kind: 'describe-story', seen, title: 'The flood falls', summary: null };
    const again: Command = { ...describeStory, title: 'The river falls' };
    expect(() => when(overtakenBy(describeStory), again)).toThrowError(refusal('changed-since', 'river-flood', first));
  });

  test('[D17] a statement that was withdrawn meanwhile is not withdrawn again', () => {
    const stated = given(floodCast, publishing({ statements: [statementOf()] }));
    const withdrawal: Command = { kind: 'withdraw-statement', seen: 3, statement: 'statement-1', reason: 'Not so.' };
    const overtaken = fold(stated, revisionBy(withdrawal, stated, undefined, 'Ondřej'));
    expect(() => when(overtaken, withdrawal)).toThrowError(refusal('changed-since', 'statement-1', 'Ondřej'));
  });

  test('[D17] whoever has seen the change may change it again', () => {
    const overtaken = overtakenBy(correct('post-1'));
    const again: Command = { ...correct('post-1'), seen: seen + 1, body: paragraph('The river stands.') } as Command;
    expect(when(overtaken, again)).toHaveLength(1);
  });

  test('[D16] any two commands both succeed, in either order, unless they touch the same thing', () => {
    let met = 0;
    fc.assert(
      fc.property(rivalries(), ({ record, first, second }) => {
        const after = fold(record, revisionBy(first, record, undefined));
        const touched = new Set(touchedBy(first, record));
        if (touchedBy(second, record).some((id) => touched.has(id))) {
          met++;
          return;
        }
        expect(when(after, second).map(({ kind }) => kind)).toEqual(when(record, second).map(({ kind }) => kind));
      }),
      { numRuns: 300 },
    );
    expect(met).toBeLessThan(150);
  });
});

/** What a command changes or refers to. */
function touchedBy(command: Command, record: StoryRecord): string[] {
  switch (command.kind) {
    case 'open-story':
    case 'describe-story':
    case 'end-story':
    case 'reopen-story':
      return ['story'];
    case 'publish':
      // The first to cite a report cites it for both.
      return command.statements.flatMap(({ links, excerpt }) => [
        ...links.map(({ statement }) => statement),
        ...(excerpt === null || record.reports.length > 0 ? [] : [excerpt.report]),
      ]);
    case 'withdraw-statement':
      return [command.statement];
    case 'correct-statement':
      return [command.statement, ...touchedBy(publishing({ statements: [command.right] }), record)];
    case 'merge-parties':
      return [command.party, command.into, identityOf(record, command.into)];
    case 'split-party':
      return [command.party];
    case 'remove-content':
      return command.what;
    case 'enter-payment':
      return [];
    case 'confirm-payment':
    case 'withdraw-payment':
      return [command.payment];
    default:
      return [command.post, ...(find(record.posts, command.post)?.statements ?? [])];
  }
}

describe('any command', () => {
  test('[D18] is decided from what it is given alone, and leaves the record as it was', () => {
    fc.assert(
      fc.property(coverages(), ({ commands, revisions }) => {
        let record = emptyRecord('river-flood');
        for (const [i, command] of commands.entries()) {
          const { by } = revisions[i]!;
          const circumstances = circumstancesAt(minute(360), by);
          const copy = structuredClone(command);
          const before = [...record.posts];
          expect(decide(record, command, circumstances)).toEqual(decide(record, command, circumstances));
          expect(command).toEqual(copy);
          expect([...record.posts]).toEqual(before);
          record = fold(record, revisionBy(command, record, undefined, by));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('[D19] that fits its schema comes to events that fit theirs', () => {
    fc.assert(
      fc.property(coverages(), ({ commands, revisions }) => {
        for (const command of commands) expect(Command.parse(command)).toEqual(command);
        for (const { events } of revisions) for (const event of events) expect(Event.parse(event)).toEqual(event);
      }),
      { numRuns: 60 },
    );
  });

  test('[D20] that was valid changes the record it was decided against', () => {
    fc.assert(
      fc.property(coverages(), ({ revisions, record }) => {
        for (const { events } of revisions) expect(events.length).toBeGreaterThan(0);
        expect(revisionOf(record)).toBe(revisions.length);
        expect(find(record.posts, `post-${record.posts.length + 1}`)).toBeUndefined();
      }),
    );
  });
});
