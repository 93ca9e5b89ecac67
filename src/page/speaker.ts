import type { StatementView } from '../views/statement-view.ts';
import { html, phrase, type Html } from './html.ts';
import type { Setting } from './setting.ts';

/** Who speaks, without the role; the desk where the statement is in its own voice. */
export function speakerHtml({ words }: Setting, { speaker }: StatementView): Html {
  return speaker === null ? html`${words.desk}` : phrase(speaker.name);
}
