import type { StoryRecord } from '../record/record.ts';
import type { Moment } from '../terms/when.ts';
import type { PostView } from '../views/post-view.ts';
import { postAddress, storyAddress } from './addresses.ts';
import { asOfHtml, type Past } from './as-of.ts';
import { beginning } from './body.ts';
import { documentHtml, topHtml } from './document.ts';
import { html } from './html.ts';
import { footerHtml } from './page.ts';
import { marksOf, postContents, postHeading, stands } from './post.ts';
import { settingOf } from './setting.ts';

/** What the pages under a story's page say of the story. */
export type StoryHead = Pick<StoryRecord, 'story' | 'title' | 'language' | 'zone'>;

/** One post's own page as a whole HTML document. */
export function renderPostPage(head: StoryHead, post: PostView, moment: Moment, past: Past | null = null): string {
  const setting = settingOf({ ...head, moment, at: past?.at ?? null });
  const { title, story, language } = head;
  const { headline, body, removed } = post;
  const gone = removed === null ? setting.words.whatWasWithdrawn : setting.words.whatWasRemoved;
  const heading = stands(post) ? (headline ?? beginning(body, 80)) : gone;
  return documentHtml(
    {
      title: `${heading} – ${title}`,
      description: stands(post) ? beginning(body, 200) : null,
      language,
      address: postAddress(story, post.id),
      script: null,
    },
    html`${topHtml(setting.words, [{ address: `${storyAddress(story, { at: setting.at })}#${post.id}`, words: title }])}
      ${past && asOfHtml(setting, past, postAddress(story, post.id))}
      <main><article id="${post.id}">
        <h1>${postHeading(setting, post, marksOf(setting, post))}</h1>
        ${postContents(setting, post)}
      </article></main>
      ${footerHtml(setting)}`,
  );
}
