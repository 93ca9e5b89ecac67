import { wave, type Plan } from './wave.ts';

// npm run bench:scale [-- --readers 10000000]: one publication to very many readers, by each way of delivery.
const at = process.argv.indexOf('--readers');
const readers = at < 0 ? 10_000_000 : Number(process.argv[at + 1]);

/** What is measured here (docs/figures.md, [decision 9](../../docs/decisions/009-one-log-of-bytes.md)) or asked of others. */
const common = {
  readers,
  sample: 200_000,
  bytes: 600,
  streamBytes: 217,
  towns: 200,
  perTown: 20,
  originWay: 80,
  seed: 7,
};
const plans: Record<string, Plan> = {
  'streams from Stet alone': { ...common, way: 'stream', streamsPerCore: 60_000, costOfWrite: 11 },
  'streams through relays in 200 towns': { ...common, way: 'relay', streamsPerCore: 60_000, costOfWrite: 11 },
  'held requests through a CDN': { ...common, way: 'held' },
  'polling each 5 to 10 s through a CDN': { ...common, way: 'poll' },
};

const rows = Object.entries(plans).map(([name, plan]) => {
  const { p50, p99, originRequests, originBytes, edgeRequests, edgeBytes, cores } = wave(plan);
  const shown = [p50, p99, originRequests, originBytes / 1e6, edgeRequests, edgeBytes / 1e9, cores ?? Number.NaN];
  return `| ${name} | ${shown.map((one) => (Number.isNaN(one) ? '–' : Math.round(one * 10) / 10).toLocaleString('en')).join(' | ')} |`;
});
process.stdout.write(
  `${readers.toLocaleString('en')} readers, one publication:

| | p50, ms | p99, ms | requests or writes at Stet | MB from Stet | requests or writes at the edge | GB from the edge | cores for writing |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`,
);
