import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { bundleFunctions } from '../../infra/bundle.ts';
import { percentile } from './table.ts';

/** Goals of the functions that anybody may wake (design: budgets). */
const BUNDLE_BYTES = 700 * 1024;
const IMPORT_MS = 100;
const PROCESSES = 11;

/** Size of each bundle and how long a fresh process takes to import it, against their goals. */
export async function printBundles(names: readonly string[]): Promise<void> {
  const out = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    await bundleFunctions(out, names);
    const files = names.map((name) => ({ name, file: join(out, name, 'index.mjs'), ms: [] as number[] }));
    // They take turns, so that all see the same machine.
    for (let turn = 0; turn < PROCESSES; turn++)
      for (const { file, ms } of files) ms.push(await importTime(file));
    const met = (is: boolean) => (is ? 'met' : 'MISSED');
    console.log(`\nbundles; import is the median of ${PROCESSES} fresh processes`);
    console.table(
      Object.fromEntries(
        files.map(({ name, file, ms }) => {
          const bytes = statSync(file).size;
          const median = percentile(ms, 50);
          return [
            name,
            {
              KB: Math.round(bytes / 1024),
              '≤ 700 KB': met(bytes <= BUNDLE_BYTES),
              'import ms': Number(median.toFixed(1)),
              fastest: Number(Math.min(...ms).toFixed(1)),
              '≤ 100 ms': met(median <= IMPORT_MS),
            },
          ];
        }),
      ),
    );
  } finally {
    rmSync(out, { recursive: true });
  }
}

async function importTime(file: string): Promise<number> {
  const source = `
    const begun = performance.now();
    import(${JSON.stringify(pathToFileURL(file).href)}).then(() => {
      process.stdout.write(String(performance.now() - begun));
      process.exit(0);
    });`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--eval', source]);
  return Number(stdout);
}
