import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkCatalogue, linkDeps } from '../../../functions/links/dependencies.ts';
import { linkRoutes } from '../../../functions/links/linkRoutes.tsx';
import { deliveryDeps } from '../../../functions/mail-worker/deliveryDeps.ts';
import { requestLog } from '../../../functions/web/kit/http/requestLog.ts';
import { createWebHandler } from '../../../functions/web/kit/http/webHandler.ts';
import { networkLimits } from '../../../shared/access/networkLimit.ts';
import { DynamoInspections } from '../../../shared/adapters/dynamoInspections.ts';
import { dynamoLimits } from '../../../shared/adapters/dynamoLimits.ts';
import { DynamoMailQueue } from '../../../shared/adapters/dynamoOutbox.ts';
import { dynamoOwnRowRequests } from '../../../shared/adapters/dynamoOwnRowRequests.ts';
import { DynamoPlans } from '../../../shared/adapters/dynamoPlans.ts';
import type { CaseStore } from '../../../shared/case/caseStore.ts';
import { answerRequests } from '../../../shared/notice/answerRequests.ts';
import { deliverNotices } from '../../../shared/notice/deliverNotices.ts';
import type { MailMessage } from '../../../shared/notice/mailPort.ts';
import { fictionalUscc } from '../../../shared/register/uscc.ts';
import { sameKey } from '../../fixtures/appSecrets.ts';
import { acts, drawWorld, open, testAgency, testPlan, type World } from '../../fixtures/drawWorld.ts';
import { countingKick } from '../../fixtures/inspectionKick.ts';
import { linkPenalties } from '../../fixtures/linkPenalties.ts';
import { memoryEvidence } from '../../fixtures/memoryEvidence.ts';
import { repairWorld } from '../../fixtures/repairWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { digest } from '../../shared/notice/memory.ts';
import { drawTo } from '../publicity-worker/siteWorld.ts';
import { eventOf, headerOf, lambdaContext } from '../web/kit/gateway.ts';

const linkKey = new Uint8Array(32).fill(5);
const ADDRESS = '192.0.2.7';
const windowPlan = () => testPlan({ objectionWorkingDays: 2 });
const agencies = Array.from({ length: 10 }, (_, i) =>
  testAgency(i + 1, { uscc: fictionalUscc(i + 1), name: `第${i + 1}代理机构` }),
);
const one = fictionalUscc(1);
const stranger = fictionalUscc(4711);

let tables: Tables;
let world: World;
let kicks: number;
let lines: string[];
let sent: MailMessage[];
beforeEach(async () => {
  tables = await openTables();
  world = drawWorld(tables, { agencies });
  kicks = 0;
  lines = [];
  sent = [];
});
afterEach(() => tables.close());

function app() {
  const write = (message: string, fields: object) => lines.push(`${message} ${JSON.stringify(fields)}`);
  return createWebHandler({
    routes: linkRoutes,
    deps: linkDeps({
      cases: tables.store,
      desk: world.deps.desk,
      secrets: {
        get: async () => sameKey(linkKey),
      },
      file: async (key) => world.contents.get(key),
      items: () => world.deps.registers.items(),
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
      kickMail: async () => {
        kicks += 1;
      },
      now: () => new Date(world.clock.now),
    }),
    site: {
      office: { zh: '北京市知识产权局', en: 'Office' },
      navigation: [],
      assets: ['screen.css', 'print.css', 'script.js', 'witness.js'].map((name) => ({
        path: `/assets/${name.replace('.', '-0000000000000000.')}`,
        contentType: 'text/css',
        hash: '0',
        text: '',
      })),
      catalogue: linkCatalogue,
    },
    clock: { now: () => new Date(world.clock.now) },
    log: requestLog({ info: write, error: write }),
  });
}

const now = () => new Date(world.clock.now);

