import type { StatementView } from '../views/statement-view.ts';
import { postAddress, subjectAddress } from './addresses.ts';
import { html, nothing, phrase, type Html } from './html.ts';
import { languageAttributes } from './language.ts';
import { foreignLink } from './links.ts';
import type { Setting } from './setting.ts';
import { printedDate, time, whenText } from './times.ts';
import { valueHtml } from './value.ts';

/** Who speaks, without the role; the desk where the statement is in its own voice. */
export function speakerHtml({ words }: Setting, { speaker }: StatementView): Html {
  return speaker === null ? html`${words.desk}` : phrase(speaker.name);
}

/** Who says what, in one sentence, with the speaker's role. */
export function sentenceHtml(setting: Setting, statement: StatementView): Html {
  const { words } = setting;
  const role = statement.speaker?.role;
  const who = html`${speakerHtml(setting, statement)}${role == null ? null : html` (${phrase(role)})`}`;
  return words.says(who, statement.mode, valueHtml(words, statement.value));
}

/** Since when it has been said; where nobody knows, since when it has been on the record. */
export function sinceWords(setting: Setting, { said, recorded }: StatementView): Html {
  const { words } = setting;
  return said === null ? words.recorded(time(setting, recorded.at)) : words.said(whenText(setting, said));
}

/** A statement as a post carries it: the subject, who says what, and the way to "why?". */
export function carriedStatement(setting: Setting, statement: StatementView): Html {
  const { words, story } = setting;
  const { id, subject, withdrawn } = statement;
  const address = subjectAddress(story, subject.id);
  return html`<li>
    <a href="${address}">${phrase(subject.name)}</a>
    <p>${sentenceHtml(setting, statement)} <a href="${address}#${id}">${words.why}</a></p>
    ${withdrawn && withdrawnHtml(setting, statement)}
  </li>`;
}

/** That a statement was withdrawn, when and why. */
export function withdrawnHtml(setting: Setting, { withdrawn }: StatementView): Html {
  if (withdrawn === null) return nothing;
  return html`<p data-withdrawn>${setting.words.withdrawn(time(setting, withdrawn.at), phrase(withdrawn.reason))}</p>`;
}

/** All that is known of a statement: its exact words, and who, through whom, where, when; holes are named as holes. */
export function whyHtml(setting: Setting, statement: StatementView): Html {
  const { words, story } = setting;
  const { speaker, via, channel, happened, said, recorded, post } = statement;
  return html`${excerptHtml(setting, statement)}<dl>
    <dt>${words.speaker}<dd>${speakerHtml(setting, statement)}
      ${speaker?.role == null ? null : html` (${phrase(speaker.role)})`}
    <dt>${words.through}<dd>${via.length === 0 ? words.nobodyNamed : words.list(via.map(phrase))}
    <dt>${words.channel}<dd>${channel === null ? words.channelUnknown : phrase(channel)}
    <dt>${words.happened}<dd>${happened === null ? words.notStated : whenText(setting, happened)}
    <dt>${words.saidLabel}<dd>${said === null ? words.notStated : whenText(setting, said)}
    <dt>${words.report}<dd>${reportHtml(setting, statement)}
    <dt>${words.recordedLabel}<dd>
      ${words.atRevision(time(setting, recorded.at), words.number(recorded.revision))}
      ${post && html`. <a href="${postAddress(story, post)}">${words.fullPost}</a>`}
  </dl>`;
}

function excerptHtml(setting: Setting, { excerpt, report }: StatementView): Html {
  if (excerpt === null) return html`<p>${setting.words.inDesksVoice}</p>`;
  const language = languageAttributes(setting, report?.language ?? null);
  return html`<blockquote${language}>${excerpt.exact}</blockquote>`;
}

function reportHtml(setting: Setting, { report }: StatementView): Html {
  const { words } = setting;
  if (report === null) return html`${words.noReport}`;
  const { title, outlet, published, origin, language } = report;
  return html`${words.list([
    title === null ? words.untitled : html`<cite${languageAttributes(setting, language)}>${title}</cite>`,
    outlet === null ? words.outletUnknown : phrase(outlet),
    published === null ? words.dateUnknown : printedDate(setting, published),
    origin === null ? words.originUnknown : foreignLink(origin, originWords(setting, origin)),
  ])}`;
}

function originWords({ words }: Setting, origin: string): Html {
  const host = /^https?:/i.test(origin) && URL.canParse(origin) ? new URL(origin).host : null;
  return host === null ? html`${words.origin}: ${phrase(origin)}` : html`${words.origin}: ${phrase(host)}`;
}
