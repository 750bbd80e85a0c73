import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { type LocalDate, localDate } from '../../shared/calendar/localDate.ts';
import { addWorkingDays, builtInCalendar } from '../../shared/calendar/workingDays.ts';
import { creditCaseId } from '../../shared/credit/creditEntry.ts';
import type { DrawCase } from '../../shared/draw/ceremony/drawCase.ts';
import { drawCaseId } from '../../shared/draw/ceremony/drawRows.ts';
import { inspectionCaseId } from '../../shared/inspection/inspectionRows.ts';
import { listingCaseId } from '../../shared/listing/listingRows.ts';
import { yuan } from '../../shared/money.ts';
import { askHearing, state as say } from '../../shared/penalty/defending.ts';
import { fixHearing, holdHearing, nameChair } from '../../shared/penalty/hearing.ts';
import { penaltyCaseId } from '../../shared/penalty/penaltyRows.ts';
import type { MonthPlan } from '../../shared/plan/monthPlan.ts';
import { planCaseId } from '../../shared/plan/planCase.ts';
import type { Agency } from '../../shared/register/agency.ts';
import { riskClassIn } from '../../shared/register/riskClassIn.ts';
import { repairCaseId } from '../../shared/repair/repairRows.ts';
import { riskCaseId } from '../../shared/risk/riskRows.ts';
import { testId } from '../fixtures/complaintWorld.ts';
import { people } from '../fixtures/drawWorld.ts';
import { legalReviewer, party } from '../fixtures/penaltyWorld.ts';
import { type ConsequenceDesk, consequenceDesk } from './consequenceDesk.ts';
import { listingSteps, repairSteps, taken } from './endingSteps.ts';
import { AT_ONCE, startOffice } from './office.ts';
import { penaltySteps, twoCharges } from './penaltySteps.ts';

/**
 * What follows from a finding, from the draw to the day on which nothing of it stands any more, in a running office under
 * a moved clock: over the machines, the workers as their schedules run them, the public site and the credit system. One
 * story: each test goes on from the one before.
 */

const patient = { timeout: 15_000, interval: 10 };
/** By class alone, so that nothing but a change of the class changes the odds. */
const RATES: MonthPlan['rates'] = (
  [
    ['D', 900_000],
    ['C', 700_000],
    ['B', 500_000],
    ['A', 100_000],
  ] as const
).map(([riskClass, ppm]) => ({ kind: '*', riskClass, recency: '*', district: '*', ppm, round: 'exact' }));
/** Of a patent agency two items are looked at: one violation of each. */
const MARCH: Partial<MonthPlan> = { ...AT_ONCE, rates: RATES, items: ['ZL-01@1', 'ZL-05@1', 'SB-05@1'] };
const violated = { results: ['not_publicised'], obstruction: '', unreachable: '', note: '' };
/** The page of the first decision of the year. */
const PAGE = 'penalties/2026-0001/index.html';
const DECIDED = localDate('2026-04-01');

let runtime: LocalRuntime;
let office: ConsequenceDesk;
let steps: ReturnType<typeof penaltySteps>;
let lists: ReturnType<typeof listingSteps>;
let repairs: ReturnType<typeof repairSteps>;
/** Fined below the threshold of a hearing; fined at it and heard; listed. */
let fined: Agency;
let heard: Agency;
let listed: Agency;
/** Inspections of the first two. */
let visits: readonly [string, string];
/** Ids of the penalty case of each, of the entry of the third, and of the repair. */
let first = '';
let second = '';
let entry = '';
let repair = '';
/** Number of the draw of April, and the draw as it was when its pool was committed. */
let april = '';
let committed: DrawCase;

beforeAll(async () => {
  const demo = { agencies: 24, inspectors: 24, plan: MARCH, complaints: false };
  runtime = await startOffice(demo, { startAt: '2026-03-02T01:00:00Z' });
  office = consequenceDesk(runtime);
  steps = penaltySteps(office);
  lists = listingSteps(office);
  repairs = repairSteps(office, runtime);
}, 60_000);
afterAll(() => runtime?.stop());

const there = <T>(one: T | undefined, what: string): T => {
  if (one === undefined) throw new Error(`there is no ${what}`);
  return one;
};
const workingDays = (from: LocalDate, count: number) => addWorkingDays(from, count, builtInCalendar).value;
const waitsIn = (id: string, state: string) =>
  expect.poll(() => office.penalties.runOf(id)?.waitingIn, patient).toBe(state);
const twice = (all: readonly string[]) => all.filter((item, i) => all.indexOf(item) !== i);
const plainB = ({ riskClass, kinds, listing, status }: Agency) =>
  riskClass === 'B' && kinds.join() === 'patent' && listing === 'none' && status === 'active';
