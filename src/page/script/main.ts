import type { Frame } from '../../live/frame.ts';
import { readerAt, step, type ReaderEffect, type ReaderEvent } from '../../live/reader.ts';
import { apply, upTo } from './held.ts';
import { sayHow } from './notice.ts';
import { offerLastVisit, offerSettings } from './settings.ts';

/** What the page says of itself for its script. */
interface Baked {
  story: string;
  revision: string;
  ended?: string;
  stream: string;
  after: string;
}

const { story, revision, ended, stream, after } = document.querySelector('main')!.dataset as unknown as Baked;

const news = new Set<ReaderEvent['kind']>(['opened', 'framed', 'fetched', 'unreachable']);

let reader = readerAt(Number(revision), ended !== undefined);
/** The name of the words on what has become of the coverage since the page was opened. */
let coverage = '';
let source: EventSource | null = null;
let waiting = 0;

const at = (address: string, number: number) => address.replace(/\d+$/, String(number));

/** Tells the reader what happened, and does what that comes to. */
function happen(event: ReaderEvent): void {
  const [next, effects] = step(reader, event);
  if (next.ended !== reader.ended) coverage = next.ended ? 'ended' : 'reopened';
  reader = next;
  if (news.has(event.kind)) sayHow(event.kind === 'unreachable' ? 'offline' : coverage);
  effects.forEach(carryOut);
}

function carryOut(effect: ReaderEffect): void {
  switch (effect.kind) {
    case 'connect':
      return connect(effect.after);
    case 'fetch':
      return ask(effect.after, effect.held);
    case 'disconnect':
      return source?.close();
    case 'apply':
      return apply(effect.frame);
    case 'wait':
      clearTimeout(waiting);
      waiting = setTimeout(() => happen({ kind: 'waited' }), (5000 + Math.random() * 5000) * (effect.long ? 60 : 1));
  }
}

function connect(number: number): void {
  if (source && source.readyState < 2) return;
  source = new EventSource(at(stream, number));
  source.addEventListener('open', () => happen({ kind: 'opened' }));
  source.addEventListener('error', () => happen({ kind: 'failed' }));
  source.addEventListener('message', ({ data }) =>
    happen({ kind: 'framed', frame: JSON.parse(data as string) as Frame }),
  );
}

function ask(number: number, held: boolean): void {
  const address = at(after, number);
  fetch(held ? address.replace(/after(?=\/\d+$)/, 'next') : address, { signal: AbortSignal.timeout(20000) })
    .then((answer) => (answer.ok ? (answer.json() as Promise<Frame>) : Promise.reject(new Error(answer.statusText))))
    .then(
      (frame) => happen({ kind: 'fetched', frame }),
      () => happen({ kind: 'unreachable' }),
    );
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) happen({ kind: 'woke' });
});
addEventListener('online', () => happen({ kind: 'woke' }));
addEventListener('pagehide', () => happen({ kind: 'hid' }));
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) happen({ kind: 'woke' });
});

offerSettings();
offerLastVisit(story, reader.revision);
upTo(reader.revision);
happen({ kind: 'started' });
