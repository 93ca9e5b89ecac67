import { useSignal } from '@preact/signals';
import { Board } from './board.tsx';
import type { Work } from './desk.ts';
import { useDesk } from './desk-context.ts';
import { DueList } from './due-list.tsx';
import type { Place } from './due-line.ts';
import { focusOn } from './focus.ts';
import { PartyList } from './party-list.tsx';
import { PostList } from './post-list.tsx';
import { ProblemNote } from './problem-note.tsx';

const lists = { posts: 'Posts', board: 'Board', parties: 'Parties', due: 'Due' } as const;
type List = keyof typeof lists;
const names = Object.keys(lists) as List[];

/** The story as it stands: its posts, newest first, its board, its parties, and what is due. */
export function StreamPane({ work }: { work: Work }) {
  const desk = useDesk();
  const { story } = work;
  const view = story.view.value;
  const due = story.due.value;
  const shown = useSignal<List>('posts');
  const lookAt = ({ list, id }: Place) => {
    shown.value = list;
    focusOn(`#desk-${id}`);
  };
  const otherList = () => {
    shown.value = names[(names.indexOf(shown.value) + 1) % names.length] ?? 'posts';
    desk.say(lists[shown.value]);
    focusOn('[data-pane=stream] [data-home]');
  };
  return (
    <section class="stream" data-pane="stream" data-keys="stream" aria-labelledby="stream-title">
      <div class="pane-head">
        <h2 id="stream-title" tabIndex={-1} data-home>
          Stream
        </h2>
        <fieldset class="parts" aria-label="Show">
          {names.map((name) => (
            <button key={name} type="button" aria-pressed={shown.value === name} onClick={() => (shown.value = name)}>
              {lists[name]}
              {name === 'due' && due !== null && ` (${due.items.length})`}
            </button>
          ))}
        </fieldset>
      </div>
      {story.problem.value && <ProblemNote problem={story.problem.value} />}
      {view === null && story.problem.value === null && <p>Looking…</p>}
      {view !== null && shown.value === 'posts' && <PostList work={work} otherList={otherList} />}
      {view !== null && shown.value === 'board' && <Board work={work} view={view} otherList={otherList} />}
      {view !== null && shown.value === 'parties' && <PartyList work={work} view={view} otherList={otherList} />}
      {view !== null && due !== null && shown.value === 'due' && (
        <DueList work={work} view={view} due={due} otherList={otherList} lookAt={lookAt} />
      )}
    </section>
  );
}
