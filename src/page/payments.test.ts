import { describe, expect, test } from 'vitest';
import { circumstancesAt, entering, given, minute, revisionBy } from '../../test/samples/flood.ts';
import { castOfEachKind, kindNames, subjectOf, when as day } from '../../test/samples/values.ts';
import { settingOf } from './setting.ts';
import { subjectHtml } from './subject.ts';
import { isSamePerson } from '../terms/person.ts';
import type { Moment } from '../terms/when.ts';
import { dueView } from '../views/due-view.ts';
import { subjectView } from '../views/subject-view.ts';
import { turning } from '../views/turning.ts';
import { Command } from '../record/command.ts';
import { decide } from '../record/decide.ts';
import { fold } from '../record/evolve.ts';
import { withoutPayments } from '../record/payments.ts';
import { find, revisionOf, type StoryRecord } from '../record/record.ts';
import { revisionsWith } from '../record/take-down.ts';
import { keptFrame } from './frame.ts';

const appeal = subjectOf('appeal');
const iban = 'CZ65 0800 0000 1920 0014 5399';
const cast = given(castOfEachKind);
const refusal = (code: string) => expect.objectContaining({ code });

/** The record after commands, each sent by somebody who has seen all that came before. */
const after = (record: StoryRecord, ...commands: [by: string, command: Command][]) =>
  commands.reduce((so, [by, command]) => {
    const informed = { ...command, seen: revisionOf(so) } as Command;
    return fold(so, revisionBy(informed, so, undefined, by));
  }, record);

const confirm: Command = { kind: 'confirm-payment', seen: 0, payment: 'payment-1' };
const withdraw: Command = { kind: 'withdraw-payment', seen: 0, payment: 'payment-1', reason: 'The account is closed.' };

const entered = after(cast, ['Marta', entering(appeal)]);
const confirmed = after(entered, ['Ondřej', confirm]);

/** What a command by somebody who has seen everything comes to. */
const asking = (record: StoryRecord, by: string, command: Command) =>
  decide(record, { ...command, seen: revisionOf(record) } as Command, circumstancesAt(minute(360), by));

const payments = (record: StoryRecord, moment: Moment = minute(10)) => subjectView(record, appeal, moment).payments;
const shown = (record: StoryRecord, moment: Moment = minute(10)) =>
  subjectHtml(settingOf({ ...record, moment }), subjectView(record, appeal, moment)).text;
const due = (record: StoryRecord, moment: Moment = minute(10)) =>
  dueView(record, moment, { staleAfterHours: 6 }).items.filter(({ kind }) => kind === 'payment-unconfirmed');

describe('entering payment details', () => {
  test('[D26] given an appeal, when they are entered, then they are on the record, signed and not confirmed', () => {
    expect(find(entered.payments, 'payment-1')).toMatchObject({
      subject: appeal,
      lines: [{ label: 'IBAN', text: iban }],
      entered: { by: 'Marta', revision: 3 },
      confirmed: null,
      withdrawn: null,
    });
    expect(asking(entered, 'Marta', entering(appeal))).toMatchObject([{ payment: 'payment-2' }]);
  });

  test.each(kindNames.filter((kind) => kind !== 'appeal'))('[D26] for a %s they are refused', (kind) => {
    expect(() => asking(cast, 'Marta', entering(subjectOf(kind)))).toThrowError(refusal('payment-misplaced'));
  });

  test('[D26] for what is not there, or until a day that does not exist, they are refused', () => {
    expect(() => asking(cast, 'Marta', entering('subject-99'))).toThrowError(refusal('thing-unknown'));
    const never = entering(appeal, { validUntil: day('2024-02-30') });
    expect(() => asking(cast, 'Marta', never)).toThrowError(refusal('when-unreadable'));
  });

  test.each(['', ' ', 'CZ65\n0800', 'CZ65\u202e0800', 'CZ65\u200b0800', 'CZ65\u00ad0800', 'CZ65\u20280800'])(
    '[D26] a line that is copied holds nothing empty or invisible: %j',
    (text) => {
      const command = entering(appeal, { lines: [{ label: 'IBAN', text }] });
      expect(Command.safeParse(command).success).toBe(false);
      expect(Command.safeParse(entering(appeal)).success).toBe(true);
    },
  );
});

