import { article, short, type Articles } from './refusal-article.ts';

/** Refusals of requests: what is asked, of readers’ streams and pages of the past, and who asks. */
export const requestRefusals = {
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
  'text-too-long': (wrong: { what: string; most: number }) =>
    article(
      'invalid',
      `“${short(wrong.what)}” holds more than ${wrong.most} characters.`,
      'A whole text stands where a few words are kept.',
      'Shorten it, and send it again.',
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
} satisfies Articles;
