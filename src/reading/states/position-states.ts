import { isCapital, phraseBefore } from '../phrases.ts';
import type { Span } from '../reading.ts';
import { standCues, stateIn } from './cues.ts';
import { wordsAt, type StateContext, type StateDraft } from './draft.ts';

/** A position with the name of who takes it. */
export interface PositionDraft extends StateDraft {
  holder: Span;
}

/** What somebody named demands, offers, accepts or refuses in a sentence, and on what condition. */
export function positionStates({ text, sentence }: StateContext): PositionDraft[] {
  const found = stateIn(text, sentence, standCues);
  if (!found) return [];
  const { tokens } = sentence;
  const before = tokens.findLastIndex(({ end }) => end <= found.cue.start);
  const holder = before < 0 ? null : phraseBefore(tokens, before);
  if (!holder || !isCapital(tokens[holder.to])) return [];
  const rest = /^[\s:,]*([^.;]+)/.exec(text.slice(found.cue.end, sentence.end))?.[1] ?? '';
  const [what = '', condition = null] = rest.split(
    /,? (?:if|unless|provided that|on condition that|as long as|only when) /,
  );
  if (what.trim().length < 4 || what.length > 400 || (condition?.length ?? 0) > 400) return [];
  const conditional = condition !== null && (found.state === 'accepts' || found.state === 'open-to');
  const stand = conditional ? 'accepts-if' : found.state;
  return [
    {
      cue: found.cue,
      holder: { start: tokens[holder.from]!.start, end: tokens[holder.to]!.end },
      terms: { kind: 'position' },
      value: { kind: 'position', stand, what: what.trim(), condition: condition?.trim() || null },
    },
  ];
}

/** The name of who takes a position, as a report's speaker. */
export const holderOf = (text: string, { holder }: PositionDraft) => ({
  name: wordsAt(text, holder),
  role: null,
  ...holder,
});
