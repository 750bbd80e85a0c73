import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { builtInCalendar } from '../../../shared/calendar/workingDays.ts';
import type { Actor } from '../../../shared/draw/ceremony/decision.ts';
import type { MonthPlan } from '../../../shared/plan/monthPlan.ts';
import { earliestSource, publishProblems } from '../../../shared/plan/planChecks.ts';
import {
  type PlanDeps,
  publishPlan,
  readMonthPlan,
  reopenPlan,
  savePlan,
} from '../../../shared/plan/planCommands.ts';
import { planStands } from '../../../shared/plan/planStore.ts';
import { type LocalCore, type LocalTables, startLocalCore } from '../register/store/localCore.ts';
import { agencyOf, flatPlan, items, planOf, users } from './office.ts';

const supervisor: Actor = { userId: 'u-s', name: '监管', roles: ['supervisor'] };
const notary: Actor = { userId: 'u-n', name: '公证', roles: ['notary'] };
const NOW = '2026-11-23T02:00:00Z';

let local: LocalCore;
let tables: LocalTables;
let deps: PlanDeps & { draw: string | undefined };

beforeAll(async () => {
  local = await startLocalCore();
});
afterAll(() => local.stop());
beforeEach(async () => {
  tables = await local.tables();
  deps = {
    cases: tables.cases,
    plans: tables.plans,
    register: { items: async () => items, agencies: async () => [agencyOf(1), agencyOf(2)] },
    users: async (ids) => users.filter(({ id }) => ids.includes(id)),
    draw: undefined,
    standingDraw: async () => deps.draw,
    calendar: async () => builtInCalendar,
    auditKey: async () => new Uint8Array(32),
    now: () => new Date(NOW),
  };
});

const codes = (answer: { ok: boolean; problems?: readonly { code: string }[] }) =>
  answer.ok ? [] : (answer.problems ?? []).map(({ code }) => code);

describe('the plan of a month', () => {
  it('is drafted, published, taken back and published again; each published version stays', async () => {
    const plan = flatPlan();
    expect(await savePlan(deps, plan, undefined, supervisor)).toMatchObject({
      ok: true,
      value: { status: 'draft' },
    });
    expect(await publishPlan(deps, '2026-12', 1, supervisor)).toMatchObject({
      ok: true,
      value: { status: 'published', state: { version: 1, published: { by: 'u-s' } } },
    });
    expect(codes(await savePlan(deps, plan, 2, supervisor))).toEqual(['plan.status']);
    expect(codes(await reopenPlan(deps, '2026-12', ' ', supervisor))).toEqual(['plan.reopen.reason']);
    expect((await reopenPlan(deps, '2026-12', '比例有误', supervisor)).ok).toBe(true);
    const changed = flatPlan({ title: '改正后的计划' });
    expect((await savePlan(deps, changed, 3, supervisor)).ok).toBe(true);
    expect((await publishPlan(deps, '2026-12', 4, supervisor)).ok).toBe(true);
    expect(
      (await tables.plans.published('2026-12')).map(({ version, plan: { title } }) => [version, title]),
    ).toEqual([
      [1, plan.title],
      [2, '改正后的计划'],
    ]);
    expect(await tables.plans.plans()).toEqual([
      { month: '2026-12', title: '改正后的计划', version: 2, status: 'published', publishedAt: NOW },
    ]);
    const chain = await tables.cases.chain('PL#2026-12');
    expect(chain.map(({ command }) => command)).toEqual([
      'save-draft',
      'publish',
      'reopen',
      'save-draft',
      'publish',
    ]);
  });

  it('is not taken back under a draw', async () => {
    await savePlan(deps, flatPlan(), undefined, supervisor);
    await publishPlan(deps, '2026-12', 1, supervisor);
    deps.draw = 'BJ-2026-0012';
    expect(codes(await reopenPlan(deps, '2026-12', '比例有误', supervisor))).toEqual(['plan.reopen.draw']);
  });

  it('nor in the second in which a draw is opened from it', async () => {
    await savePlan(deps, flatPlan(), undefined, supervisor);
    await publishPlan(deps, '2026-12', 1, supervisor);
    const open = async () => {
      const mark = await tables.plans.mark('2026-12');
      if (mark === undefined) throw new Error('no mark');
      const audit = {
        kind: 'draw',
        command: 'open',
        from: '',
        to: 'planned',
        actor: 'u-s',
        at: NOW,
        digests: {},
      };
      return tables.cases.commit({
        caseId: 'DR#1',
        before: undefined,
        status: 'planned',
        state: {},
        audit,
        rows: [planStands('2026-12', mark)],
      });
    };
    // The draw is opened after the look at the lock and before the commit.
    const racing = { ...deps, standingDraw: async () => void (await open()) };
    expect(codes(await reopenPlan(racing, '2026-12', '比例有误', supervisor))).toEqual(['plan.edit.stale']);
    expect((await tables.plans.plan('2026-12'))?.status).toBe('published');
  });

  it('is not opened by a draw after it was taken back', async () => {
    await savePlan(deps, flatPlan(), undefined, supervisor);
    await publishPlan(deps, '2026-12', 1, supervisor);
    const stale = await tables.plans.mark('2026-12');
    await reopenPlan(deps, '2026-12', '比例有误', supervisor);
    if (stale === undefined) throw new Error('no mark');
    const outcome = await tables.cases.commit({
      caseId: 'DR#1',
      before: undefined,
      status: 'planned',
      state: {},
      audit: { kind: 'draw', command: 'open', from: '', to: 'planned', actor: 'u-s', at: NOW, digests: {} },
      rows: [planStands('2026-12', stale)],
    });
    expect(outcome).toEqual({ ok: false, reason: 'row', index: 0 });
  });

  it('is written by supervisors, on what they saw', async () => {
    expect(codes(await savePlan(deps, flatPlan(), undefined, notary))).toEqual(['plan.role']);
    await savePlan(deps, flatPlan(), undefined, supervisor);
    expect(codes(await savePlan(deps, flatPlan(), undefined, supervisor))).toEqual(['plan.edit.stale']);
    expect(codes(await publishPlan(deps, '2026-12', 7, supervisor))).toEqual(['plan.edit.stale']);
    expect(codes(await publishPlan(deps, '2027-01', 1, supervisor))).toEqual(['plan.unknown']);
  });

  it('is not published when an agency has no rate', async () => {
    const rates = flatPlan().rates.map((rule) => ({ ...rule, kind: 'patent' as const }));
    await savePlan(deps, flatPlan({ rates, items: ['ZL-01@1'] }), undefined, supervisor);
    expect(codes(await publishPlan(deps, '2026-12', 1, supervisor))).toContain('plan.cells.no_rule');
  });
});

