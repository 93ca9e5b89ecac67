import { expect, test } from 'vitest';
import { floodCast, given, people, publishing, saidBy, statementOf } from '../../test/samples/flood.ts';
import { get } from '../record/record.ts';
import { statementView } from '../views/statement-view.ts';
import { statementLine } from './statement-line.ts';

const demand = { kind: 'position', stand: 'demands', what: 'an open sluice', condition: null } as const;
const brought = {
  subjects: [{ ref: 'new-1' as const, name: 'Sluice', terms: { kind: 'position' as const }, sides: [] }],
  statements: [
    saidBy('party-2', { subject: 'new-1', mode: 'demands', value: demand, via: ['party-1'] }),
    saidBy('party-3', { subject: 'new-1', mode: 'says', value: demand }),
    statementOf(),
  ],
};
const correction = {
  kind: 'correct-statement' as const,
  seen: 3,
  statement: 'statement-3' as const,
  note: 'Miscounted.',
  parties: [],
  subjects: [],
  right: statementOf({ value: people(310) }),
};
const record = given(floodCast, publishing(brought), correction);
const lineOf = (id: `statement-${number}`) => statementLine(statementView(record, get(record.statements, id)));

test('a statement in a line says who, through whom, how and what, and a demand once', () => {
  expect(lineOf('statement-1')).toBe('A speaker via Jana Havlová demands: an open sluice');
  expect(lineOf('statement-2')).toBe('A speaker says: demands: an open sluice');
});

test('a statement that no longer stands says why', () => {
  expect(lineOf('statement-3')).toBe(
    'The desk says: 300 people who left, lower town (corrected by statement-4: Miscounted.)',
  );
});
