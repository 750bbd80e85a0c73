import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkCatalogue, linkDeps } from '../../../functions/links/dependencies.ts';
import { linkRoutes } from '../../../functions/links/linkRoutes.tsx';
import { noticeName } from '../../../functions/links/ownNotices.ts';
import { createWebHandler } from '../../../functions/web/kit/http/webHandler.ts';
import { signLink } from '../../../shared/access/signedLink.ts';
import { DynamoInspections } from '../../../shared/adapters/dynamoInspections.ts';
import { dynamoLimits } from '../../../shared/adapters/dynamoLimits.ts';
import { dynamoOwnRowRequests } from '../../../shared/adapters/dynamoOwnRowRequests.ts';
import { DynamoPlans } from '../../../shared/adapters/dynamoPlans.ts';
import type { StoredCase } from '../../../shared/case/caseStore.ts';
import { toHex, utf8 } from '../../../shared/draw/bytes.ts';
import { canonicalJson } from '../../../shared/draw/canonicalJson.ts';
import { personalProofSchema, verifyPersonalProof } from '../../../shared/draw/explain.ts';
import { sha256Suite } from '../../../shared/draw/hash.ts';
import { readRecord } from '../../../shared/draw/record.ts';
import type { Notice } from '../../../shared/notice/notice.ts';
import { noticeCommit } from '../../../shared/notice/noticeCommit.ts';
import { recipientSubject } from '../../../shared/notice/recipientLink.ts';
import { sameKey } from '../../fixtures/appSecrets.ts';
import { caseOf, drawWorld, testAgency, testPlan, type World } from '../../fixtures/drawWorld.ts';
import { countingKick } from '../../fixtures/inspectionKick.ts';
import { linkPenalties } from '../../fixtures/linkPenalties.ts';
import { memoryEvidence } from '../../fixtures/memoryEvidence.ts';
import { repairWorld } from '../../fixtures/repairWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { digest } from '../../shared/notice/memory.ts';
import { drawTo } from '../publicity-worker/siteWorld.ts';
import { eventOf, headerOf, lambdaContext } from '../web/kit/gateway.ts';

const linkKey = new Uint8Array(32).fill(5);
const windowPlan = () => testPlan({ objectionWorkingDays: 2 });
const assets = ['screen', 'print', 'script', 'witness'].map((name) => ({
  path: `/assets/${name}-0000000000000000.${name.endsWith('t') && name !== 'print' ? 'js' : 'css'}`,
  contentType: 'text/css',
  hash: '0',
  text: '',
}));

/** The name by which a link's pages know a notice. */
function nameIn(notice: StoredCase<Notice> | undefined): string {
  if (notice === undefined) throw new Error('no such notice');
  return noticeName(notice.state);
}

let tables: Tables;
let world: World;
beforeEach(async () => {
  tables = await openTables();
  world = drawWorld(tables);
});
afterEach(() => tables.close());

function app(over: { announced?: boolean } = {}) {
  const items = async () =>
    (await world.deps.registers.items()).map((item) => ({
      ...item,
      announced: over.announced ?? item.announced,
    }));
  return createWebHandler({
    routes: linkRoutes,
    deps: linkDeps({
      cases: tables.store,
      desk: world.deps.desk,
      secrets: {
        get: async () => sameKey(linkKey),
      },
      file: async (key) => world.contents.get(key),
      items,
      inspectors: async () => world.deps.registers.inspectors(),
      agencies: world.deps.registers,
      plans: new DynamoPlans(tables.client, 'core', tables.store),
      publicityUrl: 'https://open.example.cn',
      publicUrl: 'https://links.example.cn',
      consoleUrl: 'https://office.example.cn',
      evidence: memoryEvidence().store,
      inspectionLists: new DynamoInspections(tables.client, 'core'),
      inspectionKick: countingKick().kick,
      repairs: repairWorld(tables).deps,
      agencyName: async () => undefined,
      ...linkPenalties(tables),
      office: world.deps.office,
      calendar: world.deps.calendar,
      limits: dynamoLimits(tables.client, 'core'),
      requests: dynamoOwnRowRequests(tables.client, 'core'),
      kickMail: async () => {},
      now: () => new Date(world.clock.now),
    }),
    site: {
      office: { zh: '北京市知识产权局', en: 'Office' },
      navigation: [],
      assets,
      catalogue: linkCatalogue,
    },
    clock: { now: () => new Date(world.clock.now) },
    log: { request: () => {}, failure: () => {} } as never,
  });
}

