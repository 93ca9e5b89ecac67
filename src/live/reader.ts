import { isTurn, type Frame } from './frame.ts';

/**
 * Where a reader's page is in following its story.
 *
 * `loading`: the page is there, its stream is not yet. `live`: the stream is open. `catching-up`: something may be
 * missing and was asked for. `offline`: there is no stream, or something is missing yet; it is asked for after a while.
 * `hidden`: the browser has put the page away; nothing is asked for until it is back. `ended`: the coverage has ended and
 * nothing is missing; there is no stream, and what may follow after all is asked for seldom.
 */
export type ReaderState = 'loading' | 'live' | 'catching-up' | 'offline' | 'hidden' | 'ended';

/**
 * A reader: its state, the revision it has taken in, the last it heard of, and what of the network works.
 *
 * `ended`: the coverage has ended, as of its revision. `streaming`: its stream is open. `holds`: requests that the server holds until there is something new get through.
 */
export interface Reader {
  readonly state: ReaderState;
  readonly revision: number;
  readonly heard: number;
  readonly ended: boolean;
  readonly streaming: boolean;
  readonly holds: boolean;
}

/** What happens to a reader. */
export type ReaderEvent =
  /** The page is ready to be followed. */
  | { kind: 'started' }
  /** The stream is open. */
  | { kind: 'opened' }
  /** The stream failed; it may come back by itself. */
  | { kind: 'failed' }
  /** A frame came on the stream. */
  | { kind: 'framed'; frame: Frame }
  /** The frame that was asked for came. */
  | { kind: 'fetched'; frame: Frame }
  /** The frame that was asked for did not come. */
  | { kind: 'unreachable' }
  /** The browser puts the page away, and may stop it. */
  | { kind: 'hid' }
  /** The page was asleep or without a network, and is back. */
  | { kind: 'woke' }
  /** The while is over. */
  | { kind: 'waited' };

/** What a reader has to do; whoever runs it does so in this order. */
export type ReaderEffect =
  /** Open a stream that starts after a revision, unless one is open or about to open by itself. */
  | { kind: 'connect'; after: number }
  /** Close the stream. */
  | { kind: 'disconnect' }
  /** Ask for what changed after a revision, held until something has or at once: `fetched` or `unreachable` follows. */
  | { kind: 'fetch'; after: number; held: boolean }
  /** Put a frame onto the page. */
  | { kind: 'apply'; frame: Frame }
  /** Send `waited` after a while, or after a long one; it takes the place of one that is under way. */
  | { kind: 'wait'; long: boolean };

/** What an event comes to. */
export type ReaderStep = readonly [Reader, readonly ReaderEffect[]];

type EventOf<Kind extends ReaderEvent['kind']> = Extract<ReaderEvent, { kind: Kind }>;
type Turn<Kind extends ReaderEvent['kind']> = (reader: Reader, event: EventOf<Kind>) => ReaderStep;
type Table = { [State in ReaderState]: { [Kind in ReaderEvent['kind']]: Turn<Kind> } };

const stay = (reader: Reader): ReaderStep => [reader, []];
const wait: ReaderEffect = { kind: 'wait', long: false };
const ask = (reader: Reader): ReaderStep => [
  { ...reader, state: 'catching-up' },
  [{ kind: 'fetch', after: reader.revision, held: false }],
];
const hold = (reader: Reader): ReaderStep => [
  { ...reader, state: 'catching-up' },
  [{ kind: 'fetch', after: reader.revision, held: reader.holds }],
];
const hide = (reader: Reader): ReaderStep => [
  { ...reader, state: 'hidden', streaming: false },
  [{ kind: 'disconnect' }],
];
const rest = (reader: Reader, effects: readonly ReaderEffect[] = []): ReaderStep => [
  { ...reader, state: 'ended', streaming: false },
  [...effects, { kind: 'disconnect' }, { kind: 'wait', long: true }],
];
/** A page that says that coverage has ended may have been kept for a while. */
const start = (reader: Reader): ReaderStep =>
  reader.ended ? ask(reader) : [reader, [{ kind: 'connect', after: reader.revision }]];

/** The stream is open. */
function open(reader: Reader): ReaderStep {
  if (reader.heard > reader.revision) return ask({ ...reader, streaming: true });
  return reader.ended ? rest(reader) : [{ ...reader, state: 'live', streaming: true, holds: true }, []];
}

