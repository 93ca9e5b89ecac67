/** One measured figure. */
export interface Figure {
  /** What was measured; stays the same from run to run, so that figures can be compared. */
  name: string;
  value: number;
  unit: string;
  /** The floor measured in the same run, in the same unit: what the same work costs with nothing of Stet in it. */
  floor?: { what: string; value: number };
}

/** The value below which a share of the values lies: `quantile(times, 0.99)`. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

/** Calls a function one time after the other and gives each call's milliseconds. */
export async function timeEach(times: number, work: (i: number) => unknown): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await work(i);
    taken.push(performance.now() - start);
  }
  return taken;
}

const shown = (value: number) =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);

/** The figures as a Markdown table, each beside its floor and beside the last figure of the same name. */
export function table(figures: readonly Figure[], last: ReadonlyMap<string, number>): string {
  const rows = figures.map(({ name, value, unit, floor }) => {
    const before = last.get(name);
    const against = floor ? `${shown(floor.value)} (${floor.what})` : '';
    const change = before === undefined ? '' : `${shown(before)} (× ${(value / before).toFixed(2)})`;
    return `| ${name} | ${shown(value)} | ${unit} | ${against} | ${change} |`;
  });
  return ['| figure | value | unit | floor in the same run | last time |', '|---|---|---|---|---|', ...rows].join('\n');
}

/** The figures of a table that was written before, by name. */
export function readTable(markdown: string): Map<string, number> {
  const rows = markdown.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const figures = rows.filter(([, name, value]) => name && value && /^[-\d.,]+(e\+?\d+)?$/.test(value));
  return new Map(figures.map(([, name, value]) => [name!, Number(value!.replaceAll(',', ''))]));
}