const hmac = (message: Uint8Array) => new Uint8Array(createHmac('sha256', linkKey).update(message).digest());
function token(
  draw: string,
  type: 'agency' | 'inspector',
  id: string,
  over: { purpose?: string; expires?: number } = {},
) {
  const expires = over.expires ?? Date.parse('2027-06-01T00:00:00Z') / 1000;
  return signLink(
    { purpose: over.purpose ?? 'recipient', subject: recipientSubject({ draw, type, id }), expires },
    hmac,
  );
}
const one = testAgency(1).uscc;

async function get(path: string, handler = app()) {
  return handler(eventOf({ path }), lambdaContext);
}
/** Opens the page for its cookie and token, then posts. */
async function post(page: string, path: string, form: Record<string, string>, handler = app()) {
  const opened = await get(page, handler);
  const cookies = (opened.cookies ?? []).map((cookie) => cookie.split(';')[0] ?? '');
  const csrfToken = /name="csrfToken" value="([^"]*)"/.exec(opened.body ?? '')?.[1] ?? '';
  return handler(
    eventOf({ path, cookies, form: { csrfToken, idempotencyKey: 'key-1', ...form } }),
    lambdaContext,
  );
}

describe('a link', () => {
  it('that is wrong, ended, of another purpose or of no draw answers like an address that does not exist', async () => {
    const number = await drawTo(world, 'objection', windowPlan());
    const good = token(number, 'agency', one);
    const bad = [
      `${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`,
      token(number, 'agency', one, { expires: Date.parse(world.clock.now) / 1000 }),
      token(number, 'agency', one, { purpose: 'rectification' }),
      token('BJIPO-2026-0099', 'agency', one),
      'x',
    ];
    const handler = app();
    const nowhere = await get('/nowhere', handler);
    const shape = ({ statusCode, body, headers }: typeof nowhere, path: string) => ({
      statusCode,
      headers,
      body: body?.replaceAll(path, ''),
    });
    for (const wrong of bad) {
      for (const end of ['', '/proof', '/paper/1']) {
        const path = `/l/${wrong}${end}`;
        expect(shape(await get(path, handler), path)).toEqual(shape(nowhere, '/nowhere'));
      }
    }
    expect((await get(`/l/${good}`, handler)).statusCode).toBe(200);
  });

  it('shows an agency its own cell, odds and what decided them, and nobody else', async () => {
    const number = await drawTo(world, 'objection', windowPlan());
    const body = (await get(`/l/${token(number, 'agency', one)}`)).body ?? '';
    expect(body).toContain('20%');
    expect(body).toContain('专利代理、久未检查');
    expect(body).toContain('风险类别');
    expect(body).not.toContain(testAgency(2).uscc);
    expect((await get(`/l/${token(number, 'agency', testAgency(99).uscc)}`)).body).toContain(
      '名单中没有这一行',
    );
  });

  it('shows an inspector the own row and the papers of the own visits only', async () => {
    const number = await drawTo(world, 'published');
    const [visit] = await world.deps.desk.visits(number);
    const mine = visit?.seats[0]?.inspectorId ?? '';
    const theirs = token(number, 'inspector', mine);
    const body = (await get(`/l/${theirs}`)).body ?? '';
    expect(body).toContain('检查任务分派通知');
    const nameOf = async (no: number | undefined, who: string) =>
      nameIn(await tables.store.load<Notice>(`NT#${number}#assignment#${no}#${who}`));
    const paper = (await get(`/l/${theirs}/paper/${await nameOf(visit?.no, mine)}`)).body ?? '';
    expect(paper).toContain(visit?.agencyName);
    expect(paper).toContain('行政执法证号');
    const visits = await world.deps.desk.visits(number);
    const other = visits.find(({ seats }) => seats.every(({ inspectorId }) => inspectorId !== mine));
    const name = await nameOf(other?.no, other?.seats[0]?.inspectorId ?? '');
    expect((await get(`/l/${theirs}/paper/${name}`)).statusCode).toBe(404);
  });

  it('sets no cache and leaks no address', async () => {
    const number = await drawTo(world, 'objection', windowPlan());
    const answer = await get(`/l/${token(number, 'agency', one)}`);
    expect(headerOf(answer, 'cache-control')).toContain('no-store');
    expect(headerOf(answer, 'referrer-policy')).toBe('no-referrer');
  });
});

