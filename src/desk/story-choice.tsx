import { useSignal } from '@preact/signals';
import { isStoryId } from '../terms/ids.ts';
import { reservedNames } from '../page/addresses.ts';
import { ask, storyApi } from './api.ts';
import { textOrNull } from './command-of.ts';
import { useDesk } from './desk-context.ts';
import { TextArea, TextField } from './fields.tsx';
import { deskProblem, type Problem } from './problem.ts';
import { ProblemNote } from './problem-note.tsx';
import { newAct, type Published } from './sending.ts';
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

/** A name made of a title's own words, as far as an address can hold them. */
export function nameFrom(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f’']/g, '');
  return words
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

function NewStory() {
  const desk = useDesk();
  const fields = useSignal({ title: '', name: '', summary: '', language: '', zone: '' });
  const act = useSignal(newAct());
  const problem = useSignal<Problem | null>(null);
  const { title, summary, language, zone } = fields.value;
  const name = fields.value.name || nameFrom(title);
  const set = (field: keyof typeof fields.value) => (value: string) =>
    (fields.value = { ...fields.value, [field]: value });
  const send = async () => {
    const wrong = wrongIn(name, title, language, zone);
    if (wrong !== null) return void (problem.value = wrong);
    const command = {
      kind: 'open-story',
      title: title.trim(),
      summary: textOrNull(summary),
      language: language.trim(),
      zone: zone.trim(),
    } as const;
    const answer = await ask<Published>(storyApi(name).commands, { method: 'POST', json: { act: act.value, command } });
    if (!answer.ok) {
      if (answer.certain) act.value = newAct();
      return desk.failed(answer.problem, problem);
    }
    desk.say(`Published as revision ${answer.value.revision}.`);
    desk.open(name);
    await desk.listStories();
  };
  return (
    <section aria-labelledby="new-story-title">
      <h2 id="new-story-title">New story</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField label="Headline" required value={title} change={set('title')} />
        <TextField
          label="Name in addresses"
          required
          hint="Lower-case letters, digits and hyphens; it stays for ever."
          value={name}
          change={set('name')}
        />
        <TextArea label="Summary" value={summary} change={set('summary')} />
        <TextField
          label="Language"
          required
          hint="Of the posts, for instance en or uk."
          value={language}
          change={set('language')}
        />
        <TextField
          label="Time zone"
          required
          list="zones"
          hint="Of the story, for instance Europe/Kyiv."
          value={zone}
          change={set('zone')}
        />
        {problem.value && <ProblemNote problem={problem.value} />}
        <button type="submit" class="main">
          Open the story
        </button>
      </form>
    </section>
  );
}

function wrongIn(name: string, title: string, language: string, zone: string): Problem | null {
  if (title.trim() === '') return deskProblem('headline-missing', 'The story has no headline.', 'Write one.');
  if (!isStoryId(name) || reservedNames.has(name)) {
    return deskProblem(
      'name-unusable',
      `“${name}” cannot stand in an address.`,
      'Use lower-case letters, digits and single hyphens, and another word than the server’s own.',
    );
  }
  if (!/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language.trim()))
    return deskProblem(
      'language-unreadable',
      'The language is missing or unreadable.',
      'Write for instance en, uk or pt-BR.',
    );
  if (zone.trim() === '')
    return deskProblem('zone-missing', 'The time zone is missing.', 'Write for instance Europe/Kyiv.');
  return null;
}
