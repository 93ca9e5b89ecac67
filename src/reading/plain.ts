import { isByline, isOfText, isOwnByline } from './bylines.ts';
import { tidy } from './characters.ts';
import { cut, joined, type Trace, type Traced } from './trace.ts';
import type { CellPlace, TextBlock } from './reading.ts';

/** A block before it has its place. */
export interface Piece {
  kind: TextBlock['kind'];
  text: string;
  /** Where its characters stand in the source that was read; left out where they stand in none. */
  trace?: Trace;
  /** How many characters that are not to be seen were taken out of it. */
  removed?: number;
  /** Where it stands in a table. */
  cell?: CellPlace;
}

/** What stands before an item of a list. */
const bullet = /^[•◦▪‣●○■*·–—-] \S/u;
/** A row of a table, its cells between bars. */
const barred = /^\|.*\|.*\|$/;
/** A hard-wrapped line is at least and at most this long. */
const wrapped = { least: 40, most: 100 };
const lineEnd = /\r\n?|[\n\v\f\u0085\u2028\u2029]|$/g;

/**
 * Reads plain text: an empty line ends a paragraph, a bullet starts an item; a byline stands alone before the text.
 *
 * Lines are joined where all but the last are as long as hard-wrapped ones; else each is a paragraph.
 */
export function readPlain(text: string): Piece[] {
  const source: Traced = { text, trace: [0, 0] };
  const pieces: Piece[] = [];
  let lines: { start: number; end: number; length: number }[] = [];
  const push = (kind: Piece['kind'], start: number, end: number): void => {
    const { line, removed } = tidy(cut(source, start, end));
    pieces.push({ kind, ...line, removed });
  };
  let begun = false;
  const flush = (): void => {
    const joins =
      lines.every((line) => line.length <= wrapped.most) &&
      lines.slice(0, -1).every((line) => line.length >= wrapped.least);
    if (joins && lines.length > 0) push('paragraph', lines[0]!.start, lines.at(-1)!.end);
    else for (const { start, end } of lines) push('paragraph', start, end);
    begun ||= lines.length > 0 && pieces.slice(-lines.length).some((piece) => isOfText(piece.text));
    lines = [];
  };
  let start = 0;
  for (const found of text.matchAll(lineEnd)) {
    const end = found.index;
    const line = tidy(cut(source, start, end)).line.text;
    if (bullet.test(line) || barred.test(line)) {
      flush();
      push(barred.test(line) ? 'cell' : 'item', start, end);
    } else if (line === '') flush();
    else if (!begun && lines.length < 3 && isByline(line)) {
      flush();
      push(isOwnByline(line) ? 'byline' : 'paragraph', start, end);
    } else lines.push({ start, end, length: line.length });
    start = end + found[0].length;
  }
  flush();
  return pieces;
}

/** Puts pieces one after the other with an empty line between, and says where each is and where it comes from. */
export function layOut(pieces: Piece[]): { text: string; blocks: TextBlock[]; trace: Trace | null } {
  const blocks: TextBlock[] = [];
  let at = 0;
  for (const piece of pieces) {
    const start = piece.kind === 'item' && bullet.test(piece.text) ? at + 2 : at;
    const place = piece.kind === 'cell' && piece.cell ? { cell: piece.cell } : {};
    blocks.push({ kind: piece.kind, start, end: at + piece.text.length, ...place });
    at += piece.text.length + 2;
  }
  const { text, trace } = joined(pieces.map((piece) => ({ text: piece.text, trace: piece.trace ?? [] })));
  return { text, blocks, trace: pieces.every((piece) => piece.trace) ? trace : null };
}
