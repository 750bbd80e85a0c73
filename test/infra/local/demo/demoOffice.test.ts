import { describe, expect, test } from 'vitest';
import { fictionalAgencies } from '../../../../infra/local/demo/agencies.ts';
import { fictionalInspectors } from '../../../../infra/local/demo/inspectors.ts';
import { demoUsers } from '../../../../infra/local/demo/people.ts';
import { planByDice, planByLottery } from '../../../../infra/local/demo/plans.ts';
import { fictionalPractitioners } from '../../../../infra/local/demo/practitioners.ts';
import { fictionalRelations } from '../../../../infra/local/demo/relations.ts';
import { LOCAL_ACCOUNTS } from '../../../../infra/local/oidc/accounts.ts';
import { userSchema } from '../../../../shared/access/user.ts';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { cellsOf } from '../../../../shared/plan/cells.ts';
import { monthPlanSchema } from '../../../../shared/plan/monthPlan.ts';
import { agencyContradictions, agencySchema } from '../../../../shared/register/agency.ts';
import { inspectorSchema } from '../../../../shared/register/inspector.ts';
import { practitionerSchema } from '../../../../shared/register/practitioner.ts';
import { relationSchema } from '../../../../shared/register/relation.ts';

const today = localDate('2026-11-23');

describe('the demo office', () => {
  test('has 3,600 different agencies that the register takes, whatever the day', () => {
    for (const day of ['2026-11-23', '2027-01-01', '2028-02-29']) {
      const agencies = fictionalAgencies(3600, localDate(day));
      const wrong = agencies.filter(
        (agency) =>
          !agencySchema.safeParse(agency).success ||
          agencyContradictions(agency).length > 0 ||
          [agency.listedSince, agency.lastInspectedOn, agency.electronicServiceConsent?.on].some(
            (date) => date !== undefined && date > day,
          ),
      );
      expect(wrong).toEqual([]);
      expect(new Set(agencies.map(({ uscc }) => uscc)).size).toBe(3600);
      expect(new Set(agencies.map(({ name }) => name)).size).toBe(3600);
    }
  });

  test('is the same office every time, and a larger one begins like a smaller one', () => {
    expect(fictionalAgencies(600, today).slice(0, 240)).toEqual(fictionalAgencies(240, today));
    expect(fictionalInspectors(120, today).slice(0, 24)).toEqual(fictionalInspectors(24, today));
  });

  test('shows every special cell, branches and both kinds of list', () => {
    const agencies = fictionalAgencies(240, today);
    const cells = cellsOf(agencies, planByDice(today));
    if (!cells.ok) throw new Error(JSON.stringify(cells.problems));
    const names = cells.value.cells.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['listed', 'excluded', 'suspended', 'capped']));
    expect(cells.value.closed.length).toBeGreaterThan(0);
    expect(new Set(agencies.map(({ listing }) => listing))).toEqual(new Set(['none', 'abnormal', 'serious']));
    const heads = new Set(agencies.map(({ uscc }) => uscc));
    const branches = agencies.filter(({ headOf }) => headOf !== undefined);
    expect(branches.length).toBeGreaterThan(3);
    for (const { headOf } of branches) expect(heads.has(headOf ?? '')).toBe(true);
  });

  test('has inspectors, practitioners, relations and people of the right form', () => {
    const agencies = fictionalAgencies(240, today);
    const inspectors = fictionalInspectors(24, today);
    for (const row of inspectors) inspectorSchema.parse(row);
    expect(inspectors.filter(({ certificateValidTo }) => certificateValidTo < today)).toHaveLength(1);
    const practitioners = fictionalPractitioners(agencies, today);
    for (const row of practitioners) practitionerSchema.parse(row);
    expect(new Set(practitioners.map(({ licenceNo }) => licenceNo)).size).toBe(practitioners.length);
    const relations = fictionalRelations(inspectors, agencies, today);
    for (const row of relations) relationSchema.parse(row);
    expect(relations).toHaveLength(6);
    const users = demoUsers(LOCAL_ACCOUNTS, 'http://127.0.0.1:1');
    for (const user of users) expect(userSchema.parse(user).roles).toHaveLength(1);
    expect(users.filter(({ roles }) => roles.includes('official'))).toHaveLength(2);
    // Whoever the draw names can sign in as themself.
    const seated = users.filter(({ inspectorId }) => inspectorId !== undefined);
    expect(seated.map(({ inspectorId, name }) => [inspectorId, name])).toEqual(
      inspectors.map(({ id, name }) => [id, name]),
    );
  });

  test('plans this month by dice and the next by a lottery that is drawn on its weekday', () => {
    for (const day of ['2026-11-23', '2026-11-30', '2026-12-31', '2027-02-01']) {
      const dice = monthPlanSchema.parse(planByDice(localDate(day)));
      expect(dice.month).toBe(day.slice(0, 7));
      const { lastSource, visits, month } = monthPlanSchema.parse(planByLottery(localDate(day)));
      if (lastSource.type !== 'lottery') throw new Error('not a lottery');
      expect(lastSource.at.slice(0, 7)).toBe(month);
      expect([0, 2, 4]).toContain(new Date(lastSource.at).getUTCDay());
      expect(visits.from > lastSource.at.slice(0, 10)).toBe(true);
      expect(visits.to.slice(0, 7)).toBe(month);
    }
  });
});
