import { numberOf } from '../terms/ids.ts';
import type { PartialDate } from '../terms/when.ts';
import type { DayStatement, DaySubject, DayView } from '../views/day-view.ts';
import type { PostSummary } from '../views/post-view.ts';
import { postAddress, storyAddress, subjectAddress } from './addresses.ts';
import { beginning } from './body.ts';
import { documentHtml, topHtml } from './document.ts';
import { html, joined, phrase, type Content, type Html } from './html.ts';
import { languageAttributes } from './language.ts';
import { footerHtml } from './page.ts';
import type { StoryHead } from './post-page.ts';
import { settingOf, type Setting } from './setting.ts';
import { sentenceHtml, sinceWords, takenBackHtml } from './statement.ts';
import { clockTime, time, whenText } from './times.ts';
import { viewsWords } from './views-words.ts';

/** The addresses that a day's page needs: its own, where it has one that stays, and that of the story's page as it was then. */
export interface DayAddresses {
  own: string | null;
  asItWas: string;
}

/** What is recorded now about a day, as a whole HTML document, with the way to what was public on that day. */
export function renderDayPage(head: StoryHead, view: DayView, { own, asItWas }: DayAddresses): string {
  const setting = settingOf({ ...head, moment: view.moment });
  const { day: words } = viewsWords(setting);
  const { title, story, language } = head;
  const heading = words.heading(dayWords(setting, view.day));
  const recorded = words.asRecordedNow(time(setting, view.moment), setting.words.number(view.revision));
  return documentHtml(
    { title: `${heading} – ${title}`, description: null, language, address: own, script: null },
    html`${topHtml(setting.words, [{ address: storyAddress(story), words: title }])}
      <main>
      <h1>${heading}</h1>
      <p>${recorded} <a href="${asItWas}">${words.asItWas}</a></p>
      <section id="happened"><h2>${words.happened}</h2>${subjectsHtml(setting, view.happened)}</section>
      <section id="said"><h2>${words.saidOnly}</h2>${subjectsHtml(setting, view.said)}</section>
      <section id="posts"><h2>${words.posts}</h2>${postsHtml(setting, view)}</section>
      </main>
      ${footerHtml(setting)}`,
  );
}

const form = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

function dayWords({ words }: Setting, day: PartialDate): string {
  return new Intl.DateTimeFormat(words.locale, form).format(new Date(day));
}

function subjectsHtml(setting: Setting, subjects: DaySubject[]): Content {
  const words = viewsWords(setting);
  if (subjects.length === 0) return html`<p>${words.day.none}</p>`;
  return subjects.map(
    ({ subject, state, statements, unlisted }) => html`<article>
      <h3><a href="${subjectAddress(setting.story, subject.id)}">${phrase(subject.name)}</a> <small>
        ${words.day.standsNow(words.states[state])}</small></h3>
      ${unlisted > 0 ? html`<p><a href="${subjectAddress(setting.story, subject.id)}">${words.day.unlisted(unlisted)}</a></p>` : null}
      <ul>${statements.map((statement) => statementHtml(setting, statement))}</ul>
    </article>`,
  );
}

/** A statement with its time, what has become of it since, and the way to its "why?". */
function statementHtml(setting: Setting, statement: DayStatement): Html {
  const words = viewsWords(setting);
  const { id, subject, happened, withdrawn, successor, outdated, wider } = statement;
  const address = subjectAddress(setting.story, subject.id);
  const when = happened === null ? null : html`${words.day.happenedAt(whenText(setting, happened))}, `;
  const replaced =
    withdrawn === null && successor !== null
      ? `${subjectAddress(setting.story, successor.subject.id)}#${successor.id}`
      : null;
  const notes = [...(wider ? [words.day.wider] : []), ...(outdated === null ? [] : [`${words.outdated[outdated]}.`])];
  return html`<li id="${id}">
    <p>${sentenceHtml(setting, statement)} <small>${when}${sinceWords(setting, statement)}</small> <a
      href="${address}#${id}">${setting.words.why}</a></p>
    ${notes.length === 0 ? null : html`<p><small>${joined(notes, ' ')}</small></p>`}
    ${replaced && html`<p data-became="changed"><a href="${replaced}">${words.day.replaced}</a></p>`}
    ${takenBackHtml(setting, statement)}`;
}

function postsHtml(setting: Setting, { posts, unlisted }: DayView): Html {
  const { day: words } = viewsWords(setting);
  if (posts.length === 0) return html`<p>${words.noPosts}</p>`;
  return html`${unlisted && earlierPosts(setting, unlisted)}
    <ul>${posts.map((post) => html`<li>${postLine(setting, post)}`)}</ul>`;
}

/** The way to the posts that a busy day does not list: the stream, from the day's first on. */
function earlierPosts(setting: Setting, { first, posts }: NonNullable<DayView['unlisted']>): Html {
  const { day: words } = viewsWords(setting);
  const stream = storyAddress(setting.story, { order: 'oldest', from: numberOf(first) - 1 });
  return html`<p><a href="${stream}#updates">${words.unlistedPosts(posts)}</a></p>`;
}

/** A post by its time and headline or first words; what was withdrawn or taken down says so instead. */
function postLine(setting: Setting, post: PostSummary): Html {
  const { id, headline, body, language, published, withdrawn, removed } = post;
  const { story, words } = setting;
  const at = html`<a href="${postAddress(story, id)}">${clockTime(setting, published.at)}</a>`;
  if (removed !== null) return html`${at} ${words.removed(time(setting, removed.at), removed.ground)}`;
  const own = languageAttributes(setting, language);
  if (withdrawn !== null) {
    const reason = html`<span${own}>${withdrawn.reason}</span>`;
    return html`${at} ${words.withdrawn(time(setting, withdrawn.at), reason)}`;
  }
  return html`${at} <span${own}>${headline ?? beginning(body, 140)}</span>`;
}
