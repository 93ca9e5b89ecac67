import { ask, storyApi } from './api.ts';
import { newerOf, readDraft, type Draft } from './draft.ts';

/** How long after a change the server's copy may be behind. */
const delay = 1500;

/** A copy at the server, as the drafts' address lists it. */
interface KeptCopy {
  id: string;
  saved: string;
  contents: string;
}

/** What is found again of an editor's drafts: those of this browser, and those that only the server has. */
export interface FoundDrafts {
  here: Draft[];
  elsewhere: Draft[];
}

/**
 * Keeps an editor's drafts of a story: each change at once in this browser, and at the server soon after.
 *
 * A dropped draft leaves a mark in this browser until the server has dropped it too, so that published text does not
 * come back as a draft.
 */
export class DraftKeeper {
  readonly #story: string;
  readonly #prefix: string;
  readonly #storage: Storage | null;
  readonly #waiting = new Map<string, { draft: Draft; timer: ReturnType<typeof setTimeout> }>();
  #queue: Promise<unknown> = Promise.resolve();
  /** Told whether the last save reached the server, or else this browser, or neither. */
  onSaved: (where: 'server' | 'browser' | 'nowhere') => void = () => {};

  constructor(story: string, editor: string, storage: Storage | null) {
    this.#story = story;
    this.#prefix = `stet-draft/${editor}/${story}/`;
    this.#storage = storage;
  }

  /** Keeps a draft here at once, and at the server soon. */
  keep(draft: Draft): void {
    const here = this.#write(draft.id, JSON.stringify(draft));
    this.onSaved(here ? 'browser' : 'nowhere');
    if (this.#waiting.has(draft.id)) this.#waiting.get(draft.id)!.draft = draft;
    else this.#waiting.set(draft.id, { draft, timer: setTimeout(() => this.#send(draft.id, here), delay) });
  }

  /** Sends what waits now, for instance because the page closes. */
  async flush(): Promise<void> {
    for (const id of this.#waiting.keys()) this.#send(id, true, true);
    await this.#queue;
  }

  /** Forgets a draft here and at the server. */
  drop(id: string): void {
    clearTimeout(this.#waiting.get(id)?.timer);
    this.#waiting.delete(id);
    this.#write(id, dropped);
    this.#dropAtServer(id);
  }

  /** All drafts that this browser and the server know. */
  async find(): Promise<FoundDrafts> {
    const here = new Map<string, Draft>();
    const gone = new Set<string>();
    for (const [id, contents] of this.#all()) {
      const draft = contents === dropped ? null : readDraft(contents);
      if (draft === null) gone.add(id);
      else here.set(id, draft);
    }
    for (const id of gone) this.#dropAtServer(id);
    const elsewhere: Draft[] = [];
    const answer = await ask<KeptCopy[]>(storyApi(this.#story).drafts);
    for (const { id, contents } of answer.ok ? answer.value : []) {
      const draft = readDraft(contents);
      const own = here.get(id);
      if (draft === null || draft.story !== this.#story || gone.has(id)) continue;
      if (own === undefined) elsewhere.push(draft);
      else here.set(id, newerOf(own, draft));
    }
    return { here: [...here.values()].toSorted((a, b) => (a.changed < b.changed ? 1 : -1)), elsewhere };
  }

  /** Whether another page of this browser has dropped a draft meanwhile. */
  isGone(id: string): boolean {
    return this.#storage?.getItem(this.#prefix + id) === dropped;
  }

  #send(id: string, here: boolean, last = false): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(id);
    const put = async () => {
      const contents = JSON.stringify(waiting.draft);
      // A request that outlives its page may carry at most 64 KB.
      const keepalive = last && contents.length < 30_000;
      const answer = await ask(storyApi(this.#story).draft(id), { method: 'PUT', json: { contents }, keepalive });
      if (!this.#waiting.has(id)) this.onSaved(answer.ok ? 'server' : here ? 'browser' : 'nowhere');
    };
    // A page that closes does not wait for what was sent before.
    this.#queue = last ? Promise.all([this.#queue, put()]) : this.#queue.then(put);
  }

  #dropAtServer(id: string): void {
    this.#queue = this.#queue.then(async () => {
      const answer = await ask(storyApi(this.#story).draft(id), { method: 'DELETE' });
      const done = answer.ok || answer.problem.status === 404;
      // It may have been written again meanwhile.
      if (done && this.isGone(id)) this.#storage?.removeItem(this.#prefix + id);
    });
  }

  #write(id: string, contents: string): boolean {
    try {
      this.#storage?.setItem(this.#prefix + id, contents);
      return this.#storage !== null;
    } catch {
      return false;
    }
  }

  *#all(): Generator<[id: string, contents: string]> {
    const names = Array.from({ length: this.#storage?.length ?? 0 }, (_, i) => this.#storage?.key(i) ?? '');
    for (const name of names.filter((one) => one.startsWith(this.#prefix))) {
      yield [name.slice(this.#prefix.length), this.#storage?.getItem(name) ?? dropped];
    }
  }
}

const dropped = 'dropped';

/** The browser's own storage, or `null` where it is switched off. */
export function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
