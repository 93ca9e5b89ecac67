import { Refusal } from '../terms/refusal.ts';
import type { Note } from './reading.ts';

/** The characters of a report, and what was wrong with its bytes. */
export interface Decoded {
  text: string;
  notes: Note[];
}

/** No report is larger, in bytes; what comes in over the web is refused sooner. */
const largest = 10_000_000;
const replacement = '\uFFFD';
/** How many bytes are looked through for a `<meta>` with a charset; browsers look through as many. */
const prescan = 1024;

/**
 * Turns bytes into characters: byte order mark, charset of the content type, of a `<meta>`, else UTF-8.
 *
 * Broken bytes become visible replacement characters and a note; no other charset is guessed.
 * Throws `request-too-large`, `report-empty`, `report-unreadable` and `report-charset-unsaid`.
 */
export function decode(bytes: Uint8Array, contentType: string | null): Decoded {
  if (bytes.length > largest) throw new Refusal('request-too-large', { limit: largest });
  if (bytes.length === 0) throw new Refusal('report-empty', {});
  const notes: Note[] = [];
  const label = markOf(bytes) ?? charsetIn(contentType ?? '') ?? charsetIn(metaOf(bytes)) ?? 'utf-8';
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label);
  } catch {
    notes.push({
      code: 'charset-unknown',
      message: `The charset “${label.slice(0, 40)}” is not known; the report was read as UTF-8.`,
    });
    decoder = new TextDecoder('utf-8');
  }
  const text = decoder.decode(bytes);
  refuseBinary(bytes, text);
  const broken = decoder.encoding === 'utf-8' ? countOf(text, replacement) - literalReplacements(bytes) : 0;
  if (broken > 0) {
    notes.push({
      code: 'text-undecodable',
      message: `${broken} characters could not be decoded as UTF-8; each is shown as “${replacement}”.`,
    });
  }
  return { text, notes };
}

/** The charset that a byte order mark names. */
function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function charsetIn(text: string): string | null {
  return /charset\s*=\s*["']?([\w:.-]+)/i.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** The `<meta …>` with a charset among the first bytes; a charset of two bytes a character cannot be declared there. */
function metaOf(bytes: Uint8Array): string {
  const head = headOf(bytes, prescan);
  const meta = /<meta\s[^<>]{0,300}charset[^<>]{0,100}/i.exec(head)?.[0] ?? '';
  return /utf-?16/i.test(meta) ? '' : meta;
}

const singly = new TextDecoder('windows-1252');

/** The first bytes, each as one character: what says which charset and format they are in is ASCII. */
export const headOf = (bytes: Uint8Array, length: number): string => singly.decode(bytes.subarray(0, length));

/** Throws where most of it cannot be text. */
function refuseBinary(bytes: Uint8Array, text: string): void {
  const magic = headOf(bytes, 5);
  if (magic === '%PDF-') throw new Refusal('report-unreadable', { found: 'a PDF' });
  if (magic.startsWith('PK\x03\x04')) throw new Refusal('report-unreadable', { found: 'an archive' });
  let nuls = 0;
  let controls = 0;
  let broken = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) nuls++;
    if (code === 0xfffd) broken++;
    else if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) controls++;
  }
  const junk = controls + broken;
  if (nuls * 100 > text.length) throw new Refusal('report-unreadable', { found: `${nuls} NUL characters` });
  // Of what is no text an eighth are controls; a text in another charset has none.
  if (broken * 4 > text.length && controls * 100 <= text.length) throw new Refusal('report-charset-unsaid', { broken });
  if (junk * 4 > text.length) throw new Refusal('report-unreadable', { found: `${junk} characters that are not text` });
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++;
  return count;
}

/** How many replacement characters the bytes themselves spell. */
function literalReplacements(bytes: Uint8Array): number {
  let count = 0;
  for (let i = bytes.indexOf(0xef); i >= 0; i = bytes.indexOf(0xef, i + 1)) {
    if (bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) count++;
  }
  return count;
}
