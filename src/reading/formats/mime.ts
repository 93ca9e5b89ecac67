/** A part of a message as MIME has it: its headers, and its body as bytes, one to a UTF-16 unit. */
export interface MimePart {
  /** In lower case; where one stands twice, the first. */
  headers: Map<string, string>;
  /** For instance `text/plain`. */
  type: string;
  parameters: Map<string, string>;
  body: string;
}

/** A message is read this deep, with so many parts and so much of its headers. */
const bounds = { depth: 8, parts: 200, headers: 100_000 };

/** Bytes as a string with a unit for each. */
export function binary(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** The bytes of a string that has a unit for each. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (unit) => unit.charCodeAt(0));
}

/** Decodes bytes in a charset; in one that nobody knows, as UTF-8. */
export function inCharset(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** Reads the headers of a part and what follows them. Source: RFC 5322, section 2.2; RFC 2045, section 5. */
export function readPart(source: string): MimePart {
  const empty = /^\r?\n|\r?\n\r?\n/.exec(source.slice(0, bounds.headers));
  const head = empty ? source.slice(0, empty.index) : source.slice(0, bounds.headers);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n(?=[ \t])/g, '').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  const { value, parameters } = parametersIn(headers.get('content-type') ?? 'text/plain');
  const body = empty ? source.slice(empty.index + empty[0].length) : '';
  return { headers, type: value.toLowerCase(), parameters, body };
}

/** The value of a header and its parameters, as `text/plain; charset=utf-8`. */
export function parametersIn(header: string): { value: string; parameters: Map<string, string> } {
  const parameters = new Map<string, string>();
  for (const [, name, quoted, plain] of header.matchAll(/;\s*([\w*-]+)=(?:"([^"]*)"|([^;\s"]*))/g)) {
    parameters.set(name!.toLowerCase(), quoted ?? plain ?? '');
  }
  return { value: header.split(';', 1)[0]!.trim(), parameters };
}

/** The parts that are no multipart, in their order, with the alternatives they are one of. */
export function leavesOf(root: MimePart): { part: MimePart; alternatives: MimePart | null }[] {
  const leaves: { part: MimePart; alternatives: MimePart | null }[] = [];
  const walk = (part: MimePart, depth: number, alternatives: MimePart | null): void => {
    if (leaves.length >= bounds.parts) return;
    const boundary = part.parameters.get('boundary');
    if (!part.type.startsWith('multipart/') || !boundary || depth >= bounds.depth) {
      leaves.push({ part, alternatives });
      return;
    }
    const among = alternatives ?? (part.type === 'multipart/alternative' ? part : null);
    for (const piece of between(part.body, boundary)) walk(readPart(piece), depth + 1, among);
  };
  walk(root, 0, null);
  return leaves;
}

/** What stands between the lines of a boundary. */
function between(body: string, boundary: string): string[] {
  const pieces: string[] = [];
  const mark = `--${boundary}`;
  let start = -1;
  for (let at = body.indexOf(mark); at >= 0 && pieces.length < bounds.parts; at = body.indexOf(mark, at + 1)) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    if (start >= 0) pieces.push(body.slice(start, at).replace(/\r?\n$/, ''));
    const line = body.indexOf('\n', at);
    start = line < 0 || body.startsWith('--', at + mark.length) ? -1 : line + 1;
    if (start < 0) return pieces;
  }
  if (start >= 0 && pieces.length < bounds.parts) pieces.push(body.slice(start));
  return pieces;
}

/** The text of a part: its transfer encoding undone, in its charset. */
export function textOfPart({ headers, parameters, body }: MimePart): string {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  const bytes = encoding === 'base64' ? fromBase64(body) : encoding === 'quoted-printable' ? fromQuoted(body) : body;
  return inCharset(bytesOf(bytes), parameters.get('charset') ?? 'utf-8');
}

function fromBase64(body: string): string {
  const letters = body.replace(/[^A-Za-z0-9+/]/g, '');
  return atob(letters.slice(0, letters.length - (letters.length % 4 === 1 ? 1 : 0)));
}

function fromQuoted(body: string): string {
  return body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Decodes the encoded words of a header. Source: RFC 2047; a character may be cut between two of them. */
export function headerText(header: string): string {
  const encodedWord = /=\?([\w.-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([^?\s]{0,200})\?=/gi;
  let text = '';
  let waiting = { charset: 'utf-8', bytes: '' };
  let at = 0;
  const flush = (plain: string): void => {
    text += inCharset(bytesOf(waiting.bytes), waiting.charset) + inCharset(bytesOf(plain), 'utf-8');
    waiting = { charset: 'utf-8', bytes: '' };
  };
  for (const found of header.matchAll(encodedWord)) {
    const [whole, charset, encoding, letters] = found as unknown as [string, string, string, string];
    const plain = header.slice(at, found.index);
    const continues = waiting.bytes !== '' && plain.trim() === '' && waiting.charset === charset.toLowerCase();
    if (!continues) flush(waiting.bytes !== '' && plain.trim() === '' ? '' : plain);
    const bytes = /b/i.test(encoding) ? fromBase64(letters) : fromQuoted(letters.replaceAll('_', ' '));
    waiting = { charset: charset.toLowerCase(), bytes: waiting.bytes + bytes };
    at = found.index + whole.length;
  }
  flush(header.slice(at));
  return text.trim();
}
