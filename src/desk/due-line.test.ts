import { describe, expect, test } from 'vitest';
import type { DueItem, DueKind } from '../views/due-view.ts';
import { dueLine, dueName } from './due-line.ts';

const about = { subject: 'subject-1', since: '2024-09-15T08:01:00.000Z' } as const;
const said = { subject: 'Talks', speaker: 'Eva Lind' };
const desk = { subject: 'Talks', speaker: null };

/** One item of each kind, with its sentence; a kind without a line does not compile. */
const cases: Record<DueKind, [DueItem, string]> = {
  'payment-unconfirmed': [
    {
      ...about,
      kind: 'payment-unconfirmed',
      what: 'payment-1',
      parts: { subject: 'Talks', by: 'Ana', country: 'AT', payee: 'Relief fund', lines: [], validUntil: null },
    },
    'Talks: payment details that Ana entered (Relief fund, AT) are not confirmed by a second person.',
  ],
  overdue: [
    { ...about, kind: 'overdue', what: 'statement-1', parts: said },
    'Talks: the time that Eva Lind stated has passed, and nobody states an outcome.',
  ],
  expired: [
    { ...about, kind: 'expired', what: 'statement-1', parts: desk },
    'Talks: what the desk stated has run out, and nobody states how it is now.',
  ],
  lapsed: [
    { ...about, kind: 'lapsed', what: 'statement-1', parts: said },
    'Talks: Eva Lind stated no end, and nobody states whether it still holds.',
  ],
  'disputed-unexplained': [
    {
      ...about,
      kind: 'disputed-unexplained',
      what: 'subject-1',
      parts: { subject: 'Talks', pairs: [[said, { ...said, speaker: 'Town' }]], more: 2 },
    },
    'Talks: Eva Lind differs from Town and 2 more pairs differ, and the desk has not said anything of it.',
  ],
  'appeal-way-without-address': [
    {
      ...about,
      kind: 'appeal-way-without-address',
      what: 'statement-1',
      parts: { ...said, way: 2, means: 'bank-transfer', country: 'AT' },
    },
    'Talks: way 2 to give that Eva Lind stated (bank transfer, AT) has no address.',
  ],
  'unnamed-only': [
    {
      ...about,
      kind: 'unnamed-only',
      what: 'subject-1',
      parts: { subject: 'Talks', speakers: ['a guard', 'a clerk'] },
    },
    'Talks: only a guard and a clerk spoke of it, and nobody with a name.',
  ],
  'silent-side': [
    { ...about, kind: 'silent-side', what: 'subject-1', parts: { subject: 'Talks', party: 'Town', id: 'party-2' } },
    'Talks: the statement of Town is awaited and has not come.',
  ],
  stale: [
    { ...about, kind: 'stale', what: 'subject-1', parts: { subject: 'Talks', hours: 6 } },
    'Talks: nothing was recorded for 6 hours or more.',
  ],
  'statement-holes': [
    { ...about, kind: 'statement-holes', what: 'statement-1', parts: { ...said, holes: ['channel', 'said'] } },
    'Talks: of what Eva Lind stated, it is not recorded by which channel it came and when it was said.',
  ],
  'report-holes': [
    {
      ...about,
      subject: null,
      kind: 'report-holes',
      what: 'report-1',
      parts: { title: null, holes: ['title', 'published'], statements: 1 },
    },
    'The report report-1, on which 1 statement stands, is recorded without its title and its date.',
  ],
};

describe('what is due', () => {
  test.each(Object.entries(cases))('[E26] of the kind %s is a sentence of its own', (_, [item, line]) => {
    expect(dueLine(item)).toBe(line);
  });

  test('[E26] has a name that no other one has', () => {
    const items = Object.values(cases).map(([item]) => item);
    const [silent] = cases['silent-side'];
    const other = { ...silent, parts: { subject: 'Talks', party: 'Dyke board', id: 'party-3' } } as DueItem;
    expect(new Set([...items, other].map(dueName)).size).toBe(items.length + 1);
  });
});
