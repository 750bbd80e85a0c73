import { afterAll, beforeAll, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { giveComplaint } from '../../../shared/complaint/command.ts';
import {
  addFile,
  FILES_OF_OCCASION,
  laterFiles,
  roomForFiles,
} from '../../../shared/complaint/filerFiles.ts';
import { requestMaterial } from '../../../shared/complaint/handling.ts';
import { withdraw } from '../../../shared/complaint/mediating.ts';
import { FILER } from '../../../shared/complaint/sendFiling.ts';
import { complaintWorld, testId } from '../../fixtures/complaintWorld.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const facts = {
  sha256: 'a'.repeat(64),
  size: 10,
  type: 'pdf',
  fileName: '合同.pdf',
  uploadedFor: testId(),
} as const;

it('takes five files of the filer’s own accord and five for each request, not counting those of the filing', async () => {
  const world = complaintWorld(tables);
  const first = { ...facts, id: testId(), at: '2026-09-18T01:59:00.000Z' };
  const { complaint: id } = await world.file({ files: [first] });
  const add = () =>
    giveComplaint(world.deps, id, 'add-file', addFile, { file: { ...facts, id: testId() } }, FILER);
  world.at('2026-09-18T03:00:00Z');
  for (let no = 0; no < FILES_OF_OCCASION; no++) expect((await add()).ok).toBe(true);
  expect(await add()).toMatchObject({
    ok: false,
    problems: [{ code: 'complaint.files.many', field: 'file' }],
  });
  await world.give(id, 'request-material', requestMaterial, {
    what: 'documents',
    text: '请补充',
    until: localDate('2026-09-25'),
  });
  expect((await add()).ok).toBe(true);
  const { state } = await world.caseOf(id);
  expect(laterFiles(state)).toHaveLength(6);
  expect(roomForFiles(state)).toBe(4);
  expect(state.files.every(({ checked }) => !checked)).toBe(true);
});

it('is for the filer alone, and for cases that are being handled', async () => {
  const world = complaintWorld(tables);
  const { complaint: id } = await world.file();
  const file = { ...facts, id: testId() };
  const byStaff = await giveComplaint(world.deps, id, 'add-file', addFile, { file }, people.supervisor);
  expect(byStaff).toMatchObject({ ok: false, problems: [{ code: 'complaint.role' }] });
  await world.give(id, 'withdraw', withdraw, { reason: '已解决' }, FILER);
  const late = await giveComplaint(world.deps, id, 'add-file', addFile, { file }, FILER);
  expect(late).toMatchObject({ ok: false, problems: [{ code: 'complaint.status' }] });
});