describe('withdrawing payment details', () => {
  const stop = (seen: number): Command => ({ ...withdraw, seen });
  const withdrawing = (record: StoryRecord, seen: number) =>
    decide(record, stop(seen), circumstancesAt(minute(360), 'Marta'));

  test('[D28] given that somebody confirmed them meanwhile, when they are withdrawn, then they are', () => {
    expect(withdrawing(confirmed, revisionOf(entered))).toMatchObject([{ kind: 'payment-withdrawn' }]);
  });

  test('[D28] given that they were withdrawn, when they are withdrawn again, then it is refused', () => {
    const stopped = after(confirmed, ['Ondřej', withdraw]);
    expect(() => withdrawing(stopped, revisionOf(stopped))).toThrowError(refusal('already-withdrawn'));
    expect(() => withdrawing(stopped, revisionOf(confirmed))).toThrowError(refusal('changed-since'));
  });
});

describe('a frame that is kept', () => {
  test('[M11] holds no payment details, whatever was done to them', () => {
    for (const [before, [by, command]] of [
      [entered, ['Ondřej', confirm]],
      [confirmed, ['Ondřej', withdraw]],
    ] as [StoryRecord, [string, Command]][]) {
      const revision = revisionBy({ ...command, seen: revisionOf(before) } as Command, before, undefined, by);
      const frame = keptFrame(fold(before, revision), revision);
      expect(frame.parts.map(({ id }) => id)).toContain(appeal);
      expect(JSON.stringify(frame)).not.toContain(iban);
    }
  });
});

describe('confirming payment details', () => {
  test('[D27] given an entry by one person, when another confirms it, then it is confirmed', () => {
    expect(find(confirmed.payments, 'payment-1')!.confirmed).toMatchObject({ by: 'Ondřej', revision: 4 });
  });

  test.each([
    'Marta',
    'marta',
    'MARTA',
    ' Marta ',
    'Mar\u200bta',
    'Mar\u00adta',
    'Mar\u0000ta',
    'Ｍａｒｔａ',
    'M\ufe0farta',
  ])('[D27] whoever entered it cannot confirm it, as %j either', (by) => {
    expect(() => asking(entered, by, confirm)).toThrowError(refusal('payment-own-confirmation'));
  });

  test('[D27] names are compared whole: accents, and one name within another, make two people', () => {
    expect(isSamePerson('Ondr\u030cej', 'ONDŘEJ')).toBe(true);
    expect(isSamePerson('Anna  Weiß', 'anna WEISS')).toBe(true);
    expect(isSamePerson('Ondrej', 'Ondřej')).toBe(false);
    expect(isSamePerson('Marta', 'Marta K.')).toBe(false);
  });

  test('[D27] one that is confirmed, withdrawn or not there is refused', () => {
    expect(() => asking(confirmed, 'Jana', confirm)).toThrowError(refusal('nothing-changes'));
    const withdrawn = after(entered, ['Marta', withdraw]);
    expect(() => asking(withdrawn, 'Ondřej', confirm)).toThrowError(refusal('already-withdrawn'));
    expect(() => asking(cast, 'Ondřej', confirm)).toThrowError(refusal('thing-unknown'));
  });

  test('[D27] nobody confirms what came after the revision before their eyes', () => {
    const blind = { ...confirm, seen: 2 } as Command;
    expect(() => decide(entered, blind, circumstancesAt(minute(9), 'Ondřej'))).toThrowError(refusal('changed-since'));
  });
});

describe('withdrawing payment details', () => {
  test('[D28] anybody may, confirmed or not, and once', () => {
    expect(asking(entered, 'Marta', withdraw)).toHaveLength(1);
    expect(asking(confirmed, 'Marta', withdraw)).toHaveLength(1);
    const withdrawn = after(confirmed, ['Jana', withdraw]);
    expect(find(withdrawn.payments, 'payment-1')!.withdrawn).toMatchObject({ by: 'Jana' });
    expect(() => asking(withdrawn, 'Marta', withdraw)).toThrowError(refusal('already-withdrawn'));
  });

  test('[D28] given confirmed details, when others take their place, then those have to be confirmed anew', () => {
    const lines = [{ label: 'IBAN', text: 'CZ00 6666' }];
    const changed = after(confirmed, ['Ondřej', withdraw], ['Ondřej', entering(appeal, { lines })]);
    expect(shown(changed)).not.toMatch(/5399|6666/);
    const own: Command = { ...confirm, payment: 'payment-2' };
    expect(() => asking(changed, 'Ondřej', own)).toThrowError(refusal('payment-own-confirmation'));
    expect(shown(after(changed, ['Marta', own]))).toContain('CZ00 6666');
  });
});

