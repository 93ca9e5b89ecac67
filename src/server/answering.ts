import { revisionOf } from '../record/record.ts';
import type { Moment } from '../terms/when.ts';
import type { LiveStory } from './live-story.ts';
import { ReadyAnswers, ReadyBytes } from './ready-bytes.ts';

/** Gives the answer with a key for a story as it stands now, made where it is not ready yet. */
export type Answering = (story: LiveStory, key: string, make: (moment: Moment) => string) => ReadyBytes;

/** Keeps answers of one media type until their story changes, or time changes what it says. */
export function answering(type: string): Answering {
  const ready = new Map<string, ReadyAnswers>();
  return (story, key, make) => {
    const answers = ready.get(story.name) ?? new ReadyAnswers();
    ready.set(story.name, answers);
    const { since } = story.turned;
    return answers.get(`${revisionOf(story.record)} ${since}`, key, () => new ReadyBytes(make(since), type));
  };
}
