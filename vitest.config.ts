import { defineConfig } from 'vitest/config';

const impure = 'src/{server,store,cli,desk}/**';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'middle',
          include: ['src/**/*.test.ts'],
          exclude: [impure],
          pool: 'threads',
          // Pure functions leave nothing behind, so that a worker can be used for file after file.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'node',
          // Some start the real command several times, on a machine that may be busy.
          testTimeout: 30_000,
          include: [`${impure}/*.test.{ts,tsx}`, 'lint/**/*.test.ts', 'test/*.test.ts', 'test/conformance/*.test.ts'],
          pool: 'forks',
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          // They keep both cores busy for seconds: others that look at the clock are not to run beside them.
          name: 'faults',
          testTimeout: 30_000,
          include: ['test/faults/*.test.ts'],
          pool: 'forks',
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts', 'test/page/**/*.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
