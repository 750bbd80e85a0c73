import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { receiptHash } from '../../../shared/complaint/receiptCode.ts';
import { evidenceUploadKey } from '../../../shared/evidence/evidenceKeys.ts';
import { plantedIdentity } from '../../fixtures/complaintWorld.ts';
import { docx, exe, html, jpeg, pdf, png, zip } from '../../fixtures/evidenceFiles.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { fillIn, type IntakeWorld, intakeWorld, mixedAnswers, Visitor } from './intakeWorld.ts';

let tables: Tables;
let world: IntakeWorld;
beforeEach(async () => {
  tables = await openTables();
  world = intakeWorld(tables);
});
afterEach(() => tables.close());

const EVIDENCE = '/complain/evidence';

/** Uploads a file as a browser does: to the key of the form on the page, then back where the store leads. */
async function upload(visitor: Visitor, bytes: Uint8Array, fileName: string) {
  await visitor.get(EVIDENCE);
  const key = visitor.hidden('key');
  world.evidence.quarantine.set(key, { bytes, fileName });
  const back = new URL(visitor.hidden('success_action_redirect'));
  await visitor.get(back.pathname);
  return back.pathname;
}

async function sentCase(visitor: Visitor) {
  await visitor.send();
  await visitor.get('/complain/receipt');
  const [code = ''] = /(?:\d{3} ){5}\d{3}/.exec(visitor.body) ?? [];
  const ids = await world.lists.ofReceipt(receiptHash(new Uint8Array(32).fill(3), code.replaceAll(' ', '')));
  return (await world.caseOf(ids?.[0] ?? '')).state;
}

describe('evidence', () => {
  it('is checked when it arrives, shown with its hash, removed again, and stays in the quarantine', async () => {
    const visitor = await fillIn(new Visitor(world), mixedAnswers.slice(0, 13));
    const path = await upload(visitor, jpeg(), '合同 <b>.jpg');
    expect(visitor.location).toBe(EVIDENCE);
    await visitor.get(path);
    expect(visitor.location).toBe(EVIDENCE);
    await upload(visitor, png(), 'b.png');
    await visitor.get(EVIDENCE);
    expect(visitor.body).toContain('合同 _b_.jpg');
    expect(visitor.body).toContain('已上传 2 个文件');
    const id = /evidence\/([0-9A-Z]{26})\/remove/.exec(visitor.body)?.[1] ?? '';
    await visitor.fill(EVIDENCE, {}, { action: `${EVIDENCE}/${id}/remove` });
    await visitor.fill(EVIDENCE, {});
    expect(visitor.location).toBe('/complain/identity');
    await fillIn(visitor, mixedAnswers.slice(14));
    const state = await sentCase(visitor);
    expect(state.files).toMatchObject([{ fileName: 'b.png', type: 'png', checked: false, by: 'filer' }]);
    expect(world.evidence.quarantine.has(evidenceUploadKey(state.id, state.files[0]?.id ?? ''))).toBe(true);
    expect(world.evidence.kept.size).toBe(0);
  });

  it.each([
    ['a zip named .jpg', zip(), 'a.jpg'],
    ['a document', docx(), 'a.docx'],
    ['a program', exe(), 'a.jpg'],
    ['a page', html(), 'a.png'],
    ['a picture that is an archive too', png(zip()), 'a.png'],
    ['a picture that is a page too', jpeg(html()), 'a.jpg'],
    ['nothing', new Uint8Array(), 'a.pdf'],
    ['half a picture', jpeg().slice(0, 20), 'a.jpg'],
    ['a PDF named .jpg', pdf(), 'a.jpg'],
    ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1), 'a.jpg'],
  ])('refuses %s beside the control', async (_, bytes, name) => {
    const visitor = await fillIn(new Visitor(world), mixedAnswers.slice(0, 13));
    await upload(visitor, bytes, name);
    expect(visitor.status).toBe(422);
    expect(visitor.body).toMatch(/id="f-file-error"/);
    expect(visitor.body).not.toContain('已上传');
  });

  it('takes ten files and no eleventh, and none twice', async () => {
    const visitor = await fillIn(new Visitor(world), mixedAnswers.slice(0, 13));
    for (let i = 0; i < 9; i++) await upload(visitor, pdf(`文件 ${i}`), `${i}.pdf`);
    await upload(visitor, pdf('文件 3'), 'again.pdf');
    expect([visitor.status, visitor.body.includes('已经上传过')]).toEqual([422, true]);
    await visitor.get(EVIDENCE);
    const late = new URL(visitor.hidden('success_action_redirect')).pathname;
    const lateKey = visitor.hidden('key');
    await upload(visitor, pdf('文件 9'), '9.pdf');
    await visitor.get(EVIDENCE);
    expect(visitor.body).not.toContain('name="Policy"');
    expect(visitor.body).toContain('已有 10 个文件');
    world.evidence.quarantine.set(lateKey, { bytes: pdf('第十一个'), fileName: '11.pdf' });
    await visitor.get(late);
    expect(visitor.status).toBe(422);
    expect(visitor.body).toContain('最多 10 个文件');
  });

  it('takes nothing that was not uploaded for this draft', async () => {
    const visitor = await fillIn(new Visitor(world), mixedAnswers.slice(0, 13));
    const stranger = await fillIn(new Visitor(world), mixedAnswers.slice(0, 13));
    const path = await upload(visitor, jpeg(), 'a.jpg');
    await stranger.get(path);
    expect(stranger.status).toBe(422);
    await stranger.get(`${EVIDENCE}/..%2f..%2fsecret`);
    expect([404, 422]).toContain(stranger.status);
  });
});

