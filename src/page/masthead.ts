import type { Ending } from '../record/record.ts';
import type { MastheadView } from '../views/masthead-view.ts';
import { correctionsAddress, storyAddress } from './addresses.ts';
import { html, type Html } from './html.ts';
import { languageAttributes } from './language.ts';
import type { Setting } from './setting.ts';
import { time, zoneName } from './times.ts';

/** The top of a story's page: its headline, its summary, and as of which revision the page stands. */
export function mastheadHtml(setting: Setting, view: MastheadView): Html {
  const { title, summary, revision, last, posts, earlier, lastEnding, ended } = view;
  const { words, language, story, zone } = setting;
  const own = languageAttributes(setting, language);
  const updated = words.updated(time(setting, last.at), zoneName(zone, last.at), words.number(revision));
  const next =
    posts === 0 ? words.noPosts : html`<a href="${storyAddress(story, { since: revision })}">${words.showNew}</a>`;
  return html`<header id="masthead">
    <h1${own}>${title}</h1>
    ${summary && html`<p${own}>${summary}</p>`}
    <p id="revision">${updated}. ${next}</p>
    ${lastEnding && endingHtml(setting, lastEnding, ended)}
    ${earlier > 0 ? earlierHtml(setting, view) : null}
  </header>`;
}

/** Since when the coverage has ended, or when it had before it went on; of earlier ends the way to all of them. */
function endingHtml(setting: Setting, ending: Ending, ended: number): Html {
  const { words, story, at } = setting;
  const all = html`<a href="${correctionsAddress(story, at)}#endings">${words.endings}</a>`;
  return html`<p id="ended">${endingWords(setting, ending)} ${ended > 1 ? all : null}</p>`;
}

/** An end of the coverage and whether it went on, in the desk's words where there are any. */
function endingWords(setting: Setting, { at, note, reopened }: Ending): Html {
  const { words, zone } = setting;
  const own = languageAttributes(setting, setting.language);
  const said = (text: string | null) => text && html` <span${own}>${text}</span>`;
  if (reopened === null) return html`${words.ended(time(setting, at), zoneName(zone, at))}${said(note)}`;
  const [then, again] = [words.endedThen(time(setting, at)), words.wentOn(time(setting, reopened.at))];
  return html`${then}${said(note)} ${again}${said(reopened.note)}`;
}

/** When coverage ended and went on, newest first. */
export function endingLines(setting: Setting, endings: readonly Ending[]): Html[] {
  return endings.map((ending) => html`<li>${endingWords(setting, ending)}`).toReversed();
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
      ${summary && html`<br><span${own}>${summary}</span>`}<br><small>${setting.words.untilTime(time(setting, until.at))}</small>`,
  );
  return lines.toReversed();
}
