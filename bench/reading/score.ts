/** One measured skill of reading on one set. */
export interface Score {
  /** What was measured, for instance “attribution, source, exact F1”. */
  skill: string;
  /** The set, for instance “PolNeAR dev”. */
  set: string;
  /** From 0 to 1; reports a second for a speed. */
  value: number;
  /** Precision at the shown threshold, where the value is an F1. */
  precision: number | null;
  /** What we mean to reach; `null` where nothing was set. */
  reach: number | null;
  /** Figures of others on the same set, with whose they are; empty where there are none. */
  others: string;
}

/** Counts of one comparison. */
export interface Counts {
  found: number;
  gold: number;
  right: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Precision: the share of what was found that is right. */
export const precisionOf = ({ found, right }: Counts): number => share(right, found);

/** F1: the harmonic mean of precision and recall. */
export const f1Of = ({ found, gold, right }: Counts): number => share(2 * right, found + gold);

const shown = (value: number): string => (value >= 10 ? Math.round(value).toString() : value.toFixed(3));

/** The scores as a Markdown table. */
export function scoreTable(scores: readonly Score[]): string {
  const rows = scores.map(({ skill, set, value, precision, reach, others }) => {
    const met = reach === null ? '' : `${shown(reach)} (${value >= reach ? 'reached' : 'missed'})`;
    return `| ${skill} | ${set} | ${shown(value)} | ${precision === null ? '' : shown(precision)} | ${met} | ${others} |`;
  });
  return ['| skill | set | value | precision | reach | others |', '|---|---|---|---|---|---|', ...rows].join('\n');
}
