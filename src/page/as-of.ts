import type { Stamp } from '../record/record.ts';
import { storyAddress } from './addresses.ts';
import { html, type Html } from './html.ts';
import type { Setting } from './setting.ts';
import { time } from './times.ts';

/** That a page shows the past: which revision, until when it was public, and the way to what stands now. */
export function asOfHtml(setting: Setting, shown: Stamp, head: number): Html {
  const { words, story } = setting;
  const now = html`<a href="${storyAddress(story)}">${words.asOf.now}</a>`;
  const stood = words.asOf.stood(time(setting, shown.at), words.number(shown.revision), words.number(head));
  return html`<aside id="as-of"><p><b>${words.asOf.title}</b> ${stood} ${words.asOf.rendered} ${now}</p></aside>`;
}
