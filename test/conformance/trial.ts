import type { Frame } from '../../src/live/frame.ts';
import type { Command } from '../../src/record/command.ts';
import { Follower } from '../follower.ts';
import { openStory, publishPost } from '../newsroom.ts';
import type { Asking, Expected, Step } from './cases.ts';
import { checkAnswer, checkFrame, checkText, equals, eventually, matches } from './expecting.ts';
import { Stream } from './stream.ts';
import type { Answer, Stand } from './ways.ts';

/** How long, in milliseconds, a request that is held is given to reach the server. */
const underway = 300;

let count = 1;

/** A case as it is tried on a stand, in a story of its own: what its steps have named. */
export class Trial {
  readonly #stand: Stand;
  readonly #story = `case-${count++}`;
  readonly #waiting = new Map<string, Promise<Answer>>();
  readonly #streams = new Map<string, Stream>();
  readonly #followers = new Map<string, Follower>();
  #etag = '';

  constructor(stand: Stand) {
    this.#stand = stand;
  }

  /** Takes the steps; in the end every reader has what a fresh page has. */
  async run(steps: readonly Step[]): Promise<void> {
    await this.#publish(openStory());
    for (const step of steps) await this.#take(step);
    for (const follower of this.#followers.values()) await this.#endsAsFresh(follower);
  }

  /** Closes what the case has opened. */
  close(): void {
    for (const stream of this.#streams.values()) stream.close();
    for (const follower of this.#followers.values()) follower.close();
  }

  async #take(step: Step): Promise<void> {
    if ('post' in step) await this.#publish(publishPost(step.post), step);
    else if ('command' in step) await this.#publish(step.command, step);
    else if ('open' in step) await this.#open(step);
    else if ('ask' in step) await this.#ask(step);
    else if ('answer' in step) this.#check(await this.#waiting.get(step.answer)!, step);
    else if ('stream' in step) await this.#hear(this.#streams.get(step.stream)!, step);
    else if ('follow' in step) await this.#follow(step);
    else await eventually(() => matches(this.#followers.get(step.reader)!.reader, step.is));
  }

  async #publish(command: Command, { times = 1, refused }: { times?: number; refused?: string } = {}): Promise<void> {
    const answers = await Promise.all(
      Array.from({ length: times }, () => this.#stand.newsroom.send(this.#story, command)),
    );
    for (const { body } of answers) equals(body.code, refused);
    if (refused === undefined) await this.#stand.settle(this.#story, answers.at(-1)!.body.revision);
  }

  async #ask({ ask, headers = {}, waits, ...expected }: Asking): Promise<void> {
    const path = `/${this.#story}${ask && (ask.startsWith('?') ? ask : `/${ask}`)}`;
    const sent = Object.entries(headers).map(([name, value]) => [name, value === '$etag' ? this.#etag : value]);
    const asking = () => this.#stand.ask(path, Object.fromEntries(sent) as Record<string, string>);
    if (waits === undefined) return eventually(async () => this.#check(await asking(), expected));
    this.#waiting.set(waits, asking());
    await new Promise((resolve) => void setTimeout(resolve, underway));
  }

  async #open({ open, ask, headers = {}, ...expected }: Extract<Step, { open: string }>): Promise<void> {
    const stream = new Stream(`${this.#stand.base}/${this.#story}/${ask}`, headers);
    this.#streams.set(open, stream);
    this.#check(await stream.answer, expected);
  }

  async #hear(stream: Stream, step: Extract<Step, { stream: string }>): Promise<void> {
    if ('retry' in step) {
      const [soonest, latest] = step.retry;
      return eventually(() => equals(stream.retry !== null && stream.retry >= soonest && stream.retry <= latest, true));
    }
    if ('ends' in step) return eventually(() => equals([stream.ended, stream.messages], [true, []]));
    await eventually(() => equals(stream.messages.length > 0, true));
    const { id, frame } = stream.messages.shift()!;
    equals(id, step.id);
    checkFrame(frame, step.frame);
    checkText(JSON.stringify(frame), step);
  }

  async #follow({ follow, gzip = false }: Extract<Step, { follow: string }>): Promise<void> {
    const address = `${this.#stand.base}/${this.#story}`;
    this.#followers.set(follow, new Follower(address, await this.#fresh(), gzip));
  }

  #check(answer: Answer, expected: Expected): void {
    checkAnswer(answer, expected);
    const { etag } = answer.headers;
    if (typeof etag === 'string') this.#etag = etag;
  }

  /** All that a page of the last revision holds. */
  async #fresh(): Promise<Frame> {
    return (await this.#stand.newsroom.app.inject(`/${this.#story}/after/0`)).json<Frame>();
  }

  /** Whoever followed ends with what a page has that is made fresh, and each frame stood where it was put. */
  async #endsAsFresh(follower: Follower): Promise<void> {
    const fresh = await this.#fresh();
    const page = (await this.#stand.newsroom.app.inject(`/${this.#story}`)).body;
    await eventually(() => equals(follower.reader.revision, fresh.revision));
    equals(follower.wrong, { gaps: 0, doubled: 0, disordered: 0 });
    for (const { id, html } of fresh.parts) equals([id, follower.pieces.get(id)], [id, html]);
    const made = new Set(fresh.parts.map(({ id }) => id));
    // What is empty at the end is on the page, and in no difference from the beginning.
    for (const [id, html] of follower.pieces) if (!made.has(id)) checkText(page, { holds: [html] });
  }
}
