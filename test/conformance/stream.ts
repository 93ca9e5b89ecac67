import { request, type ClientRequest } from 'node:http';
import { createGunzip } from 'node:zlib';
import { createParser } from 'eventsource-parser';
import type { Frame } from '../../src/live/frame.ts';
import type { Answer } from './ways.ts';

/** A message of a stream. */
interface Message {
  id: number | null;
  frame: Frame;
}

/** A stream as a client sees it: its messages in their order, when it is to come back, and whether it has ended. */
export class Stream {
  readonly messages: Message[] = [];
  retry: number | null = null;
  ended = false;
  readonly #request: ClientRequest;
  /** What the request was answered; of a refusal with its body. */
  readonly answer: Promise<Answer>;

  constructor(address: string, headers: Record<string, string>) {
    this.#request = request(address, { headers, agent: false });
    this.answer = new Promise((resolve, reject) => {
      this.#request.on('error', reject).on('response', (response) => {
        const { statusCode: status, headers: answered } = response;
        let body = '';
        const parser = createParser({
          onEvent: ({ id, data }) => {
            this.messages.push({ id: id === undefined ? null : Number(id), frame: JSON.parse(data) as Frame });
          },
          onRetry: (milliseconds) => (this.retry = milliseconds),
        });
        const bytes = answered['content-encoding'] === 'gzip' ? response.pipe(createGunzip()) : response;
        // A stream ends without the end of its gzip.
        bytes
          .on('error', () => {})
          .on('data', (part: Buffer) => {
            if (status === 200) parser.feed(part.toString());
            else body += part.toString();
          });
        response
          .on('error', () => {})
          .on('close', () => {
            this.ended = true;
            resolve({ status: status!, headers: answered, body });
          });
        if (status === 200) resolve({ status, headers: answered, body });
      });
    });
    this.#request.end();
  }

  close(): void {
    this.#request.destroy();
  }
}
