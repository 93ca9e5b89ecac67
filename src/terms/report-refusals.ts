import { article, short, type Articles } from './refusal-article.ts';

/** Refusals of reports: of excerpts from them, and of what is taken in. */
export const reportRefusals = {
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
  'report-charset-unsaid': (wrong: { broken: number }) =>
    article(
      'invalid',
      `${wrong.broken} characters of the report cannot be read as UTF-8, and it names no other charset.`,
      'It was saved in an older charset, such as windows-1251.',
      'Save it as UTF-8, or paste its text.',
    ),
  'report-too-long': (wrong: { most: number }) =>
    article(
      'invalid',
      `The report has more than ${wrong.most} paragraphs.`,
      'It is a log or a table, or made to overload whoever reads it.',
      'Hand in the part that is needed.',
    ),
  'report-too-deep': (wrong: { deepest: number }) =>
    article(
      'invalid',
      `The page nests its elements more than ${wrong.deepest} deep, or repeats them without end.`,
      'It is damaged, or made to overload whoever reads it.',
      'Copy the text of the page and hand that in.',
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
  'report-too-heavy': (wrong: { megabytes: number }) =>
    article(
      'too-large',
      `Reading the report took more than ${wrong.megabytes} MB of memory.`,
      'It is made to be hard to read.',
      'Paste the part that is needed.',
    ),
} satisfies Articles;
