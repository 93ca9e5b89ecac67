import { useDesk } from './desk-context.ts';
import { NewStory } from './new-story.tsx';
import { ProblemNote } from './problem-note.tsx';
import { clock } from './times.ts';

/** The stories there are, and the form that opens a new one. */
export function StoryChoice() {
  const desk = useDesk();
  const { value: stories } = desk.stories;
  const { value: problem } = desk.storiesProblem;
  return (
    <main class="stories">
      <section aria-labelledby="stories-title">
        <h2 id="stories-title">Stories</h2>
        {problem !== null && <ProblemNote problem={problem} />}
        {stories === null && problem === null && <p>Looking…</p>}
        {stories?.length === 0 && <p>No story is open yet.</p>}
        <ul class="story-list">
          {stories?.map(({ story, title, revision, last }) => (
            <li key={story}>
              <button type="button" onClick={() => desk.open(story)}>
                <strong>{title}</strong>
                <span class="hint">
                  {story}, revision {revision}
                  {last && `, ${clock(last.at, 'UTC')} UTC by ${last.by}`}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <NewStory />
    </main>
  );
}
