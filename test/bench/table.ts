/** Benches print one table each; every row is measured in the same run, so that ratios mean something. */

export interface Measured {
  readonly name: string;
  /** Milliseconds, median over the repetitions. */
  readonly ms: number;
  /** What was done in one repetition, for the time per unit. */
  readonly units?: number;
  /** Upper limit in milliseconds, if there is a goal. */
  readonly goalMs?: number;
}

/** Median of `repetitions` runs after one warm-up, in milliseconds. */
export async function measure(run: () => unknown, repetitions = 5): Promise<number> {
  await run();
  const times: number[] = [];
  for (let n = 0; n < repetitions; n++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** Prints the rows with time per unit and the ratio to the first row. */
export function printTable(title: string, rows: readonly Measured[]): void {
  const base = rows[0]?.ms ?? 1;
  console.log(`\n${title}`);
  console.table(
    Object.fromEntries(
      rows.map(({ name, ms, units, goalMs }) => [
        name,
        {
          ms: Number(ms.toFixed(2)),
          'ns/unit': units === undefined ? '' : Math.round((ms * 1e6) / units),
          ratio: Number((ms / base).toFixed(2)),
          goal: goalMs === undefined ? '' : `${ms <= goalMs ? 'met' : 'MISSED'} (${goalMs} ms)`,
        },
      ]),
    ),
  );
}

/** The value that so many percent of the measurements do not exceed. */
export function percentile(ms: readonly number[], percent: number): number {
  const sorted = [...ms].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}
