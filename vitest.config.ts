import { defineConfig } from 'vitest/config';

const withNode = ['src/{server,store,cli}/**/*.test.ts', 'lint/**/*.test.ts', 'tools/**/*.test.ts', 'test/*.test.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'middle',
          include: ['src/**/*.test.ts'],
          exclude: ['src/{server,store,cli,desk}/**'],
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
          include: withNode,
          pool: 'forks',
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
