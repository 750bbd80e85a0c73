import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deliveryDeps } from '../../../functions/mail-worker/deliveryDeps.ts';
import { openLink } from '../../../shared/access/signedLink.ts';
import { DynamoMailQueue } from '../../../shared/adapters/dynamoOutbox.ts';
import { smtpMailer } from '../../../shared/adapters/smtp.ts';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { buildNotices } from '../../../shared/notice/buildNotices.ts';
import { type DeliveryLimits, deliverNotices } from '../../../shared/notice/deliverNotices.ts';
import type { Mailer } from '../../../shared/notice/mailPort.ts';
import type { Notice } from '../../../shared/notice/notice.ts';
import { confirmReceipt, markBounced, markServed, requeue } from '../../../shared/notice/noticeCommands.ts';
import { queueNotices } from '../../../shared/notice/queueNotices.ts';
import { openTables } from '../../fixtures/tables.ts';
import { digest } from '../../shared/notice/memory.ts';
import { agency, inspector, sources, visit } from '../../shared/notice/sources.ts';
import { startInbox } from './inbox.ts';

const linkKey = new Uint8Array(32).fill(7);
const values = { auditKey: new Uint8Array(32).fill(8), linkKey };
const MINUTE = 60_000;

let tables: Awaited<ReturnType<typeof openTables>>;
let inbox: Awaited<ReturnType<typeof startInbox>>;
let mailer: ReturnType<typeof smtpMailer>;
let clock: Date;

beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  inbox = await startInbox();
  mailer = smtpMailer(
    { host: '127.0.0.1', port: inbox.port, secure: false },
    { name: '北京市知识产权局', address: 'notice@office.example.cn' },
    4,
    { connectMs: 500, answerMs: 700 },
  );
  clock = new Date('2026-11-06T02:00:00Z');
});
afterEach(async () => {
  mailer.close();
  await inbox.close();
});

const limits: DeliveryLimits = { most: 600, width: 4, leaseMs: 3 * MINUTE, goOn: () => true };
const at = () => `${clock.toISOString().slice(0, 19)}Z`;
const later = (ms: number) => {
  clock = new Date(clock.getTime() + ms);
};

function deps(over: { mailer?: Mailer; store?: typeof tables.store } = {}) {
  return deliveryDeps({
    store: tables.store,
    queue: new DynamoMailQueue(tables.client, 'core'),
    mailer,
    values,
    publicUrl: 'https://links.example.cn/',
    mailDomain: 'office.example.cn',
    now: () => clock,
    random: () => 0.5,
    ...over,
  });
}
const run = (over: Parameters<typeof deps>[0] = {}) => deliverNotices(deps(over), limits);

let draws = 0;
/** Queues the notices of a draw of its own; the third is the one to the agency. */
async function queued(over: Parameters<typeof sources>[0] = {}): Promise<Notice[]> {
  draws += 1;
  const given = sources(over);
  const number = `2026-${100 + draws}`;
  const notices = [
    ...buildNotices({ ...given, draw: { ...given.draw, number } }, 1, localDate('2026-11-06')),
  ];
  await queueNotices({ store: tables.store, digest }, notices, at());
  return notices;
}
const load = async (notice: Notice | undefined) => {
  const found = notice === undefined ? undefined : await tables.store.load<Notice>(notice.id);
  if (found === undefined) throw new Error('the notice is not stored');
  return found;
};
/** Leaves nothing behind for the next test. */
const drain = async () => {
  inbox.state.fault = 'none';
  later(30 * 24 * 60 * MINUTE);
  await run({ mailer: { send: async () => ({ type: 'accepted' }) } });
};
const person = (roles: readonly ('supervisor' | 'auditor' | 'link')[] = ['supervisor']) => ({
  store: tables.store,
  digest,
  actor: { id: 'u9', roles },
  at: at(),
});

