import { logUsd, prices } from '../infra/prices.ts';
import { type Count, type Kind, kinds } from './counting.ts';

/** What a year costs, by service and by what happens in it. */

const GOAL_USD = 60;
/** Write units of the transaction of one decision (design: cost per decision). */
const GOAL_UNITS = 11;

export interface Scene {
  readonly name: string;
  /** Times a year. */
  readonly times: number;
  /** How many of it were replayed and counted. */
  readonly units: number;
  readonly count: Count;
}

const services: Readonly<Record<string, (count: Count) => number>> = {
  DynamoDB: (count) => of(count, 'readUnits', 'writeUnits'),
  Lambda: (count) => of(count, 'invocations', 'gigabyteSeconds'),
  'Step Functions': (count) => of(count, 'transitions'),
  S3: (count) => of(count, 'putsToS3'),
  KMS: (count) => of(count, 'kmsCalls'),
  'API Gateway': (count) => of(count, 'requests'),
  CloudWatch: (count) => count.invocations * logUsd,
};
const of = (count: Count, ...some: readonly Kind[]) =>
  some.reduce((sum, kind) => sum + count[kind] * prices[kind], 0);

const cents = (usd: number) => Number(usd.toFixed(2));

/** Prints what one of each costs, and the year by service. */
export function printYear(scenes: readonly Scene[], idle: number): void {
  const one = ({ count, units }: Scene, kind: Kind) => count[kind] / units;
  console.log('\nwhat one costs');
  console.table(
    Object.fromEntries(
      scenes.map((scene) => [
        scene.name,
        Object.fromEntries(kinds.map((kind) => [kind, Number(one(scene, kind).toFixed(1))])),
      ]),
    ),
  );
  const usdOf = ({ count, units, times }: Scene, service: string) =>
    ((services[service]?.(count) ?? 0) / units) * times;
  const names = Object.keys(services);
  const rows = scenes.map((scene) => {
    const usd = names.map((service) => usdOf(scene, service));
    return { scene, usd, sum: usd.reduce((a, b) => a + b, 0) };
  });
  const all = names.map((_, i) => rows.reduce((sum, { usd }) => sum + (usd[i] ?? 0), 0));
  const used = all.reduce((a, b) => a + b, 0);
  const line = (usd: readonly number[]) =>
    Object.fromEntries(names.map((service, i) => [service, cents(usd[i] ?? 0)]));
  console.log('\na year of Beijing in USD');
  console.table({
    ...Object.fromEntries(
      rows.map(({ scene, usd, sum }) => [
        scene.name,
        {
          times: scene.times,
          ...line(usd),
          sum: cents(sum),
          'one in cents': cents((sum / scene.times) * 100),
        },
      ]),
    ),
    idle: { sum: cents(idle) },
    year: { ...line(all), sum: cents(used + idle) },
  });
  const verdict = used + idle <= GOAL_USD ? 'met' : 'MISSED';
  console.log(
    `a year: ${used.toFixed(2)} USD + idle ${idle.toFixed(2)} USD = ${(used + idle).toFixed(2)} USD, ${verdict} (${GOAL_USD} USD)`,
  );
}

/** Prints the write units of every decision that was taken, the dearest first. */
export function printDecisions(decisions: ReadonlyMap<string, readonly number[]>): void {
  const rows = [...decisions].map(([name, units]) => {
    const sorted = [...units].sort((a, b) => a - b);
    const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
    return { name, times: sorted.length, middle, most: sorted.at(-1) ?? 0 };
  });
  rows.sort((a, b) => b.middle - a.middle);
  console.log('\nwrite units of a decision');
  console.table(
    Object.fromEntries(
      rows.map(({ name, times, middle, most }) => [
        name,
        { times, middle, most, goal: middle <= GOAL_UNITS ? 'met' : `MISSED (${GOAL_UNITS})` },
      ]),
    ),
  );
  const missed = rows.filter(({ middle }) => middle > GOAL_UNITS).length;
  console.log(`${rows.length - missed} of ${rows.length} decisions within ${GOAL_UNITS} write units`);
}
