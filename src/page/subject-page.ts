import type { Moment } from '../terms/when.ts';
import type { StatementView } from '../views/statement-view.ts';
import type { SubjectHistoryView, VoiceView } from '../views/subject-view.ts';
import { storyAddress, subjectAddress } from './addresses.ts';
import { asOfHtml, type Past } from './as-of.ts';
import { documentHtml, topHtml } from './document.ts';
import { html, type Html } from './html.ts';
import { footerHtml } from './page.ts';
import type { StoryHead } from './post-page.ts';
import { settingOf, type Setting } from './setting.ts';
import { standingHtml } from './standing.ts';
import { sentenceHtml, sinceWords, takenBackHtml, whyHtml } from './statement.ts';
import { aboutHtml, belowHtml, kindLine, outdatedHtml, silentLines } from './subject.ts';

/** One subject's own page as a whole HTML document: how it stands at the moment, and all that was ever stated of it. */
export function renderSubjectPage(
  head: StoryHead,
  subject: SubjectHistoryView,
  moment: Moment,
  past: Past | null = null,
): string {
  const setting = settingOf({ ...head, moment, at: past?.at ?? null });
  const { words } = setting;
  const { title, story, language } = head;
  const one = (statement: StatementView | VoiceView) => statementHtml(setting, subject, statement);
  const silent = silentLines(setting, subject).map((line) => html`<p>${line}</p>`);
  return documentHtml(
    {
      title: `${subject.name} – ${title}`,
      description: null,
      language,
      address: subjectAddress(story, subject.id),
      script: null,
    },
    html`${topHtml(words, [{ address: `${storyAddress(story, { at: setting.at })}#${subject.id}`, words: title }])}
      ${past && asOfHtml(setting, past, subjectAddress(story, subject.id))}
      <main>
      <h1>${subject.name}</h1>
      ${kindLine(setting, subject)}
      ${standingHtml(setting, subject)}
      <section><h2>${words.whatStands}</h2>
        ${subject.voices.length === 0 ? html`<p>${words.nothingStands}</p>` : subject.voices.map(one)}${silent}
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

function statementHtml(setting: Setting, subject: SubjectHistoryView, statement: StatementView | VoiceView): Html {
  const { words } = setting;
  if (statement.removed !== null) {
    return html`<article id="${statement.id}">${takenBackHtml(setting, statement)}</article>`;
  }
  const replaced = statement.withdrawn === null && subject.earlier.includes(statement);
  const outdated = 'outdated' in statement ? outdatedHtml(setting, statement) : null;
  return html`<article id="${statement.id}">
    <h3>${sentenceHtml(setting, statement)} <small>${outdated}${sinceWords(setting, statement)}</small></h3>
    ${takenBackHtml(setting, statement)}
    ${replaced ? html`<p>${words.replaced}</p>` : null}
    ${aboutHtml(setting, subject, statement)}
    ${belowHtml(setting, statement)}
    ${whyHtml(setting, statement)}
  </article>`;
}
