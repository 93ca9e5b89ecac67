import type { PostSummary, PostView } from '../views/post-view.ts';
import { numberOf } from '../terms/ids.ts';
import { postAddress } from './addresses.ts';
import { beginning, bodyHtml } from './body.ts';
import { html, joined, type Content, type Html } from './html.ts';
import { languageAttributes } from './language.ts';
import type { Setting } from './setting.ts';
import { carriedStatement } from './statement.ts';
import { clockTime, time } from './times.ts';
import type { Body } from '../journal/body.ts';

/** A post in the stream: what it says, the statements it carries, and all that was corrected or taken back. */
export function postHtml(setting: Setting, post: PostView, mark: string | null = null): Html {
  return html`<article id="${post.id}">
    <h3>${postHeading(setting, post, marksOf(setting, post, mark))}</h3>
    ${postContents(setting, post)}
  </article>`;
}

/** What a post's heading is made of. */
type Heading = Pick<PostView, 'id' | 'headline' | 'language' | 'published' | 'withdrawn' | 'removed'>;

/** A post's time, which is the link to its own page, the marks it bears, and its headline. */
export function postHeading(setting: Setting, post: Heading, marks: readonly Content[]): Html {
  const { id, headline, language, published } = post;
  const shown = stands(post) ? headline : null;
  return html`<a href="${postAddress(setting.story, id, setting.at)}">${clockTime(setting, published.at)}</a>
    ${marks.length === 0 ? null : html` <small>${joined(marks, ' · ')}</small>`}
    ${shown && html` <span${languageAttributes(setting, language)}>${shown}</span>`}`;
}

/** What a post says now, or that it was withdrawn; with what it said before, and whether that was wrong. */
export function postContents(setting: Setting, post: PostView): Html {
  const { words } = setting;
  const { id, headline, body, language, corrections, withdrawn, removed } = post;
  if (removed !== null) {
    return html`<aside><p>${words.removed(time(setting, removed.at), removed.ground)}</p></aside>
      ${statementsHtml(setting, post)}`;
  }
  const saying = statementsHtml(setting, post);
  const corrected = corrections.map(
    ({ sort, at, note, before }, i) => html`<aside data-sort="${sort}">
      <p>${words.changedBy[sort](time(setting, at), html`<span${languageAttributes(setting, language)}>${note}</span>`)}</p>
      ${earlierText(setting, words.before, `was-${numberOf(id)}-${i + 1}`, language, before)}
    </aside>`,
  );
  if (withdrawn === null) {
    return html`<div${languageAttributes(setting, language)}>${bodyHtml(setting, body)}</div>${saying}${corrected}`;
  }
  const reason = html`<span${languageAttributes(setting, language)}>${withdrawn.reason}</span>`;
  const was = { headline, body };
  return html`<aside>
      <p>${words.withdrawn(time(setting, withdrawn.at), reason)}</p>
      ${earlierText(setting, words.whatItSaid, `was-${numberOf(id)}-0`, language, was, saying)}
    </aside>${corrected}`;
}

/** That a post is a key point or pinned, in words; and whether it is new to a reader who said what was seen last. */
export function marksOf({ words }: Setting, { key, pinned }: PostView, mark: string | null = null): Content[] {
  return [
    ...(mark === null ? [] : [html`<mark>${mark}</mark>`]),
    ...(key ? [words.keyPoint] : []),
    ...(pinned ? [words.pinned] : []),
  ];
}

/** Whether a post still says something: it was neither withdrawn nor taken down. */
export function stands({ withdrawn, removed }: Pick<PostView, 'withdrawn' | 'removed'>): boolean {
  return withdrawn === null && removed === null;
}

/** The key points: the first words of each with the link to it. The section is there, though hidden, when there are none. */
export function keyPointsHtml(setting: Setting, posts: PostSummary[]): Html {
  const standing = posts.filter(stands);
  const points = standing.map((post) => {
    const { id, headline, body, language, published } = post;
    const words = html`<span${languageAttributes(setting, language)}>${headline ?? beginning(body, 140)}</span>`;
    return html`<li><a href="${postAddress(setting.story, id, setting.at)}">${words}</a> <small>${time(setting, published.at)}</small>${changesHtml(setting, post)}`;
  });
  return html`<section id="key-points"${hiddenWhenEmpty(standing)}>
    <h2>${setting.words.keyPoints}</h2><ul>${points}</ul></section>`;
}

/** The pinned posts, with what they say. The section is there, though hidden, when there are none. */
export function pinnedHtml(setting: Setting, posts: PostSummary[]): Html {
  const { words } = setting;
  const standing = posts.filter(stands);
  const pinned = standing.map(
    (post) => html`<article id="pinned-${numberOf(post.id)}">
      <h3>${postHeading(setting, post, [])}</h3>
      <div${languageAttributes(setting, post.language)}>${bodyHtml(setting, post.body)}</div>
      ${changesHtml(setting, post)}
    </article>`,
  );
  return html`<section id="pinned"${hiddenWhenEmpty(standing)}><h2>${words.pinned}</h2>${pinned}</section>`;
}

/** What has changed since the post was published: that it was corrected, that a statement of it no longer stands. */
function changesHtml({ words, story, at }: Setting, { id, corrections, carriesWithdrawn }: PostSummary): Content {
  const changes = [
    ...(corrections.length > 0 ? [words.wasCorrected] : []),
    ...(carriesWithdrawn ? [words.carriesWithdrawn] : []),
  ];
  return changes.map(
    (change) => html`<p data-changed><small><a href="${postAddress(story, id, at)}">${change}</a></small></p>`,
  );
}

function hiddenWhenEmpty(posts: PostSummary[]): string {
  return posts.length === 0 ? ' hidden' : '';
}

function statementsHtml(setting: Setting, { statements }: PostView): Html | null {
  if (statements.length === 0) return null;
  return html`<ul data-says>${statements.map((statement) => carriedStatement(setting, statement))}</ul>`;
}

function earlierText(
  setting: Setting,
  label: string,
  id: string,
  language: string,
  { headline, body }: { headline: string | null; body: Body },
  more: Content = null,
): Html {
  return html`<details id="${id}"><summary>${label}</summary>
    <div${languageAttributes(setting, language)}>
      ${headline && html`<p><b>${headline}</b></p>`}${bodyHtml(setting, body)}
    </div>${more}</details>`;
}
