/** How one publication is brought to many readers. */
export interface Plan {
  /** Streams from Stet; streams from servers in towns, each following Stet by one stream; requests through a CDN. */
  way: 'stream' | 'relay' | 'held' | 'poll';
  readers: number;
  /** How many of them are followed one by one; the others are as they are. */
  sample: number;
  /** Bytes of an answer, head included; of a message on a stream. */
  bytes: number;
  streamBytes: number;
  /** In how many towns the CDN or the relays stand, and how many caches each town has that do not know of each other. */
  towns: number;
  perTown: number;
  /** Milliseconds from a town to Stet, there and back. */
  originWay: number;
  streamsPerCore?: number;
  /** Microseconds of a core for a write. */
  costOfWrite?: number;
  seed: number;
}

/** What a publication comes to. */
export interface Wave {
  /** Milliseconds from publication to receipt. */
  p50: number;
  p99: number;
  originRequests: number;
  originBytes: number;
  edgeRequests: number;
  edgeBytes: number;
  /** How many cores write; `null` where others do. */
  cores: number | null;
}

/** What polling and holding keep for a second. */
const kept = 1000;

/** Follows one publication, at moment 0, to every reader of the sample. */
export function wave(plan: Plan): Wave {
  const draw = dice(plan.seed);
  const { readers, towns, perTown } = plan;
  /** Towns differ in size as cities do: the r-th has 1/r of the first. */
  const weights = Array.from({ length: towns }, (_, i) => 1 / (i + 1));
  const all = weights.reduce((sum, one) => sum + one, 0);
  const delays: number[] = [];
  const asked = new Set<string>();
  for (let town = 0; town < towns; town++) {
    const here = Math.round((plan.sample * weights[town]!) / all);
    const crowd = (readers * weights[town]!) / all;
    // When each of the town's caches last fetched: what it has may be a second old.
    const fetched = Array.from({ length: perTown }, () => draw() * kept);
    for (let i = 0; i < here; i++) {
      const cache = Math.floor(draw() * perTown);
      delays.push(lastMile(draw) + delayOf(plan, crowd, fetched[cache]!, draw));
      if (plan.way === 'held' || plan.way === 'poll') asked.add(`${town} ${cache}`);
    }
  }
  const sorted = Float64Array.from(delays).toSorted();
  const quantile = (share: number) => sorted[Math.floor(sorted.length * share)]!;
  return { p50: quantile(0.5), p99: quantile(0.99), ...traffic(plan, asked.size) };
}

function delayOf(plan: Plan, crowd: number, fetched: number, draw: () => number): number {
  const { way, readers, originWay, streamsPerCore = 1, costOfWrite = 0 } = plan;
  // A round's place is where a reader stands in it; each core has a full round of its own.
  const round = (many: number) => (draw() * Math.min(many, streamsPerCore) * costOfWrite) / 1000;
  if (way === 'stream') return originWay / 2 + round(readers);
  if (way === 'relay') return originWay / 2 + round(crowd);
  // The one request of its cache is answered at once, and with it all who wait there.
  if (way === 'held') return originWay / 2;
  const period = 5000 + draw() * 5000;
  const wait = draw() * period;
  // Who asks while the cache's copy is still good gets the old one, and asks again.
  return wait < fetched ? wait + period : wait;
}

function traffic(plan: Plan, caches: number): Omit<Wave, 'p50' | 'p99'> {
  const { way, readers, towns, bytes, streamBytes, streamsPerCore = 1 } = plan;
  const edge = { edgeRequests: readers, edgeBytes: readers * (way === 'relay' ? streamBytes : bytes) };
  if (way === 'stream')
    return {
      originRequests: readers,
      originBytes: readers * streamBytes,
      edgeRequests: 0,
      edgeBytes: 0,
      cores: Math.ceil(readers / streamsPerCore),
    };
  if (way === 'relay')
    return {
      originRequests: towns,
      originBytes: towns * streamBytes,
      ...edge,
      cores: Math.ceil(readers / streamsPerCore),
    };
  return { originRequests: caches, originBytes: caches * bytes, ...edge, cores: null };
}

/** The last mile of a reader, there: mostly tens of milliseconds, sometimes a second. Source: a log-normal guess, named as one. */
function lastMile(draw: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  return Math.exp(Math.log(40) + normal);
}

/** Numbers between 0 and 1, the same for the same seed. Source: mulberry32. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
