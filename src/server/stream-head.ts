import { dataHeaders } from './headers.ts';

const lines = (headers: Record<string, string>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');

const headers = lines({
  ...dataHeaders,
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  vary: 'accept-encoding',
  'x-accel-buffering': 'no',
  // Without a length the body goes on to the connection's end, so that the same bytes go to everybody.
  connection: 'close',
});

/** The head of a stream's answer in HTTP/1.1. */
export function streamHead(gzip: boolean): Buffer {
  const encoding = gzip ? 'content-encoding: gzip\r\n' : '';
  return Buffer.from(`HTTP/1.1 200 OK\r\n${headers}${encoding}date: ${new Date().toUTCString()}\r\n\r\n`);
}

const retryMilliseconds = 2000;

/** When to come back after a stream broke: drawn for each, so that readers do not all come at once. */
export function retry(): Buffer {
  return Buffer.from(`retry: ${retryMilliseconds + Math.floor(Math.random() * retryMilliseconds)}\n\n`);
}
