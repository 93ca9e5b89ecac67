import type { Mode } from '../../journal/statement.ts';
import type { RouteTerms } from '../../journal/subjects/route.ts';
import type { SubjectView, VoiceView } from '../../views/subject-view.ts';
import { dateText, dueText } from '../days.ts';
import { html, phrase, type Content, type Html } from '../html.ts';
import type { Setting } from '../setting.ts';
import { speakerHtml } from '../speaker.ts';
import type { Words } from '../words.ts';
import type { Rendering } from './kind.ts';

/** A route: who proposes, accepts or refuses it, and what is said to happen on it. It is never called open. */
export const route: Rendering<'route'> = {
  deed(setting, { mode, speaker, value }) {
    const { state, reason, people, window } = value;
    const { words } = setting;
    const { stands, courses } = words.route;
    const stand = stands[state as keyof typeof stands];
    const deed =
      stand === undefined
        ? words.utters(mode, html`<b>${courses[state as keyof typeof courses]}</b>`)
        : html`<b>${words.takes(mode, stand, speaker !== null)}</b>`;
    return html`${deed}
      ${window && html`; ${words.route.window(dueText(setting, window))}`}
      ${people && html`; ${words.route.people(phrase(people))}`}
      ${reason && html`; ${words.reason(phrase(reason))}`}`;
  },
  line(setting, terms, subject) {
    const who = announced(setting, subject);
    return html`<p>${who && html`${who}. `}${wayHtml(setting.words, terms)}</p>`;
  },
  about: () => null,
  past(setting, { outdated, value: { window } }) {
    if (outdated === 'lapsed') return null;
    return window && setting.words.route.expired(dateText(setting, window));
  },
};

const affirming = new Set<Mode>(['says', 'announces', 'reports', 'confirms']);

/**
 * By whom a route was announced, or that it is a corridor: agreed by two parties or more, and by all whose stand is known
 * or awaited. Source: United Nations in Ukraine, glossary of humanitarian terms, “humanitarian corridor”.
 */
function announced(setting: Setting, { voices, silent }: SubjectView): Content {
  const { words } = setting;
  const stands = voices.filter((voice) => stateOf(voice) in words.route.stands);
  const agree = stands.filter((voice) => stateOf(voice) !== 'refused' && isMeant(voice));
  const accepts = agree.some((voice) => stateOf(voice) === 'accepted');
  const parties = agree.filter(({ speaker, outdated }) => speaker !== null && outdated === null);
  const names = (some: VoiceView[]) => words.list(some.map((voice) => speakerHtml(setting, voice)));
  if (accepts && silent.length === 0 && parties.length > 1 && parties.length === stands.length) {
    return words.route.corridor(names(parties));
  }
  const proposers = agree.filter((voice) => voice.speaker !== null && stateOf(voice) === 'proposed');
  return proposers.length === 0 ? null : words.route.announced(names(proposers));
}

/** Whether a stand is the speaker's own: neither denied nor merely asked for. */
function isMeant(voice: VoiceView): boolean {
  return affirming.has(voice.mode) || (voice.mode === 'offers' && stateOf(voice) === 'proposed');
}

const stateOf = ({ value }: VoiceView): string => (value.kind === 'route' ? value.state : '');

/** Which route it is: people out or aid in, from, through and to. */
function wayHtml(words: Words, { aim, from, through, to }: RouteTerms): Html {
  const way = words.route.way(
    from === null ? null : phrase(from),
    through.length === 0 ? null : words.list(through.map(phrase)),
    to === null ? null : phrase(to),
  );
  return html`${aim === null ? words.route.aimUnknown : words.route.aims[aim]}: ${way}`;
}
