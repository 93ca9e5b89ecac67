import type { Server, Socket } from 'node:net';
import { ReaderSocket } from './reader-socket.ts';
import { readHead, type RequestHead } from './request-head.ts';
import { streamRequestOf, type StreamRequest } from './stream-request.ts';

/** How long, in milliseconds, a connection may say nothing: once to twice as long. */
const patience = 15_000;

/** What is answered at the door. */
export interface DoorAnswers {
  /** Takes a connection over to answer a request for a stream; where it throws, nothing was written. */
  open: (socket: Socket, asked: StreamRequest) => void;
  /** The whole answer to a request, where it is ready. */
  ready: (asked: RequestHead) => Buffer | null;
}

/**
 * Stands before a server's own handling of connections and takes out those that begin with a request for a stream.
 *
 * Such a connection never meets the HTTP parser, which would cost each reader several times the memory. Nor does a request
 * of which the answer is ready, however many come over a connection. With the first request for anything else, or that
 * `open` throws at, a connection is handed on as it came. Those taken out are read on, and destroyed where the other side
 * ends. Returns what closes connections that have said nothing yet, or nothing more.
 */
export function guardDoor(server: Server, { open, ready }: DoorAnswers): () => void {
  const handlers = server.listeners('connection') as ((socket: Socket) => void)[];
  /** The connections that have said nothing, and those of them that had not when we last looked. */
  let silent = new Set<Socket>();
  let longSilent = new Set<Socket>();
  let closed = false;
  const handOn = (socket: Socket): void => {
    for (const handle of handlers) handle.call(server, socket);
  };
  const passOn = (socket: Socket, bytes: Buffer): void => {
    socket.off('end', onEnd).off('close', onEnd).off('error', onEnd);
    socket.pause();
    socket.unshift(bytes);
    handOn(socket);
    socket.resume();
  };
  const begin = (socket: Socket, head: RequestHead | null, bytes: Buffer): void => {
    const asked = head && streamRequestOf(head);
    if (asked === null) return passOn(socket, bytes);
    try {
      open(socket, asked);
    } catch {
      // What is wrong with it is said by whoever answers everything else.
      passOn(socket, bytes);
    }
  };
  const forget = (socket: Socket): void => {
    silent.delete(socket);
    longSilent.delete(socket);
  };
  // One listener each for all sockets: a reader costs little more than its socket.
  function onData(this: Socket, bytes: Buffer): void {
    forget(this);
    const head = readHead(bytes);
    // Who does not take its answers is left to the server too.
    const answer = head === null || this.writableLength > 0 ? null : ready(head);
    if (answer !== null) {
      silent.add(this);
      return send(this, answer);
    }
    this.off('data', onData);
    begin(this, head, bytes);
  }
  function onEnd(this: Socket): void {
    forget(this);
    this.destroy();
  }
  server.removeAllListeners('connection');
  server.on('connection', (socket) => {
    // Who comes while the server closes is left to those who close its connections.
    if (closed) return handOn(socket);
    silent.add(socket);
    socket.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onEnd);
  });
  const closeSilent = (): void => {
    // Who is still taking an answer has not gone silent.
    const taking = [...longSilent].filter(({ writableLength }) => writableLength > 0);
    for (const socket of longSilent) if (socket.writableLength === 0) socket.destroy();
    [longSilent, silent] = [silent, new Set(taking)];
  };
  const timer = setInterval(closeSilent, patience).unref();
  return () => {
    closed = true;
    clearInterval(timer);
    for (const socket of [...silent, ...longSilent]) socket.destroy();
  };
}

/** Writes at once what the system takes of an answer, and the rest when it takes more. */
function send(socket: Socket, answer: Buffer): void {
  const taken = new ReaderSocket(socket, 0).take(answer, 0, answer.length);
  if (taken < answer.length) socket.write(answer.subarray(taken));
}
