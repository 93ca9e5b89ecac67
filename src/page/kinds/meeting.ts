import { dateText, dueText, isOneDay } from '../days.ts';
import { html, phrase, type Html } from '../html.ts';
import type { Setting } from '../setting.ts';
import type { Rendering, Stated } from './kind.ts';

/** A meeting: who meets whom, and whether it will be, is, was or will not be; a planned one becomes overdue. */
export const meeting: Rendering<'meeting'> = {
  deed(setting, statement) {
    const { outcome } = statement.value;
    return html`${stateHtml(setting, statement)}
      ${outcome && html`; ${setting.words.meeting.outcome(phrase(outcome))}`}`;
  },
  line({ words }, { who, level, mediator, where }) {
    const { meeting } = words;
    const facts = words.list([
      level === null ? meeting.levelUnknown : meeting.level(phrase(level)),
      mediator === null ? meeting.mediatorUnknown : meeting.mediator(phrase(mediator)),
      where === null ? meeting.whereUnknown : meeting.where(phrase(where)),
    ]);
    return html`<p>${words.list(who.map(phrase))}; ${facts}</p>`;
  },
  about: () => null,
  past(setting, { outdated, value: { when } }) {
    if (outdated === 'lapsed') return null;
    return when && setting.words.meeting.overdue(dateText(setting, when), isOneDay(when));
  },
};

function stateHtml(setting: Setting, { mode, speaker, value }: Stated<'meeting'>): Html {
  const { words } = setting;
  const { state, when } = value;
  const { states, planned, timeUnknown, dated } = words.meeting;
  const time = when && dueText(setting, when);
  if (state === 'planned') return planned(mode, time ?? timeUnknown, speaker !== null);
  const said = html`<b>${states[state]}</b>`;
  return words.utters(mode, time === null ? said : dated(said, time));
}
