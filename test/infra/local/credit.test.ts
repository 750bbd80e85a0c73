import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFaults } from '../../../infra/local/credit/faults.ts';
import { openHoldings } from '../../../infra/local/credit/holdings.ts';
import { type LocalRuntime, startLocal } from '../../../infra/local/runtime.ts';
import { wireRecord } from '../../../shared/credit/wireRecord.ts';
import { creditEntry, creditOffice } from '../../fixtures/creditRecords.ts';
import { writeAssembly } from './fixtures/stack.ts';

const at = '2026-12-15T02:00:00Z';
function wired(over: Parameters<typeof creditEntry>[0] = {}) {
  const made = wireRecord({ entry: creditEntry(over), amendment: 0 }, creditOffice);
  if (!made.ok) throw new Error('no record');
  return JSON.parse(JSON.stringify(made.value));
}

describe('what the simulated credit system holds', () => {
  test('is the first of a name, and never an older version', () => {
    const holdings = openHoldings();
    expect(holdings.take(wired(), at)).toMatchObject({ code: 'accepted', receipt: 'XY00000001' });
    expect(holdings.take(wired(), at)).toMatchObject({ code: 'same', receipt: 'XY00000001' });
    expect(holdings.take({ ...wired(), digest: 'a'.repeat(64) }, at).code).toBe('conflict');
    expect(holdings.take(wired({ version: 3 }), at).code).toBe('accepted');
    expect(holdings.take(wired({ version: 2 }), at).code).toBe('stale');
    expect(holdings.current().map(({ version }) => version)).toEqual([3]);
    expect(holdings.take({ ...wired({ version: 4 }), complainant: '张三' }, at)).toMatchObject({
      code: 'refused',
    });
  });

  test('survives a kill in the middle of a line', () => {
    const folder = mkdtempSync(join(tmpdir(), 'credit-'));
    const file = join(folder, 'records.jsonl');
    const first = openHoldings(file);
    first.take(wired(), at);
    first.take(wired({ key: 'listing/B', version: 2 }), at);
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"id":"cut o`);
    const again = openHoldings(file);
    expect(again.current()).toEqual(first.current());
    expect(again.take(wired(), at).code).toBe('same');
    again.forget('listing/B');
    expect(openHoldings(file).current()).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });

  test('is listed in pages without a gap', () => {
    const holdings = openHoldings();
    for (let i = 0; i < 7; i++) holdings.take(wired({ key: `listing/N${i}` }), at);
    const keys: string[] = [];
    let after: string | undefined;
    do {
      const page = holdings.page(after, 3);
      keys.push(...page.records.map(({ key }) => key));
      after = page.next;
    } while (after !== undefined);
    expect(keys).toEqual(Array.from({ length: 7 }, (_, i) => `listing/N${i}`));
  });
});

test('a fault is met so often, or by such a share', () => {
  const chances = [0.2, 0.9, 0.1];
  const faults = openFaults(() => chances.shift() ?? 0.99);
  faults.add({ kind: 'busy', times: 2 });
  expect([faults.meet(), faults.meet(), faults.meet()].map((met) => met?.kind)).toEqual([
    'busy',
    'busy',
    undefined,
  ]);
  faults.add({ kind: 'lost', share: 0.5 });
  expect([faults.meet(), faults.meet(), faults.meet()].map((met) => met?.kind)).toEqual([
    'lost',
    undefined,
    'lost',
  ]);
  faults.clear();
  expect(faults.meet()).toBeUndefined();
});

describe('its page', () => {
  let runtime: LocalRuntime;
  beforeAll(async () => {
    runtime = await startLocal({ assembly: writeAssembly(), schedules: 'manual', retryMs: 1 });
  });
  afterAll(() => runtime.stop());
  const page = async () => (await fetch(runtime.addresses.credit)).text();
  const press = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${runtime.addresses.credit}${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers,
      redirect: 'manual',
    });

  test('shows what it holds, by agency, with every text made safe', async () => {
    runtime.credit.holdings.take(wired({ agency: '<b>甲</b>' }), at);
    const shown = await page();
    expect(shown).toContain('&#60;b&#62;甲');
    expect(shown).not.toContain('<b>甲');
    expect(shown).toContain('raninsTaskId');
    expect(shown).toContain('1 条 records');
  });

  test('sets faults and clears them', async () => {
    expect((await press('/faults', { kind: 'html', times: '3', share: '', about: '' })).status).toBe(303);
    expect(runtime.credit.faults.list()).toEqual([{ kind: 'html', times: 3 }]);
    expect(await page()).toContain('返回登录网页');
    await press('/faults/clear', {});
    expect(runtime.credit.faults.list()).toEqual([]);
    expect((await press('/faults', { kind: 'nothing' })).status).toBe(400);
    expect((await press('/faults', { kind: 'down' }, { origin: 'http://evil.example' })).status).toBe(403);
  });

  test('loses a record and takes in one that nobody sent', async () => {
    await press('/forget', { key: creditEntry().key });
    await press('/plant', { key: 'listing/F1', uscc: creditEntry().uscc, name: '外来' });
    expect(runtime.credit.holdings.current().map(({ key }) => key)).toEqual(['listing/F1']);
    expect(await page()).toContain('外来');
  });

  test('keeps a journal of what it was asked, signed or not', async () => {
    expect((await fetch(`${runtime.addresses.credit}/records`)).status).toBe(401);
    expect(await page()).toContain('unauthorised');
  });
});
