import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliveryDeps } from '../../../../functions/mail-worker/deliveryDeps.ts';
import { DynamoMailQueue } from '../../../../shared/adapters/dynamoOutbox.ts';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { yuan } from '../../../../shared/money.ts';
import { deliverNotices } from '../../../../shared/notice/deliverNotices.ts';
import type { MailMessage } from '../../../../shared/notice/mailPort.ts';
import { lookAt } from '../../../../shared/penalty/looking.ts';
import { penaltyReminderStands } from '../../../../shared/penalty/papers/reminders.ts';
import { recordPayment } from '../../../../shared/penalty/performing.ts';
import { review } from '../../../../shared/penalty/reviewing.ts';
import {
  legalReviewer,
  type PenaltyWorld,
  penaltyWorld,
  testCharge,
  testDraft,
  USCC,
} from '../../../fixtures/penaltyWorld.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const zero = new Uint8Array(32);

async function mailed(world: PenaltyWorld): Promise<readonly MailMessage[]> {
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
    stands: (reminder) => penaltyReminderStands({ cases: tables.store, now }, reminder),
    mailDomain: 'office.example.cn',
    now,
    random: () => 0.5,
  });
  await deliverNotices(deps, { most: 100, width: 1, leaseMs: 180_000, goOn: () => true });
  return sent;
}

const lookAndIssue = async (world: PenaltyWorld, id: string) => {
  await lookAt({ ...world.deps, lists: world.lists }, id);
  await world.issue();
};

describe('a date of a penalty case', () => {
  it('of the office is mailed to its people with the case, and nothing of the matter', async () => {
    const world = penaltyWorld(tables);
    const id = await world.open();
    world.on('2026-07-24');
    await lookAndIssue(world, id);
    await lookAndIssue(world, id);
    const sent = await mailed(world);
    expect(sent.map(({ to }) => to.address).sort()).toEqual([
      'wang@office.example.cn',
      'zhao@office.example.cn',
    ]);
    const [mail] = sent;
    expect(mail?.text).toContain('“决定是否立案”的最后一日是2026年7月27日');
    expect(mail?.text).toContain(`https://console.example.cn/penalties/${id}`);
    const words = `${mail?.subject}${mail?.text}${mail?.html}`;
    for (const told of ['测试专利代理事务所', USCC, '利益冲突']) expect(words).not.toContain(told);
  });

  /** Served on the 14th of July, so that the fine is due on the 29th. */
  async function performing() {
    const world = penaltyWorld(tables);
    const id = await world.effective();
    await world.issue();
    await mailed(world);
    world.on('2026-07-28');
    await lookAndIssue(world, id);
    return { world, id };
  }

  it('for paying is told to the party with its link, and to nobody of the office before it is over', async () => {
    const { world } = await performing();
    const sent = await mailed(world);
    expect(sent.map(({ to }) => to.address)).toEqual([world.registered.email]);
    const [mail] = sent;
    expect(mail?.text).toContain('缴纳罚没款的最后一日是2026年7月29日');
    expect(mail?.text).toMatch(/https:\/\/public\.example\.cn\/p\/[\w.-]+/);
    expect(mail?.subject).not.toContain('北京测试');
  });

  it('for paying is not told to who has paid meanwhile', async () => {
    const { world, id } = await performing();
    const payment = { on: localDate('2026-07-28'), amount: yuan(50_000), receipt: 'R-1' };
    await world.give(id, 'record-payment', recordPayment, payment);
    expect(await mailed(world)).toEqual([]);
  });

  it('of a person is not mailed to the agency that they work for', async () => {
    const world = penaltyWorld(tables);
    const party = { kind: 'person', name: '钱某', uscc: USCC, licenceNo: '1100012345.6' } as const;
    const charge = testCharge({
      entry: 'practitioner.private-acceptance',
      discretion: 'lighter',
      measures: { correct: localDate('2026-12-31'), warning: true, fine: yuan(10_000) },
    });
    const id = await world.effective(testDraft([charge]), { party });
    await world.issue();
    world.on('2026-07-28');
    await lookAndIssue(world, id);
    const sent = await mailed(world);
    expect(sent.map(({ to }) => to.address)).not.toContain(world.registered.email);
  });
});

describe('the mail of a paper', () => {
  it('to the party has the way to its pages; what is kept in the file is mailed to nobody', async () => {
    const world = penaltyWorld(tables);
    await world.issue();
    await mailed(world);
    const id = await world.draft();
    await world.give(id, 'review', review, { outcome: 'passed', note: '' }, legalReviewer);
    await world.issue();
    const sent = await mailed(world);
    expect(sent.map(({ subject }) => subject.slice(0, 9))).toEqual(['行政处罚事先告知书']);
    expect(sent[0]?.text).toMatch(/https:\/\/public\.example\.cn\/p\/[\w.-]+/);
    expect(sent[0]?.text).toContain('不具有送达的效力');
  });

  it('is not sent any more when the paper was handed over before', async () => {
    const world = penaltyWorld(tables);
    await world.issue();
    await mailed(world);
    await world.deciding();
    await world.issue();
    expect(await mailed(world)).toEqual([]);
  });
});
