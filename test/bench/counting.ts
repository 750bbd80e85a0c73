import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { functions } from '../../infra/functions.ts';
import { startDatabase } from '../../infra/local/database/dynoxide.ts';
import { readBody } from '../../infra/local/http/server.ts';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { prices } from '../infra/prices.ts';

/** Counts what AWS would bill of a running local office. */

const LARGEST = 16 * 1024 * 1024;

export type Kind = keyof typeof prices;
export type Count = Record<Kind, number>;
export const kinds = Object.keys(prices) as Kind[];
export const nothing = (): Count => Object.fromEntries(kinds.map((kind) => [kind, 0])) as Count;

interface Units {
  readonly CapacityUnits?: number;
  readonly WriteCapacityUnits?: number;
}

/** A transaction that decides something names itself in its audit entry, such as `penalty decide`. */
function decisionOf(given: unknown): string | undefined {
  for (const item of (Object(given)['TransactItems'] ?? []) as readonly unknown[]) {
    const entry: unknown = Object(Object(Object(item)['Put'])['Item'])['entry'];
    const { kind, command } = Object(Object(entry)['M']);
    if (command !== undefined) return `${kind?.['S']} ${command['S']}`;
  }
  return undefined;
}

/**
 * A database that counts: it stands before the local one, and every function of the office goes through it.
 *
 * @param decided is told the write units of each transaction that decides something
 */
export async function countingDatabase(
  count: () => Count,
  decided: (decision: string, units: number) => void = () => {},
) {
  const database = await startDatabase(undefined);
  const server = createServer(async (asked, answer) => {
    const target = String(asked.headers['x-amz-target']);
    const given: unknown = JSON.parse((await readBody(asked, LARGEST)).toString('utf8'));
    const counted = /(Get|Put|Update|Delete)Item$|Items?$|Query$|Scan$/.test(target);
    const body = JSON.stringify(counted ? { ...Object(given), ReturnConsumedCapacity: 'TOTAL' } : given);
    const { host: _, 'content-length': _length, connection: _connection, ...headers } = asked.headers;
    const told = await fetch(database.endpoint, {
      method: 'POST',
      headers: headers as Record<string, string>,
      body,
    });
    const text = await told.text();
    const capacity: unknown = Object(JSON.parse(text || '{}'))['ConsumedCapacity'];
    const writes = /(Put|Update|Delete|Write)\w*$/.test(target);
    const all = (Array.isArray(capacity) ? capacity : [capacity]) as readonly (Units | undefined)[];
    const units = all.reduce((sum, one) => sum + (one?.CapacityUnits ?? 0), 0);
    count()[writes ? 'writeUnits' : 'readUnits'] += units;
    const decision = told.ok && writes ? decisionOf(given) : undefined;
    if (decision !== undefined) decided(decision, units);
    answer.writeHead(told.status, { 'content-type': 'application/x-amz-json-1.0' }).end(text);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await database.stop();
    },
  };
}

/** The memory of a function by whatever it is called: its name or its logical id. */
function gigabytesOf(id: string): number {
  const plain = id.replaceAll('-', '').toLowerCase();
  const [found] = functions
    .filter(({ name }) => plain.includes(name.replaceAll('-', '')))
    .sort((one, other) => other.name.length - one.name.length);
  return (found?.memory ?? 1024) / 1024;
}

/** Counts what the functions ask of AWS besides the database, how often they run and how long. */
export function countCalls(runtime: LocalRuntime, count: () => Count): void {
  const { lambda, faults } = runtime;
  const { meet } = faults;
  faults.meet = (operation) => {
    if (operation.startsWith('TrentService.')) count().kmsCalls += 1;
    if (operation.startsWith('S3.Put') || operation.startsWith('S3.Post')) count().putsToS3 += 1;
    if (operation === 'Lambda.Invoke') count().invocations += 1;
    meet(operation);
  };
  const { invoke } = lambda;
  lambda.invoke = async (id, payload) => {
    const begun = performance.now();
    const answer = await invoke(id, payload);
    const now = count();
    now.invocations += 1;
    now.gigabyteSeconds += ((performance.now() - begun) / 1_000) * gigabytesOf(id);
    if (payload.startsWith('{"version":"2.0"')) now.requests += 1;
    return answer;
  };
}
