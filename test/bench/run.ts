import { readdir } from 'node:fs/promises';

/**
 * `npm run bench` runs every bench beside this file, `npm run bench -- NAME…` the named ones. A bench is a
 * module named `<name>.bench.ts` that exports `run`.
 */
const SUFFIX = '.bench.ts';
const present = (await readdir(new URL('.', import.meta.url)))
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length))
  .sort();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !present.includes(name));
if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(', ')}; there are ${present.join(', ')}`);
  process.exitCode = 2;
} else {
  for (const name of asked.length > 0 ? asked : present) {
    const bench: { run: () => Promise<void> } = await import(
      new URL(`${name}${SUFFIX}`, import.meta.url).href
    );
    await bench.run();
  }
}
