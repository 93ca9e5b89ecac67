import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { DeskView } from '../views/desk-view.ts';
import { textOrNull } from './command-of.ts';
import { Dialog } from './dialog.tsx';
import { useDesk } from './desk-context.ts';
import { TextArea, TextField } from './fields.tsx';
import { focusOn } from './focus.ts';
import type { OpenStory } from './open-story.ts';
import type { Problem } from './problem.ts';
import { ProblemNote } from './problem-note.tsx';
import { useKeyDown } from './use-key-down.ts';

/** Changes a story's headline and summary. */
export function DescribeDialog({ story, view, close }: { story: OpenStory; view: DeskView; close: () => void }) {
  const desk = useDesk();
  const title = useSignal(view.title);
  const summary = useSignal(view.summary ?? '');
  const seen = useSignal(view.revision);
  const problem = useSignal<Problem | null>(null);
  const tried = useSignal(false);
  const place = useRef<HTMLFormElement>(null);
  const missing = tried.value && title.value.trim() === '' ? 'Write a headline.' : undefined;
  const send = async () => {
    tried.value = true;
    if (title.value.trim() === '') return focusOn('dialog input');
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
  useKeyDown(place, (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // The field's own Enter would send it once more.
    event.preventDefault();
    void send();
  });
  const now = story.view.value;
  return (
    <Dialog title="Describe the story" close={close}>
      <form
        ref={place}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          label="Headline"
          required
          error={missing}
          value={title.value}
          change={(value) => (title.value = value)}
        />
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