describe('the outcome', () => {
  it('comes with a proof that the public record confirms', async () => {
    const number = await drawTo(world, 'published');
    const record = readRecord(world.contents.get(`draws/${number}/record.json`) ?? new Uint8Array());
    if (!record.ok) throw new Error('the record cannot be read');
    const answer = await get(`/l/${token(number, 'agency', one)}/proof`);
    const proof = personalProofSchema.parse(JSON.parse(answer.body ?? ''));
    expect(verifyPersonalProof(proof, record.value).consistent).toBe(true);
    expect(headerOf(answer, 'content-disposition')).toContain('attachment');
  });

  it('waits for the end of the visits when one of them is unannounced', async () => {
    const number = await drawTo(world, 'published');
    const [visit] = await world.deps.desk.visits(number);
    const handler = app({ announced: false });
    const link = token(number, 'agency', visit?.uscc ?? '');
    const before = (await get(`/l/${link}`, handler)).body ?? '';
    expect(before).toContain('检查期结束（2026年12月31日）之后');
    expect(before).not.toContain(visit?.tid);
    expect((await get(`/l/${link}/proof`, handler)).statusCode).toBe(404);
    world.clock.now = '2027-01-01T00:00:00Z';
    expect((await get(`/l/${link}`, handler)).body).toContain('抽中（名次');
  });
});

