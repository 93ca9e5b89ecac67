import { useSignal } from '@preact/signals';
import { storyAddress } from '../page/addresses.ts';
import type { Line } from './open-story.ts';
import { useDesk } from './desk-context.ts';
import { DescribeDialog } from './describe-dialog.tsx';
import { EndingDialog } from './ending-dialog.tsx';

const lines: Record<Line, string> = {
  joining: 'Connecting…',
  live: 'Live',
  cut: 'Connection lost, trying again…',
  ended: 'Coverage has ended',
};

/** The line above everything: which story is open, whether it is live, who is signed in. */
export function Header({ showKeys }: { showKeys: () => void }) {
  const desk = useDesk();
  const describing = useSignal(false);
  const ending = useSignal(false);
  const story = desk.work.value?.story;
  const view = story?.view.value;
  const list = desk.stories.value ?? [];
  const open = (name: string) => {
    if (name !== '') return desk.open(name);
    void desk.work.value?.drafts.flush();
    story?.close();
    desk.work.value = null;
    desk.remember();
    void desk.listStories();
  };

  return (
    <header class="header">
      <h1>Stet</h1>
      {story !== undefined && (
        <>
          <p class="story-choice">
            <select aria-label="Story" value={story.name} onChange={(event) => open(event.currentTarget.value)}>
              {!list.some((one) => one.story === story.name) && (
                <option value={story.name}>{view?.title ?? story.name}</option>
              )}
              {list.map((one) => (
                <option key={one.story} value={one.story}>
                  {one.story === story.name ? (view?.title ?? one.title) : one.title}
                </option>
              ))}
              <option value="">All stories, or a new one…</option>
            </select>
          </p>
          <p class="line" data-line={story.line.value}>
            {lines[story.line.value]}
            {view && `, revision ${view.revision}`}
          </p>
          <button type="button" class="quiet" disabled={!view} onClick={() => (describing.value = true)}>
            Describe
          </button>
          <button type="button" class="quiet" disabled={!view} onClick={() => (ending.value = true)}>
            {view?.ending ? 'Open again' : 'End'}
          </button>
          <a class="quiet" href={storyAddress(story.name)} target="_blank" rel="noreferrer">
            Page
          </a>
        </>
      )}
      <div class="said-place">
        <output class="said">{desk.said.value}</output>
      </div>
      <button type="button" class="quiet" onClick={showKeys}>
        Keys
      </button>
      <span class="editor">{desk.editor}</span>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          void desk.signOut();
        }}
      >
        Sign out
      </button>
      {ending.value && story && view && <EndingDialog story={story} view={view} close={() => (ending.value = false)} />}
      {describing.value && story && view && (
        <DescribeDialog story={story} view={view} close={() => (describing.value = false)} />
      )}
    </header>
  );
}
