import type { Span } from './reading.ts';

/** A quotation as its marks show it; the span is what stands between them. */
export interface Quoted extends Span {
  /** From the opening mark to behind the closing one. */
  outer: Span;
}

type Family = 'double' | 'single' | 'low' | 'guillemet' | 'straight' | 'straight-single' | 'typed';

/** No longer stretch is taken for one quotation: an excerpt holds as much. */
const longest = 5000;

const opens: Record<string, Family> = {
  '“': 'double',
  '‘': 'single',
  '„': 'low',
  '«': 'guillemet',
  '"': 'straight',
  "'": 'straight-single',
  "''": 'typed',
  '``': 'typed',
};
const closes: Record<string, Family[]> = {
  '”': ['double', 'low', 'straight'],
  '“': ['low', 'double'],
  '’': ['single'],
  '»': ['guillemet'],
  '"': ['straight', 'double', 'low'],
  "'": ['straight-single', 'single'],
  "''": ['typed'],
};

interface Mark {
  at: number;
  character: string;
  /** Whether it can open, and close, by what stands beside it. */
  opens: boolean;
  closes: boolean;
  /** A mark behind the s of a plural and before a small letter: “the farmers’ fields”. */
  perhapsPossessive: boolean;
}

const isBlank = (character: string): boolean => character === '' || /\s/.test(character);
const isLetter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/** A closing mark, and one behind another closing mark, closes over a blank before it: “‘…’ ”. */
const closesBehindBlank = (body: string, at: number): boolean =>
  body[at - 1] === ' ' && isBlank(body[at + 1] ?? '') && (body[at] === '”' || /[’']/.test(body[at - 2] ?? ''));

function marksIn(text: string, block: Span): Mark[] {
  const marks: Mark[] = [];
  const mark = /'(?<=\S')(?=''(?!'))|''|``|[“”‘’„«»"']/g;
  const body = text.slice(block.start, block.end);
  for (let found = mark.exec(body); found; found = mark.exec(body)) {
    const at = found.index;
    const character = found[0];
    const before = body[at - 1] ?? '';
    const after = body[at + character.length] ?? '';
    const startsWord = !isLetter(before) && !isBlank(after);
    marks.push({
      at: block.start + at,
      character,
      opens: character in opens && startsWord && !/^\d0s/.test(body.slice(at + 1, at + 4)),
      closes:
        character in closes &&
        (!isBlank(before) || closesBehindBlank(body, at)) &&
        !(isLetter(after) && "’''".includes(character)) &&
        !(character === '“' && !/^[\s.,;:!?)]?$/.test(after)),
      perhapsPossessive:
        (character === '’' || character === "'") && before === 's' && /^ \p{Ll}/u.test(body.slice(at + 1, at + 3)),
    });
  }
  return marks;
}

/** For each mark, the next one that can close each family: read from behind, once. What a “ between them opens, its ” closes. */
function closersAfter(marks: Mark[], family: Family): Int32Array {
  const next = new Int32Array(marks.length).fill(-1);
  const curly: number[] = [];
  for (let i = marks.length - 2, nearest = -1; i >= 0; i--) {
    const mark = marks[i + 1]!;
    const fits = mark.closes && closes[mark.character]!.includes(family);
    if (fits && family === 'straight' && mark.character === '”') curly.push(i + 1);
    else if (fits) nearest = i + 1;
    else if (mark.opens && mark.character === '“') curly.pop();
    const last = curly.at(-1) ?? -1;
    next[i] = last >= 0 && (nearest < 0 || last < nearest) ? last : nearest;
  }
  return next;
}

function openersAfter(marks: Mark[], character: string): Int32Array {
  const next = new Int32Array(marks.length).fill(-1);
  for (let i = marks.length - 2, nearest = -1; i >= 0; i--) {
    const mark = marks[i + 1]!;
    if (mark.character === character && mark.opens) nearest = i + 1;
    next[i] = nearest;
  }
  return next;
}

/**
 * Pairs the quotation marks of a block; quotations within a quotation belong to it.
 *
 * An apostrophe never closes: nor does the mark of a plural's possessive when a better one follows. A mark that opens and is
 * not closed in its block quotes to the block's end where `goesOn` says that the next block opens with the same mark
 * (so newspapers print a quotation of several paragraphs), or where it opens a block that is `announced` by a colon before it;
 * else it is counted in `unbalanced`.
 */
export function pairMarks(
  text: string,
  block: Span,
  goesOn: string | null,
  announced = false,
): { quoted: Quoted[]; unbalanced: number } {
  const marks = marksIn(text, block);
  const families = new Map<string, { closers: Int32Array; openers: Int32Array }>();
  for (const character of new Set(marks.filter((mark) => mark.opens).map((mark) => mark.character))) {
    families.set(character, {
      closers: closersAfter(marks, opens[character]!),
      openers: openersAfter(marks, character),
    });
  }
  const quoted: Quoted[] = [];
  let unbalanced = 0;
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]!;
    if (!mark.opens) continue;
    const width = mark.character.length;
    const { closers, openers } = families.get(mark.character)!;
    let closer = closers[i]!;
    const opener = openers[i]!;
    const straight = opens[mark.character]!.startsWith('straight') || mark.character === "''";
    if (closer >= 0 && marks[closer]!.perhapsPossessive) {
      const better = closers[closer]!;
      const between = openers[closer]!;
      if (better >= 0 && (between < 0 || better < between) && /[,.!?…]/.test(text[marks[better]!.at - 1] ?? ''))
        closer = better;
    }
    const restarted = !straight && opener >= 0 && closer >= 0 && opener < closer;
    if (closer < 0 || restarted || marks[closer]!.at - mark.at > longest) {
      const runsOn =
        closer < 0 &&
        mark.character !== "'" &&
        (goesOn === mark.character[0] || (announced && mark.at === block.start)) &&
        block.end - mark.at <= longest &&
        opener < 0;
      if (!runsOn) {
        if (mark.character !== "'") unbalanced++;
        continue;
      }
      quoted.push({ start: mark.at + width, end: block.end, outer: { start: mark.at, end: block.end } });
      break;
    }
    const end = marks[closer]!.at;
    if (end > mark.at + width)
      quoted.push({
        start: mark.at + width,
        end,
        outer: { start: mark.at, end: end + marks[closer]!.character.length },
      });
    i = closer;
  }
  return { quoted, unbalanced };
}
