import { defineConfig } from 'vitest/config';
import { memoryFolder } from './test/memoryFolder.ts';

const temporary = memoryFolder();

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['node_modules', 'test/bench'],
    testTimeout: 20_000,
    // Files of one worker share their modules: nothing in them is kept that one test could leave to another.
    isolate: false,
    // Two cores: more workers only fight for them.
    maxWorkers: 2,
    ...(temporary === undefined ? {} : { env: { TMPDIR: temporary } }),
  },
});
