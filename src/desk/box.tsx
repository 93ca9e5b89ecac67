import { useEffect, useRef } from 'preact/hooks';
import type { Work } from './desk.ts';
import { useDesk } from './desk-context.ts';
import { DraftActions, DraftsBar, GoneLine } from './drafts-bar.tsx';
import { TextArea, Toggle } from './fields.tsx';
import { focusBack, focusOn, writingPlace } from './focus.ts';
import { PostFields } from './post-fields.tsx';
import { purposeWords } from './purpose-words.ts';
import { RightStatement } from './right-statement.tsx';
import { SendState } from './send-state.tsx';
import { StatementList } from './statement-list.tsx';
import { useKeyDown } from './use-key-down.ts';

/** The box that is always ready: a post, what a post says instead, or a right statement, and the key that publishes it. */
export function Box({ work }: { work: Work }) {
  const desk = useDesk();
  const { drafts } = work;
  const draft = drafts.current.value;
  const { purpose } = draft;
  const words = purposeWords(purpose);
  const form = useRef<HTMLFormElement>(null);
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
  const opened = useRef(false);
  useEffect(() => {
    const first = !opened.current;
    opened.current = true;
    if (desk.pane.value !== 'box') return;
    if (first) focusOn(writingPlace);
    else focusBack('box', writingPlace);
  }, [draft.id]);

  return (
    <section class="box" data-pane="box" aria-labelledby="box-title">
      <h2 id="box-title">{words.title}</h2>
      <DraftsBar drafts={drafts} />
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          publish();
        }}
      >
        {purpose.kind === 'correct-statement' ? (
          <RightStatement work={work} wrong={purpose.statement} />
        ) : (
          <PostFields work={work} publish={publish} />
        )}
        {words.note && (
          <TextArea
            name="note"
            label={words.note.label}
            required
            rows={2}
            hint={words.note.hint}
            value={draft.note}
            change={(note) => drafts.change({ note })}
          />
        )}
        {purpose.kind === 'new' && (
          <>
            <StatementList work={work} />
            <div class="toggles">
              <Toggle label="Key point" on={draft.key} change={(key) => drafts.change({ key })} />
              <Toggle label="Pin to the top" on={draft.pinned} change={(pinned) => drafts.change({ pinned })} />
            </div>
          </>
        )}
        <SendState work={work} />
        <GoneLine drafts={drafts} />
        <DraftActions drafts={drafts} />
        <div class="send">
          <button type="submit" class="main" disabled={sending}>
            {sending ? 'Publishing…' : words.publish}
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
