import { describe, expect, test } from 'vitest';
import { entering, given, minute } from '../../test/samples/flood.ts';
import { castOfEachKind, subjectOf } from '../../test/samples/values.ts';
import { further } from '../../test/samples/further.ts';
import type { Command } from '../record/command.ts';
import { deskView } from '../views/desk-view.ts';
import { paymentsOf } from './payment-list.tsx';
import { canConfirm, enterPayment, noPayment, paymentLine, wrongIn, type TypedPayment } from './payments.ts';
import { noTime } from './when-draft.ts';

const appeal = subjectOf('appeal');
const iban = 'CZ65 0800 0000 1920 0014 5399';
const typed: TypedPayment = {
  payee: ' Dry Feet ',
  country: '',
  lines: [{ label: 'IBAN ', text: ` ${iban}` }],
  validUntil: { ...noTime, from: '2024-09-30' },
};

describe('payment details that are typed', () => {
  test('[E60] each thing that is wrong is told at its field', () => {
    expect(Object.keys(wrongIn(noPayment))).toEqual(['payee', 'label0', 'text0']);
    expect(wrongIn(typed)).toEqual({});
    const hidden = { ...typed, lines: [...typed.lines, { label: 'Reference', text: 'Fl\u200bood' }] };
    expect(Object.keys(wrongIn(hidden))).toEqual(['text1']);
    expect(Object.keys(wrongIn({ ...typed, validUntil: { ...noTime, from: '2024-02-30' } }))).toEqual(['until']);
  });

  test('[E3] [E60] what the desk sends, the record takes', () => {
    const record = further(given(castOfEachKind), enterPayment(typed, appeal, 0));
    expect(record.payments.at(0)).toMatchObject({
      payee: 'Dry Feet',
      country: null,
      lines: [{ label: 'IBAN', text: iban }],
      validUntil: { from: '2024-09-30' },
      confirmed: null,
    });
  });
});

describe('payment details on the record', () => {
  const entered = given(castOfEachKind, entering(appeal));
  const withdraw: Command = {
    kind: 'withdraw-payment',
    seen: 3,
    payment: 'payment-1',
    reason: 'The account is closed.',
  };
  const shown = (record: typeof entered, moment = minute(10)) => {
    const view = deskView(record, moment);
    const [one] = view.subjects.filter(({ id }) => id === appeal).flatMap((subject) => paymentsOf(view, subject));
    if (one === undefined) throw new Error('there are no payment details');
    return one;
  };

  test('[E61] they are confirmed by somebody else than the one who entered them, and once', () => {
    const one = shown(entered);
    expect(canConfirm(one, 'Ondřej')).toBe('yes');
    for (const editor of ['Marta', ' MARTA ']) expect(canConfirm(one, editor)).toBe('own');
    expect(canConfirm(shown(further(entered, withdraw)), 'Ondřej')).toBe('no');
    expect(canConfirm({ ...one, readers: 'payable' }, 'Ondřej')).toBe('no');
  });

  test('[E61] it is said who entered them, and what readers see', () => {
    expect(paymentLine(shown(entered), 'UTC')).toBe(
      'Entered by Marta, not confirmed: readers see only that payment details are being checked.',
    );
    expect(paymentLine(shown(further(entered, withdraw)), 'UTC')).toBe('Withdrawn by Marta: The account is closed.');
    const gone = further(entered, { kind: 'remove-content', seen: 3, what: ['payment-1'], ground: 'law' });
    expect(paymentLine(shown(gone), 'UTC')).toMatch(/^Payment details taken down .*, on a legal ground\.$/);
  });
});
