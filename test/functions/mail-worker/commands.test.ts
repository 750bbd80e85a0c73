import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import type { Mailer } from '../../../shared/notice/mailPort.ts';
import type { Notice } from '../../../shared/notice/notice.ts';
import { confirmReceipt, markBounced, markServed, requeue } from '../../../shared/notice/noticeCommands.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { agency } from '../../shared/notice/sources.ts';
import { type MailWorld, mailWorld } from './mailWorld.ts';

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

describe('what a person does', () => {
  const service = { on: '2026-11-06', method: 'direct', note: 'signed' };
  const task = async (notice: Notice | undefined) => {
    const { Item } = await tables.client.send(
      new GetCommand({ TableName: 'core', Key: { pk: notice?.id, sk: 'TASK#SERVE' } }),
    );
    return Item;
  };

  it('serves the paper of a courtesy copy and closes the task', async () => {
    const notices = await world.queued();
    expect(await task(notices[0])).toBeUndefined();
    expect(await task(notices[2])).toMatchObject({ task: 'serve-on-paper', glpk: 'LS#TASK#notice' });
    await world.run();
    expect(await task(notices[2])).toMatchObject({ task: 'serve-on-paper' });
    const done = await markServed(world.person(), notices[2]?.id ?? '', service);
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
    const notices = await world.queued();
    await markServed(world.person(), notices[0]?.id ?? '', {
      ...service,
      method: 'told',
      note: 'told-noted',
    });
    expect(await world.run()).toMatchObject({ sent: 2 });
  });

  it.each([
    [{ on: '2026-11-05' }, 'notice.served.date'],
    [{ on: '2026-11-07' }, 'notice.served.date'],
    [{ on: '2026-02-30' }, 'notice.served.date'],
    [{ method: 'pigeon' }, 'notice.served.method'],
    [{ note: 'free text' }, 'notice.served.note'],
  ])('is refused with %j', async (over, code) => {
    const notices = await world.queued();
    const answer = await markServed(world.person(), notices[2]?.id ?? '', { ...service, ...over });
    expect(answer).toMatchObject({ ok: false, problems: [{ code }] });
    await world.drain();
  });

  it('sends a returned mail to a corrected address with a new Message-ID, as a copy when not consented', async () => {
    const consent = { on: localDate('2026-03-01'), address: 'fawu@chenguang.example.cn' };
    const notices = await world.queued({ agency: agency({ electronicServiceConsent: consent }) });
    const id = notices[2]?.id ?? '';
    await world.run();
    expect(await task(notices[2])).toBeUndefined();
    expect(await markBounced(world.person(), id)).toMatchObject({ ok: true });
    expect(await task(notices[2])).toMatchObject({ task: 'serve-by-other-means' });
    expect(await requeue(world.person(), id, consent.address)).toMatchObject({
      problems: [{ code: 'notice.address.same' }],
    });
    expect(await requeue(world.person(), id, 'a@b.cn, c@d.cn')).toMatchObject({
      problems: [{ code: 'notice.address' }],
    });
    expect(await requeue(world.person(), id, 'neu@chenguang.example.cn')).toMatchObject({
      ok: true,
      value: { service: 'courtesy' },
    });
    expect(await task(notices[2])).toMatchObject({ task: 'serve-on-paper' });
    await world.run();
    const mails = (await world.inbox.parsed()).filter(({ subject }) => subject?.startsWith('行政检查通知书'));
    expect(mails.map(({ to }) => to?.[0]?.address)).toEqual([consent.address, 'neu@chenguang.example.cn']);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(2);
    expect(mails[1]?.text).toContain('不具有送达的效力');
  });

  it('stands when it happens while the mail is under way', async () => {
    const notices = await world.queued();
    const slow: Mailer = {
      send: async () => {
        for (const { id } of notices) await markServed(world.person(), id, service);
        return { type: 'accepted' };
      },
    };
    await world.run({ mailer: slow });
    expect((await world.load(notices[0])).status).toBe('served');
  });

  it('needs the role and the state', async () => {
    const notices = await world.queued();
    const id = notices[2]?.id ?? '';
    expect(await markServed(world.person(['auditor']), id, service)).toMatchObject({
      problems: [{ code: 'notice.state' }],
    });
    expect(await confirmReceipt(world.person(['link']), id)).toMatchObject({
      problems: [{ code: 'notice.state' }],
    });
    await world.run();
    expect(await confirmReceipt(world.person(['link']), id)).toMatchObject({ ok: true });
    expect(await confirmReceipt(world.person(['link']), id)).toMatchObject({
      problems: [{ code: 'notice.state' }],
    });
    expect(await markServed(world.person(), 'NT#none', service)).toMatchObject({
      problems: [{ code: 'notice.unknown' }],
    });
  });
});
