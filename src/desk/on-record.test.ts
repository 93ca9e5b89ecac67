import { expect, test } from 'vitest';
import { floodCast, floodReportText, given, minute, publishing, saidBy } from '../../test/samples/flood.ts';
import { deskView, type DeskView } from '../views/desk-view.ts';
import { onRecord } from './on-record.ts';
import type { Suggested } from './suggested.ts';

const said = saidBy('party-1');
const stated = publishing({ statements: [said] });
const view = deskView(given(floodCast, stated), minute(9));
const { excerpt, value } = { ...said, excerpt: said.excerpt! };
const suggestion = (given: Partial<Suggested>): Suggested => ({
  name: 'suggestion-1',
  sort: 'quotation',
  excerpt,
  speaker: null,
  mode: 'says',
  channel: null,
  figure: null,
  reader: null,
  said: null,
  happened: null,
  state: null,
  ...given,
});
const figure = (words: string) => suggestion({ sort: 'figure', figure: { words } as NonNullable<Suggested['figure']> });
const found = (one: Suggested, of: DeskView = view, report = floodReportText) => onRecord(of, report, [one]).length;

test('[E105] what anybody has published of a report is taken: the same words, and the same number in them', () => {
  const words = value.kind === 'figure' ? value.words : '';
  expect(words).not.toBe('');
  expect(onRecord(view, floodReportText, [figure(words)])).toEqual(['suggestion-1']);
  expect(found(suggestion({}))).toBe(1);
  expect(found(figure('some other'))).toBe(0);
  expect(found(suggestion({ excerpt: { ...excerpt, start: excerpt.start + 1 } }))).toBe(0);
  expect(found(figure(words), view, 'another report')).toBe(0);
});

test('[E105] what was withdrawn can be taken again', () => {
  const withdrawn = given(floodCast, stated, {
    kind: 'withdraw-statement',
    seen: 3,
    statement: 'statement-1',
    reason: 'It was misheard.',
  });
  expect(found(suggestion({}), deskView(withdrawn, minute(9)))).toBe(0);
});
