import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAgency } from '../../../../shared/register/commands/editAgency.ts';
import { importTransitions, uploadKey } from '../../../../shared/register/commands/importCase.ts';
import {
  abandonImport,
  confirmImport,
  newUpload,
  uploadImport,
} from '../../../../shared/register/commands/importCommands.ts';
import { workOnImport } from '../../../../shared/register/commands/importWork.ts';
import type { RegisterKind, RegisterStore } from '../../../../shared/register/registerStore.ts';
import { fictionalUscc } from '../../../../shared/register/uscc.ts';
import { agencyOf } from '../../plan/office.ts';
import { type LocalCore, type LocalTables, startLocalCore } from '../store/localCore.ts';
import { auditor, csvOf, importDeps, supervisor, type TestImportDeps } from './importOffice.ts';

let local: LocalCore;
let tables: LocalTables;
let deps: TestImportDeps;

beforeAll(async () => {
  local = await startLocalCore();
});
afterAll(() => local.stop());
beforeEach(async () => {
  tables = await local.tables();
  deps = importDeps(tables);
});

const codes = (answer: { ok: boolean; problems?: readonly { code: string }[] }) =>
  answer.ok ? [] : (answer.problems ?? []).map(({ code }) => code);

async function upload(kind: RegisterKind, bytes: Uint8Array | undefined): Promise<string> {
  const { id } = await newUpload(deps, kind, 'https://console.example.cn/imports?id={id}');
  if (bytes !== undefined) deps.uploads.objects.set(uploadKey(kind, id), bytes);
  const made = await uploadImport(deps, { id, kind, fileName: '机构.csv' }, supervisor);
  expect(made.ok).toBe(true);
  return id;
}

async function digestOf(id: string): Promise<string> {
  const stored = await tables.cases.load<{ check?: { digest: string } }>(id);
  return stored?.state.check?.digest ?? '';
}

const some = (count: number) => Array.from({ length: count }, (_, n) => agencyOf(n));

