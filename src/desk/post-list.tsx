import type { PostView } from '../views/post-view.ts';
import type { Work } from './desk.ts';
import { useDesk } from './desk-context.ts';
import { focusOn } from './focus.ts';
import { useKeys } from './key-desk.ts';
import { PostCard, type PostAction } from './post-card.tsx';
import { useStreamList } from './stream-list.ts';
import { takeDownCommand, takenDown } from './taking-down.ts';

/** What can be done with a withdrawn post, too. */
const stillPossible: ReadonlySet<PostAction> = new Set(['ask-take-down', 'keep']);

/** The posts of the story, newest first, with what can be done with each. */
export function PostList({ work, otherList }: { work: Work; otherList: () => void }) {
  const desk = useDesk();
  const { story, drafts } = work;
  // Keys come quicker than the screen: what they act on is looked up when they come.
  const postsNow = () => story.view.value?.posts ?? [];
  const list = useStreamList(work, () => postsNow().map(({ id }) => id));
  const posts = postsNow();

  const act = (post: PostView, action: PostAction, reason = '') => {
    const { id } = post;
    const on = { seen: story.revision.value, post: id };
    list.current.value = id;
    if (post.removed || (post.withdrawn && !stillPossible.has(action))) return;
    switch (action) {
      case 'correct':
      case 'clarify':
        drafts.rewrite(action, post, story.revision.value);
        desk.show('box');
        return focusOn('.writing');
      case 'ask-withdraw':
        return list.ask(id, 'withdraw');
      case 'ask-take-down':
        return list.ask(id, 'take-down');
      case 'withdraw':
        return void list.send(id, { kind: 'withdraw-post', ...on, reason }, `${id} withdrawn.`);
      case 'keep':
        return list.drop(id);
      case 'pin':
        return void list.send(
          id,
          { kind: post.pinned ? 'unpin-post' : 'pin-post', ...on },
          post.pinned ? `${id} is no longer pinned.` : `${id} pinned.`,
        );
      case 'key-point':
        return void list.send(
          id,
          { kind: post.key ? 'unkey-post' : 'key-post', ...on },
          post.key ? `${id} is no key point any more.` : `${id} is a key point.`,
        );
    }
  };
  const onChosen = (action: PostAction) => () => {
    const chosen = postsNow().find(({ id }) => id === list.current.value);
    if (chosen !== undefined) act(chosen, action);
  };

  useKeys('stream', {
    next: () => list.move(1),
    previous: () => list.move(-1),
    'other-list': otherList,
    correct: onChosen('correct'),
    clarify: onChosen('clarify'),
    withdraw: onChosen('ask-withdraw'),
    pin: onChosen('pin'),
    'key-point': onChosen('key-point'),
  });

  if (posts.length === 0) return <p class="hint">Nothing is published yet.</p>;
  return (
    <ol class="posts">
      {posts.map((post) => (
        <PostCard
          key={post.id}
          post={post}
          story={story.name}
          zone={story.view.value?.zone ?? 'UTC'}
          chosen={post.id === list.current.value}
          asked={list.asked(post.id)}
          act={(action, reason) => act(post, action, reason)}
          takeDown={(what, ground) =>
            void list.send(post.id, takeDownCommand(what, ground, story.revision.value), takenDown(what))
          }
          choose={() => (list.current.value = post.id)}
          problem={list.problem.value?.on === post.id ? list.problem.value.problem : null}
        />
      ))}
    </ol>
  );
}
