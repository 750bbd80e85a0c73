import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openLink } from '../../../shared/access/signedLink.ts';
import { smtpMailer } from '../../../shared/adapters/smtp.ts';
import { deliverNotices } from '../../../shared/notice/deliverNotices.ts';
import type { Mailer } from '../../../shared/notice/mailPort.ts';
import { queueNotices } from '../../../shared/notice/queueNotices.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { digest } from '../../shared/notice/memory.ts';
import { agency, inspector, visit } from '../../shared/notice/sources.ts';
import { limits, linkKey, type MailWorld, MINUTE, mailWorld } from './mailWorld.ts';

let tables: Tables;
let world: MailWorld;

beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await mailWorld(tables);
});
afterEach(() => world.close());

describe('sending', () => {
  it('sends every notice once to one recipient with a link that opens', async () => {
    const notices = await world.queued();
    expect(await world.run()).toMatchObject({ sent: 3, deferred: 0, failed: 0 });
    expect(await world.run()).toMatchObject({ sent: 0, more: false });
    const mails = await world.inbox.parsed();
    expect(mails).toHaveLength(3);
    for (const { to } of world.inbox.mails) expect(to).toHaveLength(1);
    const toAgency = mails.find(({ subject }) => subject?.startsWith('行政检查通知书'));
    expect(toAgency?.to).toEqual([
      { name: '北京晨光知识产权代理有限公司', address: 'office@chenguang.example.cn' },
    ]);
    const token = /\/l\/(\S+)/.exec(toAgency?.text ?? '')?.[1] ?? '';
    const hmac = (message: Uint8Array) =>
      new Uint8Array(createHmac('sha256', linkKey).update(message).digest());
    expect(openLink(token, 'recipient', world.clock.now, hmac)).toMatchObject({
      ok: true,
      value: { subject: `${notices[2]?.draw}|agency|91110108MA00000013` },
    });
    expect(await world.load(notices[2])).toMatchObject({
      status: 'sent',
      state: { mail: { attempts: 1, sentAt: world.at() } },
    });
    expect((await tables.store.chain(notices[2]?.id ?? '')).map(({ command }) => command)).toEqual([
      'queue',
      'send',
    ]);
  });

  it('queues nothing twice', async () => {
    const notices = await world.queued();
    expect(await queueNotices({ store: tables.store, digest }, notices, world.at())).toBe(0);
    await world.drain();
  });

  it('lets two workers at the same time send each notice once', async () => {
    await world.queued();
    await world.queued();
    await Promise.all([world.run(), world.run(), world.run()]);
    const ids = (await world.inbox.parsed()).map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(6);
    expect(ids).toHaveLength(6);
  });

  it('sends 300 in one run over a handful of connections', async () => {
    const agencies = Array.from({ length: 100 }, (_, i) =>
      agency({ uscc: `91110108MA${String(i).padStart(8, '0')}` }),
    );
    const team = [inspector('IS-1'), inspector('IS-2')];
    await world.queued({
      visits: agencies.map((one, i) => visit(i + 1, one, team)),
      agencies: new Map(agencies.map((one) => [one.uscc, one])),
    });
    expect(await world.run({ mailer: world.patient })).toMatchObject({ sent: 300 });
    expect(world.inbox.state.connections).toBeLessThanOrEqual(4);
  });

  it('ends a run when its time is up and leaves the rest in the queue', async () => {
    await world.queued();
    let turns = 0;
    const report = await deliverNotices(world.deps(), { ...limits, width: 1, goOn: () => turns++ < 2 });
    expect(report).toMatchObject({ sent: 1, more: true });
    await world.drain();
  });

  it.each([
    ['a comma in the address', { email: 'a@x.example.cn,b@x.example.cn' }],
    ['a line break in the name', { name: '公司\r\nBcc: b@x.example.cn' }],
  ])('refuses %s without asking the mail server', async (_, over) => {
    const notices = await world.queued({ agency: agency(over) });
    expect(await world.run()).toMatchObject({ sent: 2, failed: 1 });
    expect(await world.load(notices[2])).toMatchObject({
      status: 'bounced',
      state: { mail: { failure: { code: 'address-invalid' } } },
    });
    expect(world.inbox.mails).toHaveLength(2);
  });

  it('delivers a name with quotes, commas and markup as one name', async () => {
    const name = '甲, 乙 <x@y.cn> "丙"（北京）';
    await world.queued({ agency: agency({ name }) });
    await world.run();
    const mail = (await world.inbox.parsed()).find(
      ({ to }) => to?.[0]?.address === 'office@chenguang.example.cn',
    );
    expect(mail?.to).toEqual([{ name, address: 'office@chenguang.example.cn' }]);
  });
});

