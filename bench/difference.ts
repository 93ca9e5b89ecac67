import { fold } from '../src/record/evolve.ts';
import { emptyRecord, revisionOf, type StoryRecord } from '../src/record/record.ts';
import { catchUpFrame } from '../src/page/frame.ts';
import { touchedSince } from '../src/views/touched.ts';
import { processorTime } from '../test/processor-time.ts';
import { longStory } from '../test/samples/long-story.ts';
import { quantile, type Figure } from './figure.ts';

const length = { events: 320_000, subjects: 300, onFirst: 1000, seed: 1 };
const times = 15;

/** What a net difference costs in a very long story, and how much of that is finding what was touched. */
export async function difference(): Promise<Figure[]> {
  const record = longRecord();
  const { posts } = record;
  const head = revisionOf(record);
  const cost = (work: (after: number) => unknown, back: number) => {
    const taken = Array.from({ length: times }, (_, i) => {
      const before = processorTime();
      work(head - back - (i % 3));
      return processorTime() - before;
    });
    return quantile(taken, 0.5);
  };
  return [1, 50].map((back) => ({
    name: `net difference of ${back} revisions, ${posts.length.toLocaleString('en')} posts`,
    value: cost((after) => catchUpFrame(record, after, record.last!.at), back),
    unit: 'ms of processor time',
    floor: { what: 'of it finding what was touched', value: cost((after) => touchedSince(record, after), back) },
  }));
}

function longRecord(): StoryRecord {
  let record = emptyRecord('river-flood');
  for (const { at, by, events } of longStory(length))
    record = fold(record, { number: revisionOf(record) + 1, at, by, events });
  return record;
}
