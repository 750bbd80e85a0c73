import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliveryDeps } from '../../../../functions/mail-worker/deliveryDeps.ts';
import { DynamoMailQueue } from '../../../../shared/adapters/dynamoOutbox.ts';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { builtInCalendar } from '../../../../shared/calendar/workingDays.ts';
import { deadlineOf, visitDeadline } from '../../../../shared/inspection/deadlines.ts';
import { look, lookAt } from '../../../../shared/inspection/looking.ts';
import { reminderStands } from '../../../../shared/inspection/papers/reminderStands.ts';
import { applyRecusal } from '../../../../shared/inspection/staffing.ts';
import { deliverNotices } from '../../../../shared/notice/deliverNotices.ts';
import type { MailMessage } from '../../../../shared/notice/mailPort.ts';
import type { Reminder } from '../../../../shared/notice/reminder.ts';
import { type PaperWorld, type PaperWorldOptions, paperWorld } from '../../../fixtures/paperWorld.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const values = { auditKey: new Uint8Array(32).fill(8), linkKey: new Uint8Array(32).fill(7) };

/** Sends what is due through the real delivery and gives what a mail server would have got. */
async function delivered(world: PaperWorld): Promise<readonly MailMessage[]> {
  const sent: MailMessage[] = [];
  const now = () => new Date(world.clock.now);
  const deps = deliveryDeps({
    store: tables.store,
    queue: new DynamoMailQueue(tables.client, 'core'),
    mailer: {
      async send(message) {
        sent.push(message);
        return { type: 'accepted' };
      },
    },
    values,
    publicUrl: 'https://links.example.cn',
    consoleUrl: 'https://console.example.cn/',
    stands: (reminder) =>
      reminderStands({ cases: tables.store, calendar: async () => builtInCalendar, now }, reminder),
    mailDomain: 'office.example.cn',
    now,
    random: () => 0.5,
  });
  await deliverNotices(deps, { most: 600, width: 2, leaseMs: 180_000, goOn: () => true });
  return sent;
}

/** A world whose draws' own notices have left already. */
async function world(options: PaperWorldOptions = {}) {
  const made = paperWorld(tables, options);
  const opened = await made.opened();
  await delivered(made);
  return { made, ...opened };
}

const addresses = (mails: readonly MailMessage[]) => mails.map(({ to }) => to.address).sort();

describe('a date that is near', () => {
  it('is told once to everybody it concerns, with the case behind the link', async () => {
    const { made, number } = await world();
    made.clock.now = '2026-11-27T02:00:00Z';
    await made.give(number, 'look', look, undefined);
    await made.give(number, 'look', look, undefined);
    expect(await made.issue()).toEqual({ done: 1, failed: [] });
    const mails = await delivered(made);
    expect(addresses(mails)).toEqual(['is-1@office.example.cn', 'is-2@office.example.cn']);
    const [first, second] = mails.toSorted((a, b) => (a.to.address < b.to.address ? -1 : 1));
    expect(first?.subject).toBe(`检查事项即将到期（${number}）`);
    expect(first?.text).toContain('“完成检查”的最后一日是2026年11月30日（含当日）');
    expect(first?.text).toContain('今天（2026年11月27日）是第18日，共21日。');
    expect(first?.text).toContain('未核实');
    // The first has an account and signs in; the second opens the link that is theirs.
    expect(first?.text).toContain(`https://console.example.cn/inspections/${number}`);
    expect(second?.text).toMatch(/https:\/\/links\.example\.cn\/l\/\S+/);
    expect(await delivered(made)).toEqual([]);
  });

  it('written again after a crash is no second mail', async () => {
    const { made, number } = await world();
    made.clock.now = '2026-11-27T02:00:00Z';
    await made.give(number, 'look', look, undefined);
    const [order] = await made.ordered();
    await made.issue();
    expect(await delivered(made)).toHaveLength(2);
    if (order === undefined) throw new Error('nothing was ordered');
    await made.again(order);
    await Promise.all([made.issue(), made.issue()]);
    expect(await delivered(made)).toEqual([]);
  });

  it('is told to the agency alone when it is the agency’s', async () => {
    const { made, number, draw } = await world();
    const ordered = { by: 'u-a', name: '李审批', at: '2026-11-20T02:00:00Z' };
    const due = deadlineOf('rectify', localDate('2026-11-20'), builtInCalendar, 15);
    await made.put(number, 'rectifying', {
      rectification: [{ ordered, text: '补正', days: 15, due: due.deadline.dueLegal }],
      deadlines: [due],
    });
    made.clock.now = `${due.deadline.dueTarget}T02:00:00Z`;
    await made.give(number, 'look', look, undefined);
    await made.issue();
    const [mail, ...others] = await delivered(made);
    expect(others).toEqual([]);
    expect(mail?.to.address).toBe(made.agency.email);
    expect(mail?.text).toMatch(/填写改正情况：https:\/\/links\.example\.cn\/l\/\S+/);
    expect(mail?.text).not.toContain('console.example.cn');
    const stored = await tables.store.load<Reminder>(
      `RM#${number}#reminder-rectify-${due.deadline.dueLegal}#agency:${made.agency.uscc}`,
    );
    expect(stored).toMatchObject({ status: 'sent', state: { draw, about: number } });
  });

  it('and was met before the mail left is not told any more', async () => {
    const { made, number } = await world();
    made.clock.now = '2026-11-27T02:00:00Z';
    await made.give(number, 'look', look, undefined);
    await made.issue();
    await made.put(number, 'visited', {});
    expect(await delivered(made)).toEqual([]);
    const id = `RM#${number}#reminder-visit-2026-11-30#inspector:IS-2`;
    expect(await tables.store.load(id)).toMatchObject({
      status: 'bounced',
      state: { mail: { failure: { code: 'date-settled' } } },
    });
  });

  it('and was met before the mail was written is not written', async () => {
    const { made, number } = await world();
    made.clock.now = '2026-11-27T02:00:00Z';
    await made.give(number, 'look', look, undefined);
    await made.put(number, 'cancelled', {});
    expect(await made.issue()).toEqual({ done: 1, failed: [] });
    expect(await delivered(made)).toEqual([]);
  });
});

