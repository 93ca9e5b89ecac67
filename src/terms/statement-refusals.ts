import { article, short, type Articles } from './refusal-article.ts';

/** Refusals of times, and of what is stated of subjects and by parties. */
export const statementRefusals = {
  'when-unreadable': (wrong: { date: string }) =>
    article(
      'invalid',
      `“${short(wrong.date)}” is not a date.`,
      'The day does not exist, or the date is written in another way.',
      'Write 2022, 2022-03, 2022-03-08 or 2022-03-08T14:05.',
    ),
  'when-reversed': (wrong: { from: string; to: string }) =>
    article(
      'invalid',
      `The time ends (${short(wrong.to)}) before it starts (${short(wrong.from)}).`,
      'The two ends were exchanged.',
      'Exchange them.',
    ),
  'zone-unknown': (wrong: { zone: string }) =>
    article(
      'invalid',
      `“${short(wrong.zone)}” is not a time zone.`,
      'Zones are named by region and city.',
      'Write for instance Europe/Kyiv, or leave the zone unknown.',
    ),
  'moment-unreadable': (wrong: { moment: string }) =>
    article(
      'invalid',
      `“${short(wrong.moment)}” is not a moment.`,
      'It has no zone, or is not a date and time.',
      'Write for instance 2022-03-09T14:05:00.000Z.',
    ),
  'statement-unsourced': (wrong: { as: string }) =>
    article(
      'invalid',
      `The statement of ${short(wrong.as)} has no exact words.`,
      'It was typed instead of selected.',
      "Select the words in a report, or state it in the desk's own voice.",
    ),
  'report-unknown': (wrong: { report: string }) =>
    article(
      'unknown',
      `The desk keeps no report with the text ${short(wrong.report)}.`,
      'It was taken in on another server, or deleted.',
      'Take the report in again.',
    ),
  'value-misfit': (wrong: { subject: string; expected: string; kind: string }) =>
    article(
      'invalid',
      `“${short(wrong.subject)}” is a ${wrong.expected}, and the statement gives a ${wrong.kind}.`,
      'The statement was meant for another subject.',
      'Choose a subject of its kind, or open one.',
    ),
  'link-to-withdrawn': (wrong: { statement: string }) =>
    article(
      'conflict',
      `${short(wrong.statement)} was withdrawn and cannot be referred to.`,
      'It was withdrawn meanwhile.',
      'Refer to another statement, or to none.',
    ),
  'ref-unknown': (wrong: { ref: string }) =>
    article(
      'invalid',
      `The command uses “${short(wrong.ref)}” without bringing it.`,
      'A party or subject was left out.',
      'Send it with the statement.',
    ),
  'ref-twice': (wrong: { ref: string }) =>
    article(
      'invalid',
      `The command brings “${short(wrong.ref)}” twice.`,
      'Two new things were given one name.',
      'Number them differently.',
    ),
  'figure-without-number': (wrong: { words: string }) =>
    article(
      'invalid',
      `The figure “${short(wrong.words)}” has no number.`,
      'Neither low, best nor high is filled.',
      'Fill at least one of them.',
    ),
  'figure-end-missing': (wrong: { words: string; bound: string; end: string }) =>
    article(
      'invalid',
      `The figure “${short(wrong.words)}” is ${wrong.bound}, and its ${wrong.end === 'number' ? 'number' : `${wrong.end} end`} is not given.`,
      'Another bound was meant, or a field was left empty.',
      'Fill it in, or choose the bound that the words have.',
    ),
  'figure-reversed': (wrong: { words: string; low: number | null; best: number | null; high: number | null }) =>
    article(
      'invalid',
      `The figure “${short(wrong.words)}” is out of order: low ${wrong.low}, best ${wrong.best}, high ${wrong.high}.`,
      'Two numbers were exchanged.',
      'Write them from low to high.',
    ),
  'payment-in-report': () =>
    article(
      'forbidden',
      'The appeal holds what looks like account details.',
      'They were copied from a report.',
      'Leave them out; enter payment details for the appeal yourself, and let a second person confirm them.',
    ),
  'payment-misplaced': (wrong: { subject: string; kind: string }) =>
    article(
      'invalid',
      `“${short(wrong.subject)}” is a ${wrong.kind}: payment details are for appeals.`,
      'Another subject was meant.',
      'Choose the appeal, or open one.',
    ),
  'payment-own-confirmation': (wrong: { id: string; by: string }) =>
    article(
      'forbidden',
      `${short(wrong.id)} was entered by ${short(wrong.by)}, who cannot confirm it too.`,
      'Payment details need two people, and names that differ in letter case or spaces alone are one person.',
      'Ask somebody else of the desk to compare them with where they come from, and to confirm them.',
    ),
  'party-merged-already': (wrong: { id: string; into: string }) =>
    article(
      'conflict',
      `${short(wrong.id)} was merged into ${short(wrong.into)} already.`,
      'Somebody was faster, or the list was read too quickly.',
      'Split it first, if it is another one after all.',
    ),
  'party-merged-circle': (wrong: { id: string; into: string }) =>
    article(
      'invalid',
      `${short(wrong.into)} is ${short(wrong.id)} itself, or was merged into it.`,
      'A party was merged into itself.',
      'Choose another party.',
    ),
} satisfies Articles;
