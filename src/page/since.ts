import type { ChangesView } from '../views/changes-view.ts';
import { changesHtml } from './changes.ts';
import type { PageView } from '../views/page-view.ts';
import { numberOf, type PostId } from '../terms/ids.ts';
import { postAddress, storyAddress } from './addresses.ts';
import { html, phrase, type Content, type Html } from './html.ts';
import type { Setting } from './setting.ts';

const linked = 10;

/** What is new since the revision that the reader saw last, with the ways to it; nothing where the reader named none. */
export function sinceHtml(setting: Setting, view: PageView, changes?: ChangesView): Html | null {
  const { words } = setting;
  const { since } = view;
  if (since === null) return null;
  const { posts, first, changedPosts, changedSubjects } = since;
  const revision = words.number(since.revision);
  const told = changes !== undefined && changes.changes.length > 0;
  if (posts + changedPosts.length + changedSubjects.length === 0 && !told) {
    return html`<section id="since"><p>${words.nothingNew(revision)}.</p></section>`;
  }
  const lines: Content[] = [
    ...(first === null
      ? []
      : [html`${words.newPosts(posts)}. <a href="${firstNew(setting, view, first)}">${words.goToFirstNew}</a>`]),
    ...(changedPosts.length === 0
      ? []
      : [
          html`${words.changedPosts(changedPosts.length)}: ${words.list(
            changedPosts
              .slice(0, linked)
              .map((id) => html`<a href="${postAddress(setting.story, id)}">${numberOf(id)}</a>`),
          )}${changedPosts.length > linked ? ' …' : null}`,
        ]),
    ...(changedSubjects.length === 0
      ? []
      : [html`${words.changedSubjects(changedSubjects.length)}: ${words.list(subjectLinks(view))}`]),
  ];
  return html`<section id="since">
    <h2>${words.newSince(revision)}</h2>
    ${lines.length === 0 ? null : html`<ul>${lines.map((line) => html`<li>${line}`)}</ul>`}
    ${told ? html`<details${lines.length === 0 ? ' open' : ''}><summary>${words.whatChanged}</summary>${changesHtml(setting, changes)}</details>` : null}
  </section>`;
}

/** The line between what is new and what the reader saw. */
export function leftHereHtml({ words }: Setting): Html {
  return html`<p id="left-here">${words.youLeftHere}</p>`;
}

/** The first new post: on this page where it stands here, else where the stream starts with it, oldest first. */
function firstNew({ story }: Setting, { stream, since }: PageView, first: PostId): string {
  if (stream.posts.some(({ id }) => id === first)) return `#${first}`;
  const asked = { order: 'oldest', from: numberOf(first) - 1, since: since!.revision } as const;
  return `${storyAddress(story, asked)}#${first}`;
}

function subjectLinks({ board, since }: PageView): Html[] {
  const changed = new Set<string>(since!.changedSubjects);
  return board
    .flatMap(({ subjects }) => subjects)
    .filter(({ id }) => changed.has(id))
    .map(({ id, name }) => html`<a href="#${id}">${phrase(name)}</a>`);
}
