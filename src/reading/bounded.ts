import type { Reading, Span } from './reading.ts';

/** So many of each sort are kept of a report; the longest that people write have a few hundred. */
const most = { times: 2000, places: 2000, attributions: 2000, repeats: 500 };
/** So many places are kept of what shows more than once. */
const shown = 100;
/** No name and no role is longer. */
const longest = 200;

/** A reading without what only a report has that was made to be large; a note says how much was left out. */
export function bounded(reading: Reading): Reading {
  const left = (Object.keys(most) as (keyof typeof most)[]).flatMap((sort) => {
    const more = reading[sort].length - most[sort];
    return more > 0 ? [`${more} ${sort}`] : [];
  });
  const message = `The report is very long; of what was found in it were left out: ${left.join(', ')}.`;
  const { times, places, attributions, repeats, holes, proposed, notes } = reading;
  return {
    ...reading,
    times: times.slice(0, most.times),
    places: places.slice(0, most.places),
    attributions: attributions
      .slice(0, most.attributions)
      .map((one) => (isLong(one.speaker) ? { ...one, speaker: null } : one)),
    repeats: repeats.slice(0, most.repeats).map(few),
    holes: holes.map((hole) => ({ ...hole, places: few(hole.places) })),
    proposed: proposed && { ...proposed, places: few(proposed.places) },
    notes: left.length === 0 ? notes : [...notes, { code: 'reading-limited', message }],
  };
}

const few = (places: Span[]): Span[] => places.slice(0, shown);

const isLong = (speaker: Reading['attributions'][number]['speaker']): boolean =>
  speaker !== null && (speaker.name.length > longest || (speaker.role ?? '').length > longest);
