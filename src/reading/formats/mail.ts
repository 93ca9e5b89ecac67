import { clean, oneLine } from '../characters.ts';
import { forwarding } from '../messages.ts';
import { readPlain, type Piece } from '../plain.ts';
import { piecesOfHtml, untold, webAddress, words, type Formatted } from './formatted.ts';
import { binary, headerText, leavesOf, parametersIn, readPart, textOfPart, type MimePart } from './mime.ts';

/** So many attachments are named. */
const named = 20;

/** Reads an e-mail: its text, and what its headers say. Attachments are named and never opened. */
export function readMail(bytes: Uint8Array): Formatted {
  const message = readPart(binary(bytes));
  const leaves = leavesOf(message);
  const attached = leaves.filter(({ part }) => isAttached(part));
  const shown = leaves.filter(({ part }) => !isAttached(part));
  const pieces = [...new Set(shown.map(({ alternatives }) => alternatives))].flatMap((alternatives) => {
    const parts = shown.filter((leaf) => leaf.alternatives === alternatives).map(({ part }) => part);
    return alternatives === null ? parts.flatMap(piecesOf) : better(parts);
  });
  const header = (name: string): string | null => words(oneLine(headerText(message.headers.get(name) ?? '')));
  const from = header('from');
  const published = header('date');
  const names = attached.slice(0, named).map(({ part }) => `“${nameOf(part)}” (${part.type})`);
  const more = attached.length > named ? ` and ${attached.length - named} more` : '';
  return {
    ...untold(pieces),
    title: header('subject'),
    authors: from === null ? [] : [words(/^"?([^"<]*)"?\s*</.exec(from)?.[1]) ?? from.replace(/[<>]/g, '')],
    published,
    publishedFrom: published === null ? null : 'markup',
    language: header('content-language'),
    address: webAddress(header('archived-at')?.replace(/^<|>$/g, '')),
    notes: [
      ...(names.length === 0
        ? []
        : [{ code: 'attachments-unopened', message: `Attachments were not opened: ${names.join(', ')}${more}.` }]),
      ...(pieces.some(isEarlier)
        ? [
            {
              code: 'earlier-messages',
              message:
                'It quotes or forwards earlier messages: what they say may have been put right since, and their “today” may be another day.',
            },
          ]
        : []),
    ],
  };
}

/** Whether a piece is quoted of an earlier message, or heads one that is forwarded. */
const isEarlier = ({ kind, text }: Piece): boolean => kind === 'quotation' || forwarding.test(text);

function isAttached({ type, headers }: MimePart): boolean {
  return (
    (type !== 'text/plain' && type !== 'text/html') || /^attachment/i.test(headers.get('content-disposition') ?? '')
  );
}

function nameOf({ headers, parameters }: MimePart): string {
  const disposition = parametersIn(headers.get('content-disposition') ?? '').parameters;
  return oneLine(clean(headerText(disposition.get('filename') ?? parameters.get('name') ?? 'unnamed')).text).slice(
    0,
    80,
  );
}

function piecesOf(part: MimePart): Piece[] {
  const text = clean(textOfPart(part)).text;
  return part.type === 'text/html' ? piecesOfHtml(text) : piecesOfPlain(text);
}

/** Marks before the lines of an earlier message: “> > The river has risen”. */
const quoting = /^(?:> ?)+/;

/** Plain text, with what it quotes of earlier messages as quotations without their marks. */
function piecesOfPlain(text: string): Piece[] {
  const stretches: { quoted: boolean; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const quoted = line.startsWith('>');
    const last = stretches.at(-1);
    const own = quoted ? line.replace(quoting, '') : line;
    if (last?.quoted === quoted) last.lines.push(own);
    else stretches.push({ quoted, lines: [own] });
  }
  return stretches.flatMap(({ quoted, lines }) => {
    const pieces = readPlain(lines.join('\n'));
    return quoted
      ? pieces.map((piece) => (piece.kind === 'paragraph' ? { ...piece, kind: 'quotation' as const } : piece))
      : pieces;
  });
}

/** Of a text and the page beside it the text, unless it says less than half of what the page says. */
function better(parts: MimePart[]): Piece[] {
  const read = (type: string) => parts.filter((part) => part.type === type).flatMap(piecesOf);
  const sizeOf = (pieces: Piece[]) => pieces.reduce((sum, { text }) => sum + text.length, 0);
  const [plain, page] = [read('text/plain'), read('text/html')];
  return sizeOf(plain) * 2 >= sizeOf(page) ? plain : page;
}
