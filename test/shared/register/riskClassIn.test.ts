import { expect, it } from 'vitest';
import { monthCell } from '../../../shared/register/cellCodec.ts';
import { searchAgencies } from '../../../shared/register/commands/agencySearch.ts';
import { latestRiskClass, riskClassIn } from '../../../shared/register/riskClassIn.ts';
import { agencyOf } from '../plan/office.ts';

const pending = agencyOf(1, { riskClass: 'B', nextRisk: { class: 'D', from: '2027-04' } });

it('a pending class counts from its month on', () => {
  expect(['2027-03', '2027-04', '2028-01'].map((month) => riskClassIn(pending, month))).toEqual([
    'B',
    'D',
    'D',
  ]);
  expect(latestRiskClass(pending)).toBe('D');
  expect(latestRiskClass(agencyOf(2, { riskClass: 'C' }))).toBe('C');
});

it('agencies are found by the class that counts in a month', () => {
  const found = (risk: { class: string; month: string }) =>
    searchAgencies([pending], { risk }, { size: 9 }).total;
  expect(found({ class: 'D', month: '2027-03' })).toBe(0);
  expect(found({ class: 'D', month: '2027-04' })).toBe(1);
});

it.each(['2027-3', '2027/03', '2027.3', '2027年3月', '２０２７-０３'])('%s is a month', (text) => {
  expect(monthCell.parse(text)).toEqual({ ok: true, value: '2027-03' });
});

it.each(['2027-13', '2027-0', '3月', '2027-03-01'])('%s is none', (text) => {
  expect(monthCell.parse(text)).toMatchObject({ problems: [{ code: 'register.month.format' }] });
});
