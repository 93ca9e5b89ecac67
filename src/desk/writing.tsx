import { EditorView } from 'prosemirror-view';
import type { EditorState } from 'prosemirror-state';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Body } from '../journal/body.ts';
import { directionOf } from '../page/language.ts';
import { fromDocument } from './body.ts';
import { boxState, type BoxKeys } from './editing.ts';

interface WritingProps extends BoxKeys {
  body: Body;
  /** Where it differs from before, the body is shown anew instead of what was typed. */
  shown: string;
  label: string;
  language: string;
  change: (body: Body) => void;
  /** Told of every new state, for what the toolbar shows. */
  moved: (state: EditorState) => void;
  /** Where the view is put, for who gives it commands. */
  view: RefObject<EditorView | null>;
}

/** The text of a post as it is written: plain text is enough, and structure comes by keys. */
export function Writing(props: WritingProps) {
  const { body, shown, label, language, view } = props;
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const does: BoxKeys = {
      publish: () => latest.current.publish(),
      leave: () => latest.current.leave(),
      link: () => latest.current.link(),
    };
    const made = new EditorView(place.current, {
      state: boxState(body, does),
      attributes: () => ({
        class: 'writing',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': latest.current.label,
        lang: latest.current.language,
        dir: directionOf(latest.current.language),
        spellcheck: 'true',
      }),
      dispatchTransaction(tr) {
        made.updateState(made.state.apply(tr));
        if (tr.docChanged) latest.current.change(fromDocument(made.state.doc));
        latest.current.moved(made.state);
      },
    });
    const focused = document.activeElement === document.body || view.current?.hasFocus();
    view.current = made;
    if (focused) made.focus();
    latest.current.moved(made.state);
    return () => made.destroy();
    // A box is made anew for each text that was not typed into it; its history goes with it.
  }, [shown]);

  useEffect(() => {
    // Attributes are functions of the props; the view reads them again when told so.
    view.current?.setProps({});
  }, [label, language]);

  return <div class="writing-place" ref={place} />;
}
