import { cut, replaced, type Traced } from './trace.ts';

/** A text without characters that are not to be seen, and how many were taken out. */
export interface Cleaned {
  text: string;
  removed: number;
}

/*
 * Controls; soft hyphen; zero-width space, word joiner and mark; overrides, embeddings and isolates of direction;
 * interlinear and tag characters. They can hide words or show them in another order than they are stored in.
 */
const unseen =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u180E\u200B\u2060-\u2064\u2066-\u206F\u202A-\u202E\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
/** Joiners, which Persian, Indic scripts and emoji need, have no work between plain Latin letters. */
const joiners = /(?<=[\u0000-\u024F])[\u200C\u200D]+(?=[\u0000-\u024F])/g;
/** Every kind of line end. */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Blanks that are not one plain space. */
const blanks = /[\s\u0085]{2,}|[^\S ]|\u0085/g;

/** Takes out what is not to be seen, makes every line end `\n`; letters and marks stay as they are. */
export function clean(raw: string): Cleaned {
  let removed = 0;
  const drop = (found: string): string => {
    removed += found.length;
    return '';
  };
  const text = raw.replace(lineEnds, '\n').replace(unseen, drop).replace(joiners, drop);
  return { text, removed };
}

/** One line: each run of blanks is one space, none at the ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether a text is a clean line as it stands, as most are; of characters that are rare nobody knows without looking closer. */
function isTidy(text: string): boolean {
  let before = 32;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const isLetter = (unit > 0xa0 && unit < 0x1680 && unit !== 0xad) || (unit >= 0x2010 && unit <= 0x2027);
    if (unit === 32 ? before === 32 : unit < 32 || (unit > 126 && !isLetter)) return false;
    before = unit;
  }
  return before !== 32;
}

/** A traced text as one clean line, and how many characters that are not to be seen were taken out. */
export function tidy(raw: Traced): { line: Traced; removed: number } {
  if (isTidy(raw.text)) return { line: raw, removed: 0 };
  const seen = replaced(replaced(raw, unseen, ''), joiners, '');
  const line = replaced(seen, blanks, ' ');
  const start = line.text.startsWith(' ') ? 1 : 0;
  const end = line.text.endsWith(' ') ? line.text.length - 1 : line.text.length;
  return { line: cut(line, start, end), removed: raw.text.length - seen.text.length };
}
