import { article, short, type Articles } from './refusal-article.ts';

/** Refusals of the journal, and of the files that keep it. */
export const journalRefusals = {
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
} satisfies Articles;
