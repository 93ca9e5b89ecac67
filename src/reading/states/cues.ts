import type { TruceState } from '../../journal/subjects/truce.ts';
import type { MeetingState } from '../../journal/subjects/meeting.ts';
import type { Stand } from '../../journal/subjects/position.ts';
import type { Span } from '../reading.ts';

/** Words that say how something stands: the first pattern that fits gives the state. */
export interface StateCue<State> {
  state: State;
  words: RegExp;
}

/** A state, and the words that give it. */
export interface Found<State> {
  state: State;
  cue: Span;
}

/** The words for a truce's states. */
export const truceCues: readonly StateCue<TruceState>[] = [
  {
    state: 'broken',
    words:
      /\b(?:violat(?:ed|es|ing|ions?)|broken(?! down)|broke(?! down)|breach(?:ed|es|ing)?|not (?:being )?observed|does(?: not|n[’']t) hold|collapsed|unravel(?:l)?ed)\b/i,
  },
  { state: 'refused', words: /\b(?:refus(?:ed|es)|reject(?:ed|s)|ruled out|declined)\b/i },
  { state: 'ended', words: /\b(?:ended|expired|is over|was over|called off)\b/i },
  {
    state: 'holding',
    words:
      /\b(?:is holding|was holding|holds|(?<!-)held|being observed|is observed|in force|took effect|takes effect)\b/i,
  },
  { state: 'agreed', words: /\b(?:agreed|accepted|signed|approved)\b/i },
  {
    state: 'announced',
    words:
      /\b(?:announc(?:ed|es|ing)|declar(?:ed|es|ing)|proclaim(?:ed|s)|established|introduc(?:ed|es)|will (?:begin|start|cease)|from \d)\b/i,
  },
];

/** The words for a meeting's states. */
export const meetingCues: readonly StateCue<MeetingState>[] = [
  { state: 'cancelled', words: /\b(?:cancel(?:led|ed|s)|called off|will not (?:meet|take place))\b/i },
  { state: 'postponed', words: /\b(?:postponed|delayed|put off|adjourned)\b/i },
  {
    state: 'planned',
    words:
      /\b(?:will (?:meet|hold|take place|be held|resume|continue)|to (?:meet|hold)|(?:is|are|was|were) (?:due|set|scheduled|expected|planned)|plans? to (?:meet|hold))\b/i,
  },
  {
    state: 'under-way',
    words: /\b(?:are (?:meeting|holding|under ?way)|is (?:meeting|under ?way)|began|started|are continuing)\b/i,
  },
  { state: 'held', words: /\b(?:met|sat down|held|took place|was held|were held|ended|concluded)\b/i },
];

/** The words for where a party stands; what follows them is what it stands for. */
export const standCues: readonly StateCue<Stand>[] = [
  {
    state: 'refuses',
    words:
      /\b(?:(?:has |have )?(?:refuse[sd]?|reject(?:s|ed)|rule[sd]? out)|will never|(?:will|would) not (?:accept|agree|allow|recogni[sz]e|surrender|negotiate|give up|give in|yield|withdraw|leave))\b/i,
  },
  { state: 'open-to', words: /\b(?:(?:is|are|was|were) (?:ready|open|willing|prepared) (?:to|for))\b/i },
  {
    state: 'demands',
    words: /\b(?:(?:is|are) demanding|demand(?:s|ed)|insist(?:s|ed) (?:on|that)|call(?:s|ed) for)\b/i,
  },
  { state: 'offers', words: /\b(?:offer(?:s|ed) to|propose[sd]? (?:to|that)|pledge[sd]? to)\b/i },
  { state: 'accepts', words: /\b(?:accept(?:s|ed)|agree[sd]? to)\b/i },
];

/** The first state whose words stand in a stretch, with their place; a thing that is denied is left out. */
export const stateIn = <State>(text: string, span: Span, cues: readonly StateCue<State>[]): Found<State> | null =>
  stateOf(text.slice(span.start, span.end), span.start, cues);

/** The first state that some words give, which stand from a place on. */
export function stateOf<State>(body: string, from: number, cues: readonly StateCue<State>[]): Found<State> | null {
  for (const { state, words } of cues) {
    const found = words.exec(body);
    if (!found) continue;
    const start = from + found.index;
    return { state, cue: { start, end: start + found[0].length } };
  }
  return null;
}
