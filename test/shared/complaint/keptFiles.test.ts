import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepQuarantined } from '../../../functions/complaint-file-worker/handler.ts';
import type { SentFile } from '../../../shared/complaint/complaintCase.ts';
import type { FileDeps } from '../../../shared/complaint/keptFiles.ts';
import { openBeside } from '../../../shared/complaint/linking.ts';
import { evidenceKey, evidenceUploadKey } from '../../../shared/evidence/evidenceKeys.ts';
import { complaintWorld, testFiling, testId } from '../../fixtures/complaintWorld.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { html, jpeg, pdf } from '../../fixtures/evidenceFiles.ts';
import { memoryEvidence } from '../../fixtures/memoryEvidence.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

type World = ReturnType<typeof complaintWorld>;

/** A file as the form recorded it. */
function sent(uploadedFor: string, bytes: Uint8Array, fileName = '合同.pdf'): SentFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const type = fileName.endsWith('.jpg') ? ('jpeg' as const) : ('pdf' as const);
  return {
    id: testId(),
    at: '2026-09-18T01:59:00Z',
    uploadedFor,
    sha256,
    size: bytes.length,
    type,
    fileName,
  };
}

/** A mixed filing with two files that were uploaded for its complaint. */
async function filed(world: World, wish: 'both' | 'settle' = 'both') {
  const { ids } = testFiling();
  const evidence = memoryEvidence();
  const contents = [pdf('合同'), jpeg()] as const;
  const files = [sent(ids.complaint, contents[0]), sent(ids.complaint, contents[1], '照片.jpg')];
  for (const [i, file] of files.entries())
    evidence.quarantine.set(evidenceUploadKey(ids.complaint, file.id), {
      bytes: contents[i] ?? new Uint8Array(),
      fileName: file.fileName,
    });
  await world.file({ ids, files, wish });
  const deps = { ...world.deps, lists: world.lists, evidence: evidence.store };
  return { ids, files, evidence, deps };
}

const filesOf = async (world: World, id: string) =>
  (await world.caseOf(id)).state.files.map(({ checked, lost }) => lost ?? checked);
const waiting = (world: World) => world.lists.quarantined('2099-01-01T00:00:00Z', 1_000);

