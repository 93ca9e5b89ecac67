import type { Body } from '../../src/journal/body.ts';
import { digest, firstHash, seal, type Revision } from '../../src/journal/revision.ts';
import type { FigureValue } from '../../src/journal/subjects/figure.ts';
import type { RouteState, RouteValue } from '../../src/journal/subjects/route.ts';
import type { Command, CommandOf, NewStatement } from '../../src/record/command.ts';
import { decide, type Circumstances, type KnownReport } from '../../src/record/decide.ts';
import { fold } from '../../src/record/evolve.ts';
import { emptyRecord, type StoryRecord } from '../../src/record/record.ts';
import { excerptAt } from '../../src/terms/excerpt.ts';
import type { SubjectId } from '../../src/terms/ids.ts';
import type { Moment } from '../../src/terms/when.ts';

/** The sentences of a report on a flood; each stands in it once. */
export const floodSentences = [
  'The water authority says the river stands at 6.4 metres at the upper bridge.',
  'Mayor Jana Havlová said at least 300 people have left the lower town.',
  'The fire service counted 280 people in its shelters.',
  'The army offers a road over the eastern dyke for whoever still wants to leave.',
  'Nobody from the lower town could say whether that road is dry.',
] as const;

/** A report on a flood as the desk keeps it. */
export const floodReport: KnownReport = {
  words: floodSentences.join('\n\n'),
  bytes: digest('the bytes of the report'),
  title: 'River still rising',
  outlet: 'Valley Courier',
  origin: 'https://example.org/river',
  published: null,
  language: 'en',
};

/** The SHA-256 of the flood report's clean text, by which the desk keeps it. */
export const floodReportText = digest(floodReport.words);

/** The flood story's opening. */
export const openFlood: Command = {
  kind: 'open-story',
  title: 'Flood on the river',
  summary: null,
  language: 'en',
  zone: 'Europe/Prague',
};

/** A moment so many minutes into the coverage. */
export function minute(minutes: number): Moment {
  const start = Temporal.Instant.from('2024-09-15T06:00:00.000Z');
  return start.add({ minutes }).toString({ smallestUnit: 'millisecond' });
}

/** What surrounds a command at a moment: the desk keeps the flood report and no other. */
export function circumstancesAt(moment: Moment, by = 'Marta'): Circumstances {
  return { moment, by, report: (text) => (text === floodReportText ? floodReport : undefined) };
}

/** A body of one paragraph. */
export function paragraph(text: string): Body {
  return [{ kind: 'paragraph', runs: [{ text }] }];
}

/** The excerpt of some words of the flood report. */
export function excerptOf(exact: string): NewStatement['excerpt'] {
  const start = floodReport.words.indexOf(exact);
  return { ...excerptAt(floodReport.words, start, start + exact.length), report: floodReportText };
}

/** A number of people who left the lower town. */
export function people(best: number, more: Partial<FigureValue> = {}): FigureValue {
  return {
    kind: 'figure',
    what: 'people who left',
    where: 'lower town',
    period: null,
    cumulative: true,
    unit: null,
    bound: 'exactly',
    low: null,
    best,
    high: null,
    words: String(best),
    ...more,
  };
}

/** What somebody states of a route. */
export function routeIs(state: RouteState, more: Partial<RouteValue> = {}): RouteValue {
  return { kind: 'route', state, reason: null, people: null, window: null, ...more };
}

/** A statement in the desk's own voice on subject 1, unless told otherwise. */
export function statementOf(more: Partial<NewStatement> = {}): NewStatement {
  return {
    subject: 'subject-1',
    by: null,
    via: [],
    channel: null,
    mode: 'says',
    value: people(300),
    happened: null,
    said: null,
    excerpt: null,
    links: [],
    ...more,
  };
}

/** A statement of a party on subject 1, cut from the flood report. */
export function saidBy(
  party: NonNullable<NewStatement['by']>['party'],
  more: Partial<NewStatement> = {},
): NewStatement {
  return statementOf({ by: { party, as: 'A speaker', role: null }, excerpt: excerptOf(floodSentences[1]), ...more });
}

/** A command that enters payment details for an appeal. */
export function entering(
  subject: SubjectId,
  more: Partial<CommandOf<'enter-payment'>> = {},
): CommandOf<'enter-payment'> {
  const lines = [{ label: 'IBAN', text: 'CZ65 0800 0000 1920 0014 5399' }];
  return {
    kind: 'enter-payment',
    seen: 0,
    subject,
    country: 'Czechia',
    payee: 'Dry Feet, o.p.s.',
    lines,
    validUntil: null,
    ...more,
  };
}

/** A command that publishes; without a post unless told otherwise. */
export function publishing(more: Partial<CommandOf<'publish'>> = {}): CommandOf<'publish'> {
  return { kind: 'publish', post: null, parties: [], subjects: [], statements: [], ...more };
}

/** A command that publishes a post of one paragraph. */
export function posting(text: string, more: Partial<CommandOf<'publish'>> = {}): CommandOf<'publish'> {
  const post = { headline: null, body: paragraph(text), language: 'en', key: false, pinned: false };
  return publishing({ post, ...more });
}

/** Brings parties 1 to 3, a figure as subject 1 and a route as subject 2. */
export const floodCast: CommandOf<'publish'> = posting('The river rises.', {
  parties: [
    { ref: 'new-1', name: 'Jana Havlová', sort: 'person', role: 'mayor' },
    { ref: 'new-2', name: 'Fire service', sort: 'body', role: null },
    { ref: 'new-3', name: 'a resident', sort: 'unnamed', role: null },
  ],
  subjects: [
    { ref: 'new-1', name: 'People who left the lower town', terms: { kind: 'figure' }, sides: [] },
    {
      ref: 'new-2',
      name: 'Road over the eastern dyke',
      terms: { kind: 'route', aim: 'people-out', from: 'lower town', through: [], to: null },
      sides: [],
    },
  ],
});

/** The revision that a command comes to on a record; its salts are not random, so that it comes out the same again. */
export function revisionBy(
  command: Command,
  record: StoryRecord,
  last: { hash: string } | undefined,
  by = 'Marta',
): Revision {
  const number = record.last?.revision ?? 0;
  const at = minute(number);
  const events = decide(record, command, circumstancesAt(at, by));
  const salts = events.map((_, i) => `salt ${number} ${i}`);
  return seal(record.story, { at, by, events, act: null }, { number, hash: last?.hash ?? firstHash }, salts);
}

/** The record after some commands, a minute apart, the first of which opens the story. */
export function given(...commands: Command[]): StoryRecord {
  let record = emptyRecord('river-flood');
  for (const command of [openFlood, ...commands]) record = fold(record, revisionBy(command, record, undefined));
  return record;
}
