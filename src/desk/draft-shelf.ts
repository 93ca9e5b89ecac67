import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { StatementId } from '../terms/ids.ts';
import type { PostView } from '../views/post-view.ts';
import { emptyDraft, holdsWork, type Draft, type DraftChange } from './draft.ts';
import { claim } from './claim.ts';
import { browserStorage, DraftKeeper } from './draft-keeper.ts';
import { newAct, type Sending } from './sending.ts';
import { removeStatement } from './statement-change.ts';
import type { StatementDraft } from './statement-draft.ts';

/** What was thrown away last: a draft, or a statement of the one in the box, as that was before and as it was left. */
type Gone = { draft: Draft } | { before: Draft; left: readonly StatementDraft[] };

/** The drafts of the open story: the one in the box, and the unfinished ones beside it. */
export class DraftShelf {
  readonly story: string;
  /** The draft in the box. */
  readonly current: Signal<Draft>;
  /** Raised whenever the box must show other text than was typed into it. */
  readonly shown = signal(0);
  readonly others: Signal<Draft[]> = signal([]);
  /** Unfinished drafts that were written in another browser. */
  readonly elsewhere: Signal<Draft[]> = signal([]);
  readonly saved: Signal<'server' | 'browser' | 'nowhere' | null> = signal(null);
  readonly sending: Signal<Sending> = signal({ kind: 'idle' });
  /** What was thrown away last and can be brought back; a statement only until the statements change again. */
  readonly gone: ReadonlySignal<Gone | null> = computed(() => {
    const gone = this.#gone.value;
    return gone !== null && 'left' in gone && gone.left !== this.current.value.statements ? null : gone;
  });
  readonly #gone: Signal<Gone | null> = signal(null);
  readonly #keeper: DraftKeeper;

