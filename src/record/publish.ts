import { isEmpty } from '../journal/body.ts';
import type { Event } from '../journal/event.ts';
import type { StatementId } from '../terms/ids.ts';
import { Refusal } from '../terms/refusal.ts';
import type { CommandOf } from './command.ts';
import type { Circumstances } from './decide.ts';
import type { StoryRecord } from './record.ts';
import { recordStatements } from './recording.ts';

/** What publishing comes to: the statements with all that they bring, and the post that carries them. */
export function publish(record: StoryRecord, command: CommandOf<'publish'>, circumstances: Circumstances): Event[] {
  const { post } = command;
  if (post === null && command.statements.length === 0) throw new Refusal('nothing-to-publish', {});
  if (post !== null && isEmpty(post.body)) throw new Refusal('post-empty', {});
  const { before, recorded } = recordStatements(record, command, circumstances);
  return [...before, ...recorded, ...(post === null ? [] : postEvents(record, post, recorded))];
}

function postEvents(
  record: StoryRecord,
  { key, pinned, ...post }: NonNullable<CommandOf<'publish'>['post']>,
  recorded: { statement: StatementId }[],
): Event[] {
  const id = `post-${record.posts.length + 1}` as const;
  return [
    { kind: 'post-published', post: id, ...post, statements: recorded.map(({ statement }) => statement) },
    ...(key ? [{ kind: 'post-keyed', post: id } as const] : []),
    ...(pinned ? [{ kind: 'post-pinned', post: id } as const] : []),
  ];
}
