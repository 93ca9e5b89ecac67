import { isByline, isOfText } from './bylines.ts';
import type { TextBlock } from './reading.ts';

/** A caption is at most this long, in UTF-16 units. */
const longest = 400;
/** What only a caption says of itself: its picture, its credit, or a date without a sentence around it. */
const ofPicture =
  /^(pictured|above|left|right|top|bottom|file photo|file picture)\b[:,]?|\b(satellite|aerial|file|drone) (image|photo|picture|photograph)\b|\((pictured|above|left|right|file photo|file image)\)|[([](photo|picture|image|credit|©)[^()[\]]{0,80}[)\]]\s*$/i;
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const endsWithDate = new RegExp(
  `\\b(?:${month} \\d{1,2},?|\\d{1,2} ${month}) \\d{4}\\.?$|\\b\\d{4}-\\d{2}-\\d{2}$`,
  'i',
);
const endsAsSentence = /[.!?…:;][”’"')\]]*$/;

/** Marks captions that nothing but their words tells apart: a line without an end, which speaks of a picture or ends with a date. */
export function markCaptions(text: string, blocks: TextBlock[]): TextBlock[] {
  const lines = blocks.map(({ kind, start, end }) =>
    kind === 'paragraph' && end - start <= longest ? text.slice(start, end) : '',
  );
  const begins = lines.findIndex(isOfText);
  const open = lines.map(
    (line, i) => line.split(' ', 6).length > 5 && !endsAsSentence.test(line) && !(i < begins && isByline(line)),
  );
  const plainly = lines.map((line, i) => open[i]! && (ofPicture.test(line) || endsWithDate.test(line)));
  // Pictures stand together: a line without an end beside a caption is one too, unless it quotes as headings do.
  return blocks.map((block, i) => {
    const beside = open[i]! && !/[‘“"]/.test(lines[i]!) && (plainly[i - 1] === true || plainly[i + 1] === true);
    return plainly[i]! || beside ? { ...block, kind: 'caption' } : block;
  });
}
