import type { Stamp } from '../record/record.ts';
import { html, type Html } from './html.ts';
import type { Setting } from './setting.ts';
import { time } from './times.ts';

/** The past that a page shows: its revision, the last that there is, and how its links name the moment. */
export interface Past {
  shown: Stamp;
  head: number;
  at: string;
}

/** That a page shows the past: which revision, until when it was public, and the way to what its address shows now. */
export function asOfHtml(setting: Setting, { shown, head }: Past, address: string): Html {
  const { words } = setting;
  const now = html`<a href="${address}">${words.asOf.now}</a>`;
  const stood = words.asOf.stood(time(setting, shown.at), words.number(shown.revision), words.number(head));
  return html`<aside id="as-of"><p><b>${words.asOf.title}</b> ${stood} ${words.asOf.rendered} ${now}</p></aside>`;
}
