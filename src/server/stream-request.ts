import type { RequestHead } from './request-head.ts';

/** What a request for a stream asks. */
export interface StreamRequest {
  story: string;
  after: string | undefined;
  since: string | undefined;
  lastEventId: string | undefined;
  encodings: string | undefined;
}

const streamTarget = /^\/([a-z0-9-]{1,100})\/stream(?:\?([^?#]{0,200}))?$/;

/** What a request asks of a stream; `null` where it asks for anything else. */
export function streamRequestOf({ target, header }: RequestHead): StreamRequest | null {
  const found = streamTarget.exec(target);
  if (found === null) return null;
  const query = new URLSearchParams(found[2] ?? '');
  return {
    story: found[1]!,
    after: query.get('after') ?? undefined,
    since: query.get('since') ?? undefined,
    lastEventId: header('last-event-id'),
    encodings: header('accept-encoding'),
  };
}
