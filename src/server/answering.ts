import { endingOf, revisionOf } from '../record/record.ts';
import type { Moment } from '../terms/when.ts';
import { isPayable } from '../views/payment-view.ts';
import { untilNext, untilNextEnded, untilNextPayable } from './headers.ts';
import type { LiveStory } from './live-story.ts';
import { ReadyAnswers, ReadyBytes } from './ready-bytes.ts';

/** Gives the answer with a key for a story as it stands now, made where it is not ready yet. */
export type Answering = (story: LiveStory, key: string, make: (moment: Moment) => Made) => Promise<ReadyBytes>;

/** A text that is made, at once or after looking into the past. */
export type Made = string | Promise<string>;

/** How long what may show a story's payment details can be kept. */
export function whilePayable({ record, turned }: LiveStory): string {
  return isPayable(record, turned.since) ? untilNextPayable : untilNext;
}

/** How long a story's page can be kept. */
export function whileGoingOn(story: LiveStory): string {
  const caching = whilePayable(story);
  return caching === untilNext && endingOf(story.record) !== null ? untilNextEnded : caching;
}

/** Keeps answers of one media type until their story changes, or time changes what it says. */
export function answering(type: string): Answering {
  const ready = new Map<string, ReadyAnswers>();
  // Whoever asks for what is being made waits for it: a new revision brings many who ask for the same.
  const making = new Map<string, Promise<string>>();
  return async (story, key, make) => {
    const answers = ready.get(story.name) ?? new ReadyAnswers();
    ready.set(story.name, answers);
    const { since } = story.turned;
    const version = `${revisionOf(story.record)} ${since}`;
    const kept = answers.find(version, key);
    if (kept !== undefined) return kept;
    const name = JSON.stringify([story.name, version, key]);
    const made = making.get(name) ?? Promise.try(make, since).finally(() => making.delete(name));
    making.set(name, made);
    const text = await made;
    return answers.get(version, key, () => new ReadyBytes(text, type));
  };
}
