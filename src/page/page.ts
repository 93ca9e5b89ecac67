import type { PageView, StreamView } from '../views/page-view.ts';
import type { PostView } from '../views/post-view.ts';
import { numberOf } from '../terms/ids.ts';
import { afterAddress, correctionsAddress, storyAddress, streamAddress } from './addresses.ts';
import type { ChangesView } from '../views/changes-view.ts';
import { asOfHtml, type Past } from './as-of.ts';
import { documentHtml, topHtml } from './document.ts';
import { attribute, html, type Content, type Html } from './html.ts';
import { liveHtml, settingsHtml } from './live-chrome.ts';
import { mastheadHtml } from './masthead.ts';
import { keyPointsHtml, pinnedHtml, postHtml } from './post.ts';
import { settingOf, type Setting } from './setting.ts';
import { leftHereHtml, sinceHtml } from './since.ts';
import { subjectHtml } from './subject.ts';

/** What a page is given beside its view. */
export interface PageGiven {
  /** The address of the script; `null` where the page has none, as one of the past. */
  script: string | null;
  /** Where the page shows the past: of when. */
  past?: Past;
  /** What changed since the revision that the reader saw last. */
  changes?: ChangesView;
}

/** A story's page as a whole HTML document: complete without its script. */
export function renderPage(view: PageView, { script, past, changes }: PageGiven): string {
  const setting = settingOf({ ...view, at: past?.at ?? null });
  const { words } = setting;
  const { title, summary: description, language } = view;
  return documentHtml(
    { title, description, language, address: canonicalAddress(view), script },
    html`${topHtml(words, [
      { address: '/', words: words.allStories },
      { address: '#board', words: words.situation },
      { address: '#updates', words: words.updates },
    ])}
      ${past ? asOfHtml(setting, past, storyAddress(view.story)) : null}
      <main${past ? null : liveAttributes(view)}>
      ${mastheadHtml(setting, view)}
      ${past ? null : liveHtml(setting)}
      ${sinceHtml(setting, view, changes)}
      ${keyPointsHtml(setting, view.keyPoints)}
      ${boardHtml(setting, view)}
      ${pinnedHtml(setting, view.pinned)}
      ${updatesHtml(setting, view)}
      </main>
      ${footerHtml(setting)}`,
  );
}

/** The foot of each of a story's pages: its time zone, its corrections, and how statements are attributed. */
export function footerHtml({ words, zone, story, at }: Setting): Html {
  return html`<footer><p>${words.zoneLine(zone)}</p>
    <p><a href="${correctionsAddress(story, at)}">${words.corrections}</a></p>
    <h2>${words.howWeAttribute}</h2><p>${words.attribution}</p></footer>`;
}

/** What the script needs to know: where the page stands and where to ask for what follows. */
function liveAttributes({ story, revision, lastEnding, stream, moment }: PageView): Content {
  return [
    attribute('data-story', story),
    attribute('data-revision', revision),
    lastEnding?.reopened === null ? html` data-ended` : null,
    attribute('data-stream', streamAddress(story, revision, moment)),
    attribute('data-after', afterAddress(story, revision)),
    attribute('data-first', stream.first),
    attribute('data-last', stream.last),
  ];
}

function boardHtml(setting: Setting, { board, since }: PageView): Html {
  const { words } = setting;
  const changed = new Set<string>(since?.changedSubjects);
  return html`<section id="board"><h2>${words.situation}</h2>${board.map(
    ({ kind, subjects }) => html`<section><h3>${words.kinds[kind]}</h3><div id="board-${kind}">
      ${subjects.map((subject) => subjectHtml(setting, subject, changed.has(subject.id) ? words.isChanged : null))}
    </div></section>`,
  )}</section>`;
}

function updatesHtml(setting: Setting, view: PageView): Html {
  const { words, story, at } = setting;
  const { stream } = view;
  const way = (order: StreamView['order'], label: string) =>
    html`<a href="${storyAddress(story, { at, order })}#updates"${attribute('aria-current', stream.order === order ? 'true' : null)}>
      ${label}</a> `;
  return html`<section id="updates">
    <h2>${words.updates}</h2>
    <nav aria-label="${words.order}">${way('newest', words.newestFirst)}${way('oldest', words.oldestFirst)}</nav>
    ${settingsHtml(setting)}
    ${pagingHtml(setting, stream, 'previous')}
    <div id="stream" data-order="${stream.order}">${postsHtml(setting, view)}</div>
    ${pagingHtml(setting, stream, 'next')}
  </section>`;
}

function postsHtml(setting: Setting, { stream, since }: PageView): Html[] {
  const { words } = setting;
  if (since === null) return stream.posts.map((post) => postHtml(setting, post));
  const isNew = (post: PostView) => post.published.revision > since.revision;
  const changed = new Set<string>(since.changedPosts);
  return stream.posts.flatMap((post, i) => {
    const mark = isNew(post) ? words.isNew : changed.has(post.id) ? words.isChanged : null;
    const before = stream.posts[i - 1];
    const left = before !== undefined && isNew(before) !== isNew(post);
    return [...(left ? [leftHereHtml(setting)] : []), postHtml(setting, post, mark)];
  });
}

function pagingHtml({ words, story, at }: Setting, stream: StreamView, side: 'previous' | 'next'): Html | null {
  const { order } = stream;
  const start = stream[side];
  if (start === null) return null;
  const label = {
    newest: { previous: words.newer, next: words.older },
    oldest: { previous: words.earlier, next: words.later },
  }[order][side];
  const address = storyAddress(story, { at, order, from: start === 'start' ? null : start });
  return html`<nav aria-label="${label}"><a href="${address}#updates" rel="${side === 'next' ? 'next' : 'prev'}">${label}</a></nav>`;
}

/** The address under which this stretch of the story is to be known. */
function canonicalAddress({ story, stream }: PageView): string {
  const { order, first, last, posts } = stream;
  if (order === 'oldest') return storyAddress(story, { order, from: first === 1 ? null : first - 1 });
  return storyAddress(story, { from: last === null || posts.length === 0 ? null : numberOf(posts[0]!.id) + 1 });
}
