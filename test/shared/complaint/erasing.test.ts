import { S3Client } from '@aws-sdk/client-s3';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personalData } from '../../../shared/adapters/personalData.ts';
import { accept, refuseComplaint } from '../../../shared/complaint/accepting.ts';
import { giveComplaint } from '../../../shared/complaint/command.ts';
import type { SentFile } from '../../../shared/complaint/complaintCase.ts';
import { complaintCaseId, identityKey } from '../../../shared/complaint/complaintRows.ts';
import {
  confirm,
  type ErasingDeps,
  openErasure,
  propose,
  reject,
} from '../../../shared/complaint/erasing.ts';
import { liftHold, placeHold } from '../../../shared/complaint/holding.ts';
import type { Actor } from '../../../shared/draw/ceremony/decision.ts';
import { evidenceKey } from '../../../shared/evidence/evidenceKeys.ts';
import { type ComplaintWorld, complaintWorld } from '../../fixtures/complaintWorld.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

const both: Actor = { userId: 'u-both', name: '吴两职', roles: ['supervisor', 'approver'] };
const sha256 = 'ab'.repeat(32);

let tables: Tables;
let world: ComplaintWorld;
let files: Set<string>;
let deps: ErasingDeps;
/** Stops the world before its n-th step: the commits and the deletions count. */
let crash: number;

beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

class Crash extends Error {}

beforeEach(() => {
  world = complaintWorld(tables);
  files = new Set();
  crash = Number.POSITIVE_INFINITY;
  const step = async <T>(act: () => Promise<T>): Promise<T> => {
    crash -= 1;
    if (crash < 0) throw new Crash('cut off');
    return act();
  };
  const vault = personalData({ client: tables.client, vault: 'vault', s3: new S3Client(), evidence: '' });
  const { store } = tables;
  deps = {
    ...world.deps,
    cases: {
      load: (id) => store.load(id),
      chain: (id) => store.chain(id),
      commit: (commit) => step(() => store.commit(commit)),
    },
    personalData: {
      eraseIdentity: (id) => step(() => vault.eraseIdentity(id)),
      eraseFile: (key) => step(async () => void files.delete(key)),
    },
  };
});

const sent: SentFile = {
  id: '01K0000000000000000000000F',
  sha256,
  size: 10,
  type: 'png',
  fileName: '苏未名的合同.png',
  at: '2026-09-18T02:00:00Z',
  uploadedFor: '01K0000000000000000000000C',
};

/** A complaint that was refused on 21 September 2026, with one file. */
async function ended(wish: 'settle' | 'both' = 'settle') {
  world.at('2026-09-18T02:00:00Z');
  const ids = await world.file({ wish, files: [sent] });
  await world.assign(ids.complaint);
  world.at('2026-09-21T02:00:00Z');
  await world.give(ids.complaint, 'refuse', refuseComplaint, { ground: 'too-late', reason: '逾期' });
  files.add(evidenceKey(ids.complaint, sha256));
  return ids;
}

const codes = (outcome: { readonly ok: boolean; readonly problems?: readonly { readonly code: string }[] }) =>
  outcome.problems?.map(({ code }) => code);
const identityRow = async (id: string) =>
  (await tables.client.send(new GetCommand({ TableName: 'vault', Key: identityKey(id) }))).Item;
const commands = async (id: string) =>
  (await tables.store.chain(complaintCaseId(id))).map(({ command }) => command);

/** After both periods. */
const AFTER = '2031-09-22T02:00:00Z';

