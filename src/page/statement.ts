import type { CarriedView } from '../views/post-view.ts';
import type { StatementView } from '../views/statement-view.ts';
import { postAddress, subjectAddress } from './addresses.ts';
import { ageText } from './days.ts';
import { html, nothing, phrase, type Html } from './html.ts';
import { renderingOf } from './kinds/kinds.ts';
import { languageAttributes } from './language.ts';
import { foreignLink } from './links.ts';
import { withoutPayable } from '../record/kinds/payable.ts';
import { atAnyTime, type Setting } from './setting.ts';
import { speakerHtml } from './speaker.ts';
import { printedDate, time, whenText } from './times.ts';

/** Who says what, in one sentence, with the speaker's role. */
export function sentenceHtml(setting: Setting, statement: StatementView): Html {
  const { words } = setting;
  const role = statement.speaker?.role;
  const who = html`${speakerHtml(setting, statement)}${role == null ? null : html` (${phrase(role)})`}`;
  return words.says(who, renderingOf(statement.value.kind).deed(setting, statement));
}

/** Since when it has been said, and how long ago that was; where nobody knows, since when it has been on the record. */
export function sinceWords(setting: Setting, { said, recorded }: StatementView): Html {
  const { words } = setting;
  const since = said === null ? words.recorded(time(setting, recorded.at)) : words.said(whenText(setting, said));
  return html`${since}${ageText(setting, said, recorded.at)}`;
}

/** A statement as a post carries it: the subject, who says what, what has become of it since, and the way to "why?". */
export function carriedStatement(setting: Setting, statement: CarriedView): Html {
  const { words, story, at } = setting;
  const { id, subject, withdrawn, removed, successor } = statement;
  const address = subjectAddress(story, subject.id, at);
  if (removed !== null) {
    return html`<li><a href="${address}">${phrase(subject.name)}</a>${takenBackHtml(setting, statement)}`;
  }
  const changed = withdrawn === null && successor !== null ? `${address}#${successor.id}` : null;
  return html`<li>
    <a href="${address}">${phrase(subject.name)}</a>
    <p>${sentenceHtml(atAnyTime(setting), statement)} <a href="${address}#${id}">${words.why}</a></p>
    ${changed && html`<p data-became="changed"><a href="${changed}">${words.sinceChanged}</a></p>`}
    ${takenBackHtml(setting, statement)}`;
}

/** That a statement was corrected, withdrawn or taken down, when and why, and the way to the one in its place. */
export function takenBackHtml(setting: Setting, { withdrawn, removed, subject }: StatementView): Html {
  const { words, story } = setting;
  if (removed !== null) {
    return html`<p data-became="removed">${words.removed(time(setting, removed.at), removed.ground)}</p>`;
  }
  if (withdrawn === null) return nothing;
  const { at, reason, correctedBy } = withdrawn;
  if (correctedBy === null) {
    return html`<p data-became="withdrawn">${words.withdrawn(time(setting, at), phrase(reason))}</p>`;
  }
  const now = `${subjectAddress(story, subject.id, setting.at)}#${correctedBy}`;
  const corrected = words.corrected(time(setting, at), phrase(reason));
  return html`<p data-became="corrected">${corrected} <a href="${now}">${words.rightOne}</a></p>`;
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
      ${post && html`. <a href="${postAddress(story, post, setting.at)}">${words.fullPost}</a>`}
  </dl>`;
}

function excerptHtml(setting: Setting, { excerpt, report, value }: StatementView): Html {
  const { words } = setting;
  if (excerpt === null) return html`<p>${words.inDesksVoice}</p>`;
  const language = languageAttributes(setting, report?.language ?? null);
  const { exact } = excerpt;
  const shown = value.kind === 'appeal' ? withoutPayable(exact, words.appeal.notShown) : exact;
  return html`<blockquote${language}>${shown}</blockquote>`;
}

function reportHtml(setting: Setting, { report }: StatementView): Html {
  const { words } = setting;
  if (report === null) return html`${words.noReport}`;
  if (report.removed !== null) return words.removed(time(setting, report.removed.at), report.removed.ground);
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
