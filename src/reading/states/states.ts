import { excerptAt } from '../../terms/excerpt.ts';
import { standsOnce } from '../gate.ts';
import { cueAtEnd, cueBefore, type FoundQuotation, type HeardSentence, type Voice } from '../quotations.ts';
import type { Gazetteer } from '../places/gazetteer.ts';
import { lookUpIn } from '../places/spot.ts';
import type { Attribution, FoundPlace, Span, SuggestedState, TextBlock } from '../reading.ts';
import type { Sentence } from '../sentences.ts';
import { stateIn } from './cues.ts';
import type { StateContext, StateDraft } from './draft.ts';
import { hintsOf, mayGive } from './hints.ts';
import { meetingStates } from './meeting-states.ts';
import type { KindOf } from './names.ts';
import { withEnds } from './open-ends.ts';
import { holderOf, positionStates } from './position-states.ts';
import { routeCues } from './route-cues.ts';
import { tailsOf } from './tails.ts';
import { goalOf, routeStates, speaksOfRoutes, tellsPurpose, waysOf } from './route-states.ts';
import { isLocal, siteStates } from './site-states.ts';
import { truceStates } from './truce-states.ts';

/** A block with who speaks in it. */
export interface HeardBlock {
  block: TextBlock;
  sentences: HeardSentence[];
  quotations: FoundQuotation[];
  /** Its sentences with the words of quotations as words of theirs. */
  plain: Sentence[];
}

/** So many states at most are suggested of a report; to prove each excerpt costs a search. */
const most = 200;

/** The states of routes, truces, meetings, positions and sites that a report's sentences give, each with its exact words. */
export function statesIn(
  text: string,
  heard: readonly HeardBlock[],
  places: readonly FoundPlace[],
  attributions: readonly Attribution[],
  gazetteer: Gazetteer,
): SuggestedState[] {
  const lookUp = lookUpIn(gazetteer);
  const kindOf: KindOf = ({ start, end }) => {
    const kinds = lookUp(text.slice(start, end)).map(({ place }) => place.kind);
    return kinds.includes('country') ? 'country' : kinds.includes('town') ? 'town' : (kinds[0] ?? null);
  };
  const states: SuggestedState[] = [];
  const seen = new Set<string>();
  let spokenBefore = false;
  let carried: StateContext['carried'] = null;
  let goal: Span | null = null;
  let status: Span | null = null;
  const tails = tailsOf(text, attributions);
  let at = 0;
  let tail = 0;
  const isOfPurpose = heard.some(({ block }) => tellsPurpose(text.slice(block.start, block.end)));
  for (const own of heard) {
    let ofRoutes: boolean = spokenBefore;
    const hinted = own.plain.map(hintsOf);
    spokenBefore =
      hinted.some((hints) => mayGive(hints, 'routes')) &&
      speaksOfRoutes(text.slice(own.block.start, own.block.end), isOfPurpose);
    status = statusLine(text, own.block) ?? (spokenBefore ? status : null);
    if (!ofRoutes) carried = null;
    const before = states.length;
    let placeBefore: FoundPlace | null = null;
    for (const [i, sentence] of own.plain.entries()) {
      while (at < places.length && places[at]!.end <= sentence.start) at++;
      let last = at;
      while (last < places.length && places[last]!.start < sentence.end) last++;
      const hints = hinted[i]!;
      const speaks = mayGive(hints, 'routes') && speaksOfRoutes(text.slice(sentence.start, sentence.end), isOfPurpose);
      while (tail < tails.length && tails[tail]! < sentence.start) tail++;
      let lastTail = tail;
      while (lastTail < tails.length && tails[lastTail]! < sentence.end) lastTail++;
      const context: StateContext = {
        text,
        sentence,
        hints,
        speaks,
        places: places.slice(at, last),
        placeBefore,
        tails: tails.slice(tail, lastTail),
        kindOf,
        ofRoutes,
        carried,
        goal,
        status,
      };
      placeBefore ??= context.places.find(isLocal) ?? null;
      if (speaks) {
        ofRoutes = true;
        carried = stateIn(text, sentence, routeCues) ?? carried;
      }
      const positions = positionStates(context).flatMap((draft) => {
        const speaker = draft.holder ? holderOf(text, draft.holder) : voiceAt(own, draft.cue).speaker;
        return speaker === null ? [] : [{ draft, speaker }];
      });
      const ways = waysOf(context);
      goal = goalOf(text, ways) ?? goal;
      const others = [
        ...routeStates(context, ways),
        ...[truceStates, meetingStates, siteStates].flatMap((find) => find(context)),
      ];
      for (const { draft, speaker } of [...others.map((draft) => ({ draft, speaker: null })), ...positions]) {
        const key = JSON.stringify([draft.terms, draft.value, sentence.start]);
        const excerpt = excerptAt(text, sentence.start, sentence.end);
        if (states.length >= most || seen.has(key) || excerpt.exact.length > 5000 || !standsOnce(text, excerpt))
          continue;
        seen.add(key);
        const voice = voiceAt(own, draft.at ?? draft.cue);
        states.push({
          number: states.length + 1,
          excerpt,
          cue: { ...draft.cue, words: text.slice(draft.cue.start, draft.cue.end) },
          speaker: speaker ?? voice.speaker,
          mode: speaker || voice.speaker ? voice.mode : 'reports',
          channel: voice.channel,
          terms: draft.terms,
          value: draft.value,
          happened: null,
        } satisfies SuggestedState & Pick<StateDraft, 'terms'>);
      }
    }
    // A list goes on with what its opening line speaks of.
    spokenBefore ||= ofRoutes && states.slice(before).some(({ terms }) => terms.kind === 'route');
  }
  return withEnds(states);
}

/** “Status: closed;” at the head of a paragraph says how everything in it stands. */
function statusLine(text: string, block: Span): Span | null {
  const found = /^Status:\s*[^;.\n]{3,60}[;.]/i.exec(text.slice(block.start, block.start + 80));
  return found && { start: block.start, end: block.start + found[0].length };
}

/** The first of some stretches in order that ends behind a place. */
function firstEndingBehind<T>(stretches: readonly T[], spanOf: (one: T) => Span, at: number): T | undefined {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spanOf(stretches[middle]!).end <= at) low = middle + 1;
    else high = middle;
  }
  return stretches[low];
}

const nobody: Voice = { speaker: null, mode: 'says', channel: null };

/** Who says what stands at a span: whoever is quoted there, else the speaker of its sentence. */
function voiceAt({ sentences, quotations }: HeardBlock, span: Span): Voice {
  const quoted = firstEndingBehind(quotations, (one) => one, span.start);
  if (quoted && quoted.start <= span.start && span.end <= quoted.end) return quoted;
  const heard = firstEndingBehind(sentences, ({ sentence }) => sentence, span.start);
  if (!heard || heard.sentence.start > span.start) return nobody;
  // The verb that gives the state may be the one by which it is said: “rejected”.
  const behind = heard.sentence.tokens.findIndex((token) => token.start >= span.end);
  const i = behind < 0 ? heard.sentence.tokens.length : behind;
  const before = cueBefore(heard, i);
  const isSomebody = before?.speaker && !/[’']s$/.test(before.speaker.name);
  return (isSomebody ? before : null) ?? cueAtEnd(heard, i) ?? nobody;
}