describe('erasing', () => {
  it('takes two people and leaves the case, its chain and the mark of what went', async () => {
    const { complaint: id } = await ended();
    world.at(AFTER);
    expect((await propose(deps, id, people.supervisor)).ok).toBe(true);
    expect(await identityRow(id)).toBeDefined();
    const done = await confirm(deps, id, people.approver);
    expect(done.ok).toBe(true);
    expect(await identityRow(id)).toBeUndefined();
    expect(files.size).toBe(0);
    const { state } = await world.caseOf(id);
    expect(state.filer).toMatchObject({ erased: '2031-09-22', mail: 'none', anonymous: false });
    expect(state.files).toMatchObject([
      { sha256, fileName: '', erased: { on: '2031-09-22', rule: 'evidence.files@2021-11-01' } },
    ]);
    expect(openErasure(state)).toBeUndefined();
    expect((await commands(id)).slice(-4)).toEqual([
      'propose-erasure',
      'decide-erasure',
      'erase-identity',
      'erase-files',
    ]);
    const chain = await tables.store.chain(complaintCaseId(id));
    expect(chain.at(-2)).toMatchObject({ ground: 'identity.complaint@2021-11-01', actor: 'u-approver' });
  });

  it('erases the identity first, and the files when their own period is over', async () => {
    const { complaint: id } = await ended();
    world.at('2028-09-22T02:00:00Z');
    await propose(deps, id, people.supervisor);
    await confirm(deps, id, people.approver);
    expect(files.size).toBe(1);
    expect((await world.caseOf(id)).state.files[0]?.erased).toBeUndefined();
    const listed = async (day: string) =>
      (await world.lists.erasableBy(day)).map(({ state }) => state.id).includes(id);
    expect(await listed('2031-09-21')).toBe(false);
    expect(await listed('2031-09-22')).toBe(true);
    world.at(AFTER);
    await propose(deps, id, people.supervisor);
    await confirm(deps, id, people.approver);
    expect(files.size).toBe(0);
    expect(await listed('2099-12-31')).toBe(false);
  });

  it('is not for one person, nor before its day', async () => {
    const { complaint: id } = await ended();
    world.at('2028-09-21T02:00:00Z');
    expect(codes(await propose(deps, id, people.supervisor))).toEqual(['complaint.erasure.early']);
    world.at(AFTER);
    expect(codes(await confirm(deps, id, people.approver))).toEqual(['complaint.erasure.none']);
    expect(codes(await propose(deps, id, people.approver))).toEqual(['complaint.role']);
    await propose(deps, id, both);
    expect(codes(await confirm(deps, id, both))).toEqual(['access.fourEyes.samePerson']);
    expect(await identityRow(id)).toBeDefined();
  });

  it('may be rejected, and proposed again', async () => {
    const { complaint: id } = await ended();
    world.at(AFTER);
    await propose(deps, id, people.supervisor);
    await reject(deps, id, people.approver);
    expect(codes(await confirm(deps, id, people.approver))).toEqual(['complaint.erasure.none']);
    expect(await identityRow(id)).toBeDefined();
    await propose(deps, id, people.supervisor);
    expect((await confirm(deps, id, people.approver)).ok).toBe(true);
  });

  it('touches nothing while the other half of the filing is open', async () => {
    const { complaint: id } = await ended('both');
    world.at(AFTER);
    expect(codes(await propose(deps, id, people.supervisor))).toEqual(['complaint.erasure.linked-open']);
  });

  it('touches nothing of an open case', async () => {
    const { complaint: id } = await world.file({ wish: 'settle' });
    await world.assign(id);
    await world.give(id, 'accept', accept, undefined);
    world.at(AFTER);
    expect(codes(await propose(deps, id, people.supervisor))).toEqual(['complaint.status']);
  });

  it('stops at a hold, even after it was proposed, until a second person lifts it', async () => {
    const { complaint: id } = await ended();
    world.at(AFTER);
    await propose(deps, id, people.supervisor);
    await world.give(id, 'hold', placeHold, { reason: '行政诉讼' }, both);
    expect(codes(await confirm(deps, id, people.approver))).toEqual(['complaint.erasure.hold']);
    const own = await giveComplaint(deps, id, 'lift-hold', liftHold, undefined, both);
    expect(codes(own)).toEqual(['access.fourEyes.samePerson']);
    await world.give(id, 'lift-hold', liftHold, undefined, people.approver);
    expect((await confirm(deps, id, people.approver)).ok).toBe(true);
    expect(await identityRow(id)).toBeUndefined();
  });
});

describe('cut off between any two steps', () => {
  // confirm, delete the row, mark, delete the file, mark
  it.each([0, 1, 2, 3, 4])('after %i steps it is completed by confirming again', async (steps) => {
    const { complaint: id } = await ended();
    world.at(AFTER);
    await propose(deps, id, people.supervisor);
    crash = steps;
    await expect(confirm(deps, id, people.approver)).rejects.toBeInstanceOf(Crash);
    crash = Number.POSITIVE_INFINITY;
    const before = (await world.caseOf(id)).state;
    // What is gone without its mark is under way; nothing is marked that is still there.
    if (before.filer.erased !== undefined) expect(await identityRow(id)).toBeUndefined();
    if (steps > 0) expect(openErasure(before)?.decided?.outcome).toBe('confirmed');
    expect((await confirm(deps, id, people.approver)).ok).toBe(true);
    expect(await identityRow(id)).toBeUndefined();
    expect(files.size).toBe(0);
    const after = (await world.caseOf(id)).state;
    expect(after.filer.erased).toBe('2031-09-22');
    expect(after.files[0]?.erased?.on).toBe('2031-09-22');
    const given = await commands(id);
    for (const one of ['decide-erasure', 'erase-identity', 'erase-files'])
      expect(given.filter((command) => command === one)).toHaveLength(1);
  });

  it('needs all five steps: the list above leaves none out', async () => {
    const { complaint: id } = await ended();
    world.at(AFTER);
    await propose(deps, id, people.supervisor);
    crash = 5;
    expect((await confirm(deps, id, people.approver)).ok).toBe(true);
  });
});
