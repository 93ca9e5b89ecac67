/** What a request for a stream asks. */
export interface StreamRequest {
  story: string;
  after: string | undefined;
  since: string | undefined;
  lastEventId: string | undefined;
  encodings: string | undefined;
}

const longestHead = 8192;
const requestLine = /^GET \/([a-z0-9-]{1,100})\/stream(?:\?([^ ?#]{0,200}))? HTTP\/1\.1$/;
const headerLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):([\t\x20-\x7e]*)$/;

/** Headers with which a request is more than a plain one. */
const unusual = new Set(['content-length', 'transfer-encoding', 'upgrade', 'expect']);

/**
 * Reads a request for a stream that stands whole in the first bytes of a connection.
 *
 * `null` for any other request and for whatever is unusual about one: the server's own parser answers that.
 * Source: RFC 9112, sections 3 to 5.
 */
export function readStreamRequest(bytes: Buffer): StreamRequest | null {
  if (bytes.length > longestHead || bytes.length < 4 || bytes.toString('latin1', 0, 4) !== 'GET ') return null;
  const [first, ...rest] = bytes.toString('latin1').split('\r\n');
  const line = requestLine.exec(first!);
  if (line === null || rest.length < 2 || rest.at(-1) !== '' || rest.at(-2) !== '') return null;
  const found = new Map<string, string>();
  for (const one of rest.slice(0, -2)) {
    const header = headerLine.exec(one);
    const name = header?.[1]!.toLowerCase();
    if (header === null || name === undefined || unusual.has(name)) return null;
    found.set(name, header[2]!.trim());
  }
  if (!found.has('host')) return null;
  const query = new URLSearchParams(line[2] ?? '');
  return {
    story: line[1]!,
    after: query.get('after') ?? undefined,
    since: query.get('since') ?? undefined,
    lastEventId: found.get('last-event-id'),
    encodings: found.get('accept-encoding'),
  };
}
