import type { Mode } from '../journal/statement.ts';
import type { SubjectView, VoiceView } from '../views/subject-view.ts';
import { html, type Content, type Html } from './html.ts';
import { renderingOf } from './kinds/kinds.ts';
import type { Setting } from './setting.ts';
import { speakerHtml } from './speaker.ts';

/** What a subject's statements add up to, in words; the mark and the pattern of the line only repeat them. */
export function standingHtml(setting: Setting, subject: SubjectView): Html {
  return html`<p data-standing="${subject.state}">${standingWords(setting, subject)}</p>`;
}

function standingWords(setting: Setting, subject: SubjectView): Content {
  const { words } = setting;
  const { state, facts, deskOnly, terms, voices } = subject;
  switch (state) {
    case 'unknown': {
      const unknown = words.unknown[terms.kind];
      return pastWords(setting, subject, 'lapsed') ?? (voices.length === 0 ? unknown.none : unknown.some);
    }
    case 'stated':
      return deskOnly ? words.deskStates : words.stated[terms.kind];
    case 'agreed':
      return words.agreed(facts);
    case 'disputed':
      return words.disputed(disputeWords(setting, subject));
    case 'different-measures':
      return words.apart[terms.kind];
    case 'side-by-side':
      return words.sideBySide(facts);
    case 'expired':
    case 'overdue':
      return pastWords(setting, subject, state) ?? words.outdated[state];
  }
}

/** Modes that do not say that something is, or was, to be: what was only denied or wished for has not run out. */
const notSaid = new Set<Mode>(['denies', 'disputes', 'demands', 'warns', 'forecasts']);

/** What was said last of what time has outdated in one way; `null` where nothing was. */
function pastWords(setting: Setting, { terms, voices }: SubjectView, outdated: VoiceView['outdated']): Content {
  const voice = voices.findLast((voice) => voice.outdated === outdated && !notSaid.has(voice.mode));
  return voice === undefined ? null : renderingOf(terms.kind).past(setting, voice);
}

const pairsNamed = 3;

function disputeWords(setting: Setting, { disputes, more }: SubjectView): Content {
  const { words } = setting;
  const named = disputes
    .slice(0, pairsNamed)
    .map(([one, other]) => words.against(speakerHtml(setting, one), speakerHtml(setting, other)));
  const others = disputes.length + more - named.length;
  return words.list(others > 0 ? [...named, words.andMorePairs(others)] : named);
}