describe('failing', () => {
  it('tries again later after a 4xx, at growing distances', async () => {
    world.inbox.state.fault = 'rcpt-450';
    const notices = await world.queued();
    expect(await world.run()).toMatchObject({ deferred: 3 });
    expect(await world.load(notices[0])).toMatchObject({
      status: 'queued',
      state: {
        mail: { attempts: 1, nextAt: '2026-11-06T02:01:00Z', failure: { class: 'temporary', code: '450' } },
      },
    });
    expect(await world.run()).toMatchObject({ deferred: 0, more: false });
    world.later(MINUTE);
    await world.run();
    expect((await world.load(notices[0])).state.mail).toMatchObject({
      attempts: 2,
      nextAt: '2026-11-06T02:03:00Z',
    });
    world.inbox.state.fault = 'none';
    world.later(2 * MINUTE);
    expect(await world.run()).toMatchObject({ sent: 3 });
    expect((await world.load(notices[0])).state.mail.failure).toBeUndefined();
    expect((await world.load(notices[0])).state.mail.maybeDuplicate).toBeUndefined();
  });

  it.each([
    ['rcpt-550', '550'],
    ['data-552', '552'],
  ] as const)('gives %s to a person at once', async (fault, code) => {
    world.inbox.state.fault = fault;
    const notices = await world.queued();
    expect(await world.run()).toMatchObject({ failed: 3 });
    expect(await world.load(notices[0])).toMatchObject({
      status: 'bounced',
      state: { mail: { failure: { code } } },
    });
    world.later(60 * MINUTE);
    expect(await world.run()).toMatchObject({ failed: 0, sent: 0 });
  });

  it('gives up after twelve attempts', async () => {
    const notices = await world.queued();
    const down: Mailer = { send: async () => ({ type: 'temporary', code: 'ECONNREFUSED' }) };
    for (let i = 0; i < 12; i += 1) {
      await world.run({ mailer: down });
      world.later(30 * 60 * MINUTE);
    }
    expect(await world.load(notices[0])).toMatchObject({
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
    world.inbox.state.fault = 'hang-at-rcpt';
    const hung = await world.mailer.send(message);
    expect(hung).toMatchObject({ type: 'temporary', code: 'ETIMEDOUT' });
    expect(hung).not.toHaveProperty('uncertain');
  });

  it('knows that a message taken without an answer may have arrived, and sends it only once more', async () => {
    world.inbox.state.fault = 'drop-after-data';
    const notices = await world.queued();
    expect(await world.run()).toMatchObject({ deferred: 3 });
    expect((await world.load(notices[0])).state.mail.maybeDuplicate).toBe(true);
    world.later(2 * MINUTE);
    expect(await world.run()).toMatchObject({ failed: 3 });
    expect((await world.load(notices[0])).state.mail.failure?.code).toBe('outcome-unknown');
    const ids = (await world.inbox.parsed()).map(({ messageId }) => messageId);
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
    const notices = await world.queued();
    await expect(world.run({ store: crashing() as unknown as typeof tables.store })).rejects.toThrow(
      'killed',
    );
    const first = world.inbox.mails.length;
    expect(first).toBeGreaterThan(0);
    expect(await world.run()).toMatchObject({ sent: 3 - first });
    world.later(4 * MINUTE);
    expect(await world.run()).toMatchObject({ sent: first });
    const repeated = await Promise.all(notices.map((notice) => world.load(notice)));
    expect(repeated.filter(({ state }) => state.mail.maybeDuplicate === true)).toHaveLength(first);
    expect(repeated.every(({ status }) => status === 'sent')).toBe(true);
    const ids = (await world.inbox.parsed()).map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(3);
    expect(ids).toHaveLength(3 + first);
  });

  it('is not repeated for ever', async () => {
    const notices = await world.queued();
    for (let i = 0; i < 5; i += 1) {
      await world.run({ store: crashing() as unknown as typeof tables.store }).catch(() => {});
      world.later(4 * MINUTE);
    }
    const perNotice = new Map<string, number>();
    for (const { messageId = '' } of await world.inbox.parsed()) {
      perNotice.set(messageId, (perNotice.get(messageId) ?? 0) + 1);
    }
    expect(Math.max(...perNotice.values())).toBeLessThanOrEqual(2);
    await world.run();
    expect((await Promise.all(notices.map(world.load))).every(({ status }) => status === 'bounced')).toBe(
      true,
    );
  });
});