describe('an import', () => {
  it('is uploaded, checked, confirmed as shown, applied; a second time nothing is left to do', async () => {
    const file = csvOf('agency', some(150));
    const id = await upload('agency', file);
    expect(await workOnImport(deps, id)).toBe('checked');
    expect(await tables.register.agencies()).toEqual([]);
    const confirmed = await confirmImport(deps, id, await digestOf(id), supervisor);
    expect(confirmed).toMatchObject({ ok: true, value: { status: 'confirmed' } });
    expect((await tables.register.lock()).holder).toBe(id);
    expect(await workOnImport(deps, id)).toBe('applied');
    expect(await tables.register.agencies()).toEqual(
      some(150).toSorted((a, b) => (a.uscc < b.uscc ? -1 : 1)),
    );
    expect((await tables.register.lock()).holder).toBe('');
    const history = await tables.register.history('agency', [fictionalUscc(7)]);
    expect(history.every(({ source, by }) => source === id && by === 'u-s')).toBe(true);
    const chain = await tables.cases.chain(id);
    expect(chain.map(({ command, actor }) => [command, actor])).toEqual([
      ['upload', 'u-s'],
      ['check', 'system'],
      ['confirm', 'u-s'],
      ['apply', 'system'],
    ]);
    expect(await workOnImport(deps, id)).toBe('applied');

    const again = await upload('agency', file);
    expect(await workOnImport(deps, again)).toBe('checked');
    expect(codes(await confirmImport(deps, again, await digestOf(again), supervisor))).toEqual([
      'import.nothing',
    ]);
  });

  it('shows the cells that are wrong and is rejected whole', async () => {
    const bad = some(3).map((row, n) => (n === 1 ? { ...row, uscc: '91110000FA0000011X' } : row));
    const id = await upload('agency', csvOf('agency', bad));
    expect(await workOnImport(deps, id)).toBe('rejected');
    const key = [...deps.uploads.objects.keys()].find((name) => name.endsWith('report-1.json')) ?? '';
    const report = JSON.parse(new TextDecoder().decode(deps.uploads.objects.get(key)));
    expect(report.counts).toMatchObject({ rows: 3, errors: 1 });
    expect(report.errors[0].address).toBe('A3');
    expect(codes(await confirmImport(deps, id, await digestOf(id), supervisor))).toEqual(['import.status']);
    expect(await tables.register.agencies()).toEqual([]);
  });

  it('says why a file cannot be read at all', async () => {
    const missing = await upload('agency', undefined);
    expect(await workOnImport(deps, missing)).toBe('rejected');
    const large = await upload('agency', new Uint8Array(11 * 1024 * 1024));
    expect(await workOnImport(deps, large)).toBe('rejected');
    const states = await Promise.all(
      [missing, large].map((id) => tables.cases.load<{ unreadable?: { code: string }[] }>(id)),
    );
    expect(states.map((stored) => stored?.state.unreadable?.[0]?.code)).toEqual([
      'import.file_missing',
      'import.file_too_large',
    ]);
  });

  it('is checked again when the register has changed since', async () => {
    const id = await upload('agency', csvOf('agency', some(4)));
    await workOnImport(deps, id);
    await createAgency(deps, agencyOf(2), supervisor);
    const digest = await digestOf(id);
    expect(codes(await confirmImport(deps, id, digest, supervisor))).toEqual(['import.register_changed']);
    expect(await workOnImport(deps, id)).toBe('checked');
    expect(await digestOf(id)).not.toBe(digest);
    // What was shown before is not what would be done now.
    expect(codes(await confirmImport(deps, id, digest, supervisor))).toEqual(['import.digest']);
    expect((await confirmImport(deps, id, await digestOf(id), supervisor)).ok).toBe(true);
  });

  it('keeps every other writer out until it is applied', async () => {
    const first = await upload('agency', csvOf('agency', some(4)));
    const second = await upload('agency', csvOf('agency', some(6)));
    await workOnImport(deps, first);
    await workOnImport(deps, second);
    await confirmImport(deps, first, await digestOf(first), supervisor);
    expect(codes(await confirmImport(deps, second, await digestOf(second), supervisor))).toEqual([
      'register.held',
    ]);
    expect(codes(await createAgency(deps, agencyOf(50), supervisor))).toEqual(['register.held']);
    expect(await tables.register.snapshot()).toBeUndefined();
    await workOnImport(deps, first);
    expect((await tables.register.snapshot())?.agencies).toHaveLength(4);
    expect(codes(await confirmImport(deps, second, await digestOf(second), supervisor))).toEqual([
      'import.register_changed',
    ]);
  });

  it('belongs to supervisors, and can be dropped before it is confirmed', async () => {
    const id = await upload('agency', csvOf('agency', some(1)));
    await workOnImport(deps, id);
    expect(codes(await confirmImport(deps, id, await digestOf(id), auditor))).toEqual(['import.role']);
    expect((await abandonImport(deps, id, supervisor)).ok).toBe(true);
    expect(codes(await confirmImport(deps, id, await digestOf(id), supervisor))).toEqual(['import.status']);
    expect(await workOnImport(deps, id)).toBe('abandoned');
  });

  it('moves a practitioner with its place in the register', async () => {
    await createAgency(deps, agencyOf(1), supervisor);
    await createAgency(deps, agencyOf(2), supervisor);
    const row = {
      licenceNo: '1100012345',
      name: '某代理师',
      agencyUscc: agencyOf(1).uscc,
      status: 'practising',
    };
    for (const agencyUscc of [agencyOf(1).uscc, agencyOf(2).uscc]) {
      const id = await upload('practitioner', csvOf('practitioner', [{ ...row, agencyUscc }]));
      await workOnImport(deps, id);
      await confirmImport(deps, id, await digestOf(id), supervisor);
      expect(await workOnImport(deps, id)).toBe('applied');
    }
    expect(await tables.register.practitioners(agencyOf(1).uscc)).toEqual([]);
    expect(await tables.register.practitioners(agencyOf(2).uscc)).toHaveLength(1);
    expect(await tables.register.allPractitioners()).toHaveLength(1);
    expect((await tables.register.history('practitioner', ['1100012345']))[0]).toMatchObject({
      field: 'agencyUscc',
      old: agencyOf(1).uscc,
    });
  });
});

