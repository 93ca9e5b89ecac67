import type { PostPageView } from '../views/post-view.ts';
import { postAddress, storyAddress } from './addresses.ts';
import { beginning } from './body.ts';
import { documentHtml, topHtml, type Assets } from './document.ts';
import { html } from './html.ts';
import { footerHtml } from './page.ts';
import { marksHtml, postContents, postHeading } from './post.ts';
import { settingOf } from './setting.ts';

/** One post's own page as a whole HTML document. */
export function renderPostPage(view: PostPageView, assets: Assets): string {
  const setting = settingOf(view);
  const { post, title, story } = view;
  const { headline, body, withdrawn } = post;
  const heading = withdrawn === null ? (headline ?? beginning(body, 80)) : setting.words.whatWasWithdrawn;
  return documentHtml(
    {
      title: `${heading} – ${title}`,
      description: withdrawn === null ? beginning(body, 200) : null,
      language: view.language,
      address: postAddress(story, post.id),
    },
    { ...assets, script: null },
    html`${topHtml([{ address: `${storyAddress(story)}#${post.id}`, words: title }])}
      <main><article id="${post.id}">
        <h1>${postHeading(setting, post)}</h1>
        ${marksHtml(setting, post, null)}
        ${postContents(setting, post)}
      </article></main>
      ${footerHtml(setting, post.published.at)}`,
  );
}
