import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Revision } from '../../src/journal/revision.ts';
import { toEventStream, type Frame } from '../../src/live/frame.ts';
import { renderCorrectionsPage } from '../../src/page/corrections-page.ts';
import { catchUpFrame, frameOf, turnFrame } from '../../src/page/frame.ts';
import { renderFrontPage } from '../../src/page/front-page.ts';
import { renderPage } from '../../src/page/page.ts';
import { renderPostPage } from '../../src/page/post-page.ts';
import { renderProblemPage } from '../../src/page/problem-page.ts';
import { renderSubjectPage } from '../../src/page/subject-page.ts';
import { pageStyle } from '../../src/page/style.ts';
import type { Command } from '../../src/record/command.ts';
import { fold } from '../../src/record/evolve.ts';
import { emptyRecord, find, revisionOf, type StoryRecord } from '../../src/record/record.ts';
import { correctionsView } from '../../src/views/corrections-view.ts';
import { mastheadView } from '../../src/views/masthead-view.ts';
import { pageView } from '../../src/views/page-view.ts';
import { postView } from '../../src/views/post-view.ts';
import { subjectHistoryView } from '../../src/views/subject-view.ts';
import { turning } from '../../src/views/turning.ts';
import type { Moment } from '../../src/terms/when.ts';
import { minute, openFlood, revisionBy } from '../samples/flood.ts';
import { pageScript } from './script.ts';

const style = createHash('sha256').update(pageStyle).digest('base64');
const policy =
  `default-src 'none'; base-uri 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; ` +
  `style-src 'sha256-${style}'; require-trusted-types-for 'script'; trusted-types stet`;

/** A story behind the addresses of `docs/delivery.md`, with faults at will: what a reader's browser is tried on. */
export class Site {
  record: StoryRecord = emptyRecord('river-flood');
  readonly revisions: Revision[] = [];
  /** The moment that it is for its readers. */
  moment: Moment = minute(60);
  /** Every address that was asked for. */
  readonly asked: string[] = [];
  /** Whether nothing is answered. */
  down = false;
  /** Whether frames are sent on the stream; what is not sent is lost. */
  sending = true;
  readonly #streams = new Set<ServerResponse>();
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  constructor(...commands: Command[]) {
    const opens = commands[0]?.kind === 'open-story';
    for (const command of opens ? commands : [openFlood, ...commands]) this.publish(command);
  }

  get head(): number {
    return revisionOf(this.record);
  }

  /** How many readers are connected. */
  get readers(): number {
    return this.#streams.size;
  }

  /** Publishes a command and sends it to whoever is connected. */
  publish(command: Command): void {
    const seen = 'seen' in command ? { seen: this.head } : {};
    const revision = revisionBy({ ...command, ...seen }, this.record, this.revisions.at(-1));
    this.record = fold(this.record, revision);
    this.revisions.push(revision);
    if (this.sending) this.send(this.frame(this.head - 1));
  }

  /** The net difference after a revision. */
  frame(after: number): Frame {
    return frameOf(this.record, this.revisions.slice(after), after, this.moment);
  }

  /** What a page lacks that stands at a revision and was not followed for a while. */
  missed(after: number): Frame {
    return catchUpFrame(this.record, after, this.moment);
  }

  /** Lets time pass and sends what it alone changes. */
  turn(moment: Moment): void {
    this.moment = moment;
    this.send(turnFrame(this.record, turning(this.record, moment).subjects, moment));
  }

  /** Sends a frame to whoever is connected. */
  send(frame: Frame): void {
    for (const stream of this.#streams) stream.write(toEventStream(frame));
  }

  /** Breaks every stream. */
  cut(): void {
    for (const stream of this.#streams) stream.destroy();
  }

  /** Starts to answer; resolves to the address. */
  async open(): Promise<string> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Ends. */
  close(): void {
    this.cut();
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
    this.asked.push(request.url!);
    if (this.down) {
      response.destroy();
      return;
    }
    const part = /^\/river-flood(?:\/(post|subject|after|next|stream|corrections)[-/]?(\d*))?$/.exec(pathname);
    const number = (name: string) => (searchParams.has(name) ? Number(searchParams.get(name)) : null);
    const page = (text: string) =>
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
        .end(text);
    if (pathname === '/page.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(await pageScript());
    } else if (pathname === '/') {
      page(renderFrontPage([mastheadView(this.record)]));
    } else if (part === null) {
      page(renderProblemPage({ status: 404, title: 'Not found', detail: 'Nothing.', why: 'Mistyped.', next: 'Go.' }));
    } else if (part[1] === 'after' || part[1] === 'next') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(this.missed(Number(part[2]))));
    } else if (part[1] === 'stream') {
      this.#stream(response, Number(request.headers['last-event-id'] ?? searchParams.get('after')));
    } else if (part[1] === 'post') {
      const post = find(this.record.posts, `post-${Number(part[2])}`)!;
      page(renderPostPage(this.record, postView(this.record, post), this.moment));
    } else if (part[1] === 'subject') {
      const subject = subjectHistoryView(this.record, `subject-${Number(part[2])}`, this.moment);
      page(renderSubjectPage(this.record, subject, this.moment));
    } else if (part[1] === 'corrections') {
      page(renderCorrectionsPage(this.record, correctionsView(this.record), this.moment));
    } else {
      const order = searchParams.get('order') === 'oldest' ? 'oldest' : 'newest';
      const view = pageView(this.record, this.moment, { order, from: number('from'), since: number('since') });
      page(renderPage(view, { script: '/page.js' }));
    }
  }

  #stream(response: ServerResponse, after: number): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 200\n\n');
    if (after < this.head) response.write(toEventStream(this.missed(after)));
    this.#streams.add(response);
    response.on('close', () => this.#streams.delete(response));
  }
}
