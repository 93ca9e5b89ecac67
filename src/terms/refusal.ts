/** How a refusal is answered: which of HTTP's answers it is, without speaking of HTTP. */
export type RefusalSort = 'invalid' | 'unknown' | 'conflict' | 'too-large' | 'forbidden' | 'unavailable';

interface Article {
  sort: RefusalSort;
  /** What is wrong, with the wrong value in it. */
  says: string;
  /** Why that usually happens. */
  cause: string;
  /** What to do next. */
  next: string;
}

const article = (sort: RefusalSort, says: string, cause: string, next: string): Article => ({ sort, says, cause, next });

/** A text shortened for a message: at most 80 characters, one line. */
function short(value: string | number): string {
  const line = String(value).replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/**
 * Every refusal there is: its code, and the article made from the wrong values.
 *
 * The codes are stable; `docs/errors.md` lists each of them, which a test compares.
 */
const articles = {
  'excerpt-empty': () =>
    article('invalid', 'The excerpt holds no words.', 'Nothing, or only white space, was selected.', 'Select the exact words in the report.'),
  'excerpt-not-found': (wrong: { exact: string }) =>
    article(
      'invalid',
      `The words “${short(wrong.exact)}” are not in the report.`,
      'They were typed or changed after they were copied, or belong to another report.',
      'Select the words in the report again.',
    ),
  'excerpt-ambiguous': (wrong: { exact: string }) =>
    article(
      'invalid',
      `The words “${short(wrong.exact)}” stand more than once in the report with the same words around them.`,
      'The report repeats a passage.',
      'Select a longer passage.',
    ),
  'excerpt-misplaced': (wrong: { exact: string; start: number; end: number; place: number }) =>
    article(
      'invalid',
      `The words “${short(wrong.exact)}” stand at ${wrong.place}, not at ${wrong.start} to ${wrong.end}.`,
      'The position was counted in another unit than UTF-16, or in another text.',
      'Select the words in the report again.',
    ),
  'when-unreadable': (wrong: { date: string }) =>
    article(
      'invalid',
      `“${short(wrong.date)}” is not a date.`,
      'The day does not exist, or the date is written in another way.',
      'Write 2022, 2022-03, 2022-03-08 or 2022-03-08T14:05.',
    ),
  'when-reversed': (wrong: { from: string; to: string }) =>
    article('invalid', `The time ends (${short(wrong.to)}) before it starts (${short(wrong.from)}).`, 'The two ends were exchanged.', 'Exchange them.'),
  'zone-unknown': (wrong: { zone: string }) =>
    article('invalid', `“${short(wrong.zone)}” is not a time zone.`, 'Zones are named by region and city.', 'Write for instance Europe/Kyiv, or leave the zone unknown.'),
  'moment-unreadable': (wrong: { moment: string }) =>
    article('invalid', `“${short(wrong.moment)}” is not a moment.`, 'It has no zone, or is not a date and time.', 'Write for instance 2022-03-09T14:05:00.000Z.'),
  'journal-moved-on': (wrong: { story: string; expected: number; head: number }) =>
    article(
      'conflict',
      `The journal of “${short(wrong.story)}” is at revision ${wrong.head}, not at ${wrong.expected}.`,
      'Somebody else published in between.',
      'Read what was published and send it again.',
    ),
  'journal-broken': (wrong: { story: string; number: number; what: string }) =>
    article(
      'unavailable',
      `Revision ${wrong.number} of “${short(wrong.story)}” is damaged: ${short(wrong.what)}.`,
      'The file was changed by something other than Stet, or the disk is failing.',
      'Stop the server, keep the file, and restore the last good copy.',
    ),
} satisfies Record<string, (wrong: never) => Article>;

/** The stable code of a refusal. */
export type RefusalCode = keyof typeof articles;

/** All codes, in the order of the table. */
export const refusalCodes = Object.keys(articles) as RefusalCode[];

/** What was asked cannot be done: a stable code for programs and a sentence, a cause and a next step for people. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly sort: RefusalSort;
  readonly why: string;
  readonly next: string;

  constructor(code: RefusalCode, wrong: object) {
    const made = (articles[code] as (wrong: object) => Article)(wrong);
    super(made.says);
    this.name = 'Refusal';
    this.code = code;
    this.sort = made.sort;
    this.why = made.cause;
    this.next = made.next;
  }
}
