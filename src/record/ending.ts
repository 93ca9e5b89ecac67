import { Refusal } from '../terms/refusal.ts';
import type { Command } from './command.ts';
import { endingOf, type StoryRecord } from './record.ts';

/**
 * Whether a command brings readers something new, for each kind; a kind without a line does not compile.
 *
 * Once coverage has ended nobody follows what is new: above all, nobody would look after payment details.
 */
const bringsNews: { [Kind in Command['kind']]: boolean } = {
  'open-story': false,
  'describe-story': false,
  'end-story': false,
  'reopen-story': false,
  publish: true,
  'correct-post': false,
  'clarify-post': false,
  'withdraw-post': false,
  'withdraw-statement': false,
  'correct-statement': false,
  'merge-parties': false,
  'split-party': false,
  'remove-content': false,
  'pin-post': false,
  'unpin-post': false,
  'key-post': false,
  'unkey-post': false,
  'enter-payment': true,
  'confirm-payment': true,
  'withdraw-payment': false,
};

/** Checks that coverage goes on, where a command brings readers something new. Throws `story-ended`. */
export function checkGoesOn(record: StoryRecord, { kind }: Command): void {
  const ending = endingOf(record);
  if (ending === null || !bringsNews[kind]) return;
  const { revision, by } = ending;
  throw new Refusal('story-ended', { story: record.story, revision, by });
}