describe('taking payment details down', () => {
  const takeDown: Command = { kind: 'remove-content', seen: 0, what: ['payment-1'], ground: 'privacy' };

  test('[D29] they are gone, confirmed or withdrawn, and nothing is done with them any more', () => {
    const withdrawn = after(confirmed, ['Jana', { ...withdraw, reason: `${iban} is closed.` }]);
    for (const record of [entered, confirmed, withdrawn]) {
      const without = after(record, ['Marta', takeDown]);
      expect(JSON.stringify([...without.payments])).not.toMatch(/CZ65|Dry Feet/);
      expect(find(without.payments, 'payment-1')).toMatchObject({ removed: { ground: 'privacy' }, validUntil: null });
      expect(due(without)).toEqual([]);
      for (const command of [confirm, withdraw, takeDown]) {
        expect(() => asking(without, 'Ondřej', command)).toThrowError(refusal('already-removed'));
      }
    }
    expect(payments(after(entered, ['Marta', takeDown]))).toEqual([]);
    expect(payments(after(confirmed, ['Marta', takeDown]))).toEqual([{ id: 'payment-1', state: 'no-longer-valid' }]);
    expect(revisionsWith(withdrawn, ['payment-1'])).toEqual([3, 5]);
  });
});

describe('what readers can pay into', () => {
  test('[S29] entered but not confirmed, it is being checked, without any of it', () => {
    expect(payments(entered)).toEqual([{ id: 'payment-1', state: 'being-checked' }]);
    expect(shown(entered)).toContain('Payment details are being checked');
    expect(shown(entered)).not.toMatch(/\b(CZ65|5399|IBAN)|Dry Feet/);
  });

  test('[S29] confirmed, it stands with payee and numbers as they were entered, and says that two people did it', () => {
    expect(shown(confirmed)).toContain(`<dt><bdi>IBAN</bdi></dt><dd><bdi>${iban}</bdi></dd>`);
    expect(shown(confirmed)).toContain('Dry Feet, o.p.s.');
    expect(shown(confirmed)).toMatch(/confirmed by a second person on <time datetime="2024-09-15T06:03/);
    expect(shown(confirmed)).not.toContain('being checked');
  });

  test('[S29] withdrawn, it is no longer valid; what was never confirmed is nothing', () => {
    expect(shown(after(confirmed, ['Jana', withdraw]))).toContain('no longer valid');
    expect(shown(after(confirmed, ['Jana', withdraw]))).not.toMatch(/5399|IBAN|Dry Feet/);
    expect(payments(after(entered, ['Jana', withdraw]))).toEqual([]);
  });

  test('[S29] it ends with its last day in the story’s zone, by time alone', () => {
    const until = after(cast, ['Marta', entering(appeal, { validUntil: day('2024-09-16') })], ['Ondřej', confirm]);
    const [last, end] = ['2024-09-16T21:59:59.999Z', '2024-09-16T22:00:00.000Z'];
    expect(subjectView(until, appeal, minute(10)).turns).toBe(end);
    expect(turning(until, last)).toEqual({ subjects: [appeal], next: end });
    expect(shown(until, last)).toContain(iban);
    expect(shown(until, end)).not.toMatch(/5399/);
    expect(payments(until, end)).toEqual([{ id: 'payment-1', state: 'no-longer-valid' }]);
    expect(subjectView(until, appeal, end).turns).toBeNull();
  });

  test('[S29] a view of the past holds none, because it may have been withdrawn since', () => {
    expect(payments(withoutPayments(confirmed))).toEqual([]);
    expect(confirmed.payments.length).toBe(1);
  });

  test('[S29] what is in it is escaped', () => {
    const hostile = entering(appeal, { payee: '<script>', lines: [{ label: '<b>', text: '"><img src=x>' }] });
    expect(shown(after(cast, ['Marta', hostile], ['Ondřej', confirm]))).not.toMatch(/<script>|<img/);
  });
});

describe('what is due', () => {
  test('[V34] it is listed first, until it is confirmed, withdrawn or over', () => {
    expect(due(entered)).toMatchObject([
      { what: 'payment-1', subject: appeal, since: minute(2), parts: { by: 'Marta', lines: [{ text: iban }] } },
    ]);
    expect(dueView(entered, minute(10), { staleAfterHours: 0 }).items[0]!.kind).toBe('payment-unconfirmed');
    expect(due(confirmed)).toEqual([]);
    expect(due(after(entered, ['Marta', withdraw]))).toEqual([]);
    const short = after(cast, ['Marta', entering(appeal, { validUntil: day('2024-09-15') })]);
    expect(due(short)).toHaveLength(1);
    expect(due(short, '2024-09-15T22:00:00.000Z')).toEqual([]);
  });
});