describe('sending', () => {
  it('sends every notice once to one recipient with a link that opens', async () => {
    const notices = await queued();
    expect(await run()).toMatchObject({ sent: 3, deferred: 0, failed: 0 });
    expect(await run()).toMatchObject({ sent: 0, more: false });
    const mails = await inbox.parsed();
    expect(mails).toHaveLength(3);
    for (const { to } of inbox.mails) expect(to).toHaveLength(1);
    const toAgency = mails.find(({ subject }) => subject?.startsWith('行政检查通知书'));
    expect(toAgency?.to).toEqual([
      { name: '北京晨光知识产权代理有限公司', address: 'office@chenguang.example.cn' },
    ]);
    const token = /\/l\/(\S+)/.exec(toAgency?.text ?? '')?.[1] ?? '';
    const hmac = (message: Uint8Array) =>
      new Uint8Array(createHmac('sha256', linkKey).update(message).digest());
    expect(openLink(token, 'recipient', clock, hmac)).toMatchObject({
      ok: true,
      value: { subject: `${notices[2]?.draw}|agency|91110108MA00000013` },
    });
    expect(await load(notices[2])).toMatchObject({
      status: 'sent',
      state: { mail: { attempts: 1, sentAt: at() } },
    });
    expect((await tables.store.chain(notices[2]?.id ?? '')).map(({ command }) => command)).toEqual([
      'queue',
      'send',
    ]);
  });

  it('queues nothing twice', async () => {
    const notices = await queued();
    expect(await queueNotices({ store: tables.store, digest }, notices, at())).toBe(0);
    await drain();
  });

  it('lets two workers at the same time send each notice once', async () => {
    await queued();
    await queued();
    await Promise.all([run(), run(), run()]);
    const ids = (await inbox.parsed()).map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(6);
    expect(ids).toHaveLength(6);
  });

  it('does 300 in under ten seconds', async () => {
    const agencies = Array.from({ length: 100 }, (_, i) =>
      agency({ uscc: `91110108MA${String(i).padStart(8, '0')}` }),
    );
    const team = [inspector('IS-1'), inspector('IS-2')];
    await queued({
      visits: agencies.map((one, i) => visit(i + 1, one, team)),
      agencies: new Map(agencies.map((one) => [one.uscc, one])),
    });
    const start = performance.now();
    expect(await run()).toMatchObject({ sent: 300 });
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(inbox.state.connections).toBeLessThanOrEqual(4);
  });

  it('ends a run when its time is up and leaves the rest in the queue', async () => {
    await queued();
    let turns = 0;
    const report = await deliverNotices(deps(), { ...limits, width: 1, goOn: () => turns++ < 2 });
    expect(report).toMatchObject({ sent: 1, more: true });
    await drain();
  });

  it.each([
    ['a comma in the address', { email: 'a@x.example.cn,b@x.example.cn' }],
    ['a line break in the name', { name: '公司\r\nBcc: b@x.example.cn' }],
  ])('refuses %s without asking the mail server', async (_, over) => {
    const notices = await queued({ agency: agency(over) });
    expect(await run()).toMatchObject({ sent: 2, failed: 1 });
    expect(await load(notices[2])).toMatchObject({
      status: 'bounced',
      state: { mail: { failure: { code: 'address-invalid' } } },
    });
    expect(inbox.mails).toHaveLength(2);
  });

  it('delivers a name with quotes, commas and markup as one name', async () => {
    const name = '甲, 乙 <x@y.cn> "丙"（北京）';
    await queued({ agency: agency({ name }) });
    await run();
    const mail = (await inbox.parsed()).find(({ to }) => to?.[0]?.address === 'office@chenguang.example.cn');
    expect(mail?.to).toEqual([{ name, address: 'office@chenguang.example.cn' }]);
  });
});

