import type { StatementView } from '../views/statement-view.ts';
import type { SubjectView, VoiceView } from '../views/subject-view.ts';
import { subjectAddress } from './addresses.ts';
import { html, phrase, type Html } from './html.ts';
import { renderingOf } from './kinds/kinds.ts';
import type { Setting } from './setting.ts';
import { standingHtml } from './standing.ts';
import { sentenceHtml, sinceWords, whyHtml } from './statement.ts';

/** The id of the element that holds the subjects of a kind on the board. */
export function boardId({ terms }: SubjectView): string {
  return `board-${terms.kind}`;
}

/** How many voices of one subject the board lists; the subject's own page has all. */
const voicesListed = 20;

/** A subject on the board: its name, how it stands, each voice with its "why?", and whose statement is awaited. */
export function subjectHtml(setting: Setting, subject: SubjectView, mark: string | null = null): Html {
  const { story, words, at } = setting;
  const address = subjectAddress(story, subject.id, at);
  const listed = subject.voices.slice(-voicesListed);
  const unlisted = subject.voices.length - listed.length;
  const voices = [
    ...(unlisted > 0 ? [html`<li><a href="${address}">${words.unlisted(unlisted)}</a>`] : []),
    ...listed.map((voice) => voiceHtml(setting, subject, voice)),
    ...silentLines(setting, subject).map((line) => html`<li>${line}`),
  ];
  return html`<article id="${subject.id}">
    <h4><a href="${address}">${phrase(subject.name)}</a>
      ${mark && html` <mark>${mark}</mark>`}</h4>
    ${kindLine(setting, subject)}
    ${standingHtml(setting, subject)}
    ${voices.length === 0 ? null : html`<ul>${voices}</ul>`}
  </article>`;
}

/** What a subject is, in the words of its kind. */
export function kindLine(setting: Setting, subject: SubjectView): Html | null {
  return renderingOf(subject.terms.kind).line(setting, subject.terms, subject);
}

/** What one statement speaks of, where the statements of its subject speak of different things. */
export function aboutHtml(setting: Setting, subject: SubjectView, { value }: StatementView): Html | null {
  return renderingOf(value.kind).about(setting, subject, value);
}

/** What belongs under one statement, in the words of its kind. */
export function belowHtml(setting: Setting, { value }: StatementView): Html | null {
  return renderingOf(value.kind).below?.(setting, value) ?? null;
}

/** What time has made of a voice, in a word; nothing while it stands. */
export function outdatedHtml({ words }: Setting, { outdated }: VoiceView): Html | null {
  return outdated && html`<b data-outdated>${words.outdated[outdated]}</b> · `;
}

/** The parties whose statement is awaited and has not come, a line for each. */
export function silentLines({ words }: Setting, { silent }: SubjectView): Html[] {
  return silent.map(({ name }) => words.silent(phrase(name)));
}

function voiceHtml(setting: Setting, subject: SubjectView, voice: VoiceView): Html {
  const since = html`${outdatedHtml(setting, voice)}${sinceWords(setting, voice)}`;
  return html`<li>
    ${aboutHtml(setting, subject, voice)}
    <details id="why-${voice.id}">
      <summary>${sentenceHtml(setting, voice)} <small>${since} <u>${setting.words.why}</u></small></summary>
      ${whyHtml(setting, voice)}
    </details>
    ${belowHtml(setting, voice)}`;
}
