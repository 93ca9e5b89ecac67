import { expect, test } from 'vitest';
import {
  excerptOf,
  floodCast,
  floodReportText,
  floodSentences,
  given,
  minute,
  people,
  publishing,
  saidBy,
  statementOf,
} from '../../test/samples/flood.ts';
import { further } from '../../test/samples/further.ts';
import type { StoryRecord } from '../record/record.ts';
import { deskView } from '../views/desk-view.ts';
import { newStatement } from './command-of.ts';
import { emptyDraft } from './draft.ts';
import { emptyStatement } from './statement-draft.ts';
import { draftOfStatement, notTakenOver, toldIn, type Told } from './told.ts';

const said = { from: '2024-09-15', to: null, zone: null, words: 'since Sunday' };
const full = saidBy('party-1', {
  by: { party: 'party-1', as: 'Ms Havlová', role: 'Mayor' },
  via: ['party-2'],
  channel: 'on the radio',
  mode: 'denies',
  value: people(250),
  said,
});
const statements = [statementOf({ value: people(300, { where: null, cumulative: null }) }), full];
const record = given(floodCast, publishing({ statements }));
const view = deskView(record, minute(3));
const told = (id: 'statement-1' | 'statement-2', more: Partial<Told>): Told => ({ ...toldIn(view, id)!, ...more });
const known = told('statement-2', {
  speaker: { party: 'party-1', name: 'Ms Havlová', role: 'Mayor' },
  through: ['party-2'],
  links: [{ kind: 'denies', statement: 'statement-1' }],
});

/** A statement as a server tells it that does not say which parties are behind it. */
const leftOut = (told: Told) =>
  JSON.parse(
    JSON.stringify(told, (name, value: unknown) => (['party', 'through', 'links'].includes(name) ? undefined : value)),
  ) as Told;

test('[E20] the form of a correction starts with all that the old statement says', () => {
  const draft = draftOfStatement(known, view, 's1');
  expect(newStatement(draft, emptyDraft('d', 'river-flood'), view)).toEqual({
    ...full,
    links: [{ kind: 'denies', statement: 'statement-1' }],
  });
  expect(draft.report).toEqual({ text: floodReportText, title: 'River still rising' });
  expect(notTakenOver(known)).toEqual([]);
});

test('[E20] one of the desk has no speaker and no excerpt', () => {
  const draft = draftOfStatement(told('statement-1', { links: [] }), view, 's1');
  expect(draft).toMatchObject({ own: true, party: null, report: null, excerpt: null });
});

test('[E20] what the server leaves out is not guessed from what was printed: the editor chooses it again', () => {
  const bare = leftOut(known);
  expect(draftOfStatement(bare, view, 's1')).toMatchObject({ party: null, as: 'Ms Havlová', via: [], link: null });
  expect(notTakenOver(bare)).toEqual([
    'through whom it came (Fire service)',
    'which other statement it refers to, if any',
  ]);
});

test('[E20] references to what was withdrawn are left out, further ones are kept', () => {
  const withdraw = {
    kind: 'withdraw-statement',
    seen: 3,
    statement: 'statement-1',
    reason: 'Nobody counted.',
  } as const;
  const later = deskView(
    given(floodCast, publishing({ statements: [...statements, statementOf()] }), withdraw),
    minute(4),
  );
  const links: Told['links'] = [
    { kind: 'corrects', statement: 'statement-1' },
    { kind: 'denies', statement: 'statement-3' },
    { kind: 'echoes', statement: 'statement-3' },
  ];
  expect(draftOfStatement({ ...known, links }, later, 's1')).toMatchObject({
    link: { kind: 'denies', statement: 'statement-3' },
    kept: [{ kind: 'echoes', statement: 'statement-3' }],
  });
});

test('a party’s statements are counted by party, never by name, and what was taken back is not counted', () => {
  const later = further(record, { kind: 'withdraw-statement', seen: 3, statement: 'statement-2', reason: 'Misheard.' });
  const shown = (record: StoryRecord) =>
    deskView(record, minute(5)).parties.map(({ printed, statements }) => [...printed, statements]);
  expect(shown(record)).toEqual([['Ms Havlová', 1], [0], [0]]);
  expect(shown(later)).toEqual([['Ms Havlová', 0], [0], [0]]);
});

test('a statement is known by its excerpt as the report has it', () => {
  const { report: _, ...excerpt } = excerptOf(floodSentences[1])!;
  expect(draftOfStatement(known, view, 's9')).toMatchObject({ id: 's9', excerpt });
  expect(emptyStatement('s9').kept).toEqual([]);
});
