import { isCapital, phraseBefore } from '../phrases.ts';
import type { Span, SuggestedSpeaker } from '../reading.ts';
import { standCues, stateIn } from './cues.ts';
import { wordsAt, type StateContext, type StateDraft } from './draft.ts';
import { mayGive } from './hints.ts';
import { wordsBefore } from './tails.ts';

/** A position with the name of who takes it, or `null` where its verb has no name before it. */
export interface PositionDraft extends StateDraft {
  holder: Span | null;
}

/** Forms that are as often a noun: “their demands”. */
const alsoNoun = /^(?:demands|offers|calls|rejects)\b/i;

/** What somebody demands, offers, accepts or refuses in a sentence, and on what condition. */
export function positionStates({ text, sentence, hints, places, tails }: StateContext): PositionDraft[] {
  if (!mayGive(hints, 'positions')) return [];
  const found = stateIn(text, sentence, standCues);
  if (!found) return [];
  const { tokens } = sentence;
  const before = tokens.findLastIndex(({ end }) => end <= found.cue.start);
  const phrase = before < 0 ? null : phraseBefore(tokens, before);
  const isPeople = places.some(({ sort, end }) => sort === 'people' && end === tokens[before]?.end);
  const named =
    phrase !== null && isCapital(tokens[phrase.to]) && !/(?:ed|ing)$/.test(tokens[phrase.from]!.lower) && !isPeople;
  if (!named && alsoNoun.test(wordsAt(text, found.cue))) return [];
  const rest = /^[\s:]*([^.;]+)/.exec(wordsBefore(text, { start: found.cue.end, end: sentence.end }, tails))?.[1] ?? '';
  const [what = '', condition = null] = rest.split(
    /,? (?:if|unless|provided that|on condition that|as long as|only when) /,
  );
  if (!/^[\p{L}\p{N}“‘"'][^,]{2}/u.test(what) || what.length > 400 || (condition?.length ?? 0) > 400) return [];
  const conditional = condition !== null && (found.state === 'accepts' || found.state === 'open-to');
  return [
    {
      cue: found.cue,
      holder: named ? { start: tokens[phrase.from]!.start, end: tokens[phrase.to]!.end } : null,
      terms: { kind: 'position' },
      value: {
        kind: 'position',
        stand: conditional ? 'accepts-if' : found.state,
        what: what.trim(),
        condition: condition?.trim() || null,
      },
    },
  ];
}

/** Who takes a position, as a report's speaker. */
export const holderOf = (text: string, holder: Span): SuggestedSpeaker => ({
  name: wordsAt(text, holder),
  role: null,
  ...holder,
});
