import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DynamoInspections } from '../../../../shared/adapters/dynamoInspections.ts';
import { drawReplacements } from '../../../../shared/inspection/replacing.ts';
import { decideStaffing } from '../../../../shared/inspection/staffing.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';
import { ANY_FORM, firstVisit, linkOffice, shortItem } from './linkOffice.ts';

let tables: Tables;
beforeEach(async () => {
  tables = await openTables();
});
afterEach(() => tables.close());

const KEY = 'a-form-of-one-page-0001';
const supervisor = { userId: 'u-supervisor', name: '王监管', roles: ['supervisor'] } as const;

async function firstSeat(options: Parameters<typeof linkOffice>[1] = {}) {
  const office = await linkOffice(tables, options);
  const { visit, number } = firstVisit(office);
  const [seat] = visit.seats;
  if (seat === undefined) throw new Error('no seat');
  const link = office.link('inspector', seat.inspectorId);
  return { office, visit, number, seat, link, page: `${link}/inspection/${number}` };
}

describe('the inspection of an inspector', () => {
  it('is shown with its agency, and no other inspection is', async () => {
    const { office, visit, number, seat, link, page } = await firstSeat();
    const first = (await office.get(link)).body ?? '';
    for (const { no, seats } of office.visits) {
      const mine = seats.some(({ inspectorId }) => inspectorId === seat.inspectorId);
      const path = `${link}/inspection/${office.numberOf(no)}`;
      expect(first.includes(path)).toBe(mine);
      expect((await office.get(path)).statusCode).toBe(mine ? 200 : 404);
    }
    const body = (await office.get(page)).body ?? '';
    expect(body).toContain(visit.agencyName);
    expect(body).toContain(`https://office.example.cn/inspections/${number}`);
    expect(body).toContain('任何人不能挑选');
    expect((await office.get(office.link('inspector', seat.inspectorId, 'BJIPO-2026-0099'))).statusCode).toBe(
      404,
    );
  });

  it('is shown before an unannounced visit, with the request to keep it', async () => {
    const { office, page } = await firstSeat({ items: [{ ...shortItem, announced: false }] });
    expect((await office.get(page)).body).toContain('请勿透露');
  });
});

describe('a conflict or an absence', () => {
  it('is declared once and waits for a second person', async () => {
    const { office, number, seat, page } = await firstSeat();
    const form = { reason: 'recusal-own', text: '曾任职于该机构', idempotencyKey: KEY };
    // The second press comes from a page that was opened before the first.
    for (const from of [page, ANY_FORM])
      expect((await office.post(from, `${page}/staffing`, form)).statusCode).toBe(303);
    const another = { ...form, idempotencyKey: 'a-form-of-one-page-0002' };
    const pending = await office.post(ANY_FORM, `${page}/staffing`, another);
    expect(pending.statusCode).toBe(422);
    expect(pending.body).toContain('更换申请正在办理');
    const { state } = await office.load(number);
    expect(state.staffing).toHaveLength(1);
    expect(state.staffing[0]).toMatchObject({
      id: KEY,
      inspectorId: seat.inspectorId,
      reason: 'recusal-own',
      requested: { by: `link:${seat.tid}` },
    });
    // Only its digest is kept.
    expect(JSON.stringify(state)).not.toContain('曾任职');
    const body = (await office.get(page)).body ?? '';
    expect(body).toContain('等待另一人确认');
    expect(body).not.toContain('提交申报');
  });

  it.each([
    [{ text: '出差' }, 'f-reason', '请选择原因'],
    [{ reason: 'recusal-granted', text: '出差' }, 'f-reason', '请选择原因'],
    [{ reason: 'closed', text: '出差' }, 'f-reason', '请选择原因'],
    [{ reason: 'on-leave', text: ' ' }, 'f-text', '请填写说明'],
  ])('comes back with what is wrong: %j', async (form, field, message) => {
    const { office, number, page } = await firstSeat();
    const answer = await office.post(page, `${page}/staffing`, form);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(`id="${field}-error"`);
    expect(answer.body).toContain(message);
    expect((await office.load(number)).state.staffing).toEqual([]);
  });

  it('is too late once the record is in', async () => {
    const { office, number, page } = await firstSeat();
    await office.put(number, 'visited');
    expect((await office.get(page)).body).not.toContain('提交申报');
    const late = await office.post(ANY_FORM, `${page}/staffing`, { reason: 'ill', text: '不适' });
    expect(late.statusCode).toBe(409);
  });

  it('leaves, once the seat has been drawn anew, nothing to be seen but that', async () => {
    const { office, visit, number, link, page, seat } = await firstSeat();
    const form = { reason: 'recusal-own', text: '曾任职于该机构', idempotencyKey: KEY };
    await office.post(page, `${page}/staffing`, form);
    const decision = { id: KEY, outcome: 'confirmed' } as const;
    await office.give(number, 'decide-staffing', decideStaffing, decision, supervisor);
    expect((await office.get(page)).body).toContain('正在按抽签规则确定接替的人');
    const { world, deps } = office;
    const lists = new DynamoInspections(tables.client, 'core');
    const drawn = await drawReplacements({ ...deps.inspections, draws: world.deps, lists });
    expect(drawn).toEqual({ done: 1, failed: [] });
    expect((await office.load(number)).state.team.map(({ inspectorId }) => inspectorId)).not.toContain(
      seat.inspectorId,
    );
    const first = (await office.get(link)).body ?? '';
    expect(first).toContain(`检查 ${number}：您已不在检查组`);
    expect(first).not.toContain(visit.agencyName);
    expect(first).not.toContain(page);
    expect((await office.get(page)).statusCode).toBe(404);
    expect((await office.post(ANY_FORM, `${page}/staffing`, form)).statusCode).toBe(404);
  });
});
