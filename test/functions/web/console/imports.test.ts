import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importDeps } from '../../../../functions/web/console/consoleDeps.ts';
import { createAgency } from '../../../../shared/register/commands/editAgency.ts';
import { uploadKey } from '../../../../shared/register/commands/importCase.ts';
import { MOST_BYTES } from '../../../../shared/register/commands/importPorts.ts';
import { workOnImport } from '../../../../shared/register/commands/importWork.ts';
import { exportRegister } from '../../../../shared/register/registerExport.ts';
import { fictionalUscc } from '../../../../shared/register/uscc.ts';
import {
  agency,
  asActor,
  type ConsoleWorld,
  hiddenValue,
  openConsole,
  type SignedIn,
  staff,
  wordsOf,
} from '../../console/consoleWorld.ts';

let world: ConsoleWorld;
let supervisor: SignedIn;
let auditor: SignedIn;

beforeAll(async () => {
  world = await openConsole();
  supervisor = await world.signIn(staff.supervisor);
  auditor = await world.signIn(staff.auditor);
});
afterAll(() => world.close());

const unescaped = (text: string) => text.replaceAll('&amp;', '&');

/** Follows the upload as a browser without script does: the form, the file store, the way back. */
async function upload(bytes: Uint8Array, slug = 'agencies', kind: 'agency' | 'relation' = 'agency') {
  const step = await world.get(`/registers/${slug}/import`, supervisor);
  expect(step.status).toBe(200);
  const key = hiddenValue(step.body, 'key');
  world.files.set(key, bytes);
  const back = new URL(unescaped(hiddenValue(step.body, 'success_action_redirect')));
  const landed = await world.get(`${back.pathname}${back.search}&bucket=x&key=y&etag=z`, supervisor);
  expect(landed.status).toBe(303);
  const id = `IM#${(landed.location ?? '').slice('/imports/'.length)}`;
  expect(key).toBe(uploadKey(kind, id));
  return { id, path: landed.location ?? '' };
}

const work = (id: string) => workOnImport(importDeps(world.deps), id);
const text = (content: string) => new TextEncoder().encode(content);

describe('from the file to the register', () => {
  test('upload, wait, look, confirm, done: every page of it without script', async () => {
    const rows = [1, 2, 3].map((n) => agency(n));
    const { id, path } = await upload(await exportRegister('agency', rows, 'xlsx'));
    expect(world.kicks.imports).toContain(id);
    const waiting = await world.get(path, supervisor);
    expect(waiting.body).toContain('<noscript><meta http-equiv="refresh" content="3"/>');
    expect(wordsOf(waiting.body)).toContain('正在检查文件');
    await work(id);
    const checked = await world.get(path, supervisor);
    expect(wordsOf(checked.body)).toContain('将新增 3 条、修改 0 条');
    expect(checked.body).not.toContain('http-equiv="refresh"');
    const digest = hiddenValue(checked.body, 'digest');
    for (let press = 0; press < 2; press++) {
      const confirmed = await world.post(`${path}/confirm`, supervisor, { digest });
      expect(confirmed).toMatchObject({ status: 303, location: path });
    }
    expect(wordsOf((await world.get(path, supervisor)).body)).toContain('正在写入名录');
    expect(wordsOf((await world.get('/registers', supervisor)).body)).toContain('正在写入一次导入');
    await work(id);
    const done = await world.get(path, supervisor);
    expect(wordsOf(done.body)).toContain('已写入名录');
    expect(done.body).toContain('href="/registers/agencies"');
    expect(await world.deps.register.agencies()).toHaveLength(3);
    const row = await world.get(`/registers/agencies/${fictionalUscc(1)}`, supervisor);
    expect(row.body).toContain(`href="${path}"`);
  });

  test('a change is shown as before and after; the same file again has nothing to write', async () => {
    const rows = [agency(1, { riskClass: 'D' }), agency(2), agency(3)];
    const file = await exportRegister('agency', rows, 'csv');
    const { id, path } = await upload(file);
    await work(id);
    const checked = await world.get(path, supervisor);
    expect(checked.body).toMatch(/<del>B<\/del> → *<ins>D<\/ins>/);
    await world.post(`${path}/confirm`, supervisor, { digest: hiddenValue(checked.body, 'digest') });
    await work(id);
    const again = await upload(file);
    await work(again.id);
    const same = await world.get(again.path, supervisor);
    expect(wordsOf(same.body)).toContain('没有需要写入的');
    expect(same.body).not.toContain(`${again.path}/confirm`);
    const dropped = await world.post(`${again.path}/abandon`, supervisor, {});
    expect(dropped.status).toBe(303);
    expect(wordsOf((await world.get(again.path, supervisor)).body)).toContain('已放弃');
  });

  test('a changed register is checked again before anything is written', async () => {
    const { id, path } = await upload(await exportRegister('agency', [agency(4)], 'xlsx'));
    await work(id);
    const digest = hiddenValue((await world.get(path, supervisor)).body, 'digest');
    const { draws, register } = world.deps;
    const deps = { cases: draws.cases, register, auditKey: draws.auditKey, now: draws.now };
    await createAgency(deps, agency(9), asActor(staff.supervisor));
    const refused = await world.post(`${path}/confirm`, supervisor, { digest });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('govuk-error-summary');
    expect(wordsOf(refused.body)).toContain('正在检查文件');
  });
});