describe('the form of a plan', () => {
  it('names the fields that are wrong', () => {
    const answer = readMonthPlan({ ...planOf(), month: '2026-13', witnesses: [], rates: [] });
    expect(answer.ok ? [] : answer.problems.map(({ code, field }) => [code, field])).toEqual([
      ['plan.month', 'month'],
      ['plan.rates.none', 'rates'],
      ['plan.witnesses.three', 'witnesses'],
    ]);
  });

  it('finds lines that are never used', () => {
    const [first] = flatPlan().rates;
    if (first === undefined) throw new Error('no line');
    const answer = readMonthPlan(flatPlan({ rates: [first, { ...first, riskClass: 'D', ppm: 200_000 }] }));
    expect(answer.ok ? [] : answer.problems).toEqual([
      { code: 'plan.rates.shadowed', params: { line: 2, by: 1 }, field: 'rates.1' },
    ]);
  });
});

describe('before a plan is published', () => {
  const around = { items, users, calendar: builtInCalendar, at: NOW };
  const problems = (changes: Partial<MonthPlan>, with_ = around) =>
    publishProblems(planOf(changes), with_).map(({ code }) => code);

  it('nothing is wrong with a right one', () => expect(problems({})).toEqual([]));

  it.each([
    ['an item that is not on the list', { items: ['XX-9@1', 'ZL-01@1'] }, ['plan.items.unknown']],
    ['nothing to inspect at trademark agencies', { items: ['ZL-01@1'] }, ['plan.items.none_for_trademark']],
    [
      'the same person on two seats',
      {
        witnesses: [
          { id: 'a', userId: 'u-a' },
          { id: 'b', userId: 'u-a' },
          { id: 'n', userId: 'u-n' },
        ],
      },
      ['plan.witness.twice'],
    ],
    [
      'no notary',
      {
        witnesses: [
          { id: 'a', userId: 'u-a' },
          { id: 'b', userId: 'u-b' },
          { id: 'n', userId: 'u-s' },
        ],
      },
      ['plan.witness.role'],
    ],
    [
      'visits that end before they begin',
      { visits: { from: '2026-12-20', to: '2026-12-19' } },
      ['plan.visits.order'],
    ],
    [
      'visits before the result',
      { visits: { from: '2026-12-07', to: '2026-12-19' } },
      ['plan.visits.before_draw'],
    ],
    [
      'a lottery already drawn',
      { lastSource: { type: 'lottery', game: 'ssq', issue: '2026130', at: '2026-11-22T13:15:00Z' } },
      ['plan.lottery.past'],
    ],
    [
      'a lottery within the objection window',
      { lastSource: { type: 'lottery', game: 'ssq', issue: '2026130', at: '2026-11-24T13:15:00Z' } },
      ['plan.lottery.too_soon'],
    ],
  ] as const)('%s is found', (_, changes, expected) => {
    expect(problems(changes as unknown as Partial<MonthPlan>)).toEqual(expected);
  });

  it('an official who is also the only notary is not enough', () => {
    const double = users.map((user) =>
      user.id === 'u-a' ? { ...user, roles: ['official', 'notary'] as const } : user,
    );
    const witnesses = [
      { id: 'a', userId: 'u-a' },
      { id: 'b', userId: 'u-b' },
      { id: 'c', userId: 'u-c' },
    ];
    const third = { id: 'u-c', roles: ['official'] as const, disabled: false };
    const two = double.filter(({ id }) => id !== 'u-n');
    expect(
      problems({ witnesses }, { ...around, users: [...two, { ...third, roles: ['official'] }] }),
    ).toEqual([]);
    expect(problems({ witnesses }, { ...around, users: [...users, third] })).toEqual([
      'plan.witnesses.roles',
    ]);
  });

  it('an unpublished or future item is found', () => {
    const draft = items.map((item) => ({ ...item, status: 'draft' as const }));
    expect(problems({}, { ...around, items: draft })).toEqual([
      'plan.items.not_published',
      'plan.items.not_published',
    ]);
  });

  it('an item that was published before there were checklists is found', () => {
    const bare = items.map((item) => ({ ...item, questions: [] }));
    expect(problems({}, { ...around, items: bare })).toEqual([
      'plan.items.no_questions',
      'plan.items.no_questions',
    ]);
  });

  it('the objection window is counted in working days of Beijing', () => {
    // Wednesday 30 September 2026: the National Day holidays run from 1 to 7 October.
    const at = '2026-09-30T02:00:00Z';
    expect(earliestSource({ objectionWorkingDays: 2 }, builtInCalendar, at)).toBe('2026-10-09T17:00:00Z');
  });
});