describe('failing', () => {
  it('tries again later after a 4xx, at growing distances', async () => {
    inbox.state.fault = 'rcpt-450';
    const notices = await queued();
    expect(await run()).toMatchObject({ deferred: 3 });
    expect(await load(notices[0])).toMatchObject({
      status: 'queued',
      state: {
        mail: { attempts: 1, nextAt: '2026-11-06T02:01:00Z', failure: { class: 'temporary', code: '450' } },
      },
    });
    expect(await run()).toMatchObject({ deferred: 0, more: false });
    later(MINUTE);
    await run();
    expect((await load(notices[0])).state.mail).toMatchObject({
      attempts: 2,
      nextAt: '2026-11-06T02:03:00Z',
    });
    inbox.state.fault = 'none';
    later(2 * MINUTE);
    expect(await run()).toMatchObject({ sent: 3 });
    expect((await load(notices[0])).state.mail.failure).toBeUndefined();
    expect((await load(notices[0])).state.mail.maybeDuplicate).toBeUndefined();
  });

  it.each([
    ['rcpt-550', '550'],
    ['data-552', '552'],
  ] as const)('gives %s to a person at once', async (fault, code) => {
    inbox.state.fault = fault;
    const notices = await queued();
    expect(await run()).toMatchObject({ failed: 3 });
    expect(await load(notices[0])).toMatchObject({
      status: 'bounced',
      state: { mail: { failure: { code } } },
    });
    later(60 * MINUTE);
    expect(await run()).toMatchObject({ failed: 0, sent: 0 });
  });

  it('gives up after twelve attempts', async () => {
    const notices = await queued();
    const down: Mailer = { send: async () => ({ type: 'temporary', code: 'ECONNREFUSED' }) };
    for (let i = 0; i < 12; i += 1) {
      await run({ mailer: down });
      later(30 * 60 * MINUTE);
    }
    expect(await load(notices[0])).toMatchObject({
      status: 'bounced',
      state: { mail: { attempts: 12, failure: { code: 'attempts-exhausted' } } },
    });
  });

  it('treats a server that is not there, or hangs before the message, as untouched', async () => {
    const nowhere = smtpMailer(
      { host: '127.0.0.1', port: 1, secure: false },
      { name: '局', address: 'n@o.cn' },
      1,
      { connectMs: 300, answerMs: 300 },
    );
    const message = {
      to: { name: '甲', address: 'a@b.example.cn' },
      subject: '题',
      text: '文',
      html: '<p>文</p>',
      messageId: '<1@o.cn>',
    };
    expect(await nowhere.send(message)).toMatchObject({ type: 'temporary', code: 'ESOCKET' });
    expect(await nowhere.send(message)).not.toHaveProperty('uncertain');
    nowhere.close();
    inbox.state.fault = 'hang-at-rcpt';
    const hung = await mailer.send(message);
    expect(hung).toMatchObject({ type: 'temporary', code: 'ETIMEDOUT' });
    expect(hung).not.toHaveProperty('uncertain');
  });

  it('knows that a message taken without an answer may have arrived, and sends it only once more', async () => {
    inbox.state.fault = 'drop-after-data';
    const notices = await queued();
    expect(await run()).toMatchObject({ deferred: 3 });
    expect((await load(notices[0])).state.mail.maybeDuplicate).toBe(true);
    later(2 * MINUTE);
    expect(await run()).toMatchObject({ failed: 3 });
    expect((await load(notices[0])).state.mail.failure?.code).toBe('outcome-unknown');
    const ids = (await inbox.parsed()).map(({ messageId }) => messageId);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(3);
  });
});

describe('a crash between the server taking the mail and the mark', () => {
  const crashing = () => ({
    load: tables.store.load.bind(tables.store),
    chain: tables.store.chain.bind(tables.store),
    commit: async () => {
      throw new Error('killed');
    },
  });

  it('repeats the mail once with the same Message-ID and says so', async () => {
    const notices = await queued();
    await expect(run({ store: crashing() as unknown as typeof tables.store })).rejects.toThrow('killed');
    const first = inbox.mails.length;
    expect(first).toBeGreaterThan(0);
    expect(await run()).toMatchObject({ sent: 3 - first });
    later(4 * MINUTE);
    expect(await run()).toMatchObject({ sent: first });
    const repeated = await Promise.all(notices.map((notice) => load(notice)));
    expect(repeated.filter(({ state }) => state.mail.maybeDuplicate === true)).toHaveLength(first);
    expect(repeated.every(({ status }) => status === 'sent')).toBe(true);
    const ids = (await inbox.parsed()).map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(3);
    expect(ids).toHaveLength(3 + first);
  });

  it('is not repeated for ever', async () => {
    const notices = await queued();
    for (let i = 0; i < 5; i += 1) {
      await run({ store: crashing() as unknown as typeof tables.store }).catch(() => {});
      later(4 * MINUTE);
    }
    const perNotice = new Map<string, number>();
    for (const { messageId = '' } of await inbox.parsed()) {
      perNotice.set(messageId, (perNotice.get(messageId) ?? 0) + 1);
    }
    expect(Math.max(...perNotice.values())).toBeLessThanOrEqual(2);
    await run();
    expect((await Promise.all(notices.map(load))).every(({ status }) => status === 'bounced')).toBe(true);
  });
});