describe('killed in the middle of writing', () => {
  /** A register whose connection dies after so many transactions. */
  function dying(after: number): RegisterStore {
    let left = after;
    const client = new Proxy(local.client, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (name !== 'send' || typeof value !== 'function') return value;
        return (command: { constructor: { name: string } }) => {
          if (command.constructor.name === 'TransactWriteCommand' && left-- <= 0) throw new Error('killed');
          return value.call(target, command);
        };
      },
    });
    return new (tables.register.constructor as new (c: typeof local.client, t: string) => RegisterStore)(
      client,
      tables.core,
    );
  }

  it.each([0, 1, 2, 3, 4])(
    'after %i batches, rolls forward on the next sweep: whole, and once',
    async (batches) => {
      const id = await upload('agency', csvOf('agency', some(150)));
      await workOnImport(deps, id);
      await confirmImport(deps, id, await digestOf(id), supervisor);
      await expect(workOnImport({ ...deps, register: dying(batches) }, id)).rejects.toThrow('killed');
      expect((await tables.register.lock()).holder).toBe(id);
      expect(await workOnImport(deps, id)).toBe('applied');
      expect(await tables.register.agencies()).toHaveLength(150);
      const history = await tables.register.history('agency', [fictionalUscc(3)]);
      const [first] = history;
      expect(history.filter(({ field }) => field === first?.field)).toHaveLength(1);
      expect((await tables.cases.chain(id)).filter(({ command }) => command === 'apply')).toHaveLength(1);
    },
  );

  it('a worker thought dead that comes back after the end changes nothing', async () => {
    const id = await upload('agency', csvOf('agency', some(20)));
    await workOnImport(deps, id);
    await confirmImport(deps, id, await digestOf(id), supervisor);
    await workOnImport(deps, id);
    const late = await tables.register.write(
      [{ kind: 'agency', after: { ...agencyOf(1), name: '旧数据' }, changes: [] }],
      { by: 'u-s', at: '2026-11-23T02:00:00Z', importId: id, rev: 2 },
    );
    expect(late).toBe(false);
    expect((await tables.register.agency(fictionalUscc(1)))?.value.name).toBe(agencyOf(1).name);
  });

  it('the next worker begins where the first was killed', async () => {
    const id = await upload('agency', csvOf('agency', some(150)));
    await workOnImport(deps, id);
    await confirmImport(deps, id, await digestOf(id), supervisor);
    await expect(workOnImport({ ...deps, register: dying(3) }, id)).rejects.toThrow('killed');
    // Three rows' items each, 33 rows a transaction: 51 rows are left, two transactions.
    await expect(workOnImport({ ...deps, register: dying(1) }, id)).rejects.toThrow('killed');
    expect(await workOnImport({ ...deps, register: dying(1) }, id)).toBe('applied');
  });

  it('between the last row and the end, the lock is given back by the next', async () => {
    const id = await upload('agency', csvOf('agency', some(5)));
    await workOnImport(deps, id);
    await confirmImport(deps, id, await digestOf(id), supervisor);
    const cases = {
      load: tables.cases.load.bind(tables.cases),
      chain: tables.cases.chain.bind(tables.cases),
      commit: () => Promise.reject(new Error('killed')),
    };
    await expect(workOnImport({ ...deps, cases }, id)).rejects.toThrow('killed');
    expect(await tables.register.lock()).toMatchObject({ holder: id });
    expect(await workOnImport(deps, id)).toBe('applied');
    expect(await tables.register.lock()).toEqual({ holder: '', rev: 2 });
  });

  it('two workers at once write it once', async () => {
    const id = await upload('agency', csvOf('agency', some(120)));
    await workOnImport(deps, id);
    await confirmImport(deps, id, await digestOf(id), supervisor);
    expect(await Promise.all([workOnImport(deps, id), workOnImport(deps, id)])).toEqual([
      'applied',
      'applied',
    ]);
    expect((await tables.cases.chain(id)).filter(({ command }) => command === 'apply')).toHaveLength(1);
    expect(await tables.register.agencies()).toHaveLength(120);
  });
});

it('names every status in its transition table', () => {
  const named = new Set(importTransitions.flatMap(({ from, to }) => [...from, ...(to === 'same' ? [] : to)]));
  expect([...named].toSorted()).toEqual([
    'abandoned',
    'applied',
    'checked',
    'confirmed',
    'rejected',
    'uploaded',
  ]);
});
