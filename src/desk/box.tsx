import { useComputed, useSignal } from '@preact/signals';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { useEffect, useRef } from 'preact/hooks';
import type { Work } from './desk.ts';
import { useDesk } from './desk-context.ts';
import { DraftActions, DraftsBar } from './drafts-bar.tsx';
import { linkAt, setLink } from './editing.ts';
import { TextArea, TextField, Toggle } from './fields.tsx';
import { focusOn } from './focus.ts';
import { LinkForm } from './link-form.tsx';
import { SendState } from './send-state.tsx';
import { StatementList } from './statement-list.tsx';
import { Toolbar } from './toolbar.tsx';
import { useKeyDown } from './use-key-down.ts';
import { Writing } from './writing.tsx';

/** The box that is always ready: a post, or a correction, and the key that publishes it. */
export function Box({ work }: { work: Work }) {
  const desk = useDesk();
  const { drafts, story } = work;
  const draft = drafts.current.value;
  const correcting = draft.purpose.kind === 'correct' ? draft.purpose : null;
  const form = useRef<HTMLFormElement>(null);
  const view = useRef<EditorView | null>(null);
  const state = useSignal<EditorState | null>(null);
  const linking = useSignal(false);
  const shown = useComputed(() => `${drafts.current.value.id} ${drafts.shown.value}`);
  const publish = () => void desk.publish();
  const sending = drafts.sending.value.kind === 'sending';

  useKeyDown(form, (event) => {
    const mod = event.ctrlKey || event.metaKey;
    if (event.defaultPrevented) return;
    if (mod && event.key === 'Enter') publish();
    else if (mod && event.key.toLowerCase() === 's') void drafts.flush();
    else if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
    // Enter in a line of text does not publish.
    else if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
  });
  useEffect(() => {
    if (desk.pane.value === 'box') focusOn('.writing');
  }, [draft.id]);

  return (
    <section class="box" data-pane="box" aria-labelledby="box-title">
      <h2 id="box-title">{correcting ? `Correct ${correcting.post}` : 'Write'}</h2>
      <DraftsBar drafts={drafts} />
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          publish();
        }}
      >
        <TextField
          label="Headline (may be empty)"
          value={draft.headline}
          change={(headline) => drafts.change({ headline })}
        />
        <Writing
          body={draft.body}
          shown={shown.value}
          label={correcting ? 'What the post says now' : 'What happened'}
          language={story.view.value?.language ?? ''}
          change={(body) => drafts.change({ body })}
          moved={(now) => (state.value = now)}
          view={view}
          publish={publish}
          leave={() => {
            view.current?.dom.blur();
            focusOn(`[data-pane=${desk.beside.value}] [data-home]`);
          }}
          link={() => (linking.value = true)}
        />
        {linking.value && (
          <LinkForm
            address={state.value === null ? '' : linkAt(state.value)}
            done={(href) => {
              linking.value = false;
              if (href !== undefined && view.current) setLink(href)(view.current.state, view.current.dispatch);
              view.current?.focus();
            }}
          />
        )}
        <Toolbar
          state={state.value}
          link={() => (linking.value = true)}
          run={(command) => {
            if (view.current) command(view.current.state, view.current.dispatch, view.current);
            view.current?.focus();
          }}
        />
        {correcting ? (
          <TextArea
            name="note"
            label="What was wrong"
            required
            rows={2}
            hint="Readers see it with the correction."
            value={draft.note}
            change={(note) => drafts.change({ note })}
          />
        ) : (
          <>
            <StatementList work={work} />
            <div class="toggles">
              <Toggle label="Key point" on={draft.key} change={(key) => drafts.change({ key })} />
              <Toggle label="Pin to the top" on={draft.pinned} change={(pinned) => drafts.change({ pinned })} />
            </div>
          </>
        )}
        <SendState work={work} />
        <DraftActions drafts={drafts} />
        <div class="send">
          <button type="submit" class="main" disabled={sending}>
            {sending ? 'Publishing…' : correcting ? 'Publish the correction' : 'Publish'}
          </button>
          <kbd>Ctrl+Enter</kbd>
          <Saved where={drafts.saved.value} />
        </div>
      </form>
    </section>
  );
}

function Saved({ where }: { where: 'server' | 'browser' | 'nowhere' | null }) {
  const words = {
    server: 'Draft saved',
    browser: 'Draft saved in this browser',
    nowhere: 'Draft NOT saved: copy the text before you leave',
  };
  return <span class="saved">{where === null ? '' : words[where]}</span>;
}
