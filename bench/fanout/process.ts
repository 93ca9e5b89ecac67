import { readdirSync, readFileSync } from 'node:fs';

/** The seconds of processor time that processes have used. */
export function processorTime(pids: readonly number[]): number {
  const nanoseconds = pids.flatMap((pid) =>
    readdirSync(`/proc/${pid}/task`).map((task) => {
      return Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]);
    }),
  );
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e9;
}

/** The bytes of memory that processes hold, shared ones in equal shares. */
export function memory(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))![1]),
  );
  return kilobytes.reduce((sum, one) => sum + one, 0) * 1024;
}

/** The moment now in milliseconds since 1970, finer than `Date.now`. */
export const clock = (): number => performance.timeOrigin + performance.now();

/** Waits so many milliseconds. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds));
