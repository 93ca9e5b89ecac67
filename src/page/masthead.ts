import type { MastheadView } from '../views/masthead-view.ts';
import { correctionsAddress, storyAddress } from './addresses.ts';
import { html, type Html } from './html.ts';
import { languageAttributes } from './language.ts';
import type { Setting } from './setting.ts';
import { time, zoneName } from './times.ts';

/** The top of a story's page: its headline, its summary, and as of which revision the page stands. */
export function mastheadHtml(setting: Setting, view: MastheadView): Html {
  const { title, summary, revision, last, posts, earlier } = view;
  const { words, language, story, zone } = setting;
  const own = languageAttributes(setting, language);
  const updated = words.updated(time(setting, last.at), zoneName(zone, last.at), words.number(revision));
  const next =
    posts === 0 ? words.noPosts : html`<a href="${storyAddress(story, { since: revision })}">${words.showNew}</a>`;
  return html`<header id="masthead">
    <h1${own}>${title}</h1>
    ${summary && html`<p${own}>${summary}</p>`}
    <p id="revision">${updated}. ${next}</p>
    ${earlier > 0 ? earlierHtml(setting, view) : null}
  </header>`;
}

function earlierHtml(setting: Setting, { earlierTitles, earlier }: MastheadView): Html {
  const { words, story, at } = setting;
  const all = html`<p><a href="${correctionsAddress(story, at)}#headlines">${words.allEarlierTitles}</a></p>`;
  return html`<details><summary>${words.earlierTitles(earlier)}</summary>
    <ul>${earlierLines(setting, earlierTitles)}</ul>${earlier > earlierTitles.length ? all : null}</details>`;
}

/** What a story was called before, newest first, and until when. */
export function earlierLines(setting: Setting, earlier: MastheadView['earlierTitles']): Html[] {
  const own = languageAttributes(setting, setting.language);
  const lines = earlier.map(
    ({ title, summary, until }) => html`<li><span${own}>${title}</span>
      ${summary && html`<br><span${own}>${summary}</span>`}<br><small>${setting.words.untilTime(time(setting, until.at))}</small></li>`,
  );
  return lines.toReversed();
}
