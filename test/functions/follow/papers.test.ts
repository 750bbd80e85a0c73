import { afterAll, beforeAll, expect, it } from 'vitest';
import { networkLimits } from '../../../shared/access/networkLimit.ts';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { refuseComplaint } from '../../../shared/complaint/accepting.ts';
import { requestMaterial } from '../../../shared/complaint/handling.ts';
import { fileChecked } from '../../../shared/complaint/keptFiles.ts';
import { issueForms } from '../../../shared/complaint/papers/issueForms.ts';
import { SYSTEM } from '../../../shared/draw/ceremony/decision.ts';
import { complaintPaperWorld } from '../../fixtures/complaintPaperWorld.ts';
import { testFiling, testId } from '../../fixtures/complaintWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { type FollowOffice, followOffice } from './followOffice.ts';

let tables: Tables;
let office: FollowOffice;

beforeAll(async () => {
  tables = await openTables();
  office = followOffice(tables);
});
afterAll(() => tables.close());

it('shows whoever reported without a name the papers that are addressed to them, and no others', async () => {
  const { world } = office;
  const { identity: _none, ...anonymous } = testFiling({ wish: 'check' });
  const { code, ids } = await office.send(anonymous);
  await world.assign(ids.report);
  const wanted = { what: 'documents', text: '请提供代理合同', until: localDate('2026-10-15') } as const;
  await world.give(ids.report, 'request-material', requestMaterial, wanted);
  await issueForms(complaintPaperWorld(tables).forms);
  const browser = await office.entered(code);
  const path = `/follow/cases/${ids.report}`;
  const shown = (await browser.get(path)).body ?? '';
  expect(shown).toContain('限期提供材料通知书');
  expect(shown).not.toContain('举报登记表');
  const paper = await browser.get(`${path}/papers/identity-request-1`);
  expect(paper.statusCode).toBe(200);
  expect(paper.body).toContain('请提供代理合同');
  expect((await browser.get(`${path}/papers/register`)).statusCode).toBe(404);
  const stranger = await office.entered((await office.file({ wish: 'check' })).code);
  expect((await stranger.get(`${path}/papers/identity-request-1`)).statusCode).toBe(404);
});

it('says that a file could not be kept, and takes it again', async () => {
  const { world } = office;
  const files = ['kept', 'gone'].map((name) => ({
    id: testId(),
    uploadedFor: testId(),
    fileName: `${name}.pdf`,
    at: '2026-09-18T01:00:00Z',
    sha256: 'a'.repeat(64),
    size: 3,
    type: 'pdf' as const,
  }));
  const { code, ids } = await office.file({ wish: 'check', files });
  const [kept, gone] = files.map(({ id }) => id);
  await world.give(ids.report, 'file-checked', fileChecked, { file: kept ?? '' }, SYSTEM);
  await world.give(ids.report, 'file-checked', fileChecked, { file: gone ?? '', lost: 'gone' }, SYSTEM);
  const shown = (await (await office.entered(code)).get(`/follow/cases/${ids.report}`)).body ?? '';
  expect(shown).toContain('未能保存，请重新提供');
  expect(shown).not.toContain('正在检查');
});

it('gives a network so many forms for files and no more', async () => {
  const { code, ids } = await office.file({ wish: 'check' });
  const browser = await office.entered(code);
  const path = `/follow/cases/${ids.report}`;
  const { most } = networkLimits.upload;
  let given = 0;
  for (let i = 0; i <= most; i++) if ((await browser.get(path)).body?.includes('name="key"')) given += 1;
  expect(given).toBe(most);
  expect((await browser.get(path)).body).toContain('上传太多');
});

it('does not ask for anything in a case that has ended', async () => {
  const { world } = office;
  const { code, ids } = await office.file({ wish: 'settle' });
  await world.assign(ids.complaint);
  const wanted = { what: 'documents', text: '请提供代理合同', until: localDate('2026-10-15') } as const;
  await world.give(ids.complaint, 'request-material', requestMaterial, wanted);
  const browser = await office.entered(code);
  expect((await browser.get('/follow/cases')).body).toContain('dr-tag--waiting');
  const refusal = { ground: 'too-late', reason: '逾期' } as const;
  await world.give(ids.complaint, 'refuse', refuseComplaint, refusal);
  expect((await browser.get('/follow/cases')).body).not.toContain('dr-tag--waiting');
});
