import { storyAddress } from '../../src/page/addresses.ts';
import type { Command } from '../../src/record/command.ts';
import type { StoryRecord } from '../../src/record/record.ts';
import { citedReports, takeIn } from '../../src/server/intake.ts';
import type { Moment } from '../../src/terms/when.ts';
import { subjectView, type SubjectView } from '../../src/views/subject-view.ts';
import { openNewsroom, openStory, type Newsroom } from '../newsroom.ts';
import { attributeOf, Tree, wordsOf, type Element } from '../page/tree.ts';
import { Clipping } from './clipping.ts';
import { coverage } from './coverage.ts';
import { publishing, type Taken } from './writing.ts';

const story = 'the-war';
const start: Moment = '2022-03-09T18:00:00.000Z';

/** A desk at work on one report: a server on real stores in a folder of its own, and a clock that is moved by hand. */
export class Session {
  clock = start;
  readonly clipping: Clipping;
  readonly #room: Newsroom;

  private constructor(room: Newsroom, clipping: Clipping) {
    this.#room = room;
    this.clipping = clipping;
  }

  /** Takes a report in, and publishes all that the desk makes of it. */
  static async open(bytes: Uint8Array): Promise<Session> {
    let session: Session | null = null;
    const room = await openNewsroom({ now: () => session?.clock ?? start });
    const about = { contentType: 'text/plain; charset=utf-8', fileName: 'report.txt', origin: null, by: 'Ana' };
    const report = await takeIn(room.desk, { bytes, ...about }, start);
    session = new Session(room, new Clipping(report));
    await session.#ask({ ...openStory('War in Ukraine'), zone: 'Europe/Kyiv' } as Command);
    for (const { headline, text, taken } of coverage(session.clipping)) {
      session.clock = Temporal.Instant.from(session.clock)
        .add({ minutes: 5 })
        .toString({ smallestUnit: 'millisecond' });
      await session.publish({ headline, text }, taken);
    }
    return session;
  }

  /** The record as it stands now. */
  get record(): StoryRecord {
    return this.#room.stories.get(story).record;
  }

  /** Publishes a post with what was taken from the report. */
  async publish(post: { headline: string; text: string }, taken: Taken[]): Promise<void> {
    await this.#ask(publishing(this.record, post, taken));
  }

  /** The subject with a name, as it stands by the clock. */
  subject(name: string): SubjectView {
    const { id } = [...this.record.subjects].find((one) => one.name === name)!;
    return subjectView(this.record, id, this.clock);
  }

  /** The newest states of a route, in the order of recording. */
  statesOf(name: string): string[] {
    return this.subject(name).voices.map(({ value }) => (value.kind === 'route' ? value.state : ''));
  }

  /** The page as the server gives it out by the clock. */
  async page(): Promise<string> {
    return (await this.#room.app.inject({ url: storyAddress(story) })).body;
  }

  /** A subject on that page, in words, with how it stands. */
  async shown(name: string): Promise<{ element: Element; words: string; standing: string }> {
    const element = new Tree(await this.page()).byId(this.subject(name).id)!;
    const standing = within(element).find((one) => attributeOf(one, 'data-standing') !== null)!;
    return { element, words: wordsOf(element), standing: wordsOf(standing) };
  }

  /** The story's revisions, as they are on disk. */
  async revisions() {
    return this.#room.journal.read(story, 0, 1000);
  }

  /** Stops the server and deletes its folder. */
  async close(): Promise<void> {
    await this.#room.close();
  }

  async #ask(command: Command): Promise<void> {
    const reports = await citedReports(this.#room.desk, command);
    await this.#room.stories.publish(story, { command, by: 'Ana', act: null, reports, at: null });
  }
}

/** All elements in an element, in the order of the document. */
export function within(element: Element): Element[] {
  return element.childNodes.flatMap((node) => ('tagName' in node ? [node, ...within(node)] : []));
}
