import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { requestMaterial } from '../../../shared/complaint/handling.ts';
import { evidenceUploadKey } from '../../../shared/evidence/evidenceKeys.ts';
import { plantedIdentity, testId } from '../../fixtures/complaintWorld.ts';
import { jpeg } from '../../fixtures/evidenceFiles.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { type FollowOffice, followOffice } from './followOffice.ts';

let tables: Tables;
let office: FollowOffice;

beforeAll(async () => {
  tables = await openTables();
  office = followOffice(tables);
});
afterAll(() => tables.close());

describe('what the filer does', () => {
  it('writes to the office, and is shown what stops it beside the field', async () => {
    const { code, ids } = await office.file();
    const browser = await office.entered(code);
    const path = `/follow/cases/${ids.complaint}`;
    expect((await browser.post(`${path}/messages`, { message: '  ' }, path)).statusCode).toBe(422);
    const sent = await browser.post(`${path}/messages`, { message: '<script>还在吗</script>\u202e' }, path);
    expect(sent.statusCode).toBe(303);
    const page = await browser.get(path);
    expect(page.body).toContain('&lt;script>还在吗&lt;/script>');
    expect((await office.world.caseOf(ids.complaint)).state.messages.unreadByOffice).toBe(1);
  });

  it('sends a file into the quarantine and says that everything asked for is there', async () => {
    const { code, ids } = await office.file();
    const { world } = office;
    await world.give(ids.complaint, 'request-material', requestMaterial, {
      what: 'documents',
      text: '请补充合同。',
      until: localDate('2026-09-25'),
    });
    const browser = await office.entered(code);
    const path = `/follow/cases/${ids.complaint}`;
    const page = await browser.get(path);
    expect(page.body).toContain('请补充合同。');
    const uploadKey = /name="key" value="([^"]*)"/.exec(page.body ?? '')?.[1] ?? '';
    const file = uploadKey.split('/').at(-1) ?? '';
    expect(uploadKey).toBe(evidenceUploadKey(ids.complaint, file));
    office.evidence.quarantine.set(uploadKey, { bytes: jpeg(), fileName: '合同.jpg' });
    // The store's way back acts on nobody's word.
    expect((await browser.get(`${path}/files/${file}`)).body).toContain('交给本机关');
    expect((await world.caseOf(ids.complaint)).state.files).toEqual([]);
    for (let press = 0; press < 2; press++)
      expect((await browser.post(`${path}/files/${file}`, {}, path)).statusCode).toBe(303);
    const { files } = (await world.caseOf(ids.complaint)).state;
    expect(files).toMatchObject([{ id: file, fileName: '合同.jpg', checked: false, by: 'filer' }]);
    expect(await world.lists.quarantined('2027-01-01T00:00:00Z', 1_000)).toContain(ids.complaint);
    expect((await browser.post(`${path}/requests/1`, {}, path)).statusCode).toBe(303);
    expect((await world.caseOf(ids.complaint)).state.requests[0]?.answered?.by).toBe('filer');
  });

  it('refuses a file that is not what it says, in words', async () => {
    const { code, ids } = await office.file();
    const browser = await office.entered(code);
    const path = `/follow/cases/${ids.complaint}`;
    const page = await browser.get(path);
    const uploadKey = /name="key" value="([^"]*)"/.exec(page.body ?? '')?.[1] ?? '';
    office.evidence.quarantine.set(uploadKey, {
      bytes: new TextEncoder().encode('<html>'),
      fileName: 'a.jpg',
    });
    const refused = await browser.post(`${path}/files/${uploadKey.split('/').at(-1)}`, {}, path);
    expect(refused.statusCode).toBe(422);
    expect((await office.world.caseOf(ids.complaint)).state.files).toEqual([]);
    const never = await browser.post(`${path}/files/${testId()}`, {}, path);
    expect(never.statusCode).toBe(422);
  });

  it('withdraws the complaint and leaves the report alone', async () => {
    const { code, ids } = await office.file();
    const browser = await office.entered(code);
    const path = `/follow/cases/${ids.complaint}/withdraw`;
    expect((await browser.get(path)).body).toContain('举报不受影响');
    expect((await browser.post(path, { reason: '' }, path)).statusCode).toBe(422);
    expect((await browser.post(path, { reason: '已经解决' }, path)).statusCode).toBe(303);
    expect((await office.world.caseOf(ids.complaint)).status).toBe('withdrawn');
    expect((await office.world.caseOf(ids.report)).status).toBe('received');
    expect((await browser.get(path)).statusCode).toBe(409);
    expect((await browser.get(`/follow/cases/${ids.report}/withdraw`)).statusCode).toBe(409);
  });
});

describe('the lost code', () => {
  it('answers every address alike, and looks nothing up', async () => {
    office.loaded.length = 0;
    const answers = await Promise.all(
      [String(plantedIdentity.mail), 'nobody@example.org'].map((mail) =>
        office.visitor().post('/follow/lost', { mail }),
      ),
    );
    const [known, unknown] = answers.map(({ body }) =>
      body?.replaceAll(/(name="csrfToken" value=")[^"]*/g, '$1').replaceAll(/[0-9a-f-]{36}/g, ''),
    );
    expect(known).toBe(unknown);
    expect(office.loaded).toEqual([]);
    expect(new Set(office.asked.map(({ address }) => address))).toEqual(
      new Set([plantedIdentity.mail, 'nobody@example.org']),
    );
    expect(office.asked[0]?.id).not.toContain('@');
  });

  it('asks for a whole address', async () => {
    const before = office.asked.length;
    expect((await office.visitor().post('/follow/lost', { mail: 'somebody' })).statusCode).toBe(422);
    expect((await office.visitor().post('/follow/lost', { mail: '' })).statusCode).toBe(422);
    expect(office.asked).toHaveLength(before);
  });
});

describe('the address', () => {
  it('is confirmed by the POST alone, for all cases of the filing', async () => {
    const { ids } = await office.file();
    const path = `/follow/confirm/${office.confirmationToken(ids.complaint)}`;
    const browser = office.visitor();
    expect((await browser.get(path)).statusCode).toBe(200);
    const mailOf = async (id: string) => (await office.world.caseOf(id)).state.filer.mail;
    expect(await mailOf(ids.complaint)).toBe('unconfirmed');
    for (let press = 0; press < 2; press++) expect((await browser.post(path, {}, path)).statusCode).toBe(200);
    expect(await mailOf(ids.complaint)).toBe('confirmed');
    expect(await mailOf(ids.report)).toBe('confirmed');
  });

  it('answers alike for a wrong token, one of another purpose and one of no case', async () => {
    const { ids } = await office.file();
    const tokens = ['no-token', office.otherToken(ids.complaint), office.confirmationToken(testId())];
    const bodies = await Promise.all(
      tokens.map(async (token) => {
        const page = await office.visitor().get(`/follow/confirm/${token}`);
        expect(page.statusCode).toBe(404);
        return page.body?.replaceAll(token, '');
      }),
    );
    expect(new Set(bodies).size).toBe(1);
    const posted = await office.visitor().post(`/follow/confirm/${office.otherToken(ids.complaint)}`);
    expect(posted.statusCode).toBe(404);
    expect((await office.world.caseOf(ids.complaint)).state.filer.mail).toBe('unconfirmed');
  });
});