/** The same plan for another month. */
const planOf = (plan: MonthPlan, month: string, from: string, to: string): MonthPlan => ({
  ...plan,
  month,
  title: `${month} 双随机抽查`,
  visits: { from: localDate(from), to: localDate(to) },
});

describe('what follows from a finding', () => {
  it('two agencies of class B are drawn and found with two violations; their cases open by themselves', async () => {
    const numbers = await office.inspections.hold('2026-03');
    const drawn = await Promise.all(
      numbers.map(async (number) => {
        const { agency } = (await office.inspection(number)).state;
        return { number, agency: await office.row(agency.uscc) };
      }),
    );
    const [a, b] = drawn.filter(({ agency }) => plainB(agency));
    fined = there(a, 'first agency').agency;
    heard = there(b, 'second agency').agency;
    visits = [there(a, 'visit').number, there(b, 'visit').number];
    const codes = new Set(drawn.map(({ agency }) => agency.uscc));
    const others = (await office.register.agencies()).filter(
      (agency) => plainB(agency) && !codes.has(agency.uscc),
    );
    listed = there(others[0], 'third agency');
    // The plan of April is published before anything is found: what is found counts from May.
    office.on('2026-03-09');
    await office.publish(planOf(await office.published('2026-03'), '2026-04', '2026-04-13', '2026-04-30'));
    await office.sweep();

    const { acts } = office.inspections;
    office.on('2026-03-10');
    for (const number of visits) await acts.visit(number, violated);
    office.on('2026-03-13');
    const handed = { handOver: 'penalty', handOverReason: '涉嫌违反专利代理条例' } as const;
    for (const number of visits) await acts.approve(number, handed);
    for (const number of visits)
      await expect.poll(async () => (await office.inspection(number)).status, patient).toBe('closed');
    await office.sweep();

    first = there(await office.penaltyOf(visits[0]), 'case of the first visit');
    second = there(await office.penaltyOf(visits[1]), 'case of the second visit');
    for (const id of [first, second]) await waitsIn(id, 'AwaitFiling');
    expect(await office.shown(fined)).toEqual(['results']);
    expect(office.credited(fined)).toEqual([`inspection/${visits[0]} published`]);
    // A negative result that a penalty may follow has no last day of its own.
    expect((await office.inspection(visits[0])).state.publicity?.until).toBeUndefined();
    // The base of 20, and ten for each violation.
    expect(await office.assessed(fined)).toMatchObject({ on: '2026-03-13', score: 40, class: 'C' });
  }, 60_000);

  it('both are told what is held against them; one defends itself, the other asks for a hearing', async () => {
    const { penalties } = office;
    office.on('2026-03-16');
    for (const id of [first, second]) await steps.file(id);
    office.on('2026-03-20');
    await steps.draft(first, twoCharges(40_000, 40_000));
    await steps.draft(second, twoCharges(50_000, 50_000));
    office.on('2026-03-23');
    for (const id of [first, second]) await steps.serveNotice(id);
    const offered = async (id: string) => (await penalties.caseOf(id)).state.notices.at(-1)?.hearing;
    expect([await offered(first), await offered(second)]).toEqual([false, true]);

    office.on('2026-03-25');
    const words = { text: '已经改正，请求从轻', on: office.today(), files: [] };
    await penalties.give(first, 'state', say, words, party);
    const asked = await penalties.refused(first, 'ask-hearing', askHearing, words, party);
    expect(asked).toBe('penalty.hearing.not_due');
    await penalties.give(second, 'ask-hearing', askHearing, { ...words, text: '要求听证' }, party);
    await waitsIn(second, 'AwaitHearing');
    office.on('2026-03-26');
    await penalties.give(second, 'name-chair', nameChair, legalReviewer, people.approver);
    office.on('2026-03-27');
    const fixed = (day: string) => ({ on: localDate(day), place: '三层听证室', public: true });
    // The notice comes seven working days before, and Qingming lies between: 7 April is too soon.
    const tooSoon = await penalties.refused(second, 'fix-hearing', fixHearing, fixed('2026-04-07'));
    expect(tooSoon).toBe('penalty.hearing.short');
    await penalties.give(second, 'fix-hearing', fixHearing, fixed('2026-04-10'));
    expect(await office.dueOf(second, 'hearingNotice')).toBe('2026-03-31');
    office.on('2026-03-30');
    await steps.serveHearing(second, localDate('2026-04-10'));

    // The five working days of the first end with 30 March: time alone ends them.
    await office.sweep();
    expect((await penalties.caseOf(first)).status).toBe('defending');
    office.on('2026-03-31');
    await office.sweep();
    await waitsIn(first, 'AwaitConsideration');
  }, 60_000);

  it('the first is fined below the threshold; the credit system is down for five days, and nothing is lost', async () => {
    office.on(DECIDED);
    await steps.decide(first, twoCharges(40_000, 35_000), 'part');
    expect(await office.dueOf(first, 'portal')).toBe('2026-04-13');
    expect(await office.dueOf(first, 'gsxt')).toBe('2026-04-30');
    expect([7, 20].map((days) => workingDays(DECIDED, days))).toEqual(['2026-04-13', '2026-04-30']);
    // The draw of April is opened now: its pool is committed before anything follows.
    april = await office.draws.open('2026-04');
    await expect.poll(async () => (await office.draws.draw(april))?.frozen, patient).toBeDefined();
    committed = there(await office.draws.draw(april), april);

    runtime.credit.fault({ kind: 'down' });
    office.on('2026-04-03');
    await steps.serveDecision(first);
    await waitsIn(first, 'AwaitPerformance');
    await office.sweep();
    expect(await office.shown(fined)).toEqual(['results', 'penalties']);
    expect(await office.file(PAGE)).toContain('京知罚〔2026〕1号');
    for (const day of ['2026-04-04', '2026-04-05', '2026-04-06']) {
      office.on(day);
      await office.run('credit-worker');
    }

    // Meanwhile the third agency is listed.
    office.on('2026-04-07');
    entry = await lists.propose(listed.uscc);
    expect((await lists.decide(entry, 'the same')).ok).toBe(false);
    taken(await lists.decide(entry, 'another'));
    await office.sweep();
    expect(await office.row(listed.uscc)).toMatchObject({ listing: 'abnormal', listedSince: '2026-04-07' });
    expect(await office.shown(listed)).toEqual(['listings']);
    expect(office.credited(fined)).toEqual([`inspection/${visits[0]} published`]);
    expect(office.credited(listed)).toEqual([]);

    office.on('2026-04-08');
    runtime.credit.clearFaults();
    // Nothing waits longer than six hours for its next attempt.
    for (let hour = 0; hour < 8; hour++) {
      await office.run('credit-worker');
      runtime.clock.advance(60 * 60_000);
    }
    expect(office.credited(fined)).toEqual([
      `inspection/${visits[0]} published`,
      `penalty/${first}/gsxt published`,
      `penalty/${first}/portal published`,
    ]);
    expect(office.credited(listed)).toEqual([`listing/${entry} published`]);
    expect(office.creditedOn(`penalty/${first}/portal`, 'published') <= '2026-04-13').toBe(true);
    expect(office.creditedOn(`penalty/${first}/gsxt`, 'published') <= '2026-04-30').toBe(true);
    expect((await office.penalties.caseOf(first)).state.publicity).toMatchObject({
      class: 'ordinary',
      on: '2026-04-03',
      earliest: '2026-07-02',
      until: '2027-04-01',
    });
    expect((await office.inspection(visits[0])).state).toMatchObject({
      penalty: { outcome: 'other' },
      publicity: { until: '2027-04-01' },
    });
  }, 60_000);

  it('the second is heard, and decided more lightly than it was told', async () => {
    office.on('2026-04-09');
    const attended = { attended: true };
    const early = await office.penalties.refused(
      second,
      'hold-hearing',
      holdHearing,
      attended,
      legalReviewer,
    );
    expect(early).toBe('penalty.hearing.early');
    office.on('2026-04-10');
    await steps.hold(second);
    office.on('2026-04-13');
    await steps.report(second);
    await waitsIn(second, 'AwaitConsideration');
    office.on('2026-04-15');
    await steps.decide(second, twoCharges(50_000, 40_000), 'part');
    office.on('2026-04-16');
    await steps.serveDecision(second);
    await waitsIn(second, 'AwaitPerformance');
    await office.sweep();
    expect((await office.penalties.caseOf(second)).state).toMatchObject({
      decision: { fine: yuan(90_000), number: '京知罚〔2026〕2号' },
      suspensions: [{ reason: 'hearing', from: '2026-03-25', to: '2026-04-13' }],
    });
    expect(await office.shown(heard)).toEqual(['results', 'penalties']);
    expect(office.credited(heard)).toEqual([
      `inspection/${visits[1]} published`,
      `penalty/${second}/gsxt published`,
      `penalty/${second}/portal published`,
    ]);
  }, 60_000);

  it('the next plan has the higher odds and the forced visit; what was published before does not move', async () => {
    office.on('2026-04-17');
    await steps.perform(first, yuan(75_000));
    const plan = await office.published('2026-04');
    office.on('2026-04-20');
    await office.publish(planOf(plan, '2026-05', '2026-05-11', '2026-05-29'));
    // And fifty for an ordinary penalty.
    expect(await office.assessed(fined)).toMatchObject({ on: '2026-04-03', score: 90, class: 'D' });
    const row = await office.row(fined.uscc);
    expect(['2026-03', '2026-04', '2026-05'].map((month) => riskClassIn(row, month))).toEqual([
      'B',
      'B',
      'D',
    ]);
    expect((await office.odds('2026-04', fined.uscc))?.odds).toBe(0.5);
    expect((await office.odds('2026-05', fined.uscc))?.odds).toBe(0.9);
    expect(await office.odds('2026-05', listed.uscc)).toMatchObject({ cell: 'listed', odds: 1 });
    expect(await office.published('2026-04')).toEqual(plan);
    expect((await office.draws.draw(april))?.frozen).toEqual(committed.frozen);
  });

  it('the listed agency cures the cause and is gone from everywhere', async () => {
    office.on('2026-04-24');
    await lists.proposeRemoval(entry);
    expect((await lists.remove(entry, 'the same')).ok).toBe(false);
    for (let press = 0; press < 2; press++) taken(await lists.remove(entry, 'another'));
    await office.sweep();
    expect((await office.row(listed.uscc)).listing).toBe('none');
    expect(await office.shown(listed)).toEqual([]);
    expect(office.credited(listed)).toEqual([`listing/${entry} ended`]);
    expect((await office.odds('2026-05', listed.uscc))?.cell).not.toBe('listed');
  }, 60_000);

  it('the first performs and is repaired, not a day too early, and is gone within the legal days', async () => {
    office.on('2026-07-01');
    await office.sweep();
    expect(await repairs.open(first, fined.uscc, testId())).toMatchObject({
      ok: false,
      problems: [{ code: 'repair.early', params: { from: '2026-07-02' } }],
    });
    office.on('2026-07-02');
    repair = testId();
    for (let press = 0; press < 2; press++) taken(await repairs.open(first, fined.uscc, repair));
    await repairs.apply(repair);
    office.on('2026-07-03');
    await repairs.accept(repair);
    office.on('2026-07-06');
    await repairs.propose(repair);
    office.on('2026-07-07');
    expect((await repairs.decide(repair, 'the same')).ok).toBe(false);
    expect(taken(await repairs.decide(repair, 'another')).status).toBe('carried-out');
    await office.sweep();
    expect(await office.shown(fined)).toEqual(['results']);
    expect(await office.file(PAGE)).toBeUndefined();
    // The negative result stands to the end of that day, and goes with its penalty.
    office.on('2026-07-08');
    await office.sweep();
    expect(await office.shown(fined)).toEqual([]);
    expect(office.credited(fined)).toEqual([
      `inspection/${visits[0]} ended`,
      `penalty/${first}/gsxt ended`,
      `penalty/${first}/portal ended`,
    ]);
    expect(workingDays(localDate('2026-07-07'), 3)).toBe('2026-07-10');
    for (const key of [`penalty/${first}/portal`, `penalty/${first}/gsxt`, `inspection/${visits[0]}`])
      expect(office.creditedOn(key, 'ended') <= '2026-07-10').toBe(true);
    // Cured, the penalty weighs half.
    expect(await office.assessed(fined)).toMatchObject({ on: '2026-07-07', score: 65, class: 'C' });
    expect(await office.shown(heard)).toEqual(['results', 'penalties']);
  }, 60_000);

  it('both sides are equal, nothing is there twice, and every chain holds', async () => {
    // What was acknowledged a moment ago is still under way: the comparison is for the night after.
    office.on('2026-07-09');
    await office.sweep();
    expect(await office.run('credit-reconciler')).toMatchObject({
      equal: 7,
      'missing-there': 0,
      'unknown-here': 0,
      differing: 0,
      late: 0,
      'under-way': 0,
    });
    expect(twice(runtime.credit.holdings.taken().map(({ key, state }) => `${key} ${state}`))).toEqual([]);
    const mails = runtime.inbox.list();
    expect(mails.length).toBeGreaterThan(0);
    expect(twice(mails.map(({ to, subject, text }) => `${to.join()} ${subject} ${text}`))).toEqual([]);
    const entries = await office.listings.lists.ofAgency(listed.uscc);
    expect(entries.map(({ status }) => status)).toEqual(['removed']);
    const march = (await office.inspection(visits[0])).state.draw;
    const cases = [
      ...['2026-03', '2026-04', '2026-05'].map(planCaseId),
      ...[march, april].map(drawCaseId),
      ...visits.map(inspectionCaseId),
      ...[first, second].map(penaltyCaseId),
      listingCaseId(entry),
      repairCaseId(repair),
      ...[fined, heard, listed].flatMap(({ uscc }) => [riskCaseId(uscc), creditCaseId(uscc)]),
    ];
    for (const caseId of cases) expect(await office.faults(caseId), caseId).toEqual([]);
  }, 60_000);
});
