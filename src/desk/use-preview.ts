import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ask, storyApi } from './api.ts';
import { previewCommand } from './command-of.ts';
import type { Work } from './desk.ts';

/** What the board would say of the subject of a statement. */
export interface Foretold {
  subject: string;
  line: string;
}

/** How long the typing rests before the server is asked. */
const rest = 300;

const nothing: ReadonlyMap<string, Foretold> = new Map();

/** What the board would say of the subjects of the statements in the box, by their names in the draft, in the page's words. */
export function usePreview({ drafts, story }: Work): ReadonlyMap<string, Foretold> {
  const view = story.view.value;
  const asked = view === null ? null : previewCommand(drafts.current.value, view);
  const key = asked === null ? null : JSON.stringify([asked, story.revision.value]);
  const told = useSignal<{ key: string; lines: ReadonlyMap<string, Foretold> } | null>(null);
  useEffect(() => {
    if (asked === null || key === null) return;
    let outdated = false;
    const timer = setTimeout(async () => {
      const { command, statements } = asked;
      const answer = await ask<{ lines: Foretold[] }>(storyApi(story.name).preview, {
        method: 'POST',
        json: { command },
      });
      // What was asked before it may be answered after it.
      if (outdated) return;
      const lines = answer.ok ? answer.value.lines : [];
      told.value = { key, lines: new Map(statements.flatMap((id, i) => (lines[i] ? [[id, lines[i]]] : []))) };
    }, rest);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [key]);
  return told.value?.key === key ? told.value.lines : nothing;
}
