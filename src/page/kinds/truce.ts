import type { TruceValue } from '../../journal/subjects/truce.ts';
import { dayOf } from '../../terms/when.ts';
import type { When } from '../../terms/when.ts';
import type { StatementView } from '../../views/statement-view.ts';
import { dateText, dueText } from '../days.ts';
import { html, phrase, type Html } from '../html.ts';
import type { Setting } from '../setting.ts';
import type { Rendering } from './kind.ts';

/** A truce: who announces, agrees to or refuses it, from when until when, and whether it is said to hold. */
export const truce: Rendering<'truce'> = {
  deed(setting, { mode, speaker, value }) {
    const { words } = setting;
    const { stands, courses } = words.truce;
    const { state, reason } = value;
    const stand = stands[state as keyof typeof stands];
    const deed =
      stand === undefined
        ? words.utters(mode, html`<b>${courses[state as keyof typeof courses]}</b>`)
        : html`<b>${words.takes(mode, stand, speaker !== null)}</b>`;
    // What is announced has a start and an end, and a missing one is a hole.
    const holes = state === 'announced' || state === 'agreed';
    return html`${deed}${timesHtml(setting, value, holes)}${reason && html`; ${words.reason(phrase(reason))}`}`;
  },
  line({ words }, { places }) {
    return html`<p>${words.truce.places(words.list(places.map(phrase)))}</p>`;
  },
  about: () => null,
  past(setting, voice) {
    const { truce } = setting.words;
    const { state, from, until } = voice.value;
    if (until !== null && voice.outdated === 'expired') return truce.expired(dateText(setting, until));
    if (state === 'holding') return truce.lapsedHolding(dateText(setting, sinceOf(setting, voice)));
    const words = state === 'agreed' ? truce.lapsedAgreed : truce.lapsedAnnounced;
    return words(dateText(setting, from ?? sinceOf(setting, voice)));
  },
};

function timesHtml(setting: Setting, { from, until }: TruceValue, holes: boolean): Html {
  const { truce } = setting.words;
  const start = from === null ? (holes ? truce.startUnknown : null) : truce.from(dueText(setting, from));
  const end = until === null ? (holes ? truce.endUnknown : null) : truce.until(dueText(setting, until));
  return html`${start && html`; ${start}`}${end && html`; ${end}`}`;
}

/** When it was said, or, where nobody knows, the day it was recorded. */
function sinceOf({ zone }: Setting, { said, recorded }: StatementView): When {
  const day = dayOf(recorded.at, zone);
  return said ?? { from: day, to: day, zone: null, words: null };
}
