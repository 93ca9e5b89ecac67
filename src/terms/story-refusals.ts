import { article, short, type Articles } from './refusal-article.ts';

/** Refusals of what an editor asks of a story. */
export const storyRefusals = {
  'story-exists': (wrong: { story: string }) =>
    article(
      'conflict',
      `There is a story “${short(wrong.story)}” already.`,
      'The name was used before.',
      'Choose another name, or go on with that story.',
    ),
  'story-name-unfit': (wrong: { story: string }) =>
    article(
      'invalid',
      `“${short(wrong.story)}” cannot name a story.`,
      'It holds more than lower-case letters, digits and single hyphens, or is an address of the server.',
      'Write for instance river-flood.',
    ),
  'story-unknown': (wrong: { story: string }) =>
    article(
      'unknown',
      `There is no story “${short(wrong.story)}”.`,
      'The address is mistyped, or the story was never opened.',
      'Look at the list of stories.',
    ),
  'thing-unknown': (wrong: { id: string }) =>
    article(
      'unknown',
      `There is no ${short(wrong.id)} in this story.`,
      'The name is mistyped or belongs to another story.',
      'Look it up on the page.',
    ),
  'changed-since': (wrong: { id: string; seen: number; revision: number; by: string }) =>
    article(
      'conflict',
      `${short(wrong.id)} was changed by ${short(wrong.by)} in revision ${wrong.revision}, after revision ${wrong.seen} which you saw.`,
      'Two editors worked on it at once.',
      'Compare both versions, and send yours again if it still holds. Nothing of it is lost.',
    ),
  'revision-ahead': (wrong: { revision: number; head: number }) =>
    article(
      'invalid',
      `Revision ${wrong.revision} does not exist yet: the last is ${wrong.head}.`,
      'The number is mistyped, or comes from another server.',
      'Read the page again.',
    ),
  'already-withdrawn': (wrong: { id: string; revision: number }) =>
    article(
      'conflict',
      `${short(wrong.id)} was withdrawn in revision ${wrong.revision}.`,
      'Somebody was faster.',
      wrong.id.startsWith('payment-') ? 'Enter others.' : 'Publish a new post if there is more to say.',
    ),
  'nothing-changes': (wrong: { id: string }) =>
    article(
      'conflict',
      `${short(wrong.id)} is so already.`,
      'It was sent twice, or nothing was edited.',
      'Nothing needs to be done.',
    ),
  'nothing-to-publish': () =>
    article(
      'invalid',
      'There is nothing to publish.',
      'Neither a post nor a statement was sent.',
      'Write a post or take a statement.',
    ),
  'post-empty': () =>
    article(
      'invalid',
      'The post holds no words.',
      'Only white space was written.',
      'Write what happened; withdraw the post to take it back.',
    ),
  'clock-behind': (wrong: { moment: string; last: string }) =>
    article(
      'unavailable',
      `The clock says ${wrong.moment}, but the last revision was published at ${wrong.last}.`,
      'The clock of this machine was set back.',
      'Set the clock right and publish again.',
    ),
  'already-removed': (wrong: { id: string }) =>
    article(
      'conflict',
      `The text of ${short(wrong.id)} was taken down.`,
      'It was removed by law, or for somebody’s safety, privacy or rights.',
      'Publish a new post if there is more to say.',
    ),
  'story-ended': (wrong: { story: string; revision: number; by: string }) =>
    article(
      'conflict',
      `The coverage of “${short(wrong.story)}” has ended: ${short(wrong.by)} ended it in revision ${wrong.revision}.`,
      'Readers are told that nothing new comes.',
      'Open the coverage again and then publish; what is on the record can be corrected, clarified, withdrawn and taken down as it is.',
    ),
} satisfies Articles;
