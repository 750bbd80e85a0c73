import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, in this order: whole systems, then browsers, then what starts processes. */
const LONG = [
  /^test\/(e2e|browser)\//,
  /browser\.test\.ts$/i,
  /gallery/,
  /^test\/(infra\/local|statemachines)\//,
];

/**
 * Begins with the longest files, so that none of them runs at the end on one core while the other has nothing left to
 * do. Vitest orders by what it measured the last time; a fresh checkout has measured nothing.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const found = LONG.findIndex((name) => name.test(relative(this.ctx.config.root, moduleId)));
      return found < 0 ? LONG.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
