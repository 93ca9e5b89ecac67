import { signal, type Signal } from '@preact/signals';
import { patterns, deskAddress } from '../page/addresses.ts';
import type { Stamp } from '../record/record.ts';
import { ask, storyApi } from './api.ts';
import { commandOf } from './command-of.ts';
import type { Pending } from './draft.ts';
import { DraftShelf } from './draft-shelf.ts';
import { FeedShelf } from './feed-shelf.ts';
import { UnreadShelf } from './unread-shelf.ts';
import { focusOn, focusOnLack } from './focus.ts';
import { OpenStory } from './open-story.ts';
import { deskProblem, isSignedOut, type Problem } from './problem.ts';
import { ReportShelf } from './report-shelf.ts';
import { leftOver, newAct, outcomeOf, sameCommand, toSend, type Published } from './sending.ts';
import { remembered } from './settings.ts';
import { takenOf } from './take.ts';

/** A story in the list of stories. */
export interface ListedStory {
  story: string;
  title: string;
  revision: number;
  last: Stamp | null;
}

/** The parts of the desk that take turns on a narrow screen. */
export type PaneName = 'box' | 'report' | 'stream';

/** An open story with its drafts. */
export interface Work {
  story: OpenStory;
  drafts: DraftShelf;
}

/** How long what is said stays on the screen. */
const shownFor = 10_000;

/** Everything that the desk's parts share: the editor, the open story, the reports, and what was last said. */
export class Desk {
  readonly editor: string;
  readonly signedOut: Signal<Problem | null> = signal(null);
  readonly stories: Signal<ListedStory[] | null> = signal(null);
  readonly storiesProblem: Signal<Problem | null> = signal(null);
  readonly work: Signal<Work | null> = signal(null);
  readonly reports: ReportShelf;
  readonly feeds: FeedShelf;
  readonly unread: UnreadShelf;
  /** What is said politely to who cannot see it happen. */
  readonly said = signal('');
  readonly pane: Signal<PaneName> = signal('box');
  readonly beside: Signal<'report' | 'stream'> = signal('report');
  readonly singleKeys = remembered<boolean>('stet-single-keys', true);
  /** The statement whose form is open. */
  readonly openStatement: Signal<string | null> = signal(null);
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(editor: string) {
    this.editor = editor;
    this.reports = new ReportShelf(this);
    this.feeds = new FeedShelf(this);
    this.unread = new UnreadShelf(this);
  }

