import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { testInspector } from '../../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';
import { headerOf } from '../../web/kit/gateway.ts';
import { firstVisit, linkOffice, shortItem } from './linkOffice.ts';

let tables: Tables;
beforeEach(async () => {
  tables = await openTables();
});
afterEach(() => tables.close());

const TODAY = '2026-12-08';

describe('the code at the door', () => {
  it('names the office, the day, the officers and the basis, and how to call back', async () => {
    const office = await linkOffice(tables, { items: [{ ...shortItem, announced: false }] });
    const { visit, number } = firstVisit(office);
    const answer = await office.get(`/visit-check/${office.visitCode(number, TODAY)}`);
    expect(answer.statusCode).toBe(200);
    const body = answer.body ?? '';
    const facts = [
      '本次检查属实',
      '北京市知识产权局',
      '2026年12月8日',
      visit.agencyName,
      shortItem.legalBasis,
    ];
    for (const text of [...facts, '执法处', '第四十二条', '010-12345678']) expect(body).toContain(text);
    for (const { name, inspectorId } of visit.seats) {
      expect(body).toContain(name);
      expect(body).toContain(`BJ-IP-${inspectorId}`);
    }
    expect(headerOf(answer, 'cache-control')).toBe('no-store');
    expect(headerOf(answer, 'referrer-policy')).toBe('no-referrer');
    expect(headerOf(answer, 'x-robots-tag')).toContain('noindex');
    expect(office.lines.join('\n')).not.toContain(number);
  });

  it('that proves nothing warns, tells what to do, and shows nothing of a case', async () => {
    const office = await linkOffice(tables);
    const { visit, number, link } = firstVisit(office);
    const good = office.visitCode(number, TODAY);
    const expires = Date.parse('2027-01-01T00:00:00Z') / 1000;
    const codes: readonly (readonly [string, string])[] = [
      ['x', '不是本机关的'],
      [`${good.slice(0, -2)}xx`, '不是本机关的'],
      [link.slice('/l/'.length), '不是本机关的'],
      [office.signed({ purpose: 'visit-check', subject: number, expires }), '不是本机关的'],
      [office.visitCode(`${office.draw}-999`, TODAY), '不是本机关的'],
      [office.visitCode(number, '2026-12-07'), '不是今天的'],
      [office.visitCode(number, '2026-12-09'), '不是今天的'],
    ];
    for (const [code, warning] of codes) {
      const { statusCode, body } = await office.get(`/visit-check/${code}`);
      expect(statusCode).toBe(200);
      for (const text of [warning, '不要签字', '010-12345678']) expect(body).toContain(text);
      expect(body).not.toContain(visit.agencyName);
      expect(body).not.toContain(visit.seats[0]?.name);
    }
  });

  it('opens until the end of its day in Beijing', async () => {
    const office = await linkOffice(tables);
    const path = `/visit-check/${office.visitCode(firstVisit(office).number, TODAY)}`;
    office.world.clock.now = '2026-12-08T15:59:59Z';
    expect((await office.get(path)).body).toContain('本次检查属实');
    office.world.clock.now = '2026-12-08T16:00:00Z';
    expect((await office.get(path)).body).toContain('不是今天的');
  });

  it.each([
    ['cancelled', '已经终止'],
    ['merged', '已并入另一次检查'],
    ['joining', '已并入另一次检查'],
    ['staffing', '不足两人'],
  ] as const)('of an inspection that is %s says so', async (status, warning) => {
    const office = await linkOffice(tables);
    const { visit, number } = firstVisit(office);
    await office.put(number, status);
    const { body } = await office.get(`/visit-check/${office.visitCode(number, TODAY)}`);
    expect(body).toContain(warning);
    expect(body).toContain('不要签字');
    expect(body).not.toContain(visit.agencyName);
  });

  it('warns when fewer than two may act on the day', async () => {
    const office = await linkOffice(tables);
    const { visit, number } = firstVisit(office);
    const lapsed = Number(visit.seats[0]?.inspectorId.slice(1));
    const ended = testInspector(lapsed, { certificateValidTo: localDate('2026-12-07') });
    const all = await office.world.deps.registers.inspectors();
    office.world.deps.registers.inspectors = async () =>
      all.map((one) => (one.id === ended.id ? ended : one));
    const { body } = await office.get(`/visit-check/${office.visitCode(number, TODAY)}`);
    expect(body).toContain('不足两人');
  });

  it('is explained on a page of its own', async () => {
    const office = await linkOffice(tables);
    const { statusCode, body } = await office.get('/visit-check');
    expect(statusCode).toBe(200);
    for (const text of ['https://links.example.cn', '核验码在哪里', '010-12345678'])
      expect(body).toContain(text);
  });
});
