import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import type { CaseStore } from '../../../shared/case/caseStore.ts';
import { complaintCaseId, identityKey } from '../../../shared/complaint/complaintRows.ts';
import { sendFiling } from '../../../shared/complaint/sendFiling.ts';
import { complaintWorld, plantedIdentity, testFiling } from '../../fixtures/complaintWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

async function rowsOf(table: string): Promise<readonly Record<string, unknown>[]> {
  const { Items: items } = await tables.client.send(new ScanCommand({ TableName: table }));
  return items ?? [];
}

const draft = (id: string) => ({
  row: { pk: `DRAFT#${id}`, sk: 'META', sent: 1 },
  expect: { sent: 0 },
});

describe('sending a filing', () => {
  it('writes cases, receipt, identities, audit entries and orders of mail together', async () => {
    const world = complaintWorld(tables);
    const filing = testFiling();
    const { complaint, report } = filing.ids;
    expect(await sendFiling(world.deps, filing, 'hash-1', [])).toEqual({
      ok: true,
      value: [complaint, report],
    });
    expect(await world.lists.ofReceipt('hash-1')).toEqual([complaint, report]);
    for (const id of [complaint, report]) {
      expect(await world.lists.receiptOf(id)).toBe('hash-1');
      const chain = await tables.store.chain(complaintCaseId(id));
      expect(chain.map(({ command, actor, to }) => [command, actor, to])).toEqual([
        ['receive', 'filer', 'received'],
      ]);
    }
    const sealed = (await rowsOf('vault')).map(({ pk, sk }) => ({ pk, sk }));
    for (const id of [complaint, report]) expect(sealed).toContainEqual(identityKey(id));
  });

  it('wakes the mails of filers only for a filer who gave an address', async () => {
    const { mail: _, ...without } = plantedIdentity;
    const world = complaintWorld(tables);
    await sendFiling(world.deps, testFiling({ identity: without }), 'hash-no-mail', []);
    expect(world.kicked).toEqual([]);
    await sendFiling(world.deps, testFiling(), 'hash-mail', []);
    expect(world.kicked).toEqual(['mail']);
  });

  it('leaves nothing of the person outside the vault', async () => {
    const outside = JSON.stringify([await rowsOf('core'), await rowsOf('audit')]);
    expect(outside).toContain('hash-1');
    for (const planted of Object.values(plantedIdentity)) expect(outside).not.toContain(planted);
  });

  it('sent twenty times at once makes one set of cases and one receipt', async () => {
    const world = complaintWorld(tables);
    const filing = testFiling();
    const { complaint, report } = filing.ids;
    const unsent = { pk: `DRAFT#${complaint}`, sk: 'META', sent: 0 };
    await tables.client.send(new PutCommand({ TableName: 'core', Item: unsent }));
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => sendFiling(world.deps, filing, 'hash-20', [draft(complaint)])),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes)
      if (!outcome.ok) expect(outcome.problems.map(({ code }) => code)).toEqual(['filing.sent']);
    expect(await world.lists.ofReceipt('hash-20')).toEqual([complaint, report]);
    for (const id of [complaint, report]) {
      expect((await world.caseOf(id)).version).toBe(1);
      expect(await tables.store.chain(complaintCaseId(id))).toHaveLength(1);
    }
  });

  it.each(['before the transaction', 'after it'] as const)(
    'cut off %s and sent again, it stands once under the same receipt',
    async (when) => {
      const world = complaintWorld(tables);
      const filing = testFiling();
      const hash = `hash-cut ${when}`;
      let cut = false;
      const cases: CaseStore = {
        load: (id) => tables.store.load(id),
        chain: (id) => tables.store.chain(id),
        async commit(commit) {
          if (when === 'after it') await tables.store.commit(commit);
          cut = true;
          throw new Error('killed');
        },
      };
      await expect(sendFiling({ ...world.deps, cases }, filing, hash, [])).rejects.toThrow('killed');
      expect(cut).toBe(true);
      const again = await sendFiling(world.deps, filing, hash, []);
      if (when === 'after it') expect(again.ok ? '' : again.problems[0]?.code).toBe('filing.sent');
      else expect(again.ok).toBe(true);
      expect(await world.lists.ofReceipt(hash)).toEqual([filing.ids.complaint, filing.ids.report]);
      expect((await world.caseOf(filing.ids.complaint)).version).toBe(1);
    },
  );

  it('killed between the transaction and its kicks loses nothing that a sweep would not find', async () => {
    const world = complaintWorld(tables);
    const files = [sentFile(testFiling().ids.complaint)];
    const filing = testFiling({ files });
    const killed = async () => Promise.reject(new Error('killed'));
    const kick = { ...world.deps.kick, mail: killed };
    await expect(sendFiling({ ...world.deps, kick }, filing, 'hash-kick', [])).rejects.toThrow('killed');
    expect(await world.lists.ofReceipt('hash-kick')).toHaveLength(2);
    const { complaint, report } = filing.ids;
    const orders = (await world.lists.filerOrders('2026-09-18T02:00:00Z', 1_000)).filter((one) =>
      [complaint, report].includes(one.complaint),
    );
    // One filing, one mail.
    expect(orders).toHaveLength(1);
    expect(await world.lists.quarantined('2026-09-18T02:00:00Z', 100)).toEqual(
      expect.arrayContaining([filing.ids.complaint, filing.ids.report]),
    );
  });

  it('takes no complaint without a name, and nothing that came from the future', async () => {
    const world = complaintWorld(tables);
    const { identity: _identity, ...anonymous } = testFiling();
    const code = async (filing: Parameters<typeof sendFiling>[1]) => {
      const sent = await sendFiling(world.deps, filing, `hash-${filing.ids.report}`, []);
      return sent.ok ? sent.value.length : sent.problems[0]?.code;
    };
    expect(await code(anonymous)).toBe('filing.anonymous');
    expect(await code({ ...anonymous, wish: 'check' })).toBe(1);
    expect((await world.caseOf(anonymous.ids.report)).state.filer).toMatchObject({
      anonymous: true,
      mail: 'none',
    });
    expect(await code(testFiling({ receivedOn: localDate('2026-09-19') }))).toBe('complaint.day.future');
  });
});

describe('official numbers', () => {
  it('have no gap and no double when twenty people take one at the same time', async () => {
    const world = complaintWorld(tables, '2024-03-04T02:00:00Z');
    const ids = [];
    for (let i = 0; i < 20; i++) ids.push((await world.file({ wish: 'settle' })).complaint);
    const given = await Promise.all(ids.map((id) => world.assign(id)));
    expect(given.every(({ ok }) => ok)).toBe(true);
    const numbers = await Promise.all(ids.map(async (id) => (await world.caseOf(id)).state.number));
    expect(numbers.sort()).toEqual(
      Array.from({ length: 20 }, (_, i) => `BJIPO-2024-TS${String(i + 1).padStart(5, '0')}`),
    );
    const [first = ''] = ids;
    const again = await world.assign(first, { userId: 'u-other', name: '另一人', roles: ['supervisor'] });
    expect(again.ok && again.value.state.number).toBe((await world.caseOf(first)).state.number);
  }, 20_000);
});

function sentFile(uploadedFor: string) {
  return {
    id: uploadedFor,
    at: '2026-09-18T01:59:00Z',
    uploadedFor,
    sha256: 'a'.repeat(64),
    size: 10,
    type: 'pdf' as const,
    fileName: '合同.pdf',
  };
}