  /** Says something to everybody, screen readers too. */
  say(words: string): void {
    // A repeated sentence is said again only where it differs.
    this.said.value = this.said.value === words ? `${words}\u00a0` : words;
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => (this.said.value = ''), shownFor);
  }

  /** Shows one of the panes on a narrow screen. */
  show(pane: PaneName): void {
    this.pane.value = pane;
    if (pane !== 'box') this.beside.value = pane;
  }

  /** Fetches the list of stories. */
  async listStories(): Promise<void> {
    const answer = await ask<ListedStory[]>(patterns.deskStories);
    if (answer.ok) {
      this.stories.value = answer.value;
      this.storiesProblem.value = null;
      this.signedOut.value = null;
    } else this.failed(answer.problem, this.storiesProblem);
  }

  /** Goes on after signing in again; who signs in with another name starts with that name's own drafts. */
  async resume(): Promise<void> {
    const answer = await ask<{ editor: string }>(patterns.deskMe);
    if (!answer.ok) return this.failed(answer.problem, null);
    if (answer.value.editor !== this.editor) return location.reload();
    this.signedOut.value = null;
    const { drafts, story } = this.work.value ?? {};
    if (drafts?.sending.value.kind === 'refused') drafts.sending.value = { kind: 'idle' };
    await Promise.all([this.listStories(), this.reports.look(), story?.look()]);
  }

  /** Ends the session, once what is written is kept. */
  async signOut(): Promise<void> {
    await this.work.value?.drafts.flush();
    const answer = await ask(patterns.signOut, { method: 'POST' });
    if (answer.ok || isSignedOut(answer.problem)) location.assign(patterns.desk);
    else this.say(`Not signed out. ${answer.problem.detail}`);
  }

  /** Opens a story: its stream, its drafts. */
  open(name: string): void {
    void this.work.value?.drafts.flush();
    this.work.value?.story.close();
    const story = new OpenStory(name);
    this.work.value = { story, drafts: new DraftShelf(name, this.editor) };
    this.remember();
  }

  /** Writes what is open into the address, so that a reload opens it again. */
  remember(): void {
    const story = this.work.value?.story.name;
    const report = this.reports.open.value?.text;
    history.replaceState(null, '', deskAddress({ ...(story && { story }), ...(report && { report }) }));
  }

  /** Notes a problem where it belongs; one of a session that has ended belongs above everything. */
  failed(problem: Problem, place: Signal<Problem | null> | null): void {
    if (isSignedOut(problem)) this.signedOut.value = problem;
    if (place !== null) place.value = problem;
  }

  /** Publishes what is in the box, and empties the box once the server says that it is on the record. */
  async publish(): Promise<void> {
    const work = this.work.value;
    const view = work?.story.view.value;
    if (!work || work.drafts.sending.value.kind === 'sending') return;
    const { drafts, story } = work;
    if (!view) {
      const problem =
        story.problem.value ??
        deskProblem('story-awaited', 'The story is still being fetched.', 'Publish again in a moment.');
      drafts.sending.value = { kind: 'refused', problem };
      return story.look();
    }
    const made = commandOf(drafts.current.value, view);
    if (!made.ok && drafts.current.value.pending === null) {
      drafts.sending.value = { kind: 'refused', problem: made.problem };
      if (made.problem.code === 'note-missing') return focusOn('[name=note]');
      if (made.statement === null) return;
      this.openStatement.value = made.statement;
      return focusOnLack(`#statement-${made.statement}`);
    }
    const draft = drafts.current.value;
    const pending = toSend(draft, made.ok ? made.command : draft.pending!.command, newAct);
    if (draft.pending === null) drafts.change({ pending });
    drafts.sending.value = { kind: 'sending' };
    const answer = await ask<Published>(storyApi(story.name).commands, {
      method: 'POST',
      json: { act: pending.act, command: pending.command },
    });
    if (!answer.ok) this.failed(answer.problem, null);
    await this.#settle(work, draft.id, pending, outcomeOf(answer, pending, saysSame(work, draft.id, pending)));
  }

  async #settle(work: Work, id: string, pending: Pending, outcome: ReturnType<typeof outcomeOf>): Promise<void> {
    const { drafts, story } = work;
    if (this.work.value !== work) {
      // Another story is open by now: its draft is found there as it was sent, and can be sent again.
      if (outcome.kind === 'published') drafts.discard(id);
      return this.say(leftWords(outcome, story.view.value?.title ?? story.name));
    }
    if (drafts.current.value.id !== id) {
      // Another draft is in the box by now; this one keeps what it needs to be sent again.
      this.say(asideWords(outcome));
      if (outcome.kind === 'published') drafts.discard(id);
      else if (outcome.kind === 'kept') drafts.changeBeside(id, { pending: outcome.pending });
      return void story.look();
    }
    if (outcome.kind === 'kept') {
      drafts.change({ pending: outcome.pending });
      drafts.sending.value = outcome.sending;
      if (outcome.sending.kind === 'conflict') await story.look();
      return;
    }
    const { revision } = outcome.published;
    this.signedOut.value = null;
    drafts.sending.value = { kind: 'idle' };
    if (outcome.kind === 'published') {
      const report = this.reports.open.value;
      if (report !== null) this.reports.take(takenOf(drafts.current.value, report));
      drafts.finish();
      this.openStatement.value = null;
      this.say(`Published as revision ${revision}.`);
    } else {
      const { onward, published } = outcome;
      const { inBox, beside } = leftOver(drafts.current.value, pending, onward, published);
      if (beside !== null) drafts.putBeside(beside);
      drafts.put(inBox);
      const waits =
        onward === null
          ? 'as a post of its own'
          : `as its ${onward.kind === 'clarify' ? 'clarification' : 'correction'}`;
      this.say(
        `What you sent first was published as revision ${revision}. What you changed since waits here ${waits}.`,
      );
    }
    await story.look();
  }
}

/** What came of a draft that was put aside before the server answered. */
function asideWords(outcome: ReturnType<typeof outcomeOf>): string {
  if (outcome.kind === 'published') return `Published as revision ${outcome.published.revision}.`;
  if (outcome.kind === 'kept') return `What you put aside is not published. ${outcome.sending.problem.detail}`;
  return `Published as revision ${outcome.published.revision}; what you changed since waits in its draft.`;
}

/** What came of a draft of a story that was left before the server answered. */
function leftWords(outcome: ReturnType<typeof outcomeOf>, title: string): string {
  if (outcome.kind === 'kept') return `Not published in “${title}”. ${outcome.sending.problem.detail}`;
  return `Published in “${title}” as revision ${outcome.published.revision}.`;
}

function saysSame({ drafts, story }: Work, id: string, pending: Pick<Pending, 'command'>): boolean {
  const draft = drafts.withId(id);
  // Of one that was thrown away meanwhile nothing is left to go on with.
  if (draft === undefined) return true;
  const now = story.view.value === null ? null : commandOf(draft, story.view.value);
  return now !== null && now.ok && sameCommand(now.command, pending.command);
}