describe('what is wrong with a file, said so that it can be put right', () => {
  test('a wrong cell is named by its address with its value, and nothing can be confirmed', async () => {
    const table = Buffer.from(await exportRegister('agency', [agency(5), agency(6)], 'csv')).toString();
    const { id, path } = await upload(text(table.replace('海淀区,', '<b>火星</b>,')));
    await work(id);
    const page = await world.get(path, supervisor);
    const words = wordsOf(page.body);
    expect(words).toMatch(/G3 所在区 &lt;b>火星/);
    expect(words).toContain('没有导入');
    expect(page.body).not.toContain('<b>火星');
    expect(page.body).not.toContain(`${path}/confirm`);
    const forced = await world.post(`${path}/confirm`, supervisor, { digest: 'x' });
    expect(forced.status).toBe(422);
  });

  test.each([
    ['an empty file', new Uint8Array(), '没有内容'],
    [
      'an old .xls',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(2000)]),
      'xls',
    ],
    ['a broken zip', new Uint8Array([0x50, 0x4b, 3, 4, ...new Uint8Array(100)]), '损坏'],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...new Uint8Array(50)]),
      '不是电子表格',
    ],
    ['a file that is too large', new Uint8Array(MOST_BYTES + 1), '10 MB'],
  ] as const)('%s', async (_, bytes, sentence) => {
    const { id, path } = await upload(bytes);
    await work(id);
    const page = await world.get(path, supervisor);
    expect(wordsOf(page.body)).toContain(sentence);
    expect(page.body).toContain('href="/registers/agencies/import"');
  });

  test('a file that never arrived', async () => {
    const step = await world.get('/registers/agencies/import', supervisor);
    const back = new URL(unescaped(hiddenValue(step.body, 'success_action_redirect')));
    const landed = await world.get(`${back.pathname}${back.search}`, supervisor);
    await work(`IM#${(landed.location ?? '').slice('/imports/'.length)}`);
    const page = await world.get(landed.location ?? '', supervisor);
    expect(wordsOf(page.body)).toContain('没有导入');
  });
});

describe('who may do what', () => {
  test('the way back acts only for the session that had the form; others press a button', async () => {
    const step = await world.get('/registers/agencies/import', supervisor);
    const back = new URL(unescaped(hiddenValue(step.body, 'success_action_redirect')));
    const second = await world.signIn(staff.other);
    const landed = await world.get(`${back.pathname}${back.search}`, second);
    expect(landed.status).toBe(200);
    const id = back.searchParams.get('id') ?? '';
    expect(await world.deps.draws.cases.load(id)).toBeUndefined();
    const begun = await world.post('/registers/agencies/import/uploaded', second, { id });
    expect(begun).toMatchObject({ status: 303, location: `/imports/${id.slice(3)}` });
    expect((await world.post('/registers/agencies/import/uploaded', second, { id: 'DR#1' })).status).toBe(
      404,
    );
  });

  test('the reasons of relations stay hidden from the auditor', async () => {
    const rows = [
      {
        inspectorId: 'P001',
        agencyUscc: fictionalUscc(1),
        reason: '配偶任职',
        declaredOn: '2026-11-01',
        source: 'office',
      },
    ] as unknown as Parameters<typeof exportRegister<'relation'>>[1];
    const { id, path } = await upload(await exportRegister('relation', rows, 'csv'), 'relations', 'relation');
    await work(id);
    const page = await world.get(path, auditor);
    expect(page.status).toBe(200);
    expect(page.body).not.toContain('配偶任职');
    expect(wordsOf(page.body)).toContain('回避事由');
  });

  test('templates have every heading', async () => {
    const csv = await world.get('/registers/agencies/import/template.csv', supervisor);
    expect(Buffer.from(csv.wire.body ?? '', 'base64').toString()).toContain('统一社会信用代码');
    const xlsx = await world.get('/registers/items/import/template.xlsx', supervisor);
    expect(
      Buffer.from(xlsx.wire.body ?? '', 'base64')
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});
