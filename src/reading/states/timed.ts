import type { RouteState } from '../../journal/subjects/route.ts';
import type { When } from '../../terms/when.ts';
import type { FoundTime, SuggestedState } from '../reading.ts';
import type { Sentence } from '../sentences.ts';
import { isLimit, timesIn, timesOfSaying, whenOf } from '../times/told.ts';

/** What is said to have happened on a route: the time beside it is when, and no window. Of a plan or a consent it could be when it was made. */
const happened = new Set<RouteState>(['under-way', 'disrupted', 'suspended', 'succeeded', 'failed']);

/** What keeps a route from being used. */
const halting = new Set<RouteState>(['disrupted', 'suspended', 'failed']);

/** Behind these stands when something begins, and when it ends. */
const beginning = /\b(?:from|starting|beginning|effective)(?: (?:at|on))?\s+$/i;
const ending = /\b(?:until|till)\s+$/i;
const endingOrGoal = /\b(?:until|till|to)\s+$/i;

/** Gives states the times that their own sentence has for them; where there are several, or none, they stay open. */
export function timed(
  text: string,
  states: readonly SuggestedState[],
  sentences: readonly Sentence[],
  times: readonly FoundTime[],
): SuggestedState[] {
  if (states.length === 0 || times.length === 0) return [...states];
  const saying = timesOfSaying(sentences, times);
  return states.map((state) => {
    const near = timesIn(times, state.excerpt).filter((time) => !saying.has(time) && whenOf(time) !== null);
    return near.length === 0 ? state : { ...state, ...withTimes(text, state, near) };
  });
}

function withTimes(
  text: string,
  { value, cue }: SuggestedState,
  near: readonly FoundTime[],
): Pick<SuggestedState, 'value' | 'happened'> {
  const edges = edgesIn(text, near);
  const [only] = near;
  const lone = near.length === 1 && !isLimit(text, only!) ? whenOf(only!) : null;
  if (value.kind === 'truce') return { value: { ...value, ...edges }, happened: null };
  if (value.kind === 'meeting') {
    const isOff = value.state === 'postponed' || value.state === 'cancelled';
    return { value: { ...value, when: isOff ? null : lone }, happened: null };
  }
  if (value.kind !== 'route') return { value, happened: null };
  const stretch = windowOf(edges);
  // “Suspended from 9am until noon” says how long it was suspended.
  const isOwn =
    halting.has(value.state) && /^[^,;()–—]*$/.test(text.slice(cue.end, only!.start)) && cue.end <= only!.start;
  if (stretch && isOwn) return { value, happened: stretch };
  return { value: { ...value, window: stretch }, happened: happened.has(value.state) ? lone : null };
}

interface Edges {
  from: When | null;
  until: When | null;
}

/** “from Monday until Friday”; where the second is before the first, neither. */
function edgesIn(text: string, near: readonly FoundTime[]): Edges {
  const behind = (words: RegExp): FoundTime[] =>
    near.filter(({ start }) => words.test(text.slice(Math.max(0, start - 20), start)));
  const firsts = behind(beginning);
  const lasts = behind(firsts.length === 1 ? endingOrGoal : ending);
  const from = firsts.length === 1 ? whenOf(firsts[0]!) : null;
  const until = lasts.length === 1 ? whenOf(lasts[0]!) : null;
  const isReversed = from !== null && until !== null && (until.to ?? until.from) < from.from;
  return isReversed ? { from: null, until: null } : { from, until };
}

/** A stretch with both its edges, in one zone; its words are those of its beginning. */
function windowOf({ from, until }: Edges): When | null {
  if (!from || !until || from.zone !== until.zone) return null;
  return { from: from.from, to: until.to ?? until.from, zone: from.zone, words: from.words };
}
