import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliveryDeps } from '../../../../functions/mail-worker/deliveryDeps.ts';
import { DynamoMailQueue } from '../../../../shared/adapters/dynamoOutbox.ts';
import { accept } from '../../../../shared/complaint/accepting.ts';
import { lookAt } from '../../../../shared/complaint/looking.ts';
import { complaintReminderStands } from '../../../../shared/complaint/papers/reminders.ts';
import { deliverNotices } from '../../../../shared/notice/deliverNotices.ts';
import type { MailMessage } from '../../../../shared/notice/mailPort.ts';
import { complaintPaperWorld } from '../../../fixtures/complaintPaperWorld.ts';
import { plantedIdentity } from '../../../fixtures/complaintWorld.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const zero = new Uint8Array(32);

async function mailed(world: ReturnType<typeof complaintPaperWorld>): Promise<readonly MailMessage[]> {
  const sent: MailMessage[] = [];
  const { now } = world.deps;
  const deps = deliveryDeps({
    store: tables.store,
    queue: new DynamoMailQueue(tables.client, 'core'),
    mailer: {
      async send(message) {
        sent.push(message);
        return { type: 'accepted' };
      },
    },
    values: { auditKey: zero, linkKey: zero },
    publicUrl: 'https://public.example.cn',
    consoleUrl: 'https://console.example.cn',
    stands: (reminder) => complaintReminderStands({ cases: tables.store, now }, reminder),
    mailDomain: 'office.example.cn',
    now,
    random: () => 0.5,
  });
  await deliverNotices(deps, { most: 100, width: 1, leaseMs: 180_000, goOn: () => true });
  return sent;
}

async function due() {
  const world = complaintPaperWorld(tables, '2026-09-18T02:00:00Z');
  const { complaint: id } = await world.file({ wish: 'settle' });
  const look = () => lookAt({ ...world.deps, lists: world.lists }, id);
  return { world, id, look };
}

describe('a date of a complaint', () => {
  it('is mailed the day before to each supervisor once, with what is due and nothing of the matter', async () => {
    const { world, id, look } = await due();
    // Seven working days from 18 September, over the Mid-Autumn days off: the 29th.
    world.on('2026-09-28');
    await look();
    await world.issue();
    await look();
    await world.issue();
    const sent = await mailed(world);
    expect(sent.map(({ to }) => to.address).sort()).toEqual([
      'wang@office.example.cn',
      'zhao@office.example.cn',
    ]);
    const [mail] = sent;
    expect(mail?.text).toContain('“告知是否受理”的最后一日是2026年9月29日（含当日）');
    expect(mail?.text).toContain(`https://console.example.cn/complaints/${id}`);
    expect(mail?.text).toContain('第十五条');
    const words = `${mail?.subject}${mail?.text}${mail?.html}`;
    for (const told of ['测试专利代理事务所', '退还', '202310123456', ...Object.values(plantedIdentity)])
      expect(words).not.toContain(told);
  });

  it('that has passed is mailed to the approvers too, each person once', async () => {
    const { world, look } = await due();
    world.on('2026-09-30');
    await look();
    await world.issue();
    const sent = await mailed(world);
    expect(sent.map(({ to }) => to.address).sort()).toEqual([
      'li@office.example.cn',
      'wang@office.example.cn',
      'zhao@office.example.cn',
    ]);
    expect(sent[0]?.text).toContain('逾期1日');
  });

  it('that is met before the mail leaves is not told', async () => {
    const { world, id, look } = await due();
    world.on('2026-09-28');
    await look();
    await world.issue();
    await world.assign(id);
    await world.give(id, 'accept', accept, undefined);
    expect(await mailed(world)).toEqual([]);
  });

  it('that is met before the mail is written is not written', async () => {
    const { world, id, look } = await due();
    world.on('2026-09-28');
    await look();
    await world.assign(id);
    await world.give(id, 'accept', accept, undefined);
    await world.issue();
    // Copies of papers to the agency, and nothing about a date.
    expect(new Set((await mailed(world)).map(({ subject }) => subject.slice(0, 5)))).toEqual(
      new Set(['调解通知书']),
    );
  });
});
