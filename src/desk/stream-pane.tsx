import { useSignal } from '@preact/signals';
import type { Command } from '../record/command.ts';
import type { PostView } from '../views/post-view.ts';
import { Board } from './board.tsx';
import type { Work } from './desk.ts';
import { useDesk } from './desk-context.ts';
import { focusOn } from './focus.ts';
import { useKeys } from './key-desk.ts';
import { PostCard, type PostAction } from './post-card.tsx';
import type { Problem } from './problem.ts';
import { ProblemNote } from './problem-note.tsx';

/** The story as it stands: its posts, newest first, and its board. */
export function StreamPane({ work }: { work: Work }) {
  const desk = useDesk();
  const { story, drafts } = work;
  const view = story.view.value;
  const current = useSignal<string | null>(null);
  const withdrawing = useSignal<string | null>(null);
  const part = useSignal<'posts' | 'board'>('posts');
  const problem = useSignal<{ post: string; problem: Problem } | null>(null);
  // Keys come quicker than the screen: what they act on is looked up when they come.
  const postsNow = () => story.view.value?.posts ?? [];
  const posts = postsNow();

  const move = (by: 1 | -1) => {
    part.value = 'posts';
    const posts = postsNow();
    const at = posts.findIndex(({ id }) => id === current.value);
    const next = posts[at < 0 ? 0 : Math.min(Math.max(at + by, 0), posts.length - 1)];
    if (next === undefined) return;
    current.value = next.id;
    focusOn(`#desk-${next.id}`);
  };

  const send = async (post: PostView, command: Command, done: string): Promise<boolean> => {
    problem.value = null;
    const answer = await story.send(command);
    if (answer.ok) {
      desk.say(`${done} Revision ${answer.value.revision}.`);
      return true;
    }
    desk.failed(answer.problem, null);
    problem.value = { post: post.id, problem: answer.problem };
    return false;
  };

  const act = (post: PostView, action: PostAction, reason = '') => {
    const on = { seen: story.revision.value, post: post.id };
    current.value = post.id;
    if (post.withdrawn) return;
    switch (action) {
      case 'correct':
        drafts.correct(post, story.revision.value);
        desk.show('box');
        return focusOn('.writing');
      case 'ask-withdraw':
        withdrawing.value = post.id;
        return focusOn(`#desk-${post.id} textarea`);
      case 'withdraw':
        return void send(post, { kind: 'withdraw-post', ...on, reason }, `${post.id} withdrawn.`).then((done) => {
          if (done) withdrawing.value = null;
          focusOn(`#desk-${post.id}`);
        });
      case 'keep':
        withdrawing.value = null;
        return focusOn(`#desk-${post.id}`);
      case 'pin':
        return void send(
          post,
          { kind: post.pinned ? 'unpin-post' : 'pin-post', ...on },
          post.pinned ? `${post.id} taken down.` : `${post.id} pinned.`,
        );
      case 'key-point':
        return void send(
          post,
          { kind: post.key ? 'unkey-post' : 'key-post', ...on },
          post.key ? `${post.id} is no key point any more.` : `${post.id} is a key point.`,
        );
    }
  };
  const onChosen = (action: PostAction) => () => {
    const chosen = postsNow().find(({ id }) => id === current.value);
    if (chosen !== undefined) act(chosen, action);
  };

  useKeys('stream', {
    next: () => move(1),
    previous: () => move(-1),
    correct: onChosen('correct'),
    withdraw: onChosen('ask-withdraw'),
    pin: onChosen('pin'),
    'key-point': onChosen('key-point'),
  });

  return (
    <section class="stream" data-pane="stream" data-keys="stream" aria-labelledby="stream-title">
      <div class="pane-head">
        <h2 id="stream-title" tabIndex={-1} data-home>
          Stream
        </h2>
        <fieldset class="parts" aria-label="Show">
          <button type="button" aria-pressed={part.value === 'posts'} onClick={() => (part.value = 'posts')}>
            Posts
          </button>
          <button type="button" aria-pressed={part.value === 'board'} onClick={() => (part.value = 'board')}>
            Board
          </button>
        </fieldset>
      </div>
      {story.problem.value && <ProblemNote problem={story.problem.value} />}
      {view === null && story.problem.value === null && <p>Looking…</p>}
      {view !== null && part.value === 'board' && <Board story={story} view={view} />}
      {view !== null && part.value === 'posts' && posts.length === 0 && <p class="hint">Nothing is published yet.</p>}
      {view !== null && part.value === 'posts' && (
        <ol class="posts">
          {posts.map((post) => (
            <PostCard
              key={post.id}
              post={post}
              story={story.name}
              zone={view.zone}
              chosen={post.id === current.value}
              withdrawing={post.id === withdrawing.value}
              act={(action, reason) => act(post, action, reason)}
              choose={() => (current.value = post.id)}
              problem={problem.value?.post === post.id ? problem.value.problem : null}
            />
          ))}
        </ol>
      )}
    </section>
  );
}