/** One run of the mail worker. */
async function work(over: { store?: CaseStore; accept?: boolean } = {}) {
  const store = over.store ?? tables.store;
  const deps = deliveryDeps({
    store,
    queue: new DynamoMailQueue(tables.client, 'core'),
    mailer: {
      async send(message) {
        sent.push(message);
        return over.accept === false ? { type: 'temporary', code: '450' } : { type: 'accepted' };
      },
    },
    values: { auditKey: linkKey, linkKey },
    publicUrl: 'https://links.example.cn/',
    consoleUrl: 'https://console.example.cn/',
    stands: async () => true,
    mailDomain: 'office.example.cn',
    now,
    random: () => 0.5,
  });
  const answered = await answerRequests({
    store,
    requests: dynamoOwnRowRequests(tables.client, 'core'),
    agency: async (uscc) => agencies.find((agency) => agency.uscc === uscc),
    office: world.deps.office,
    digest,
    now,
  });
  const report = await deliverNotices(deps, { most: 600, width: 4, leaseMs: 180_000, goOn: () => true });
  return { answered, report };
}

async function opened(handler = app()) {
  const page = await handler(eventOf({ path: '/own-row' }), lambdaContext);
  const cookies = (page.cookies ?? []).map((cookie) => cookie.split(';')[0] ?? '');
  const csrfToken = /name="csrfToken" value="([^"]*)"/.exec(page.body ?? '')?.[1] ?? '';
  return (uscc: string, sourceIp = ADDRESS) => {
    const event = eventOf({
      path: '/own-row',
      cookies,
      form: { csrfToken, idempotencyKey: 'k'.repeat(16), uscc },
    });
    event.requestContext.http.sourceIp = sourceIp;
    return handler(event, lambdaContext);
  };
}

const linkIn = (mail: MailMessage | undefined) =>
  /https:\/\/links\.example\.cn(\/l\/\S+)/.exec(mail?.text ?? '')?.[1] ?? '';

async function everythingStored() {
  const found = await Promise.all(
    ['core', 'audit'].map((TableName) => tables.client.send(new ScanCommand({ TableName }))),
  );
  return JSON.stringify(found.map(({ Items }) => Items));
}

it('has a front page that leads to everything that needs no link', async () => {
  const { statusCode, body = '' } = await app()(eventOf({ path: '/' }), lambdaContext);
  expect(statusCode).toBe(200);
  for (const path of ['/complain', '/follow', '/visit-check', '/own-row'])
    expect(body).toContain(`href="${path}"`);
});

