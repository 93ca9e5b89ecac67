import type { StoryRecord } from '../record/record.ts';
import type { CorrectionView } from '../views/corrections-view.ts';
import type { StatementView } from '../views/statement-view.ts';
import type { Moment } from '../terms/when.ts';
import { numberOf } from '../terms/ids.ts';
import { correctionsAddress, postAddress, storyAddress, subjectAddress } from './addresses.ts';
import { asOfHtml, type Past } from './as-of.ts';
import { documentHtml, topHtml } from './document.ts';
import { html, phrase, type Html } from './html.ts';
import { languageAttributes } from './language.ts';
import { earlierLines, endingLines } from './masthead.ts';
import { footerHtml } from './page.ts';
import type { StoryHead } from './post-page.ts';
import { settingOf, type Setting } from './setting.ts';
import { time } from './times.ts';

/** All of a story's corrections, clarifications and withdrawals as a whole HTML document, newest first; then its earlier headlines and ends. */
export function renderCorrectionsPage(
  head: StoryHead & Pick<StoryRecord, 'earlierTitles' | 'endings'>,
  corrections: readonly CorrectionView[],
  moment: Moment,
  past: Past | null = null,
): string {
  const setting = settingOf({ ...head, moment, at: past?.at ?? null });
  const { words } = setting;
  const { title, story, language, earlierTitles, endings } = head;
  const lines = corrections.map((correction) => lineHtml(setting, correction));
  return documentHtml(
    {
      title: `${words.corrections} – ${title}`,
      description: null,
      language,
      address: correctionsAddress(story),
      script: null,
    },
    html`${topHtml(words, [{ address: storyAddress(story, { at: setting.at }), words: title }])}
      ${past && asOfHtml(setting, past, correctionsAddress(story))}
      <main>
      <h1>${words.corrections}</h1>
      ${lines.length === 0 ? html`<p>${words.noCorrections}</p>` : lines}
      ${
        earlierTitles.length === 0
          ? null
          : html`<section id="headlines"><h2>${words.earlierTitles(earlierTitles.length)}</h2>
              <ul>${earlierLines(setting, earlierTitles)}</ul></section>`
      }
      ${
        endings.length === 0
          ? null
          : html`<section id="endings"><h2>${words.endings}</h2><ul>${endingLines(setting, endings)}</ul></section>`
      }
      </main>
      ${footerHtml(setting)}`,
  );
}

function lineHtml(setting: Setting, correction: CorrectionView): Html {
  const { words, story } = setting;
  const { kind, revision, note, ground, post, statements } = correction;
  const own = post === null ? null : languageAttributes(setting, post.language);
  return html`<article data-correction="${kind}">
    <h2>${words.correctionKinds[kind]} <small>${words.atRevision(time(setting, correction.at), words.number(revision))}</small></h2>
    ${note && html`<p${own}>${note}</p>`}
    ${ground && html`<p>${words.grounds[ground]}</p>`}
    <p>${post && html`<a href="${postAddress(story, post.id, setting.at)}">${words.postNamed(postName(setting, post))}</a> `}
      ${words.list(statements.map((statement) => statementLink(setting, statement)))}</p>
  </article>`;
}

function postName(setting: Setting, { id, headline, language }: NonNullable<CorrectionView['post']>): Html {
  if (headline === null) return html`${numberOf(id)}`;
  return html`<span${languageAttributes(setting, language)}>${phrase(headline)}</span>`;
}

/** The way to a statement: the one in its place where it was corrected, else itself. */
function statementLink({ story, at }: Setting, { id, subject, withdrawn }: StatementView): Html {
  const shown = withdrawn?.correctedBy ?? id;
  return html`<a href="${subjectAddress(story, subject.id, at)}#${shown}">${phrase(subject.name)}</a>`;
}
