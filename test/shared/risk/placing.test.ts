import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import type { Agency } from '../../../shared/register/agency.ts';
import { riskClassIn } from '../../../shared/register/riskClassIn.ts';
import { firstOpenMonth, placeClass } from '../../../shared/risk/placing.ts';
import { agencyOf } from '../plan/office.ts';

const day = localDate('2027-03-10');
const of = (more: Partial<Agency>) => agencyOf(1, { riskClass: 'B', ...more });
const short = ({ riskClass, nextRisk }: Agency) => [riskClass, nextRisk?.class, nextRisk?.from];

describe('the month in which a class begins to count', () => {
  it('is the present one while it has no published plan, and else the one after the last', () => {
    expect(firstOpenMonth(undefined, day)).toBe('2027-03');
    expect(firstOpenMonth('2027-02', day)).toBe('2027-03');
    expect(firstOpenMonth('2027-03', day)).toBe('2027-04');
    expect(firstOpenMonth('2027-12', day)).toBe('2028-01');
  });
});

describe('a newly assessed class', () => {
  it('stands beside the present one', () => {
    expect(short(placeClass(of({}), 'D', day, '2027-04'))).toEqual(['B', 'D', '2027-04']);
    expect(placeClass(of({}), 'B', day, '2027-04')).toEqual(of({}));
  });

  it('takes the place of a pending one on which no plan counts', () => {
    const pending = of({ nextRisk: { class: 'D', from: '2027-04' } });
    expect(short(placeClass(pending, 'C', day, '2027-04'))).toEqual(['B', 'C', '2027-04']);
    expect(short(placeClass(pending, 'B', day, '2027-04'))).toEqual(['B', undefined, undefined]);
  });

  it('waits while a published plan of a later month counts on the pending one', () => {
    const pending = of({ nextRisk: { class: 'D', from: '2027-04' } });
    expect(placeClass(pending, 'C', day, '2027-05')).toEqual(pending);
    const april = localDate('2027-04-01');
    expect(short(placeClass(pending, 'C', april, '2027-05'))).toEqual(['D', 'C', '2027-05']);
  });

  it('lets a pending one that has begun become the present one', () => {
    const begun = of({ nextRisk: { class: 'D', from: '2027-03' } });
    expect(short(placeClass(begun, 'D', day, '2027-04'))).toEqual(['D', undefined, undefined]);
  });

  it('never changes what counts in a month of a published plan', () => {
    const months = ['2027-03', '2027-04', '2027-05', '2027-06'];
    const risk = fc.constantFrom('A', 'B', 'C', 'D') as fc.Arbitrary<Agency['riskClass']>;
    fc.assert(
      fc.property(
        risk,
        fc.option(fc.record({ class: risk, from: fc.constantFrom('2027-02', ...months) }), {
          nil: undefined,
        }),
        risk,
        fc.constantFrom(...months),
        (riskClass, nextRisk, assessed, open) => {
          const before = of({ riskClass, ...(nextRisk === undefined ? {} : { nextRisk }) });
          const after = placeClass(before, assessed, day, open);
          for (const month of months.filter((one) => one < open))
            expect(riskClassIn(after, month)).toBe(riskClassIn(before, month));
        },
      ),
    );
  });
});
