import type { MastheadView } from '../views/masthead-view.ts';
import { storyAddress } from './addresses.ts';
import { documentHtml } from './document.ts';
import { html } from './html.ts';
import { settingOf } from './setting.ts';
import { time, zoneName } from './times.ts';
import { wordsFor } from './words.ts';

/** What the list of stories says of one. */
export type StoryLine = Pick<MastheadView, 'story' | 'title' | 'summary' | 'last' | 'language' | 'zone' | 'lastEnding'>;

/** The list of stories as a whole HTML document, in the order given; in English where nothing else is asked. */
export function renderFrontPage(stories: readonly StoryLine[], language = 'en'): string {
  const words = wordsFor(language);
  const lines = stories.map(({ story, title, summary, last, lastEnding, ...rest }) => {
    const setting = settingOf({ story, moment: null, ...rest });
    const own = html` lang="${setting.language}" dir="${setting.direction}"`;
    const updated = words.updated(time(setting, last.at), zoneName(setting.zone, last.at), words.number(last.revision));
    return html`<article>
      <h2${own}><a href="${storyAddress(story)}">${title}</a></h2>
      ${summary && html`<p${own}>${summary}</p>`}
      <p><small>${updated}${lastEnding?.reopened === null ? html`. ${words.ended(time(setting, lastEnding.at), zoneName(setting.zone, lastEnding.at))}` : null}</small></p>
    </article>`;
  });
  return documentHtml(
    { title: words.stories, description: null, language, address: '/', script: null },
    html`<main><h1>${words.stories}</h1>${lines.length === 0 ? html`<p>${words.noStories}</p>` : lines}</main>`,
  );
}
