import type { ServerResponse } from 'node:http';
import type { LiveStory } from './live-story.ts';

/** How long, in milliseconds, a request is held: shorter than a proxy's patience, and than the reader's. */
const patience = 15_000;

/** Requests that wait until a story moves on. */
export class HeldRequests {
  readonly #waiting = new Set<() => void>();

  /** Resolves when the story is published to, the request is given up, it was held long enough, or the server closes. */
  moved(story: LiveStory, answer: ServerResponse): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        unfollow();
        this.#waiting.delete(end);
        answer.off('close', end);
        resolve();
      };
      const timer = setTimeout(end, patience);
      const unfollow = story.follow(end);
      answer.once('close', end);
      this.#waiting.add(end);
    });
  }

  /** Answers all. */
  close(): void {
    for (const end of this.#waiting) end();
  }
}
