import type { Span } from './reading.ts';

const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?';
const date = `(?:${month} \\d{1,2}|\\d{1,2} ${month})(?:,? \\d{4})?`;
const name = "\\p{Lu}[\\p{L}.'’-]{0,30}";
const names = `${name}(?: ${name}){0,3}`;
const capitals = "\\p{Lu}{2}[\\p{Lu}.'’-]{1,30}(?: \\p{Lu}[\\p{Lu}.'’-]{1,30}){0,3}";
const agency = '\\([^()\\n]{2,40}\\)';
/** “ARDEN, Norland, May 4 (Agency) —”; where the town is not in capitals, a date or a region and an agency show it. */
const dateline = new RegExp(
  `^(?:${capitals}(?:, ${names})?(?:, ${date})?(?: ${agency})?|${names}(?:, ${names})?, ${date}(?: ${agency})?|${names}, ${names} ${agency})` +
    `(?: ?(?:—|–|--)| -)(?= ?[\\p{Lu}\\p{N}“"‘'])`,
  'u',
);
const longest = 160;

/** Where the dateline ends that opens a stretch, with its dash: where and when a report was filed; -1 where there is none. */
export function datelineEnd(text: string, { start, end }: Span): number {
  const found = dateline.exec(text.slice(start, Math.min(end, start + longest)));
  return found === null ? -1 : start + found[0].length;
}
