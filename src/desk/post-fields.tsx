import { useComputed, useSignal } from '@preact/signals';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { useRef } from 'preact/hooks';
import type { Work } from './desk.ts';
import { useDesk } from './desk-context.ts';
import { linkAt, setLink } from './editing.ts';
import { TextField } from './fields.tsx';
import { focusOn } from './focus.ts';
import { LinkForm } from './link-form.tsx';
import { purposeWords } from './purpose-words.ts';
import { Toolbar } from './toolbar.tsx';
import { Writing } from './writing.tsx';

/** The headline and the text of a post, with what can be done to the text. */
export function PostFields({ work, publish }: { work: Work; publish: () => void }) {
  const desk = useDesk();
  const { drafts, story } = work;
  const draft = drafts.current.value;
  const view = useRef<EditorView | null>(null);
  const state = useSignal<EditorState | null>(null);
  const linking = useSignal(false);
  const shown = useComputed(() => `${drafts.current.value.id} ${drafts.shown.value}`);
  return (
    <>
      <TextField
        label="Headline (may be empty)"
        value={draft.headline}
        change={(headline) => drafts.change({ headline })}
      />
      <Writing
        body={draft.body}
        shown={shown.value}
        label={purposeWords(draft.purpose).text}
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
    </>
  );
}
