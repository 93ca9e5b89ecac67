import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { DeskView } from '../views/desk-view.ts';
import { textOrNull } from './command-of.ts';
import { Dialog } from './dialog.tsx';
import { useDesk } from './desk-context.ts';
import { TextArea } from './fields.tsx';
import type { OpenStory } from './open-story.ts';
import type { Problem } from './problem.ts';
import { ProblemNote } from './problem-note.tsx';
import { useKeyDown } from './use-key-down.ts';

const ends = {
  title: 'End the coverage',
  label: 'What readers are told with it',
  note:
    'Readers see since when the coverage has ended, and their pages ask for news every few minutes only. Nothing new can be ' +
    'published until the coverage is opened again. What is published can still be corrected, clarified, withdrawn and taken down.',
  button: 'End the coverage now',
} as const;

const goesOn = {
  title: 'Open the coverage again',
  label: 'Why it goes on',
  note:
    'Readers see that the coverage had ended and goes on. Pages that are open hear of it within about ten minutes, or when ' +
    'somebody looks at them again.',
  button: 'Open the coverage again now',
} as const;

/** Ends a story's coverage, or opens it again; it says what that comes to, and is only done by a second press. */
export function EndingDialog({ story, view, close }: { story: OpenStory; view: DeskView; close: () => void }) {
  const desk = useDesk();
  const place = useRef<HTMLFormElement>(null);
  const note = useSignal('');
  // What was decided here is not undone by what a colleague does meanwhile.
  const asked = useRef({ kind: view.ending === null ? 'end-story' : 'reopen-story', seen: view.revision } as const);
  const problem = useSignal<Problem | null>(null);
  const words = asked.current.kind === 'end-story' ? ends : goesOn;
  const send = async () => {
    const answer = await story.send({ ...asked.current, note: textOrNull(note.value) });
    if (!answer.ok) return desk.failed(answer.problem, problem);
    desk.say(`Published as revision ${answer.value.revision}.`);
    close();
  };
  useKeyDown(place, (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
  });
  return (
    <Dialog title={words.title} close={close}>
      <form
        ref={place}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p class="note">{words.note}</p>
        <TextArea
          label={words.label}
          hint="May be left empty. Readers see it."
          value={note.value}
          change={(value) => (note.value = value)}
        />
        {problem.value && <ProblemNote problem={problem.value} />}
        <button type="submit" class="main">
          {words.button}
        </button>
      </form>
    </Dialog>
  );
}
