import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { penaltyCaseId } from '../../../shared/penalty/penaltyRows.ts';
import { askCompletion } from '../../../shared/repair/accepting.ts';
import { giveRepair } from '../../../shared/repair/command.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { pdf } from '../../fixtures/evidenceFiles.ts';
import { repairWorld } from '../../fixtures/repairWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { eventOf, lambdaContext } from '../web/kit/gateway.ts';
import { ANY_FORM, type LinkOffice, linkOffice } from './inspections/linkOffice.ts';

let tables: Tables;
let office: LinkOffice;
let penalty: string;
let link: string;
let other: string;
beforeAll(async () => {
  tables = await openTables();
  office = await linkOffice(tables);
  const [own, foreign] = office.visits;
  const repairs = repairWorld(tables, '2026-07-06T02:00:00Z', own?.uscc);
  penalty = await repairs.performedPenalty();
  link = office.link('agency', own?.uscc ?? '');
  other = office.link('agency', foreign?.uscc ?? '');
});
afterAll(() => tables.close());

const fieldOf = (body: string | undefined, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body ?? '')?.[1]?.replaceAll('&amp;', '&') ?? '';
const location = ({ headers }: Awaited<ReturnType<LinkOffice['get']>>) => String(headers?.['Location'] ?? '');
const record = () => ({ kind: 'penalty', subject: penaltyCaseId(penalty) });

const send = (path: string, form: Readonly<Record<string, string>>) => office.post(ANY_FORM, path, form);

/** Uploads a file to the page of a paper as a browser does: to the store, then where the store sends it. */
async function upload(page: string, fileName: string) {
  const opened = await office.get(page);
  office.evidence.quarantine.set(fieldOf(opened.body, 'key'), { bytes: pdf(), fileName });
  const back = new URL(fieldOf(opened.body, 'success_action_redirect'));
  const kept = (opened.cookies ?? []).map((cookie) => cookie.split(';')[0] ?? '');
  const arrived = await office.handler(eventOf({ path: back.pathname, cookies: kept }), lambdaContext);
  const cookies = [...kept, ...(arrived.cookies ?? []).map((cookie) => cookie.split(';')[0] ?? '')];
  const csrfToken = fieldOf(arrived.body, 'csrfToken');
  const form = { csrfToken, idempotencyKey: randomUUID() };
  return office.handler(eventOf({ path: back.pathname, cookies, form }), lambdaContext);
}

describe('an agency behind its link', () => {
  it('sees what stands in public and when it can be repaired, and nothing of others', async () => {
    const shown = (await office.get(`${link}/repairs`)).body ?? '';
    expect(shown).toContain('现在可以申请');
    expect(shown).toContain('未核实');
    expect((await office.get(`${other}/repairs`)).body).toContain('没有正在公示的记录');
    const foreign = await send(`${other}/repairs/start`, record());
    expect(foreign.statusCode).toBe(422);
    expect(foreign.body).toContain('没有正在公示的这一记录');
  });

  it('finds on its first page everything that it may see, each with the way on', async () => {
    const first = (await office.get(link)).body ?? '';
    const number = (await office.get(`${link}/repairs`)).body?.match(/京知罚〔\d+〕\d+号/)?.[0] ?? '';
    expect(number).not.toBe('');
    for (const said of ['贵机构的记录', '的类别', '名录、名单', number, '现在可以申请', '还没有申请'])
      expect(first).toContain(said);
    for (const way of ['risk', 'repairs']) expect(first).toContain(`href="${link}/${way}"`);
    const foreign = (await office.get(other)).body ?? '';
    expect(foreign).toContain('贵机构的记录');
    expect(foreign).not.toContain(number);
  });

  it('applies one paper at a time, and is answered with the day by which it is accepted', async () => {
    const list = `${link}/repairs`;
    const started = location(await send(`${list}/start`, record()));
    expect(started).toMatch(/\/repair\/[0-9A-Z]{26}$/);
    // Pressed twice it is one application.
    expect(location(await send(`${list}/start`, record()))).toBe(started);
    expect(location(await office.get(started))).toBe(`${started}/application`);
    const empty = await send(`${started}/application`, {});
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('请上传信用修复申请书');
    expect((await send(`${started}/apply`, {})).statusCode).toBe(422);

    for (const material of ['application', 'promise', 'proof']) {
      const page = `${started}/${material}`;
      expect(location(await upload(page, `${material}.pdf`))).toContain(page);
      const next = await send(page, {});
      expect(next.statusCode).toBe(303);
    }
    const identity = `${started}/identity`;
    expect((await office.get(`${started}/proof`)).body).toContain('proof.pdf');
    expect(location(await send(identity, { shared: 'yes' }))).toBe(`${started}/promise`);
    expect((await office.get(`${started}/check`)).body).toContain('由本机关从登记信息中核对');
    const done = await send(`${started}/apply`, {});
    expect(location(done)).toBe(`${started}/done`);
    expect((await office.get(`${started}/done`)).body).toContain('2026年12月10日');
    // Sent again it leads to the same receipt.
    expect(location(await send(`${started}/apply`, {}))).toBe(`${started}/done`);
    const status = (await office.get(started)).body ?? '';
    expect(status).toContain('待受理');
    expect(status).toContain('第十四条');
    expect((await office.get(started.replace(link, other))).statusCode).toBe(404);

    const id = started.slice(-26);
    const ask = {
      materials: ['proof' as const],
      text: '缺少缴款凭证',
      until: '2026-12-18' as never,
    };
    const asked = await giveRepair(
      office.deps.repairs,
      id,
      'ask-completion',
      askCompletion,
      ask,
      people.supervisor,
    );
    expect(asked.ok).toBe(true);
    expect((await office.get(started)).body).toContain('缺少缴款凭证');
    // What was not asked for again is not open any more.
    expect((await office.get(`${started}/promise`)).statusCode).toBe(404);
    office.world.clock.now = '2026-12-09T01:00:00Z';
    const refused = await send(`${started}/complete`, {});
    expect(refused.statusCode).toBe(422);
    await upload(`${started}/proof`, '凭证.pdf');
    expect(location(await send(`${started}/complete`, {}))).toBe(`${started}/done`);
    const withdrawn = await send(`${started}/withdraw`, { reason: '不再申请' });
    expect(location(withdrawn)).toContain(`${link}/repairs`);
    expect((await office.get(started)).body).toContain('已撤回');
  });
});
