/** How a refusal is answered: which of HTTP's answers it is, without speaking of HTTP. */
export type RefusalSort = 'invalid' | 'unknown' | 'conflict' | 'too-large' | 'forbidden' | 'signed-out' | 'unavailable';

interface Article {
  sort: RefusalSort;
  /** What is wrong, with the wrong value in it. */
  says: string;
  /** Why that usually happens. */
  cause: string;
  /** What to do next. */
  next: string;
}

const article = (sort: RefusalSort, says: string, cause: string, next: string): Article => ({
  sort,
  says,
  cause,
  next,
});

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
    article(
      'invalid',
      'The excerpt holds no words.',
      'Nothing, or only white space, was selected.',
      'Select the exact words in the report.',
    ),
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
  'journal-moved-on': (wrong: { story: string; expected: number; head: number }) =>
    article(
      'conflict',
      `The journal of “${short(wrong.story)}” is at revision ${wrong.head}, not at ${wrong.expected}.`,
      'Somebody else published in between.',
      'Read what was published and send it again.',
    ),
  'act-done': (wrong: { act: string; revision: number }) =>
    article(
      'conflict',
      `The act ${short(wrong.act)} was recorded as revision ${wrong.revision}.`,
      'It was sent twice.',
      'Nothing needs to be done.',
    ),
  'journal-broken': (wrong: { story: string; number: number; what: string }) =>
    article(
      'unavailable',
      `Revision ${wrong.number} of “${short(wrong.story)}” is damaged: ${short(wrong.what)}.`,
      'The file was changed by something other than Stet, or the disk is failing.',
      'Stop the server, keep the file, and restore the last good copy.',
    ),
  'store-newer': (wrong: { file: string; found: number; known: number }) =>
    article(
      'unavailable',
      `“${wrong.file}” was written by a newer Stet: it is at version ${wrong.found}, this Stet knows ${wrong.known}.`,
      'Stet was set back to an older release.',
      'Start the newer release again, or restore the copy made before it was installed.',
    ),
  'store-corrupt': (wrong: { file: string; what: string }) =>
    article(
      'unavailable',
      `“${wrong.file}” is damaged, or is no database of Stet: ${short(wrong.what)}.`,
      'Another program wrote to it, the disk is failing, or another file was named.',
      'Stop the server, keep the file, and restore the last good copy.',
    ),
  'store-unwritable': (wrong: { file: string; what: string }) =>
    article(
      'unavailable',
      `“${wrong.file}” cannot be written: ${short(wrong.what)}.`,
      'Its folder does not exist, or Stet may not write there.',
      'Make the folder, and let the user that runs Stet write in it.',
    ),
  'store-failed': (wrong: { file: string; what: string }) =>
    article(
      'unavailable',
      `Nothing was written to “${wrong.file}”: ${short(wrong.what)}.`,
      'The disk is full or failing, or the store was closed.',
      'Make room on the disk, then send it again. Nothing of it was half-written.',
    ),
  'story-exists': (wrong: { story: string }) =>
    article(
      'conflict',
      `There is a story “${short(wrong.story)}” already.`,
      'The name was used before.',
      'Choose another name, or go on with that story.',
    ),
  'story-name-unfit': (wrong: { story: string }) =>
    article(
      'invalid',
      `“${short(wrong.story)}” cannot name a story.`,
      'It holds more than lower-case letters, digits and single hyphens, or is an address of the server.',
      'Write for instance river-flood.',
    ),
  'story-unknown': (wrong: { story: string }) =>
    article(
      'unknown',
      `There is no story “${short(wrong.story)}”.`,
      'The address is mistyped, or the story was never opened.',
      'Look at the list of stories.',
    ),
  'thing-unknown': (wrong: { id: string }) =>
    article(
      'unknown',
      `There is no ${short(wrong.id)} in this story.`,
      'The name is mistyped or belongs to another story.',
      'Look it up on the page.',
    ),
  'changed-since': (wrong: { id: string; seen: number; revision: number; by: string }) =>
    article(
      'conflict',
      `${short(wrong.id)} was changed by ${short(wrong.by)} in revision ${wrong.revision}, after revision ${wrong.seen} which you saw.`,
      'Two editors worked on it at once.',
      'Compare both versions, and send yours again if it still holds. Nothing of it is lost.',
    ),
  'revision-ahead': (wrong: { revision: number; head: number }) =>
    article(
      'invalid',
      `Revision ${wrong.revision} does not exist yet: the last is ${wrong.head}.`,
      'The number is mistyped, or comes from another server.',
      'Read the page again.',
    ),
  'already-withdrawn': (wrong: { id: string; revision: number }) =>
    article(
      'conflict',
      `${short(wrong.id)} was withdrawn in revision ${wrong.revision}.`,
      'Somebody was faster.',
      wrong.id.startsWith('payment-') ? 'Enter others.' : 'Publish a new post if there is more to say.',
    ),
  'nothing-changes': (wrong: { id: string }) =>
    article(
      'conflict',
      `${short(wrong.id)} is so already.`,
      'It was sent twice, or nothing was edited.',
      'Nothing needs to be done.',
    ),
  'nothing-to-publish': () =>
    article(
      'invalid',
      'There is nothing to publish.',
      'Neither a post nor a statement was sent.',
      'Write a post or take a statement.',
    ),
  'post-empty': () =>
    article(
      'invalid',
      'The post holds no words.',
      'Only white space was written.',
      'Write what happened; withdraw the post to take it back.',
    ),
  'clock-behind': (wrong: { moment: string; last: string }) =>
    article(
      'unavailable',
      `The clock says ${wrong.moment}, but the last revision was published at ${wrong.last}.`,
      'The clock of this machine was set back.',
      'Set the clock right and publish again.',
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
  'report-empty': () =>
    article(
      'invalid',
      'The report holds no text.',
      'The file is empty, or holds only pictures, scripts or markup.',
      'Copy the text of the report and hand that in.',
    ),
  'report-unreadable': (wrong: { found: string }) =>
    article(
      'invalid',
      `The report is not text: it holds ${short(wrong.found)}.`,
      'It is a picture, a PDF, an archive or another binary file.',
      'Hand in the text or the HTML page.',
    ),
  'report-too-deep': (wrong: { deepest: number }) =>
    article(
      'invalid',
      `The page nests its elements more than ${wrong.deepest} deep, or repeats them without end.`,
      'It is damaged, or made to overload whoever reads it.',
      'Copy the text of the page and hand that in.',
    ),
  'address-unknown': (wrong: { address: string }) =>
    article(
      'unknown',
      `There is nothing at ${short(wrong.address)}.`,
      'The address is mistyped or out of date.',
      'Start from the list of stories.',
    ),
  'request-unreadable': (wrong: { what: string }) =>
    article(
      'invalid',
      `The request cannot be read: ${short(wrong.what)}.`,
      'A part is missing, misspelt or of another type.',
      'Compare it with the documentation.',
    ),
  'request-too-large': (wrong: { limit: number }) =>
    article(
      'too-large',
      `The request is larger than ${Math.floor(wrong.limit / 1_000_000)} MB.`,
      'A whole site or a picture was sent instead of a text.',
      'Send the part that is needed.',
    ),
  'server-failed': () =>
    article(
      'unavailable',
      'The server could not do that.',
      'Something unexpected happened; its log says what.',
      'Try again; nothing was half-done.',
    ),
  'at-unreadable': (wrong: { at: string }) =>
    article(
      'invalid',
      `“${short(wrong.at)}” names no revision and no moment.`,
      'It is mistyped, or written in another way.',
      'Write a revision’s number, 2022-03-08, 2022-03-08T14:05 or 2022-03-08T12:05:00Z.',
    ),
  'at-before-start': (wrong: { at: string }) =>
    article(
      'unknown',
      `Nothing had been published at ${short(wrong.at)}.`,
      'The story was opened later.',
      'Ask for a later moment.',
    ),
  'segment-open': (wrong: { segment: number; head: number }) =>
    article(
      'unknown',
      `Segment ${wrong.segment} is not closed yet: the last revision is ${wrong.head}.`,
      'It was asked for too early.',
      'Ask for after/<revision> instead.',
    ),
  'signed-out': () =>
    article(
      'signed-out',
      'You are not signed in.',
      'The session has ended, or there was none.',
      'Open a new one-time link; what you wrote is kept in this browser.',
    ),
  'link-used': () =>
    article(
      'signed-out',
      'This link no longer signs anybody in.',
      'It was used, or has expired.',
      'Ask whoever runs the server for a new one: `stet link NAME` makes it.',
    ),
  'editor-name-unfit': (wrong: { name: string }) =>
    article(
      'invalid',
      `“${short(wrong.name)}” cannot be an editor's name.`,
      'It is empty or longer than 60 characters.',
      "Write the name with which the editor's publications are signed, for instance `stet link 'Ana Novak'`.",
    ),
  'foreign-origin': (wrong: { origin: string }) =>
    article(
      'forbidden',
      `A page of ${short(wrong.origin)} may not use the desk.`,
      "Another site sent the request in the editor's name.",
      'Use the desk at its own address.',
    ),
  'url-unfit': (wrong: { url: string }) =>
    article(
      'invalid',
      `“${short(wrong.url)}” is not an address of the web.`,
      'It is mistyped, or not http or https.',
      'Paste the whole address of the page, or its text.',
    ),
  'url-private': (wrong: { url: string; address: string }) =>
    article(
      'forbidden',
      `“${short(wrong.url)}” leads to ${short(wrong.address)}, which is not a public address.`,
      'It names a machine of a private network.',
      'Paste the text instead.',
    ),
  'url-unreachable': (wrong: { url: string; what: string }) =>
    article(
      'unavailable',
      `“${short(wrong.url)}” did not answer: ${short(wrong.what)}.`,
      'The site is down, slow, or refuses machines.',
      'Try again, or paste the text instead.',
    ),
  'url-too-large': (wrong: { url: string; limit: number }) =>
    article(
      'too-large',
      `“${short(wrong.url)}” sends more than ${Math.floor(wrong.limit / 1_000_000)} MB.`,
      'It is not a page of text.',
      'Paste the part that is needed.',
    ),
  'report-dated': (wrong: { published: string }) =>
    article(
      'conflict',
      `The report says itself when it was published; it cannot be set to ${short(wrong.published)}.`,
      'Its date is printed in it.',
      'Take it as it is printed.',
    ),
  'reader-failed': (wrong: { reader: string; what: string }) =>
    article(
      'unavailable',
      `${short(wrong.reader)} did not read the report: ${short(wrong.what)}.`,
      'The second reader is down, slow, or answers in another way.',
      'Go on with what the rules have found.',
    ),
  'feed-unfit': (wrong: { url: string }) =>
    article(
      'invalid',
      `What “${short(wrong.url)}” sends is no feed.`,
      'It is the address of a page, not of its feed.',
      'Look for RSS or Atom on the page and paste that address.',
    ),
  'feed-unknown': (wrong: { feed: string }) =>
    article('unknown', `There is no feed “${short(wrong.feed)}”.`, 'It was removed.', 'Look at the list again.'),
  'report-too-slow': (wrong: { seconds: number }) =>
    article(
      'too-large',
      `Reading the report took more than ${wrong.seconds} seconds.`,
      'It is very large, or made to be slow.',
      'Paste the part that is needed.',
    ),
  'port-taken': (wrong: { port: number }) =>
    article(
      'unavailable',
      `Port ${wrong.port} is in use.`,
      'Another server, or another Stet, answers there.',
      'Stop it, or start with --port and another number.',
    ),
  'address-unfit': (wrong: { host: string; port: number; what: string }) =>
    article(
      'unavailable',
      `The server cannot answer at ${short(wrong.host)}, port ${wrong.port}: ${short(wrong.what)}.`,
      'The host is not this machine, or the port needs more rights.',
      'Leave --host out for this machine only, or write 0.0.0.0 for every address of it.',
    ),
  'log-level-unfit': (wrong: { level: string }) =>
    article(
      'invalid',
      `“${short(wrong.level)}” is not a level of the log.`,
      'It is mistyped.',
      'Write fatal, error, warn, info, debug or trace.',
    ),
  'public-address-unfit': (wrong: { address: string }) =>
    article(
      'invalid',
      `“${short(wrong.address)}” is not an address for readers.`,
      'It has a path, or no http or https.',
      'Write for instance https://live.example.',
    ),
  'port-unfit': (wrong: { port: string }) =>
    article(
      'invalid',
      `“${short(wrong.port)}” is not a port.`,
      'Ports are whole numbers from 0 to 65535.',
      'Write for instance --port 8080.',
    ),
  'gazetteer-missing': (wrong: { file: string }) =>
    article(
      'unavailable',
      `There is no gazetteer at ${short(wrong.file)}, so that no report can be read for its places.`,
      'It has not been built yet.',
      'Run npm run build, or npm start, which builds it.',
    ),
  'assets-missing': (wrong: { folder: string }) =>
    article(
      'unavailable',
      `The browser’s files are not in ${short(wrong.folder)}.`,
      'They have not been built yet.',
      'Run npm run build, or npm start, which builds them.',
    ),
  'file-unreadable': (wrong: { file: string; what: string }) =>
    article(
      'unknown',
      `${short(wrong.file)} cannot be read: ${short(wrong.what)}.`,
      'The name is mistyped, or the file belongs to somebody else.',
      'Look where it is and who may read it.',
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
  'already-removed': (wrong: { id: string }) =>
    article(
      'conflict',
      `The text of ${short(wrong.id)} was taken down.`,
      'It was removed by law, or for somebody’s safety, privacy or rights.',
      'Publish a new post if there is more to say.',
    ),
  'limit-unfit': (wrong: { option: string; given: string }) =>
    article(
      'invalid',
      `“${short(wrong.given)}” is no number for --${wrong.option}.`,
      'A limit is a whole number, at least 1.',
      `Give --${wrong.option} a number, or leave it out.`,
    ),
  'story-ended': (wrong: { story: string; revision: number; by: string }) =>
    article(
      'conflict',
      `The coverage of “${short(wrong.story)}” has ended: ${short(wrong.by)} ended it in revision ${wrong.revision}.`,
      'Readers are told that nothing new comes.',
      'Open the coverage again and then publish; what is on the record can be corrected, clarified, withdrawn and taken down as it is.',
    ),
  'streams-full': (wrong: { limit: number; whose: 'address' | 'server' }) =>
    article(
      'unavailable',
      wrong.whose === 'address'
        ? `Your address holds ${wrong.limit} streams already.`
        : `This server holds ${wrong.limit} streams already, as many as it may.`,
      wrong.whose === 'address'
        ? 'Many readers share one address, or a program connects again and again.'
        : 'More readers came than it was set up for.',
      'Ask for after/<revision> every few seconds instead, as the page does by itself; or try again in a minute.',
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
  /** The wrong values, from which the sentences were made. */
  readonly wrong: object;

  constructor(code: RefusalCode, wrong: object) {
    const made = (articles[code] as (wrong: object) => Article)(wrong);
    super(made.says);
    this.name = 'Refusal';
    this.code = code;
    this.wrong = wrong;
    this.sort = made.sort;
    this.why = made.cause;
    this.next = made.next;
  }
}
