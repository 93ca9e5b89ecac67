import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHead } from './request-head.ts';
import { streamRequestOf } from './stream-request.ts';

const request = (line: string, ...headers: string[]) =>
  Buffer.from([line, 'Host: live.example', ...headers, '', ''].join('\r\n'), 'latin1');

function readStreamRequest(bytes: Buffer) {
  const head = readHead(bytes);
  return head && streamRequestOf(head);
}

describe('a request for a stream, read before the HTTP parser', () => {
  test('[L60] it is read with what counts in it', () => {
    expect(
      readStreamRequest(
        request(
          'GET /river-flood/stream?since=2024-09-15T06%3A00%3A00.000Z&after=12 HTTP/1.1',
          'Last-Event-ID:  14 ',
          'accept-encoding: gzip, br',
          'Connection: keep-alive',
        ),
      ),
    ).toEqual({
      story: 'river-flood',
      after: '12',
      since: '2024-09-15T06:00:00.000Z',
      lastEventId: '14',
      encodings: 'gzip, br',
    });
  });

  test.each([
    ['another method', request('POST /river-flood/stream HTTP/1.1')],
    ['another address', request('GET /river-flood HTTP/1.1')],
    ['another version', request('GET /river-flood/stream HTTP/1.0')],
    ['a body', request('GET /river-flood/stream HTTP/1.1', 'Content-Length: 5')],
    ['chunks', request('GET /river-flood/stream HTTP/1.1', 'Transfer-Encoding: chunked')],
    ['an upgrade', request('GET /river-flood/stream HTTP/1.1', 'Upgrade: h2c')],
    ['a folded header', request('GET /river-flood/stream HTTP/1.1', 'X: a', ' b')],
    ['a header that is none', request('GET /river-flood/stream HTTP/1.1', 'no colon')],
    ['a second request behind it', Buffer.concat([request('GET /a/stream HTTP/1.1'), request('GET / HTTP/1.1')])],
    ['no end', request('GET /river-flood/stream HTTP/1.1').subarray(0, -2)],
    ['no host', Buffer.from('GET /river-flood/stream HTTP/1.1\r\n\r\n')],
    ['8 KB and more', request('GET /river-flood/stream HTTP/1.1', `X: ${'x'.repeat(8192)}`)],
  ])('[L60] one with %s is left to the HTTP parser', (_, bytes) => {
    expect(readStreamRequest(bytes)).toBeNull();
  });

  test('[L60] whatever comes is read without an error and at once', () => {
    const start = performance.now();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, begins) => {
        readStreamRequest(Buffer.concat([Buffer.from(begins ? 'GET /a/stream HTTP/1.1\r\n' : ''), bytes]));
      }),
    );
    for (const text of [' ', '\t', ':', 'a', '\r\n'])
      readStreamRequest(request('GET /a/stream HTTP/1.1', text.repeat(4000), '\u0080'));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
