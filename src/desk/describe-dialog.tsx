import { useSignal } from '@preact/signals';
import type { DeskView } from '../views/desk-view.ts';
import { textOrNull } from './command-of.ts';
import { Dialog } from './dialog.tsx';
import { useDesk } from './desk-context.ts';
import { TextArea, TextField } from './fields.tsx';
import type { OpenStory } from './open-story.ts';
import type { Problem } from './problem.ts';
import { ProblemNote } from './problem-note.tsx';

/** Changes a story's headline and summary. */
export function DescribeDialog({ story, view, close }: { story: OpenStory; view: DeskView; close: () => void }) {
  const desk = useDesk();
  const title = useSignal(view.title);
  const summary = useSignal(view.summary ?? '');
  const seen = useSignal(view.revision);
  const problem = useSignal<Problem | null>(null);
  const send = async () => {
    const command = {
      kind: 'describe-story',
      seen: seen.value,
      title: title.value.trim(),
      summary: textOrNull(summary.value),
    } as const;
    const answer = await story.send(command);
    if (answer.ok) {
      desk.say(`Published as revision ${answer.value.revision}.`);
      return close();
    }
    // What is shown below is what stands now; sending again goes on from it.
    if (answer.problem.code === 'changed-since') seen.value = story.revision.value;
    desk.failed(answer.problem, problem);
  };
  const now = story.view.value;
  return (
    <Dialog title="Describe the story" close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField label="Headline" required value={title.value} change={(value) => (title.value = value)} />
        <TextArea label="Summary" value={summary.value} change={(value) => (summary.value = value)} />
        {problem.value && (
          <ProblemNote problem={problem.value}>
            {problem.value.code === 'changed-since' && now && (
              <p>
                It now says: “{now.title}”. {now.summary}
              </p>
            )}
          </ProblemNote>
        )}
        <p class="hint">Visible to readers at once.</p>
        <button type="submit" class="main">
          Publish
        </button>
      </form>
    </Dialog>
  );
}