const opensWhileAsking = (reader: Reader): ReaderStep => [{ ...reader, streaming: true }, []];
const failsWhileAsking = (reader: Reader): ReaderStep => [{ ...reader, streaming: false }, []];
const lost = (reader: Reader): ReaderStep => [{ ...reader, state: 'offline', streaming: false }, [wait]];

/** Takes a frame in where it follows on what the reader has; knows of its revision in any case. */
function take(reader: Reader, frame: Frame): ReaderStep {
  const heard = Math.max(reader.heard, frame.revision);
  if (isTurn(frame)) {
    const applies = frame.revision === reader.revision && frame.parts.length > 0;
    return [{ ...reader, heard }, applies ? [{ kind: 'apply', frame }] : []];
  }
  if (frame.revision <= reader.revision || frame.after > reader.revision) return [{ ...reader, heard }, []];
  const { revision, ended } = frame;
  return [{ ...reader, revision, heard, ended }, [{ kind: 'apply', frame }]];
}

/** A frame on the stream: one that leaves a gap is left, and what is missing is asked for. */
function framed(reader: Reader, { frame }: EventOf<'framed'>): ReaderStep {
  const [after, effects] = take({ ...reader, streaming: true }, frame);
  if (after.heard === after.revision) return settle(after, effects);
  const [asking, asked] = ask(after);
  return [asking, [...effects, ...asked]];
}

/** What was asked for: if it is not all that was heard of, the rest is asked for after a while. */
function fetched(reader: Reader, { frame }: { frame: Frame }): ReaderStep {
  const [after, effects] = take(reader, frame);
  if (after.heard > after.revision) return [{ ...after, state: 'offline' }, [...effects, wait]];
  return settle(after, effects);
}

/** Nothing is missing: what is to come is awaited. */
function settle(reader: Reader, effects: readonly ReaderEffect[]): ReaderStep {
  if (reader.ended) return rest(reader, effects);
  if (reader.streaming) return [{ ...reader, state: 'live' }, effects];
  return [{ ...reader, state: 'offline' }, [...effects, { kind: 'connect', after: reader.revision }, wait]];
}

/** What was asked for does not come: should it have been held too long for somebody on the way, the next is not. */
const unreachable = (reader: Reader): ReaderStep =>
  reader.ended ? rest(reader) : [{ ...reader, state: 'offline', holds: false }, [wait]];

/** What each event comes to in each state; a case that is forgotten does not compile. */
const table: Table = {
  loading: {
    started: start,
    opened: open,
    failed: lost,
    framed,
    fetched,
    unreachable: stay,
    hid: hide,
    woke: ask,
    waited: stay,
  },
  live: {
    started: stay,
    opened: stay,
    failed: lost,
    framed,
    fetched,
    unreachable: stay,
    hid: hide,
    woke: ask,
    waited: stay,
  },
  'catching-up': {
    started: stay,
    opened: opensWhileAsking,
    failed: failsWhileAsking,
    // The frame that was asked for comes yet: until then the state stays.
    framed: (reader, { frame }) => take({ ...reader, streaming: true }, frame),
    fetched,
    unreachable,
    hid: hide,
    woke: stay,
    waited: stay,
  },
  offline: {
    started: stay,
    // A stream that opens sends what is missing first.
    opened: open,
    failed: failsWhileAsking,
    framed,
    fetched,
    unreachable: stay,
    hid: hide,
    woke: ask,
    waited: hold,
  },
  hidden: {
    started: stay,
    opened: stay,
    failed: stay,
    // What was under way is still taken in.
    framed: (reader, { frame }) => take(reader, frame),
    fetched: (reader, { frame }) => take(reader, frame),
    unreachable: stay,
    hid: stay,
    woke: ask,
    waited: stay,
  },
  ended: {
    started: stay,
    opened: (reader) => rest(reader),
    failed: stay,
    // What was under way is still taken in; its stream is closed.
    framed: fetched,
    fetched,
    unreachable: stay,
    hid: hide,
    woke: ask,
    waited: ask,
  },
};

/** The reader of a page that stands at a revision, as of which the coverage may have ended. */
export function readerAt(revision: number, ended: boolean): Reader {
  return { state: 'loading', revision, heard: revision, ended, streaming: false, holds: true };
}

/** What an event comes to: the reader after it, and what has to be done. */
export function step(reader: Reader, event: ReaderEvent): ReaderStep {
  return (table[reader.state][event.kind] as Turn<ReaderEvent['kind']>)(reader, event);
}
