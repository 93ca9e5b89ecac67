/** The head of a plain request: a GET without a body. */
export interface RequestHead {
  /** The path with the query, as it came. */
  target: string;
  /** A header by its name in small letters; of several the first. */
  header: (name: string) => string | undefined;
}

const longestHead = 8192;
const plainHead = /^GET (\/[!-~]{0,500}) HTTP\/1\.1\r\n(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t\x20-\x7e]*\r\n)+\r\n$/;

/** Headers with which a request is more than a plain one. */
const unusual = ['content-length', 'transfer-encoding', 'upgrade', 'expect'];

/**
 * Reads a plain request that stands whole in the first bytes of a connection, with nothing behind it.
 *
 * `null` for any other request and for whatever is unusual about one: the server's own parser answers that.
 * Source: RFC 9112, sections 3 to 5.
 */
export function readHead(bytes: Buffer): RequestHead | null {
  if (bytes.length > longestHead) return null;
  const text = bytes.toString('latin1');
  const target = plainHead.exec(text)?.[1];
  if (target === undefined) return null;
  const small = text.toLowerCase();
  const header = (name: string) => {
    const at = small.indexOf(`\r\n${name}:`);
    if (at < 0) return undefined;
    const start = at + name.length + 3;
    return text.slice(start, text.indexOf('\r\n', start)).trim();
  };
  const isPlain = header('host') !== undefined && unusual.every((name) => header(name) === undefined);
  return isPlain ? { target, header } : null;
}