describe('asking for the link', () => {
  it('answers a registered and an unregistered code alike, and touches the database alike', async () => {
    await drawTo(world, 'objection', windowPlan());
    const post = await opened();
    const known = await post(one);
    const unknown = await post(stranger);
    const shape = ({ statusCode, headers, cookies, body }: typeof known, code: string) => ({
      statusCode,
      headers,
      cookies,
      body: body?.replaceAll(code, ''),
    });
    expect(known.statusCode).toBe(200);
    expect(known.body).toContain(one);
    expect(shape(unknown, stranger)).toEqual(shape(known, one));
    const stored = JSON.parse(await everythingStored()).flat() as Record<string, unknown>[];
    const requests = stored.filter(({ pk }) => String(pk).startsWith('LR#'));
    expect(requests).toHaveLength(2);
    expect(requests.map((row) => Object.keys(row).sort())[0]).toEqual(
      requests.map((row) => Object.keys(row).sort())[1],
    );
    expect(kicks).toBe(2);
    const { answered } = await work();
    expect(answered).toEqual({ queued: 1, unknown: 1, left: 0 });
    expect(sent.map(({ to }) => to.address)).toEqual([agencies[0]?.email]);
  });

  it('forgives full width, spaces and small letters, and tells a slip at the field', async () => {
    await drawTo(world, 'objection', windowPlan());
    const post = await opened();
    const wide = [...one.toLowerCase()]
      .map((c) => (/\d/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c))
      .join(' ');
    expect((await post(wide)).body).toContain(one);
    const slip = `${one.slice(0, -1)}${one.endsWith('0') ? '1' : '0'}`;
    const answer = await post(slip);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('id="f-uscc-error"');
    expect(answer.body).toContain('校验位不符');
    expect(answer.body).toContain(`value="${slip}"`);
    expect((await post(' ')).body).toContain('请填写统一社会信用代码');
    await work();
    expect(sent).toHaveLength(1);
  });

  it('sends one mail after five presses, and another in the next hour', async () => {
    await drawTo(world, 'objection', windowPlan());
    const post = await opened();
    for (let press = 0; press < 5; press++) {
      expect((await post(one)).statusCode).toBe(200);
      if (press % 2 === 0) await work();
    }
    await Promise.all([post(one), post(one), work(), work()]);
    expect(sent).toHaveLength(1);
    expect(kicks).toBe(1);
    world.clock.now = new Date(now().getTime() + 3_600_000).toISOString().replace('.000', '');
    await post(one);
    await work();
    expect(sent).toHaveLength(2);
  });

  it('does nothing without the form token', async () => {
    await drawTo(world, 'objection', windowPlan());
    const answer = await app()(eventOf({ path: '/own-row', form: { uscc: one } }), lambdaContext);
    expect(answer.statusCode).toBe(403);
    expect(await everythingStored()).not.toContain('LR#');
  });

  it('ends for a network with 429 and the seconds to wait, keeps no address, and goes on for others', async () => {
    await drawTo(world, 'objection', windowPlan());
    const post = await opened();
    for (let i = 0; i < networkLimits['own-row'].most; i++) {
      expect((await post(fictionalUscc(100 + i), `192.0.2.${i + 1}`)).statusCode).toBe(200);
    }
    const refused = await post(one, '192.0.2.200');
    expect(refused.statusCode).toBe(429);
    const wait = Number(headerOf(refused, 'retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(3600);
    await work();
    expect(sent).toHaveLength(0);
    expect((await post(one, '198.51.100.1')).statusCode).toBe(200);
    const kept = `${await everythingStored()}${lines.join('\n')}`;
    expect(lines.length).toBeGreaterThan(networkLimits['own-row'].most);
    expect(kept).toContain('RL#own-row#');
    expect(kept).not.toMatch(/192\.0\.2|198\.51\.100/);
    expect(lines.join('\n')).not.toContain(one);
    const counters = (JSON.parse(await everythingStored()).flat() as Record<string, unknown>[]).filter(
      ({ pk }) => String(pk).startsWith('RL#'),
    );
    expect(counters).toHaveLength(2);
    const ends = Date.parse(world.clock.now) / 1000 + wait;
    for (const { ttl } of counters) expect(Math.abs(Number(ttl) - ends)).toBeLessThanOrEqual(1);
    world.clock.now = new Date(now().getTime() + wait * 1000).toISOString().replace(/\.\d+/, '');
    expect((await post(one, '192.0.2.200')).statusCode).toBe(200);
  });
});

describe('the mail', () => {
  it('opens the row of its agency and nobody else until the window ends', async () => {
    await drawTo(world, 'objection', windowPlan());
    const post = await opened();
    await post(one);
    await work();
    const link = linkIn(sent[0]);
    const handler = app();
    const page = await handler(eventOf({ path: link }), lambdaContext);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('风险类别');
    expect(page.body).toContain('提出异议');
    const until = (
      await tables.store.load<{ window?: { until: string } }>(`DR#${(await world.deps.desk.numbers())[0]}`)
    )?.state.window?.until;
    world.clock.now = new Date(Date.parse(until ?? '') - 1000).toISOString().replace('.000', '');
    expect((await handler(eventOf({ path: link }), lambdaContext)).statusCode).toBe(200);
    world.clock.now = until ?? '';
    expect((await handler(eventOf({ path: link }), lambdaContext)).statusCode).toBe(404);
  });

  it('lasts seven days when no window is open, and is not sent once its link has ended', async () => {
    await drawTo(world, 'published');
    await work();
    sent = [];
    const post = await opened();
    await post(one);
    await work({ accept: false });
    const link = linkIn(sent[0]);
    const day = (days: number) => {
      world.clock.now = new Date(now().getTime() + days * 86_400_000).toISOString().replace('.000', '');
    };
    day(6);
    expect((await app()(eventOf({ path: link }), lambdaContext)).statusCode).toBe(200);
    day(1);
    expect((await app()(eventOf({ path: link }), lambdaContext)).statusCode).toBe(404);
    sent = [];
    expect((await work()).report).toMatchObject({ sent: 0, failed: 1 });
    expect(sent).toHaveLength(0);
  });

  it('says nothing of the matter, has no number, and is the same in text and HTML', async () => {
    const number = await drawTo(world, 'objection', windowPlan());
    const post = await opened();
    await post(one);
    await work();
    const [mail] = sent;
    expect(mail?.subject).toBe('你单位索取的查询链接 / The link you asked for');
    expect(mail?.text).not.toMatch(new RegExp(`${number}|〔|抽查|检查`));
    expect(mail?.html).toContain(linkIn(mail));
    expect(mail?.text).toContain('不是正式文书');
    expect(mail?.html).toContain('不是正式文书');
    expect(mail?.html).not.toMatch(/<img|src=/);
  });

  it('is sent once though the worker died after any of its writes', async () => {
    await drawTo(world, 'objection', windowPlan());
    const post = await opened();
    await post(one);
    const dying = (after: number): CaseStore => {
      let left = after;
      return {
        load: (id) => tables.store.load(id),
        chain: (id) => tables.store.chain(id),
        async commit(commit) {
          left -= 1;
          if (left < 0) throw new Error('killed');
          const done = await tables.store.commit(commit);
          if (left === 0) throw new Error('killed');
          return done;
        },
      };
    };
    // Dies before, then after the mail stands in the queue; the request is still waiting both times.
    for (const after of [0, 1]) await work({ store: dying(after) }).catch(() => undefined);
    world.clock.now = new Date(now().getTime() + 600_000).toISOString().replace('.000', '');
    await work();
    await work();
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(1);
    const links = (JSON.parse(await everythingStored()).flat() as Record<string, unknown>[]).filter(
      ({ pk, sk }) => String(pk).startsWith('LM#') && sk === 'META',
    );
    expect(links.map(({ status }) => status)).toEqual(['sent']);
    expect(links[0]).not.toHaveProperty('gqpk');
  });
});

describe('the draw that is looked up', () => {
  it('is none before lists are sealed: the page says when the next is expected, and asks nothing', async () => {
    world.clock.now = '2026-11-20T02:00:00Z';
    const page = await app()(eventOf({ path: '/own-row' }), lambdaContext);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('2026年12月1日');
    expect(page.body).not.toContain('<form method="post"');
  });

  it('is none while the draw is only opened', async () => {
    const { number } = await open(world, windowPlan(), 'draw');
    const page = await app()(eventOf({ path: '/own-row' }), lambdaContext);
    expect(page.body).toContain(number);
    expect(page.body).toContain(linkCatalogue.text('zh', 'ownRow.opened', { number }));
    expect(page.body).not.toContain('<form method="post"');
  });

  it('is never a rehearsal', async () => {
    const number = await drawTo(world, 'objection', windowPlan(), 'rehearsal');
    expect((await app()(eventOf({ path: '/own-row' }), lambdaContext)).body).not.toContain(number);
  });

  it('is not one that was voided', async () => {
    const number = await drawTo(world, 'objection', windowPlan());
    expect((await app()(eventOf({ path: '/own-row' }), lambdaContext)).body).toContain(number);
    await acts.endObjections(world, number);
    const stored = await tables.store.load(`DR#${number}`);
    if (stored === undefined) throw new Error('no draw');
    await tables.store.commit({
      caseId: stored.caseId,
      before: stored,
      status: 'voided',
      state: stored.state,
      audit: {
        kind: 'draw',
        command: 'void',
        from: stored.status,
        to: 'voided',
        actor: 'u',
        at: world.clock.now,
        digests: {},
      },
    });
    expect((await app()(eventOf({ path: '/own-row' }), lambdaContext)).body).toContain(
      linkCatalogue.text('zh', 'ownRow.none'),
    );
  });
});
