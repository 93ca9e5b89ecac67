import { stateIn, truceCues } from './cues.ts';
import { wordsAt, type StateContext, type StateDraft } from './draft.ts';
import { mayGive } from './hints.ts';
import { reasonIn } from './reasons.ts';

const truceWords =
  /\b(?:cease-?fires?|truces?|armistice|humanitarian pauses?|regime of silence|silence regime|cessation of hostilities)\b/i;

/** A truce that a sentence announces, agrees to, refuses or says to hold or be broken, with the places it is for. */
export function truceStates({ text, sentence, hints, places, tails }: StateContext): StateDraft[] {
  if (!mayGive(hints, 'truces') || !truceWords.test(wordsAt(text, sentence))) return [];
  const found = stateIn(text, sentence, truceCues);
  const named = places.filter(
    ({ sort, kind, start, end }) =>
      sort === 'place' &&
      kind !== 'continent' &&
      !(start === sentence.start && /^[^\p{L}]*[—–-]/u.test(text.slice(end, end + 4))),
  );
  const inside = named.filter(({ kind }) => kind !== 'country');
  const meant = [...new Set((inside.length > 0 ? inside : named).map(({ words }) => words))].slice(0, 40);
  if (!found || meant.length === 0) return [];
  const { state, cue } = found;
  const reason = state === 'refused' || state === 'broken' ? reasonIn(text, sentence, tails) : null;
  return [
    { cue, terms: { kind: 'truce', places: meant }, value: { kind: 'truce', state, from: null, until: null, reason } },
  ];
}