describe('the files of a filing', () => {
  it('are kept for both cases of a mixed one, though they were uploaded once', async () => {
    const world = complaintWorld(tables);
    const { ids, files, evidence, deps } = await filed(world);
    expect(await keepQuarantined(deps, { complaints: [ids.complaint, ids.report] })).toEqual({ cases: 2 });
    for (const id of [ids.complaint, ids.report]) {
      expect(await filesOf(world, id)).toEqual([true, true]);
      for (const { sha256 } of files) expect(evidence.kept.has(evidenceKey(id, sha256))).toBe(true);
      expect(await waiting(world)).not.toContain(id);
    }
  });

  it('that are gone or have become something else are marked, and the others are kept', async () => {
    const world = complaintWorld(tables);
    const { ids, files, evidence, deps } = await filed(world, 'settle');
    const [first, second] = files.map(({ id }) => evidenceUploadKey(ids.complaint, id));
    evidence.quarantine.delete(first ?? '');
    await keepQuarantined(deps, { complaints: [ids.complaint] });
    expect(await filesOf(world, ids.complaint)).toEqual(['gone', true]);

    for (const bytes of [pdf('另一份'), html(), new Uint8Array(21 * 1024 * 1024)]) {
      const other = await filed(world, 'settle');
      const key = evidenceUploadKey(other.ids.complaint, other.files[0]?.id ?? '');
      other.evidence.quarantine.set(key, { bytes, fileName: '合同.pdf' });
      await keepQuarantined(other.deps, { complaints: [other.ids.complaint] });
      expect(await filesOf(world, other.ids.complaint)).toEqual(['changed', true]);
      expect(other.evidence.kept.size).toBe(1);
    }
    const chain = await tables.store.chain(`CP#${ids.complaint}`);
    expect(chain.map(({ command, ground }) => [command, ground])).toEqual([
      ['receive', undefined],
      ['file-checked', 'gone'],
      ['file-checked', undefined],
    ]);
    expect(second).not.toBe(first);
  });

  it('are kept once, wherever it is cut off', async () => {
    // Every place at which the process can end: each call of the store of files and of the case, before and after it.
    for (let place = 1; place <= 12; place++) {
      const world = complaintWorld(tables);
      const { ids, evidence, deps } = await filed(world, 'settle');
      await keepQuarantined(dyingAt(deps, place), { complaints: [ids.complaint] }).catch(() => undefined);
      await keepQuarantined(deps, { complaints: [ids.complaint] });
      expect(await filesOf(world, ids.complaint), `cut off at ${place}`).toEqual([true, true]);
      expect(evidence.kept.size).toBe(2);
      const chain = await tables.store.chain(`CP#${ids.complaint}`);
      expect(chain.filter(({ command }) => command === 'file-checked')).toHaveLength(2);
      expect(await waiting(world)).not.toContain(ids.complaint);
      const { version } = await world.caseOf(ids.complaint);
      await keepQuarantined(deps, { complaints: [ids.complaint] });
      expect((await world.caseOf(ids.complaint)).version).toBe(version);
    }
  });

  it('are swept when the kick was lost, and one case that fails does not hold up the others', async () => {
    const world = complaintWorld(tables);
    const broken = await filed(world, 'settle');
    const whole = await filed(world, 'settle');
    const take: FileDeps['evidence']['take'] = async (key, most) => {
      if (key.includes(broken.ids.complaint)) throw new Error('the store is away');
      return whole.evidence.store.take(key, most);
    };
    const deps = { ...whole.deps, evidence: { ...whole.evidence.store, take } };
    world.at('2026-09-18T02:00:59Z');
    expect(await keepQuarantined(deps, { schedule: 'complaint-file-worker' })).toEqual({ cases: 0 });
    world.at('2026-09-18T02:01:00Z');
    await expect(keepQuarantined(deps, { schedule: 'complaint-file-worker' })).rejects.toThrow(
      broken.ids.complaint,
    );
    expect(await filesOf(world, whole.ids.complaint)).toEqual([true, true]);
    expect(await filesOf(world, broken.ids.complaint)).toEqual([false, false]);
    await keepQuarantined(broken.deps, { schedule: 'complaint-file-worker' });
    expect(await filesOf(world, broken.ids.complaint)).toEqual([true, true]);
  });

  it('follow a split to the new case, long after the quarantine has forgotten them', async () => {
    const world = complaintWorld(tables);
    const { ids, files, evidence, deps } = await filed(world, 'settle');
    await keepQuarantined(deps, { complaints: [ids.complaint] });
    evidence.quarantine.clear();
    const order = { id: testId(), as: 'sibling', kind: 'report' } as const;
    const identities = { ...world.deps.sealer, read: async () => undefined };
    await openBeside({ ...world.deps, identities }, ids.complaint, order, people.supervisor);
    expect(await filesOf(world, order.id)).toEqual([false, false]);
    await keepQuarantined(deps, { complaints: [order.id] });
    expect(await filesOf(world, order.id)).toEqual([true, true]);
    for (const { sha256 } of files) expect(evidence.kept.has(evidenceKey(order.id, sha256))).toBe(true);
    expect((await world.caseOf(order.id)).state.files.every((file) => !('keptFor' in file))).toBe(true);
  });
});

/** The same, ending at the nth thing it does: odd places before it is done, even ones after. */
function dyingAt<Deps extends FileDeps>(deps: Deps, place: number): Deps {
  let done = 0;
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    done += 1;
    if (done * 2 - 1 === place) throw new Error('killed');
    const result = await work();
    if (done * 2 === place) throw new Error('killed');
    return result;
  };
  return {
    ...deps,
    cases: {
      load: (id: string) => deps.cases.load(id),
      chain: (id: string) => deps.cases.chain(id),
      commit: (commit: Parameters<typeof deps.cases.commit>[0]) => step(() => deps.cases.commit(commit)),
    },
    lists: { ...deps.lists, fileDone: (id: string) => step(() => deps.lists.fileDone(id)) },
    evidence: {
      ...deps.evidence,
      take: (key: string, most: number) => step(() => deps.evidence.take(key, most)),
      keep: (...of: Parameters<FileDeps['evidence']['keep']>) => step(() => deps.evidence.keep(...of)),
    },
  };
}
