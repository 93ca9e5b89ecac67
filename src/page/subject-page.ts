import type { StatementView } from '../views/statement-view.ts';
import type { SubjectView } from '../views/subject-view.ts';
import { storyAddress, subjectAddress } from './addresses.ts';
import { documentHtml, topHtml } from './document.ts';
import { html, type Html } from './html.ts';
import { footerHtml } from './page.ts';
import type { StoryHead } from './post-page.ts';
import { settingOf, type Setting } from './setting.ts';
import { sentenceHtml, sinceWords, whyHtml, withdrawnHtml } from './statement.ts';
import { kindLine, ownDefinition, standingHtml } from './subject.ts';

/** One subject's own page as a whole HTML document: how it stands, and all that was ever stated of it. */
export function renderSubjectPage(head: StoryHead, subject: SubjectView): string {
  const setting = settingOf(head);
  const { words } = setting;
  const { title, story, language } = head;
  const one = (statement: StatementView) => statementHtml(setting, subject, statement);
  return documentHtml(
    {
      title: `${subject.name} – ${title}`,
      description: null,
      language,
      address: subjectAddress(story, subject.id),
      script: null,
    },
    html`${topHtml(words, [{ address: `${storyAddress(story)}#${subject.id}`, words: title }])}
      <main>
      <h1>${subject.name}</h1>
      ${kindLine(setting, subject)}
      ${standingHtml(setting, subject)}
      <section><h2>${words.whatStands}</h2>
        ${subject.voices.length === 0 ? html`<p>${words.nothingStands}</p>` : subject.voices.map(one)}
      </section>
      ${
        subject.earlier.length === 0
          ? null
          : html`<section><h2>${words.earlierStatements}</h2>${subject.earlier.map(one)}</section>`
      }
      </main>
      ${footerHtml(setting)}`,
  );
}

function statementHtml(setting: Setting, subject: SubjectView, statement: StatementView): Html {
  const { words } = setting;
  const replaced = statement.withdrawn === null && subject.earlier.includes(statement);
  return html`<article id="${statement.id}">
    <h3>${sentenceHtml(setting, statement)} <small>${sinceWords(setting, statement)}</small></h3>
    ${withdrawnHtml(setting, statement)}
    ${replaced ? html`<p>${words.replaced}</p>` : null}
    ${ownDefinition(setting, subject, statement)}
    ${whyHtml(setting, statement)}
  </article>`;
}
