import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longestFirst.ts';
import { memoryFolder } from './test/memoryFolder.ts';

const temporary = memoryFolder();

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['node_modules', 'test/bench'],
    testTimeout: 20_000,
    // Whole systems start in hooks; on a busy machine that takes longer than any test may.
    hookTimeout: 60_000,
    // Files of one worker share their modules: nothing in them is kept that one test could leave to another.
    isolate: false,
    // Two cores: more workers only fight for them.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    env: {
      // Commands that tests start as processes begin from what an earlier one compiled.
      NODE_COMPILE_CACHE: resolve(import.meta.dirname, 'node_modules/.cache/double-random/compiled'),
      ...(temporary === undefined ? {} : { TMPDIR: temporary }),
    },
  },
});
