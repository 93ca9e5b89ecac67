import type { StatementView } from '../views/statement-view.ts';
import type { SubjectPageView } from '../views/subject-view.ts';
import { storyAddress, subjectAddress } from './addresses.ts';
import { documentHtml, topHtml, type Assets } from './document.ts';
import { html, type Html } from './html.ts';
import { footerHtml } from './page.ts';
import { settingOf, type Setting } from './setting.ts';
import { sentenceHtml, sinceHtml, whyHtml, withdrawnHtml } from './statement.ts';
import { kindLine, ownDefinition, standingHtml } from './subject.ts';

/** One subject's own page as a whole HTML document: how it stands, and all that was ever stated of it. */
export function renderSubjectPage(view: SubjectPageView, assets: Assets): string {
  const setting = settingOf(view);
  const { words } = setting;
  const { subject, title, story } = view;
  const one = (statement: StatementView) => statementHtml(setting, view, statement);
  return documentHtml(
    {
      title: `${subject.name} – ${title}`,
      description: null,
      language: view.language,
      address: subjectAddress(story, subject.id),
    },
    { ...assets, script: null },
    html`${topHtml([{ address: `${storyAddress(story)}#${subject.id}`, words: title }])}
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
      ${footerHtml(setting, view.last.at)}`,
  );
}

function statementHtml(setting: Setting, { subject }: SubjectPageView, statement: StatementView): Html {
  const { words } = setting;
  const replaced = statement.withdrawn === null && subject.earlier.includes(statement);
  return html`<article id="${statement.id}">
    <h3>${sentenceHtml(setting, statement)} ${sinceHtml(setting, statement)}</h3>
    ${withdrawnHtml(setting, statement)}
    ${replaced ? html`<p>${words.replaced}</p>` : null}
    ${ownDefinition(setting, subject, statement)}
    ${whyHtml(setting, statement)}
  </article>`;
}
