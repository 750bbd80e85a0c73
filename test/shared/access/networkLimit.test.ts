import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type LimitCounter,
  type LimitedPurpose,
  networkLimits,
  overNetworkLimit,
} from '../../../shared/access/networkLimit.ts';
import { dynamoLimits } from '../../../shared/adapters/dynamoLimits.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const hmac = (key: Uint8Array, message: Uint8Array) =>
  new Uint8Array(createHmac('sha256', key).update(message).digest());
const key = new Uint8Array(32).fill(7);
const at = (text: string) => new Date(`2026-11-02T${text}Z`);

const purposes = Object.keys(networkLimits) as LimitedPurpose[];

it.each(purposes)('%s: as often as its row says, then only in the next window', async (purpose) => {
  const { most, windowMinutes } = networkLimits[purpose];
  const deps = { counter: dynamoLimits(tables.client, 'core'), hmac, key };
  const ask = (now: Date) => overNetworkLimit(deps, purpose, '192.0.2.7', now);
  for (let i = 0; i < most; i++) expect(await ask(at('01:02:03'))).toBeUndefined();
  const wait = await ask(at('01:02:03'));
  expect(wait).toBe(windowMinutes * 60 - 123);
  expect(await ask(new Date(at('01:02:03').getTime() + (wait ?? 0) * 1000 - 1000))).toBe(1);
  expect(await ask(new Date(at('01:02:03').getTime() + (wait ?? 0) * 1000))).toBeUndefined();
});

it('every counter is forgotten within the hour', async () => {
  const now = at('01:59:59');
  for (const purpose of purposes) {
    const forgotten: number[] = [];
    const counter: LimitCounter = {
      async take(name, _most, forgetAt) {
        forgotten.push(forgetAt);
        expect(name).not.toContain('192.0.2');
        return true;
      },
    };
    await overNetworkLimit({ counter, hmac, key }, purpose, '192.0.2.7', now);
    expect(forgotten).toEqual([at('02:00:00').getTime() / 1000]);
  }
});

it('refuses a window that does not divide an hour', async () => {
  const deps = { counter: { take: async () => true }, hmac, key };
  for (const windowMinutes of [0, -1, 7, 45, 120, Number.NaN]) {
    const asked = overNetworkLimit(deps, 'filing', '192.0.2.7', at('01:00:00'), { most: 1, windowMinutes });
    await expect(asked).rejects.toThrow(RangeError);
  }
});