  constructor(story: string, editor: string) {
    this.story = story;
    this.#keeper = new DraftKeeper(story, editor, browserStorage());
    this.#keeper.onSaved = (where) => {
      this.saved.value = where;
    };
    this.current = signal(emptyDraft(newAct(), story));
    void claim(this.current.value.id);
    void this.#find();
  }

  /** Changes the draft in the box, and keeps it. */
  change(change: DraftChange): void {
    const before = this.current.value;
    this.current.value = { ...before, ...change, changed: new Date().toISOString() };
    const { kind } = this.sending.value;
    if (kind === 'refused') this.sending.value = { kind: 'idle' };
    if (holdsWork(this.current.value)) this.#keeper.keep(this.current.value);
    else if (holdsWork(before)) this.#keeper.drop(before.id);
  }

  /** The draft with a name, in the box or beside it. */
  withId(id: string): Draft | undefined {
    return [this.current.value, ...this.others.value].find((draft) => draft.id === id);
  }

  /** Changes a draft that waits beside the box, and keeps it. */
  changeBeside(id: string, change: DraftChange): void {
    const draft = this.others.value.find((other) => other.id === id);
    if (draft === undefined) return;
    const changed = { ...draft, ...change, changed: new Date().toISOString() };
    this.others.value = this.others.value.map((other) => (other === draft ? changed : other));
    this.#keeper.keep(changed);
  }

  /** Changes the draft from elsewhere than the box, so that the box shows it. */
  put(change: DraftChange): void {
    this.change(change);
    this.shown.value++;
  }

  /** Begins another new post beside the one in the box. */
  putBeside(change: DraftChange): void {
    const draft = { ...emptyDraft(newAct(), this.story), ...change, changed: new Date().toISOString() };
    this.others.value = [draft, ...this.others.value];
    this.#keeper.keep(draft);
  }

  /** Puts a post into the box to be corrected or clarified; what was in the box waits beside it. */
  rewrite(kind: 'correct' | 'clarify', post: PostView, seen: number): void {
    const started = this.#started((purpose) => 'post' in purpose && purpose.post === post.id);
    if (started !== undefined) return void this.#reopen(started, kind);
    this.#show({
      ...emptyDraft(newAct(), this.story, { kind, post: post.id, seen }),
      headline: post.headline ?? '',
      body: post.body,
    });
  }

  /** Puts a statement of the record into the box to be corrected; what was in the box waits beside it. */
  correctStatement(id: StatementId, statement: StatementDraft, seen: number): void {
    const started = this.#started((purpose) => 'statement' in purpose && purpose.statement === id);
    if (started !== undefined) return void this.open(started.id);
    const purpose = { kind: 'correct-statement', statement: id, seen } as const;
    this.#show({ ...emptyDraft(newAct(), this.story, purpose), statements: [statement] });
  }

  /** Puts another unfinished draft into the box. */
  async open(id: string): Promise<'open' | 'gone' | 'in-another-window'> {
    if (this.current.value.id === id) return 'open';
    const draft = this.others.value.find((other) => other.id === id);
    if (draft === undefined || this.#keeper.isGone(id)) {
      this.others.value = this.others.value.filter((other) => other.id !== id);
      return 'gone';
    }
    if (!(await claim(id))) return 'in-another-window';
    this.#show(draft);
    return 'open';
  }

  /** Goes on here with a draft that was written in another browser; that browser keeps its own copy. */
  takeOver(draft: Draft): void {
    this.elsewhere.value = this.elsewhere.value.filter(({ id }) => id !== draft.id);
    this.#show({ ...draft, id: newAct(), changed: new Date().toISOString() });
    this.#keeper.keep(this.current.value);
    this.#keeper.drop(draft.id);
  }

  /** Starts an empty post; what was in the box waits beside it. */
  startNew(): void {
    this.#show(emptyDraft(newAct(), this.story));
  }

  /** Makes sure that the box holds a new post, because a correction takes no statements. */
  toNewPost(): void {
    if (this.current.value.purpose.kind === 'new') return;
    this.#show(this.others.value.find(({ purpose }) => purpose.kind === 'new') ?? emptyDraft(newAct(), this.story));
  }

  /** The draft in the box is done with: the box shows the next new post, begun or empty. */
  finish(): void {
    const done = this.current.value.id;
    const next = this.others.value.find(({ purpose }) => purpose.kind === 'new');
    this.#show(next ?? emptyDraft(newAct(), this.story));
    this.discard(done);
  }

  /** Throws a draft away, in the box or beside it; it can be brought back. */
  throwAway(draft: Draft): void {
    if (draft.changed !== '') this.#gone.value = { draft };
    if (draft.id === this.current.value.id) this.finish();
    else this.discard(draft.id);
  }

  /** Leaves a statement out of the draft in the box; it can be brought back. */
  leaveOut(statement: string): void {
    const before = this.current.value;
    this.change(removeStatement(before, statement));
    this.#gone.value = { before, left: this.current.value.statements };
  }

  /** Brings back what was thrown away last. */
  bringBack(): void {
    const gone = this.gone.value;
    this.#gone.value = null;
    if (gone === null) return;
    if ('before' in gone) {
      const { statements, parties, subjects } = gone.before;
      return this.change({ statements, parties, subjects });
    }
    // Under its old name it may still be on its way out at the server.
    this.#show({ ...gone.draft, id: newAct(), changed: new Date().toISOString() });
    this.#keeper.keep(this.current.value);
  }

  /** Forgets an unfinished draft. */
  discard(id: string): void {
    this.others.value = this.others.value.filter((other) => other.id !== id);
    this.elsewhere.value = this.elsewhere.value.filter((other) => other.id !== id);
    this.#keeper.drop(id);
  }

  /** Sends to the server what has not been sent yet. */
  flush(): Promise<void> {
    return this.#keeper.flush();
  }

  #started(is: (purpose: Draft['purpose']) => boolean): Draft | undefined {
    return [this.current.value, ...this.others.value].find(({ purpose }) => is(purpose));
  }

  /** Goes on with what was begun on a post, as a correction or as a clarification, whichever was asked for last. */
  async #reopen({ id }: Draft, kind: 'correct' | 'clarify'): Promise<void> {
    if ((await this.open(id)) !== 'open') return;
    const { purpose, pending } = this.current.value;
    // What was sent and not answered stays what it was sent as.
    if ('post' in purpose && purpose.kind !== kind && pending === null) this.change({ purpose: { ...purpose, kind } });
  }

  #show(draft: Draft): void {
    const before = this.current.value;
    const others = this.others.value.filter(({ id }) => id !== draft.id && id !== before.id);
    this.others.value = holdsWork(before) && before.id !== draft.id ? [before, ...others] : others;
    this.current.value = draft;
    this.sending.value = draft.pending === null ? { kind: 'idle' } : unanswered;
    this.saved.value = null;
    this.shown.value++;
    void claim(draft.id);
  }

  async #find(): Promise<void> {
    const { here, elsewhere } = await this.#keeper.find();
    this.elsewhere.value = elsewhere.filter(holdsWork);
    const known = new Set([this.current.value.id, ...this.others.value.map(({ id }) => id)]);
    this.others.value = [...this.others.value, ...here.filter((draft) => holdsWork(draft) && !known.has(draft.id))];
    if (holdsWork(this.current.value)) return;
    for (const { id } of this.others.value) {
      if (holdsWork(this.current.value) || (await this.open(id)) === 'open') return;
    }
  }
}

const unanswered: Sending = {
  kind: 'unsure',
  problem: {
    code: 'unanswered',
    status: 0,
    detail: 'It is not known whether this was published.',
    why: 'The page was closed, or the connection was lost, before the server answered.',
    next: 'Publish again: it will not be published twice.',
  },
};
