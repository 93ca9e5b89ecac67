import type { MastheadView } from '../views/masthead-view.ts';
import { storyAddress } from './addresses.ts';
import { html, type Html } from './html.ts';
import { languageAttributes } from './language.ts';
import type { Setting } from './setting.ts';
import { time, zoneName } from './times.ts';

/** The top of a story's page: its headline, its summary, and as of which revision the page stands. */
export function mastheadHtml(setting: Setting, { title, summary, revision, last, posts }: MastheadView): Html {
  const { words, language, story, zone } = setting;
  const own = languageAttributes(setting, language);
  const updated = words.updated(time(setting, last.at), zoneName(zone, last.at), words.number(revision));
  const next =
    posts === 0 ? words.noPosts : html`<a href="${storyAddress(story, { since: revision })}">${words.showNew}</a>`;
  return html`<header id="masthead">
    <h1${own}>${title}</h1>
    ${summary && html`<p${own}>${summary}</p>`}
    <p id="revision">${updated}. ${next}</p>
  </header>`;
}