describe('what a person does', () => {
  const service = { on: '2026-11-06', method: 'direct', note: 'signed' };
  const task = async (notice: Notice | undefined) => {
    const { GetCommand } = await import('@aws-sdk/lib-dynamodb');
    const { Item } = await tables.client.send(
      new GetCommand({ TableName: 'core', Key: { pk: notice?.id, sk: 'TASK#SERVE' } }),
    );
    return Item;
  };

  it('serves the paper of a courtesy copy and closes the task', async () => {
    const notices = await queued();
    expect(await task(notices[0])).toBeUndefined();
    expect(await task(notices[2])).toMatchObject({ task: 'serve-on-paper', glpk: 'LS#TASK#notice' });
    await run();
    expect(await task(notices[2])).toMatchObject({ task: 'serve-on-paper' });
    const done = await markServed(person(), notices[2]?.id ?? '', service);
    expect(done).toMatchObject({
      ok: true,
      value: { served: { on: '2026-11-06', method: 'direct', by: 'u9' } },
    });
    expect(await task(notices[2])).not.toHaveProperty('glpk');
    expect((await tables.store.chain(notices[2]?.id ?? '')).at(-1)).toMatchObject({
      command: 'mark-served',
      from: 'sent',
      to: 'served',
      ground: 'direct',
      actor: 'u9',
    });
  });

  it('takes a served notice out of the mail queue', async () => {
    const notices = await queued();
    await markServed(person(), notices[0]?.id ?? '', { ...service, method: 'told', note: 'told-noted' });
    expect(await run()).toMatchObject({ sent: 2 });
  });

  it.each([
    [{ on: '2026-11-05' }, 'notice.served.date'],
    [{ on: '2026-11-07' }, 'notice.served.date'],
    [{ on: '2026-02-30' }, 'notice.served.date'],
    [{ method: 'pigeon' }, 'notice.served.method'],
    [{ note: 'free text' }, 'notice.served.note'],
  ])('is refused with %j', async (over, code) => {
    const notices = await queued();
    const answer = await markServed(person(), notices[2]?.id ?? '', { ...service, ...over });
    expect(answer).toMatchObject({ ok: false, problems: [{ code }] });
    await drain();
  });

  it('sends a returned mail to a corrected address with a new Message-ID, as a copy when not consented', async () => {
    const consent = { on: localDate('2026-03-01'), address: 'fawu@chenguang.example.cn' };
    const notices = await queued({ agency: agency({ electronicServiceConsent: consent }) });
    const id = notices[2]?.id ?? '';
    await run();
    expect(await task(notices[2])).toBeUndefined();
    expect(await markBounced(person(), id)).toMatchObject({ ok: true });
    expect(await task(notices[2])).toMatchObject({ task: 'serve-by-other-means' });
    expect(await requeue(person(), id, consent.address)).toMatchObject({
      problems: [{ code: 'notice.address.same' }],
    });
    expect(await requeue(person(), id, 'a@b.cn, c@d.cn')).toMatchObject({
      problems: [{ code: 'notice.address' }],
    });
    expect(await requeue(person(), id, 'neu@chenguang.example.cn')).toMatchObject({
      ok: true,
      value: { service: 'courtesy' },
    });
    expect(await task(notices[2])).toMatchObject({ task: 'serve-on-paper' });
    await run();
    const mails = (await inbox.parsed()).filter(({ subject }) => subject?.startsWith('行政检查通知书'));
    expect(mails.map(({ to }) => to?.[0]?.address)).toEqual([consent.address, 'neu@chenguang.example.cn']);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(2);
    expect(mails[1]?.text).toContain('不具有送达的效力');
  });

  it('stands when it happens while the mail is under way', async () => {
    const notices = await queued();
    const slow: Mailer = {
      send: async () => {
        for (const { id } of notices) await markServed(person(), id, service);
        return { type: 'accepted' };
      },
    };
    await run({ mailer: slow });
    expect((await load(notices[0])).status).toBe('served');
  });

  it('needs the role and the state', async () => {
    const notices = await queued();
    const id = notices[2]?.id ?? '';
    expect(await markServed(person(['auditor']), id, service)).toMatchObject({
      problems: [{ code: 'notice.state' }],
    });
    expect(await confirmReceipt(person(['link']), id)).toMatchObject({
      problems: [{ code: 'notice.state' }],
    });
    await run();
    expect(await confirmReceipt(person(['link']), id)).toMatchObject({ ok: true });
    expect(await confirmReceipt(person(['link']), id)).toMatchObject({
      problems: [{ code: 'notice.state' }],
    });
    expect(await markServed(person(), 'NT#none', service)).toMatchObject({
      problems: [{ code: 'notice.unknown' }],
    });
  });
});
