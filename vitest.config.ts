import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['node_modules', 'test/bench'],
    testTimeout: 20_000,
    // Two cores: more workers only fight for them.
    maxWorkers: 2,
  },
});