describe('an objection', () => {
  it('is filed by POST, once, kept with its text, and stands in the log as a digest', async () => {
    const number = await drawTo(world, 'objection', windowPlan());
    const link = `/l/${token(number, 'agency', one)}`;
    const form = { reason: 'district', text: '我单位在朝阳区\r\n<b>' };
    const done = await post(link, `${link}/objection`, form);
    expect(done.statusCode).toBe(303);
    expect((await post(link, `${link}/objection`, form)).statusCode).toBe(303);
    const stored = await caseOf(world, number);
    expect(stored.state.objections).toBe(1);
    const entries = (await world.deps.desk.log(number)) as { type: string; body: { d?: string } }[];
    const [entry] = entries.filter(({ type }) => type === 'objection');
    const { GetCommand } = await import('@aws-sdk/lib-dynamodb');
    const { Item } = await tables.client.send(
      new GetCommand({ TableName: 'core', Key: { pk: `DR#${number}`, sk: `OJ#${entry?.body.d}` } }),
    );
    const { at: _, ...content } = Item?.['objection'] ?? {};
    expect(content).toMatchObject({ reason: 'district', text: '我单位在朝阳区\n<b>', id: one });
    expect(toHex(sha256Suite.hash(utf8(canonicalJson(content))))).toBe(entry?.body.d);
    expect(JSON.stringify(entries)).not.toContain('朝阳区');
  });

  it('does nothing on GET', async () => {
    const number = await drawTo(world, 'objection', windowPlan());
    const link = `/l/${token(number, 'agency', one)}`;
    expect((await get(`${link}/objection?reason=cell&text=x`)).statusCode).toBe(405);
    expect((await caseOf(world, number)).state.objections).toBe(0);
  });

  it.each([
    [{ reason: 'because', text: 'x' }, '请选择哪里有误'],
    [{ reason: 'cell', text: '  ' }, '不超过 500 字'],
    [{ reason: 'cell', text: '长'.repeat(501) }, '不超过 500 字'],
    [{}, '请选择哪里有误'],
  ])('comes back with %j', async (form, message) => {
    const number = await drawTo(world, 'objection', windowPlan());
    const link = `/l/${token(number, 'agency', one)}`;
    const answer = await post(link, `${link}/objection`, form as Record<string, string>);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(message);
    expect((await caseOf(world, number)).state.objections).toBe(0);
  });

  it('is not possible after the window, without the form token, or for a row that is not there', async () => {
    const number = await drawTo(world, 'objection', windowPlan());
    const link = `/l/${token(number, 'agency', one)}`;
    const form = { reason: 'cell', text: 'x' };
    const handler = app();
    expect((await handler(eventOf({ path: `${link}/objection`, form }), lambdaContext)).statusCode).toBe(403);
    const stranger = `/l/${token(number, 'agency', testAgency(99).uscc)}`;
    expect((await get(stranger, handler)).body).not.toContain('csrfToken');
    const opened = await get(link, handler);
    world.clock.now = '2026-12-03T16:00:00Z';
    const cookies = (opened.cookies ?? []).map((cookie) => cookie.split(';')[0] ?? '');
    const csrfToken = /name="csrfToken" value="([^"]*)"/.exec(opened.body ?? '')?.[1] ?? '';
    const late = await handler(
      eventOf({ path: `${link}/objection`, cookies, form: { csrfToken, ...form } }),
      lambdaContext,
    );
    expect(late.statusCode).toBe(409);
    expect((await get(link, handler)).body).not.toContain('提出异议');
    expect((await caseOf(world, number)).state.objections).toBe(0);
  });
});

describe('the receipt of a notice', () => {
  it('is confirmed by POST; opening the paper changes nothing', async () => {
    const number = await drawTo(world, 'published');
    const [visit] = await world.deps.desk.visits(number);
    const id = `NT#${number}#inspection#${visit?.no}#${visit?.uscc}`;
    const notice = await tables.store.load<Notice>(id);
    if (notice === undefined) throw new Error('no notice');
    const change = {
      before: notice,
      command: 'send' as const,
      status: 'sent' as const,
      notice: notice.state,
      actor: 'system',
      at: world.clock.now,
    };
    await tables.store.commit(noticeCommit(change, digest));
    const link = `/l/${token(number, 'agency', visit?.uscc ?? '')}`;
    expect((await get(`${link}/paper/${nameIn(notice)}`)).body).toContain('行政检查通知书');
    expect((await tables.store.load(id))?.status).toBe('sent');
    const receipt = `${link}/paper/${nameIn(notice)}/receipt`;
    expect((await get(receipt)).statusCode).toBe(405);
    expect((await post(link, receipt, {})).statusCode).toBe(303);
    expect((await tables.store.load(id))?.status).toBe('delivered');
  });
});

describe('a name with markup', () => {
  it('is text on the paper', async () => {
    world = drawWorld(tables, {
      agencies: Array.from({ length: 10 }, (_, i) =>
        testAgency(i + 1, { name: `<img src=x onerror=alert(1)>${i}` }),
      ),
    });
    const number = await drawTo(world, 'published');
    const [visit] = await world.deps.desk.visits(number);
    const uscc = visit?.uscc ?? '';
    const notice = await tables.store.load<Notice>(`NT#${number}#inspection#${visit?.no}#${uscc}`);
    const paper = await get(`/l/${token(number, 'agency', uscc)}/paper/${nameIn(notice)}`);
    expect(paper.body).toContain('&lt;img src=x onerror=alert(1)');
    expect(paper.body).not.toContain('<img');
  });
});
