import { isOfText } from './bylines.ts';
import type { TextBlock } from './reading.ts';

/** The line under which a press release is over. */
const ended = /^(?:[-–—*=~ ]{0,6}ends?[-–—*=~ ]{0,6}|# ?# ?#|[-–—] ?30 ?[-–—])$/i;
/** Such a line in plain letters must be in capitals: a heading can be “End”. */
const inLetters = /^[Ee]nds?$/;
/** Lines and beginnings of lines that head what is for the press, not for the public. */
const headings = [
  /^(?:editor[’']?s?[’']? )?notes? (?:to|for) (?:the )?editors?\b[^.]{0,20}$/i,
  /^(?:media|press) (?:contacts?|enquiries|inquiries|office)\b[^.]{0,60}:?|^contact for (?:media|press|journalists)\b/i,
  /^for (?:further|more|additional|media|press) (?:information|details|enquiries|inquiries|interviews?)\b.{0,40}\b(?:contact|call|email|e-mail|visit|please|see)\b/i,
  /^(?:About|ABOUT) (?:the |THE )?(?:us|\p{Lu}[^.!?:]{1,80})(?:$|: \p{Lu})/u,
];
/** A heading heads the end of a report, and so many blocks at most. */
const most = 8;

/** Marks what a press release prints under its end: notes to editors, who its sender is, whom to call. */
export function markBoilerplate(text: string, blocks: TextBlock[]): TextBlock[] {
  const lines = blocks.map(({ start, end }) => text.slice(start, Math.min(end, start + 200)));
  const begins = lines.findIndex(isOfText);
  if (begins < 0) return blocks;
  const end = lines.findLastIndex((line) => ended.test(line) && !inLetters.test(line));
  const headed = lines.findIndex(
    (line, i) => i > begins && i >= lines.length - most && headings.some((heading) => heading.test(line)),
  );
  const from = Math.min(...[end, headed].filter((i) => i > begins));
  return blocks.map((block, i) => (i < from || block.kind === 'appeal' ? block : { ...block, kind: 'boilerplate' }));
}
