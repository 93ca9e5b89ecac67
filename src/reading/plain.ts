import { oneLine } from './characters.ts';
import type { TextBlock } from './reading.ts';

/** A block before it has its place. */
export interface Piece {
  kind: TextBlock['kind'];
  text: string;
}

/** What stands before an item of a list. */
const bullet = /^[•◦▪‣●○■*·–—-] \S/u;
/** A hard-wrapped line is at least and at most this long. */
const wrapped = { least: 40, most: 100 };

/**
 * Reads plain text: an empty line ends a paragraph, a bullet starts an item.
 *
 * Lines are joined where all but the last are as long as hard-wrapped ones; else each is a paragraph.
 */
export function readPlain(text: string): Piece[] {
  const pieces: Piece[] = [];
  let lines: string[] = [];
  const flush = (): void => {
    const body = lines.slice(0, -1);
    const joins =
      lines.every((line) => line.length <= wrapped.most) && body.every((line) => line.length >= wrapped.least);
    for (const line of joins && lines.length > 0 ? [lines.join(' ')] : lines)
      pieces.push({ kind: 'paragraph', text: line });
    lines = [];
  };
  for (const raw of text.split('\n')) {
    const line = oneLine(raw);
    if (bullet.test(line)) {
      flush();
      pieces.push({ kind: 'item', text: line });
    } else if (line === '') flush();
    else lines.push(line);
  }
  flush();
  return pieces;
}

/** Puts pieces one after the other with an empty line between, and says where each is. */
export function layOut(pieces: Piece[]): { text: string; blocks: TextBlock[] } {
  const blocks: TextBlock[] = [];
  let at = 0;
  for (const piece of pieces) {
    const start = piece.kind === 'item' && bullet.test(piece.text) ? at + 2 : at;
    blocks.push({ kind: piece.kind, start, end: at + piece.text.length });
    at += piece.text.length + 2;
  }
  return { text: pieces.map((piece) => piece.text).join('\n\n'), blocks };
}