describe('the quarantine', () => {
  it('is filled by no network: after so many forms none is given, and the form goes on without', async () => {
    const { limits } = world.deps;
    const few = intakeWorld(tables, {
      limits: {
        take: (counter, most, at) => limits.take(counter, counter.startsWith('upload#') ? 2 : most, at),
      },
    });
    const visitor = await fillIn(new Visitor(few), mixedAnswers.slice(0, 13));
    for (let i = 0; i < 2; i++) {
      await visitor.get(EVIDENCE);
      expect(visitor.hidden('key')).toContain('evidence/');
    }
    await visitor.get(EVIDENCE);
    expect(visitor.body).not.toContain('name="key"');
    expect(visitor.body).toContain('上传太多');
    await visitor.fill(EVIDENCE, {});
    expect(visitor.location).toBe('/complain/identity');
  });

  it('keeps a file for days, not for ever: a draft that lay longer asks for it again before it is sent', async () => {
    const visitor = await fillIn(new Visitor(world), mixedAnswers.slice(0, 13));
    await upload(visitor, jpeg(), 'a.jpg');
    for (let visit = 1; visit <= 8; visit++) {
      world.at(new Date(Date.UTC(2026, 8, 18, 2 + 20 * visit)).toISOString());
      await visitor.fill(EVIDENCE, {});
    }
    await fillIn(visitor, mixedAnswers.slice(14));
    await visitor.send();
    expect(visitor.status).toBe(422);
    expect(visitor.body).toContain('重新上传');
    await visitor.get(EVIDENCE);
    const id = /evidence\/([0-9A-Z]{26})\/remove/.exec(visitor.body)?.[1] ?? '';
    await visitor.fill(EVIDENCE, {}, { action: `${EVIDENCE}/${id}/remove` });
    await upload(visitor, jpeg(), 'a.jpg');
    expect((await sentCase(visitor)).files).toHaveLength(1);
  });
});

describe('the way by mail', () => {
  async function asked(visitor: Visitor, releaseMail: string) {
    await visitor.fill('/complain/release', { releaseMail });
    const mail = world.mails.at(-1)?.mail;
    return { mail, path: new URL(mail?.link ?? 'https://none.example').pathname };
  }

  it('releases the draft from any browser, by a form and not by the link, and only its own browser sends', async () => {
    const visitor = await fillIn(new Visitor(world));
    const { mail, path } = await asked(visitor, plantedIdentity.mail ?? '');
    expect([visitor.location, mail?.mail, mail?.lang]).toEqual([
      '/complain/release/sent',
      plantedIdentity.mail,
      'zh',
    ]);
    const phone = new Visitor(world);
    await phone.get(path);
    await visitor.get('/complain/check');
    expect(visitor.body).toContain('name="proofChallenge"');
    await phone.fill(path, {});
    expect(phone.location).toBe('/complain/release/done');
    await phone.get('/complain/check');
    expect(phone.location).toBe('/complain');
    await visitor.get('/complain/check');
    expect(visitor.body).not.toContain('name="proofChallenge"');
    expect((await sentCase(visitor)).filer.mail).toBe('confirmed');
  });

  it('does not confirm an address to which the followed link was not sent', async () => {
    const visitor = await fillIn(new Visitor(world));
    const first = await asked(visitor, 'other@example.net');
    await asked(visitor, plantedIdentity.mail ?? '');
    await visitor.fill(first.path, {});
    expect(visitor.location).toBe('/complain/check');
    expect((await sentCase(visitor)).filer.mail).toBe('unconfirmed');
  });

  it('keeps the address out of every row that is not in the vault', async () => {
    const visitor = await fillIn(new Visitor(world));
    await asked(visitor, 'once@example.net');
    const { Items = [] } = await tables.client.send(new ScanCommand({ TableName: 'core' }));
    expect(JSON.stringify(Items)).not.toContain('once@example.net');
    expect(world.lines.join('')).not.toContain('once@');
  });

  it('sends three mails for a draft and no fourth; a changed or old link is an unknown address', async () => {
    const visitor = await fillIn(new Visitor(world));
    let path = '';
    for (let i = 0; i < 3; i++) ({ path } = await asked(visitor, `a${i}@example.net`));
    await asked(visitor, 'b@example.net');
    expect([visitor.status, world.mails.length]).toEqual([422, 3]);
    await visitor.get(`${path.slice(0, -2)}xx`);
    expect(visitor.status).toBe(404);
    world.at('2026-09-18T03:00:01Z');
    await visitor.get(path);
    expect(visitor.status).toBe(404);
  });
});
