import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiTable } from '../../../infra/httpApis.ts';
import { fuse } from '../../../infra/tables.ts';
import { textLimits } from '../../../shared/complaint/filing.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { fillIn, intakeWorld, mixedAnswers, Visitor } from './intakeWorld.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

interface Capacity {
  readonly TableName: string;
  readonly WriteCapacityUnits?: number;
  readonly Table?: { readonly WriteCapacityUnits?: number };
  readonly GlobalSecondaryIndexes?: Readonly<Record<string, { readonly WriteCapacityUnits?: number }>>;
}

/** Write units of everything that `work` sends, by table and by index. */
async function writtenBy(work: () => Promise<unknown>): Promise<ReadonlyMap<string, number>> {
  const units = new Map<string, number>();
  const add = (name: string, more = 0) => units.set(name, (units.get(name) ?? 0) + more);
  tables.client.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'INDEXES' });
      const answer = await next(args);
      const told: unknown = Object(answer.output)['ConsumedCapacity'];
      for (const one of (Array.isArray(told) ? told : [told]) as readonly (Capacity | undefined)[]) {
        if (one === undefined) continue;
        add(one.TableName, one.Table?.WriteCapacityUnits);
        for (const [name, index] of Object.entries(one.GlobalSecondaryIndexes ?? {}))
          add(`${one.TableName}/${name}`, index.WriteCapacityUnits);
      }
      return answer;
    },
    { step: 'initialize', name: 'countUnits' },
  );
  await work();
  tables.client.middlewareStack.remove('countUnits');
  return units;
}

it('filings at the rate that the gateway lets pass leave the tables their fuse, even the longest', async () => {
  const world = intakeWorld(tables);
  const visitor = new Visitor(world);
  const longest: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    '/complain/facts': { facts: '字'.repeat(textLimits.facts) },
    '/complain/request': { request: '字'.repeat(textLimits.request) },
  };
  await fillIn(
    visitor,
    mixedAnswers.map(([path, form]) => [path, { ...form, ...longest[path] }] as const),
  );
  await visitor.get('/complain/check');
  const units = await writtenBy(() => visitor.send({ open: false }));
  expect(visitor.location).toBe('/complain/receipt');
  expect(units.get('core')).toBeGreaterThan(50);
  const send = apiTable.public.routes.find(({ path }) => path === '/complain/send');
  const rate = send !== undefined && 'throttle' in send ? send.throttle.rateLimit : Number.POSITIVE_INFINITY;
  for (const [name, one] of units)
    expect(one * rate, name).toBeLessThanOrEqual(0.8 * fuse.maxWriteRequestUnits);
});
