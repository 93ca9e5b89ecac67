/** What is to be reached in a figure: at most or at least so much, alone or as a share of another contender's. */
interface Goal {
  most?: number;
  least?: number;
  /** The contender of whose figure `most` is a share. */
  of?: string;
}

const goals: Record<string, Goal[]> = {
  'server CPU per delivery, µs': [
    { most: 0.7, of: 'nchan' },
    { most: 1.1, of: 'C loop' },
  ],
  'publish to receipt, p99, ms': [{ most: 0.9, of: 'nchan' }],
  'memory per reader, bytes': [{ most: 4096 }],
  'bytes a post on the wire': [{ most: 220 }],
  'paced: lost, doubled or cut': [{ most: 0 }],
  'deliveries a second, 64 in flight': [{ least: 2_000_000 }],
  'in flight: lost, doubled or cut': [{ most: 0 }],
  '1,000,000 deliveries a second offered, p99, ms': [{ most: 500 }],
  'offered: lost, doubled or cut': [{ most: 0 }],
  'half of 2,000 readers stalled, memory growth, MB': [{ most: 16 }],
  'half of 2,000 readers stalled, p99 of the others, ms': [{ most: 50 }],
  'stalled: lost or doubled': [{ most: 0 }],
  'all reconnect and need the last 50 posts, s': [{ most: 0.6 }],
};

/**
 * What stands in the table beside a figure: each goal, and whether a contender's value reaches it.
 *
 * `row` has the figure's value for each contender by its name. A share of a contender who was not measured is left out.
 */
export function judged(figure: string, row: ReadonlyMap<string, number>, contender: string): string {
  const value = row.get(contender);
  if (value === undefined) return '';
  const lines = (goals[figure] ?? []).flatMap(({ most, least, of }) => {
    const base = of === undefined ? 1 : row.get(of);
    if (base === undefined) return [];
    const reached = most === undefined ? value >= least! : value <= most * base;
    const share = of === undefined ? '' : ` of ${of} (${(value / base).toFixed(2)})`;
    const bound = most === undefined ? `at least ${least!.toLocaleString('en')}` : `at most ${most}`;
    return [`${bound}${share}: ${reached ? 'reached' : '**missed**'}`];
  });
  return lines.join('; ');
}
