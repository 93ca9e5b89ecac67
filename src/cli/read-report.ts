import { createReadStream } from 'node:fs';
import { basename, extname } from 'node:path';
import { fetchReport } from '../server/fetch-report.ts';
import { reportLimit, type Incoming } from '../server/intake.ts';
import { Refusal } from '../terms/refusal.ts';

const types: Record<string, string> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.eml': 'message/rfc822',
  '.csv': 'text/csv',
  '.tsv': 'text/tab-separated-values',
  '.xml': 'text/xml',
  '.rss': 'application/rss+xml',
  '.atom': 'application/atom+xml',
  '.cap': 'application/cap+xml',
  '.json': 'application/json',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'text/html',
};

/** A report from a file or an address of the web. Throws `file-unreadable`, `request-too-large` and what fetching throws. */
export async function readReport(source: string): Promise<Omit<Incoming, 'by'>> {
  if (/^https?:\/\//i.test(source)) {
    const { bytes, contentType, address } = await fetchReport(source);
    return { bytes, contentType, fileName: null, origin: address };
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(source)) throw new Refusal('url-unfit', { url: source });
  const bytes = await bounded(source).catch((reason: Error) => {
    throw new Refusal('file-unreadable', { file: source, what: reason.message });
  });
  if (bytes.length > reportLimit) throw new Refusal('request-too-large', { limit: reportLimit });
  return { bytes, contentType: types[extname(source).toLowerCase()] ?? null, fileName: basename(source), origin: null };
}

/** A file, no further than shows that it is too large: a device has no end. */
async function bounded(file: string): Promise<Uint8Array> {
  return Buffer.concat(await createReadStream(file, { end: reportLimit }).toArray());
}
