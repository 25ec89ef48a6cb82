import { defineConfig } from 'vitest/config';
import { PlainSummary } from './test/setup/reporter.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup/postgres.ts', 'test/setup/judges.ts'],
    reporters: ['default', new PlainSummary()],
    pool: 'forks',
    // A test waits more than it works: three of them fill two cores.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
  },
});