describe('a date that has passed', () => {
  it('goes once to each person: those without an address or without a right any more are left out', async () => {
    const { made, number } = await world();
    made.users.push({
      userId: 'u-gone',
      iss: 'https://id.example.cn',
      sub: 'gone',
      name: '已停用',
      roles: ['supervisor'],
      email: 'gone@office.example.cn',
      disabledAt: '2026-01-01T00:00:00Z',
      version: 1,
    });
    // A member who supervises too.
    made.users.push({
      userId: 'u-both',
      iss: 'https://id.example.cn',
      sub: 'both',
      name: '检查员IS-2',
      roles: ['supervisor', 'inspector'],
      inspectorId: 'IS-2',
      email: 'IS-2@office.example.cn',
      version: 1,
    });
    made.clock.now = '2026-12-02T02:00:00Z';
    await made.give(number, 'look', look, undefined);
    await made.issue();
    const mails = await delivered(made);
    expect(addresses(mails)).toEqual([
      'is-1@office.example.cn',
      'is-2@office.example.cn',
      'li@office.example.cn',
      'wang@office.example.cn',
    ]);
    for (const { text, subject } of mails) {
      expect(subject).toContain('已经逾期');
      expect(text).toContain('已于2026年11月30日到期，至2026年12月2日逾期2日');
    }
  });

  it('says that the agency has not reported though the case has gone on to the re-check', async () => {
    const { made, number } = await world();
    const ordered = { by: 'u-a', name: '李审批', at: '2026-11-20T02:00:00Z' };
    const due = deadlineOf('rectify', localDate('2026-11-20'), builtInCalendar, 10);
    await made.put(number, 'rectifying', {
      rectification: [{ ordered, text: '补正', days: 10, due: due.deadline.dueLegal }],
      deadlines: [due],
    });
    made.clock.now = '2026-12-05T02:00:00Z';
    await lookAt({ ...made.inspections, lists: { postpone: async () => {} } }, number);
    expect((await made.load(number)).status).toBe('rechecking');
    await made.issue();
    const mails = await delivered(made);
    expect(addresses(mails)).toEqual(['is-1@office.example.cn', 'wang@office.example.cn']);
    expect(mails[0]?.text).toContain('案件已经转入复查');
  });
});

it('no mail says what an agency wrote in its application, nor who complained', async () => {
  const made = paperWorld(tables);
  const { number, visit } = await made.opened('told', undefined, { origin: 'targeted' });
  await delivered(made);
  await made.put(number, 'notified', {
    deadlines: [
      visitDeadline({ from: localDate('2026-11-09'), to: localDate('2026-11-30') }, builtInCalendar),
    ],
  });
  const tid = visit.seats[0]?.tid ?? '';
  const link = { userId: 'link:a', name: 'x', roles: ['link'] } as const;
  await made.give(number, 'apply-recusal', applyRecusal, { id: 'r1', tid, text: '申请书的秘密' }, link);
  made.clock.now = '2026-12-03T02:00:00Z';
  await made.give(number, 'look', look, undefined);
  await made.issue();
  const mails = await delivered(made);
  expect(mails.some(({ text }) => text.includes('决定是否回避'))).toBe(true);
  expect(JSON.stringify(mails)).not.toMatch(/秘密|投诉|举报|定向/);
});

it('escapes what a hostile agency is called', async () => {
  const { made, number } = await world({ agency: { name: '<script>alert(1)</script>' } });
  made.clock.now = '2026-11-27T02:00:00Z';
  await made.give(number, 'look', look, undefined);
  await made.issue();
  for (const { html } of await delivered(made)) {
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
  }
});
