import { useSignal } from '@preact/signals';
import { ask, storyApi } from './api.ts';
import { useDesk } from './desk-context.ts';
import { TextArea, TextField } from './fields.tsx';
import { focusOn } from './focus.ts';
import { nameOf, noStory, openStory, wrongIn, type TypedStory } from './new-story-fields.ts';
import type { Problem } from './problem.ts';
import { ProblemNote } from './problem-note.tsx';
import { newAct, type Published } from './sending.ts';

/** The fields at which the server's refusals are told. */
const places: Record<string, keyof TypedStory> = {
  'story-exists': 'name',
  'story-name-unfit': 'name',
  'zone-unknown': 'zone',
};

/** The form that opens a new story; each error stands at its field. */
export function NewStory() {
  const desk = useDesk();
  const typed = useSignal(noStory);
  const tried = useSignal(false);
  const act = useSignal(newAct());
  const problem = useSignal<Problem | null>(null);
  const wrong = tried.value ? wrongIn(typed.value) : {};
  const { value: refused } = problem;
  const field = (name: keyof TypedStory) => ({
    value: typed.value[name],
    change: (value: string) => {
      typed.value = { ...typed.value, [name]: value };
      problem.value = null;
    },
    error: wrong[name] ?? (refused && places[refused.code] === name ? refused.detail : undefined),
  });
  const toError = () => queueMicrotask(() => focusOn('.new-story [aria-invalid]'));
  const send = async () => {
    tried.value = true;
    if (Object.keys(wrongIn(typed.value)).length > 0) return toError();
    const name = nameOf(typed.value);
    const json = { act: act.value, command: openStory(typed.value) };
    const answer = await ask<Published>(storyApi(name).commands, { method: 'POST', json });
    if (!answer.ok) {
      if (answer.certain) act.value = newAct();
      desk.failed(answer.problem, problem);
      return answer.problem.code in places ? toError() : undefined;
    }
    desk.say(`Published as revision ${answer.value.revision}.`);
    desk.open(name);
    await desk.listStories();
  };
  return (
    <section aria-labelledby="new-story-title">
      <h2 id="new-story-title">New story</h2>
      <form
        class="new-story"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField label="Headline" required most={300} {...field('title')} />
        <TextField
          label="Name in addresses"
          required
          hint="Lower-case letters, digits and hyphens; it stays for ever."
          {...field('name')}
          value={nameOf(typed.value)}
        />
        <TextArea label="Summary" most={1000} {...field('summary')} />
        <TextField
          label="Language"
          required
          hint="The code of the posts’ language, for instance en or uk."
          {...field('language')}
        />
        <TextField
          label="Time zone"
          required
          list="zones"
          hint="Of the story, for instance Europe/Kyiv."
          {...field('zone')}
        />
        {refused && !(refused.code in places) && <ProblemNote problem={refused} />}
        <button type="submit" class="main">
          Open the story
        </button>
      </form>
    </section>
  );
}
