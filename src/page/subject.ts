import { kindOf } from '../record/kinds/kinds.ts';
import type { StatementView } from '../views/statement-view.ts';
import type { SubjectView } from '../views/subject-view.ts';
import { subjectAddress } from './addresses.ts';
import { html, phrase, type Content, type Html } from './html.ts';
import type { Setting } from './setting.ts';
import { sentenceHtml, sinceWords, speakerHtml, whyHtml } from './statement.ts';
import { definitionHtml, wayHtml } from './value.ts';

/** The id of the element that holds the subjects of a kind on the board. */
export function boardId({ terms }: SubjectView): string {
  return `board-${terms.kind}`;
}

/** A subject on the board: its name, how it stands, and each voice with its "why?". */
export function subjectHtml(setting: Setting, subject: SubjectView, mark: string | null = null): Html {
  return html`<article id="${subject.id}">
    <h4><a href="${subjectAddress(setting.story, subject.id)}">${phrase(subject.name)}</a>
      ${mark && html` <mark>${mark}</mark>`}</h4>
    ${kindLine(setting, subject)}
    ${standingHtml(setting, subject)}
    ${voicesHtml(setting, subject)}
  </article>`;
}

/** What a subject is: a route's way, or the one thing that its figures count. */
export function kindLine({ words }: Setting, { terms, voices }: SubjectView): Html | null {
  if (terms.kind === 'route') return html`<p>${wayHtml(words, terms)}</p>`;
  const figure = oneDefinition(voices) ? voices[0]!.value : null;
  return figure?.kind === 'figure' ? html`<p>${definitionHtml(words, figure)}</p>` : null;
}

/** What its statements add up to, in words; the mark and the pattern of the line only repeat them. */
export function standingHtml(setting: Setting, subject: SubjectView): Html {
  return html`<p data-standing="${subject.state}">${standingWords(setting, subject)}</p>`;
}

/** What a voice's figure counts, where the voices of a subject count different things. */
export function ownDefinition({ words }: Setting, { voices }: SubjectView, { value }: StatementView): Html | null {
  if (value.kind !== 'figure' || oneDefinition(voices)) return null;
  return html`<p>${definitionHtml(words, value)}</p>`;
}

function voicesHtml(setting: Setting, subject: SubjectView): Html | null {
  const voices = subject.voices.map((voice) => voiceHtml(setting, subject, voice));
  return voices.length === 0 ? null : html`<ul>${voices}</ul>`;
}

function voiceHtml(setting: Setting, subject: SubjectView, voice: StatementView): Html {
  return html`<li>
    ${ownDefinition(setting, subject, voice)}
    <details id="why-${voice.id}">
      <summary>${sentenceHtml(setting, voice)} <small>${sinceWords(setting, voice)} <u>${setting.words.why}</u></small></summary>
      ${whyHtml(setting, voice)}
    </details>
  </li>`;
}

function standingWords(setting: Setting, { terms, state, facts, disputes }: SubjectView): Content {
  const { words } = setting;
  switch (state) {
    case 'unknown':
      return terms.kind === 'route' ? words.unknownRoute : words.unknownFigure;
    case 'stated':
      return facts.every(({ speaker }) => speaker === null) ? words.deskStates : words.stated[terms.kind];
    case 'agreed':
      return words.agreed(facts.length);
    case 'disputed':
      return words.disputed(disputeWords(setting, disputes));
    case 'different-measures':
      return words.differentMeasures;
  }
}

const pairsNamed = 3;

function disputeWords(setting: Setting, disputes: SubjectView['disputes']): Content {
  const { words } = setting;
  const named = disputes
    .slice(0, pairsNamed)
    .map(([one, other]) => words.against(speakerHtml(setting, one), speakerHtml(setting, other)));
  const more = disputes.length - pairsNamed;
  return words.list(more > 0 ? [...named, words.andMorePairs(more)] : named);
}

function oneDefinition(voices: StatementView[]): boolean {
  return new Set(voices.map(({ value }) => kindOf(value).aspect(value))).size === 1;
}
