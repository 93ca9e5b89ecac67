import { meetingCues, stateIn } from './cues.ts';
import type { FoundPlace } from '../reading.ts';
import { wordsAt, type StateContext, type StateDraft } from './draft.ts';
import { mayGive } from './hints.ts';
import { namesAt } from './names.ts';

const meetingWords =
  /\b(?:talks|negotiations|summit|(?:a|the|their|next|first|second|third) (?:meeting|round)|delegations? (?:met|will meet)|met with|will meet)\b/i;

/** A meeting that a sentence speaks of, with who meets as far as it says. */
export function meetingStates({ text, sentence, hints, places }: StateContext): StateDraft[] {
  if (!mayGive(hints, 'meetings')) return [];
  const words = wordsAt(text, sentence);
  if (!meetingWords.test(words)) return [];
  const found = stateIn(text, sentence, meetingCues);
  if (!found) return [];
  const { tokens } = sentence;
  const between = tokens.findIndex(({ lower }) => lower === 'between' || lower === 'among');
  const pair = between < 0 ? [] : namesAt(tokens, between + 1).names.map((name) => wordsAt(text, name));
  const isSide = ({ sort, kind, start, end }: FoundPlace): boolean =>
    (sort === 'people' || kind === 'country') &&
    (end <= found.cue.start || /\b(?:with|and|from)\s$/.test(text.slice(start - 5, start))) &&
    !/\b(?:in|at|of)\s$/.test(text.slice(start - 3, start));
  const sides = places.filter(isSide).map((place) => place.words);
  const who = [...new Set(pair.length > 1 ? pair : sides)].slice(0, 20);
  if (who.length < 2) return [];
  const where = places.find(
    ({ kind, start, sort }) =>
      sort === 'place' && kind === 'town' && /\b(?:in|at)\s$/.test(text.slice(start - 4, start)),
  );
  const mediator =
    /\b(?:mediated|brokered|hosted) by ((?:the )?\p{Lu}[\p{L}’' -]{2,80}?)(?=[,.;]| in | on | and )/u.exec(words);
  return [
    {
      cue: found.cue,
      terms: { kind: 'meeting', who, level: null, mediator: mediator?.[1] ?? null, where: where?.words ?? null },
      value: { kind: 'meeting', state: found.state, when: null, outcome: null },
    },
  ];
}
