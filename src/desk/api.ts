import { patterns } from '../page/addresses.ts';
import { numberOf, type SubjectId } from '../terms/ids.ts';
import { readProblem, type Problem } from './problem.ts';

/**
 * What came of a request.
 *
 * `certain` tells whether a failed request certainly changed nothing; without an answer, or with one that did not come
 * from Stet itself (a proxy's 502), it may have been carried out all the same.
 */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; problem: Problem; certain: boolean };

/** What a request carries, and how long it may take. */
export interface Sent {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  json?: unknown;
  form?: FormData;
  /** Lets the request outlive the page, for the last words before it closes. */
  keepalive?: boolean;
  milliseconds?: number;
}

const patience = 15_000;

/** The address of a pattern with its names filled in. */
export function fill(pattern: string, names: Record<string, string>): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(names[name] ?? ''));
}

/** The desk's addresses of one story. */
export function storyApi(story: string) {
  return {
    view: fill(patterns.deskStory, { story }),
    due: fill(patterns.deskDue, { story }),
    subject: (subject: SubjectId) => fill(patterns.deskSubject, { story, subject: String(numberOf(subject)) }),
    preview: fill(patterns.deskPreview, { story }),
    commands: fill(patterns.deskCommands, { story }),
    drafts: fill(patterns.deskDrafts, { story }),
    draft: (draft: string) => fill(patterns.deskDraft, { story, draft }),
  };
}

/** Sends a request and reads its answer; never throws. */
export async function ask<Value>(address: string, sent: Sent = {}): Promise<Answer<Value>> {
  let response: Response;
  try {
    response = await fetch(address, {
      method: sent.method ?? 'GET',
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive: sent.keepalive ?? false,
      headers: {
        accept: 'application/json',
        ...(sent.json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: sent.form ?? (sent.json === undefined ? null : JSON.stringify(sent.json)),
      signal: AbortSignal.timeout(sent.milliseconds ?? patience),
    });
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return { ok: false, problem: late ? noAnswer : noConnection, certain: false };
  }
  const body = await read(response);
  if (response.ok) return { ok: true, value: body as Value };
  const certain = response.status < 500 || (response.headers.get('content-type') ?? '').includes('problem+json');
  return { ok: false, problem: readProblem(response.status, body), certain };
}

async function read(response: Response): Promise<unknown> {
  try {
    const text = await response.text();
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

const noConnection: Problem = {
  code: 'no-connection',
  status: 0,
  detail: 'No connection to the server.',
  why: 'The network is down, or the server is not running.',
  next: 'What you wrote is kept here. Try again when the connection is back; nothing is published twice.',
};

const noAnswer: Problem = {
  ...noConnection,
  detail: 'The server did not answer in time.',
  why: 'The connection or the server is slow, or what was asked for takes long.',
  next: 'It may have been done all the same: look, and try again; nothing is published twice.',
};
