import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type ImportWorkerDeps, work } from '../../../functions/import-worker/work.ts';
import { uploadKey } from '../../../shared/register/commands/importCase.ts';
import { newUpload, uploadImport } from '../../../shared/register/commands/importCommands.ts';
import { agencyOf } from '../../shared/plan/office.ts';
import { csvOf, importDeps, MemoryUploads, supervisor } from '../../shared/register/commands/importOffice.ts';
import { type LocalCore, startLocalCore } from '../../shared/register/store/localCore.ts';

let local: LocalCore;
let deps: ImportWorkerDeps & { uploads: MemoryUploads };

beforeAll(async () => {
  local = await startLocalCore();
});
afterAll(() => local.stop());
beforeEach(async () => {
  const tables = await local.tables();
  deps = { ...importDeps(tables), lists: tables.imports };
});

async function uploaded(n: number): Promise<string> {
  const { id } = await newUpload(deps, 'agency', 'https://console.example.cn/');
  deps.uploads.objects.set(uploadKey('agency', id), csvOf('agency', [agencyOf(n)]));
  await uploadImport(deps, { id, kind: 'agency' }, supervisor);
  return id;
}

it('does the one import that it was kicked for', async () => {
  const [first] = [await uploaded(1), await uploaded(2)];
  expect(await work(deps, { importId: first })).toEqual({ imports: { [first]: 'checked' } });
});

it('sweeps whatever has waited longer than a kick takes', async () => {
  const [first, second] = [await uploaded(1), await uploaded(2)];
  expect(await work(deps, { schedule: 'import-worker' })).toEqual({ imports: {} });
  const later = { ...deps, now: () => new Date(deps.now().getTime() + 120_000) };
  expect(await work(later, { schedule: 'import-worker' })).toEqual({
    imports: { [first]: 'checked', [second]: 'checked' },
  });
  expect(await work(later, {})).toEqual({ imports: {} });
});

it('goes on with the others when one fails, and says so at the end', async () => {
  const [first, second] = [await uploaded(1), await uploaded(2)];
  class Failing extends MemoryUploads {
    override async read(key: string, most: number) {
      if (key === uploadKey('agency', first)) throw new Error('storage is down');
      return deps.uploads.read(key, most);
    }
  }
  const later = { ...deps, uploads: new Failing(), now: () => new Date(deps.now().getTime() + 120_000) };
  await expect(work(later, {})).rejects.toThrow('1 imports failed');
  expect((await deps.cases.load(second))?.status).toBe('checked');
  expect((await deps.cases.load(first))?.status).toBe('uploaded');
});

it('takes an event that names no import for a sweep', async () => {
  expect(await work(deps, { importId: 'DR#1' })).toEqual({ imports: {} });
  expect(await work(deps, { importId: 'IM#01JD0000000000000000000000' })).toEqual({
    imports: { 'IM#01JD0000000000000000000000': 'unknown' },
  });
});
