import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Refusal } from '../terms/refusal.ts';

/** What an address of the web answered. */
export interface Fetched {
  bytes: Uint8Array;
  contentType: string | null;
  /** The address that answered in the end, after redirects. */
  address: string;
}

/** What may be fetched, and how much of it. */
export interface FetchLimits {
  bytes: number;
  milliseconds: number;
  redirects: number;
  /** Whether an IP address may be connected to. */
  allows(address: string): boolean;
  /** Ends what is under way. */
  stop?: AbortSignal;
}

/** Whether an IP address is one of the public internet: not private, loopback, link-local, multicast or reserved. */
export function isPublicAddress(address: string): boolean {
  try {
    // Behind 96 bits of nothing stands an IPv4 address of old, which some systems still connect to.
    const old = isIP(address) === 6 && ipaddr.IPv6.parse(address).match(ipaddr.IPv6.parse('::'), 96);
    return !old && ipaddr.process(address).range() === 'unicast';
  } catch {
    return false;
  }
}

/** What the desk's own fetching is held to. */
export const publicWeb: FetchLimits = { bytes: 5_000_000, milliseconds: 15_000, redirects: 5, allows: isPublicAddress };

/** What an answer gave to ask later whether there is a newer one; `null` where it gave nothing. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/**
 * Fetches a page of the public web.
 *
 * Each redirect is checked as the first address is, and the connection goes to the very IP addresses that were checked.
 * Throws `url-unfit`, `url-private`, `url-unreachable` or `url-too-large`.
 */
export async function fetchReport(url: string, limits: FetchLimits = publicWeb): Promise<Fetched> {
  const { status, page } = await fetchIfChanged(url, { etag: null, lastModified: null }, limits);
  if (page === null) throw unanswered(url, status);
  return page;
}

/** What an address answered to who asks now and then. */
export interface Answer {
  status: number;
  /** `null` where nothing has changed (304), and where it asks to be left alone for a while (429, 503). */
  page: (Fetched & Validators) | null;
  cacheControl: string | null;
  retryAfter: string | null;
}

/** That an address answered, but gave no page. */
export function unanswered(url: string, status: number): Refusal {
  return new Refusal('url-unreachable', { url, what: `it answered ${status}` });
}

type GivenHeader = 'content-type' | 'etag' | 'last-modified' | 'cache-control' | 'retry-after';

/** Fetches as `fetchReport` does, but only what has changed since an earlier answer. */
export async function fetchIfChanged(
  url: string,
  { etag, lastModified }: Validators,
  limits: FetchLimits = publicWeb,
): Promise<Answer> {
  const slow = AbortSignal.timeout(limits.milliseconds);
  const late = limits.stop === undefined ? slow : AbortSignal.any([slow, limits.stop]);
  const conditions = {
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  };
  let next = url;
  for (let hop = 0; hop <= limits.redirects; hop++) {
    const target = parse(next);
    const addresses = await resolve(target, url, limits, late);
    const response = await request(target, addresses, late, url, conditions);
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (status >= 300 && status < 400 && status !== 304 && location !== undefined) {
      response.destroy();
      if (!URL.canParse(location, target.href)) throw new Refusal('url-unfit', { url: location });
      next = new URL(location, target).href;
      continue;
    }
    const given = (name: GivenHeader) => response.headers[name]?.slice(0, 500) ?? null;
    const told = { status, cacheControl: given('cache-control'), retryAfter: given('retry-after') };
    if (status !== 200) {
      response.destroy();
      if (status === 304 || status === 429 || status === 503) return { ...told, page: null };
      throw unanswered(url, status);
    }
    const encoding = response.headers['content-encoding'] ?? 'identity';
    if (encoding !== 'identity') {
      response.destroy();
      throw new Refusal('url-unreachable', { url, what: `it sends ${encoding}, which was not asked for` });
    }
    const bytes = await body(response, url, limits.bytes, late);
    const [contentType, etag, lastModified] = [given('content-type'), given('etag'), given('last-modified')];
    return { ...told, page: { bytes, contentType, address: target.href, etag, lastModified } };
  }
  throw new Refusal('url-unreachable', { url, what: `it redirects more than ${limits.redirects} times` });
}

function parse(url: string): URL {
  if (!URL.canParse(url)) throw new Refusal('url-unfit', { url });
  const target = new URL(url);
  const plain = target.username === '' && target.password === '';
  if ((target.protocol !== 'http:' && target.protocol !== 'https:') || !plain) throw new Refusal('url-unfit', { url });
  return target;
}

/** The IP addresses of a host; refused unless each of them may be connected to. */
async function resolve(target: URL, url: string, limits: FetchLimits, late: AbortSignal): Promise<string[]> {
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host)
    ? [host]
    : await Promise.race([lookup(host, { all: true }), ended(late)]).then(
        (found) => found.map(({ address }) => address),
        () => {
          const what = late.aborted ? 'it took too long' : `no machine is named ${host}`;
          throw new Refusal('url-unreachable', { url, what });
        },
      );
  for (const address of addresses) if (!limits.allows(address)) throw new Refusal('url-private', { url, address });
  return addresses;
}

function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('late')), { once: true }));
}

function request(
  target: URL,
  addresses: readonly string[],
  late: AbortSignal,
  url: string,
  conditions: http.OutgoingHttpHeaders,
): Promise<http.IncomingMessage> {
  // All of them, so that one that cannot be reached from here does not hide the others.
  const pinned: LookupFunction = (_host, { all }, done) =>
    all
      ? done(
          null,
          addresses.map((address) => ({ address, family: isIP(address) })),
        )
      : done(null, addresses[0]!, isIP(addresses[0]!));
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const get = target.protocol === 'https:' ? https.get : http.get;
  get(
    target,
    {
      lookup: pinned,
      signal: late,
      agent: false,
      headers: {
        ...conditions,
        accept: 'text/html, text/plain;q=0.9, */*;q=0.1',
        'accept-encoding': 'identity',
        'user-agent': 'Stet',
      },
    },
    resolve,
  )
    .once('error', (error) => reject(unreachable(url, error, late)))
    // One that changes to another protocol is closed without an answer and without an error.
    .once('close', () => reject(unreachable(url, new Error('it closed the connection'), late)));
  return promise;
}

async function body(
  response: http.IncomingMessage,
  url: string,
  limit: number,
  late: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response) {
      length += (chunk as Buffer).length;
      if (length > limit) throw new Refusal('url-too-large', { url, limit });
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : unreachable(url, error as Error, late);
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks);
}

function unreachable(url: string, error: Error, late: AbortSignal): Refusal {
  return new Refusal('url-unreachable', { url, what: late.aborted ? 'it took too long' : error.message });
}
