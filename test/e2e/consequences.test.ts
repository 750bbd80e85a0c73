import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { type LocalDate, localDate, shanghaiDate } from '../../shared/calendar/localDate.ts';
import { addWorkingDays, builtInCalendar } from '../../shared/calendar/workingDays.ts';
import { creditCaseId } from '../../shared/credit/creditEntry.ts';
import type { DrawCase } from '../../shared/draw/ceremony/drawCase.ts';
import { drawCaseId } from '../../shared/draw/ceremony/drawRows.ts';
import type { InspectionCase } from '../../shared/inspection/inspectionCase.ts';
import { inspectionCaseId } from '../../shared/inspection/inspectionRows.ts';
import { giveListing } from '../../shared/listing/command.ts';
import { decideListing } from '../../shared/listing/deciding.ts';
import { endListing, proposeRemoval } from '../../shared/listing/ending.ts';
import { listingCaseId } from '../../shared/listing/listingRows.ts';
import { proposeListing } from '../../shared/listing/proposing.ts';
import { yuan } from '../../shared/money.ts';
import { askHearing, state as say } from '../../shared/penalty/defending.ts';
import {
  fixHearing,
  holdHearing,
  nameChair,
  reportHearing,
  serveHearing,
} from '../../shared/penalty/hearing.ts';
import { penaltyCaseId } from '../../shared/penalty/penaltyRows.ts';
import { recordCorrection, recordPayment } from '../../shared/penalty/performing.ts';
import type { MonthPlan } from '../../shared/plan/monthPlan.ts';
import { planCaseId } from '../../shared/plan/planCase.ts';
import type { Result } from '../../shared/problem.ts';
import type { Agency } from '../../shared/register/agency.ts';
import { riskClassIn } from '../../shared/register/riskClassIn.ts';
import { accept } from '../../shared/repair/accepting.ts';
import { apply, attach } from '../../shared/repair/applying.ts';
import { decideRepair } from '../../shared/repair/carryingOut.ts';
import { giveRepair } from '../../shared/repair/command.ts';
import { propose } from '../../shared/repair/deciding.ts';
import { openRepair } from '../../shared/repair/opening.ts';
import { repairCaseId } from '../../shared/repair/repairRows.ts';
import type { RiskLedger } from '../../shared/risk/ledger.ts';
import { riskCaseId } from '../../shared/risk/riskRows.ts';
import { testId } from '../fixtures/complaintWorld.ts';
import { people } from '../fixtures/drawWorld.ts';
import { legalReviewer, party } from '../fixtures/penaltyWorld.ts';
import { agencyLink, materials, repairFile } from '../fixtures/repairWorld.ts';
import { type ConsequenceDesk, consequenceDesk } from './consequenceDesk.ts';
import { AT_ONCE, startOffice } from './office.ts';
import { penaltySteps, twoCharges } from './penaltySteps.ts';

/**
 * What follows from a finding, from the draw to the day on which nothing of it stands any more, in a running office under
 * a moved clock: over the machines, the workers as their schedules run them, the public site and the credit system.
 */

const patient = { timeout: 15_000, interval: 10 };
/** By class alone, so that only a change of the class changes the odds. */
const RATES: MonthPlan['rates'] = (
  [
    ['D', 900_000],
    ['C', 700_000],
    ['B', 500_000],
    ['A', 100_000],
  ] as const
).map(([riskClass, ppm]) => ({ kind: '*', riskClass, recency: '*', district: '*', ppm, round: 'exact' }));
/** Two items of patent agencies: one violation of each. */
const MARCH: Partial<MonthPlan> = { ...AT_ONCE, rates: RATES, items: ['ZL-01@1', 'ZL-05@1', 'SB-05@1'] };
const found = { results: ['not_publicised'], obstruction: '', unreachable: '', note: '' };

let runtime: LocalRuntime;
let office: ConsequenceDesk;
let steps: ReturnType<typeof penaltySteps>;
/** Fined below the threshold of a hearing; fined at it; listed. */
let fined: Agency;
let heard: Agency;
let listed: Agency;
/** Numbers of the two inspections and ids of the cases that came of them. */
let visits: readonly [string, string];
let first = '';
let second = '';
let entry = '';
/** Number of the draw of April, and the draw as it was when it was committed. */
let april = '';
let committed: DrawCase;
let repair = '';

beforeAll(async () => {
  const demo = { agencies: 24, inspectors: 24, plan: MARCH, complaints: false };
  runtime = await startOffice(demo, { startAt: '2026-03-02T01:00:00Z' });
  office = consequenceDesk(runtime);
  steps = penaltySteps(office);
}, 60_000);
afterAll(() => runtime?.stop());

function taken<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const one = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new Error(`there is no ${what}`);
  return found;
};
const inspectionOf = async (number: string) =>
  one(await office.draws.cases.load<InspectionCase>(inspectionCaseId(number)), number);
const workingDays = (from: LocalDate, count: number) => addWorkingDays(from, count, builtInCalendar).value;
const waitsIn = (id: string, state: string) =>
  expect.poll(() => office.penalties.runOf(id)?.waitingIn, patient).toBe(state);
const dueOf = async (id: string, kind: string) =>
  (await office.penalties.caseOf(id)).state.deadlines.find((stored) => stored.kind === kind)?.deadline
    .dueLegal;
/** The last assessment of an agency. */
const assessed = async ({ uscc }: Agency) =>
  (await office.draws.cases.load<RiskLedger>(riskCaseId(uscc)))?.state.assessments.at(-1);
/** Which kinds of records of an agency the site shows. */
const shown = async ({ name }: Agency) => {
  const kinds = ['results', 'penalties', 'listings'] as const;
  const files = await Promise.all(kinds.map((kind) => office.file(`data/${kind}.json`)));
  return kinds.filter((_, i) => files[i]?.includes(name) === true);
};
const credited = ({ uscc }: Agency) => office.held(uscc);
/** What the credit system was told first of a key, by its own clock. */
const toldOn = (key: string, state: string): LocalDate => {
  const records = runtime.credit.holdings.taken();
  const record = records.find((held) => held.key === key && held.state === state);
  return shanghaiDate(one(record, `${key} ${state}`).at);
};

describe('what follows from a finding', () => {
  it('two agencies of class B are drawn and found with two violations; their cases open by themselves', async () => {
    const numbers = await office.inspections.hold('2026-03');
    const drawn = await Promise.all(
      numbers.map(async (number) => ({
        number,
        row: await office.row((await inspectionOf(number)).state.agency.uscc),
      })),
    );
    const plain = (agency: Agency) =>
      agency.riskClass === 'B' && agency.kinds.join() === 'patent' && agency.listing === 'none';
    const [a, b] = drawn.filter(({ row }) => plain(row));
    fined = one(a, 'first agency').row;
    heard = one(b, 'second agency').row;
    visits = [one(a, 'visit').number, one(b, 'visit').number];
    listed = one(
      (await office.register.agencies()).find(
        (agency) =>
          plain(agency) && agency.status === 'active' && ![fined.uscc, heard.uscc].includes(agency.uscc),
      ),
      'third agency',
    );
    // The plan of April is published before anything is found: what is found counts from May.
    office.on('2026-03-09');
    const march = await office.published('2026-03');
    await office.publish({
      ...march,
      month: '2026-04',
      title: '2026年4月双随机抽查',
      visits: { from: localDate('2026-04-13'), to: localDate('2026-04-30') },
    });
    await office.sweep();

    const { acts } = office.inspections;
    office.on('2026-03-10');
    for (const number of visits) await acts.visit(number, found);
    office.on('2026-03-13');
    for (const number of visits)
      await acts.approve(number, { handOver: 'penalty', handOverReason: '涉嫌违反专利代理条例' });
    for (const number of visits)
      await expect.poll(async () => (await inspectionOf(number)).status, patient).toBe('closed');
    await office.sweep();

    const ids = await Promise.all(
      visits.map(async (number) => {
        const agency = (await inspectionOf(number)).state.agency;
        return (await office.penalties.lists.ofSource(inspectionCaseId(number), agency))?.state.id;
      }),
    );
    first = one(ids[0], 'case of the first visit');
    second = one(ids[1], 'case of the second visit');
    for (const id of [first, second]) await waitsIn(id, 'AwaitFiling');
    expect(await shown(fined)).toEqual(['results']);
    expect(credited(fined)).toEqual([`inspection/${visits[0]} published`]);
    // A negative result that a penalty may follow has no last day of its own.
    expect((await inspectionOf(visits[0])).state.publicity?.until).toBeUndefined();
    expect(await assessed(fined)).toMatchObject({ on: '2026-03-13', score: 40, class: 'C' });
  }, 60_000);

  it('both are told what is held against them; one defends itself, the other asks for a hearing', async () => {
    office.on('2026-03-16');
    for (const id of [first, second]) await steps.file(id);
    office.on('2026-03-20');
    await steps.draft(first, twoCharges(40_000, 40_000));
    await steps.draft(second, twoCharges(50_000, 50_000));
    office.on('2026-03-23');
    for (const id of [first, second]) await steps.serveNotice(id);
    expect((await office.penalties.caseOf(first)).state.notices.at(-1)?.hearing).toBe(false);
    expect((await office.penalties.caseOf(second)).state.notices.at(-1)?.hearing).toBe(true);

    office.on('2026-03-25');
    const words = { text: '已经改正，请求从轻', on: office.today(), files: [] };
    await office.penalties.give(first, 'state', say, words, party);
    expect(await office.penalties.refused(first, 'ask-hearing', askHearing, words, party)).toBe(
      'penalty.hearing.not_due',
    );
    await office.penalties.give(second, 'ask-hearing', askHearing, { ...words, text: '要求听证' }, party);
    await waitsIn(second, 'AwaitHearing');
    office.on('2026-03-26');
    await office.penalties.give(second, 'name-chair', nameChair, legalReviewer, people.approver);
    office.on('2026-03-27');
    const room = { place: '三层听证室', public: true };
    // Seven working days before, and Qingming lies between: 7 April is too soon, 10 April is not.
    expect(
      await office.penalties.refused(second, 'fix-hearing', fixHearing, {
        ...room,
        on: localDate('2026-04-07'),
      }),
    ).toBe('penalty.hearing.short');
    await office.penalties.give(second, 'fix-hearing', fixHearing, { ...room, on: localDate('2026-04-10') });
    expect(await dueOf(second, 'hearingNotice')).toBe('2026-03-31');
    office.on('2026-03-30');
    await steps.written(second, 'hearing-notice-2026-04-10');
    await office.penalties.give(
      second,
      'serve-hearing',
      serveHearing(office.penalties.serviceDeps),
      office.penalties.handed(),
    );

    // The five working days of the first are over with 30 March: time alone ends them.
    await office.sweep();
    expect((await office.penalties.caseOf(first)).status).toBe('defending');
    office.on('2026-03-31');
    await office.sweep();
    await waitsIn(first, 'AwaitConsideration');
  }, 60_000);

  it('the first is fined below the threshold; while the credit system is down for five days nothing is lost', async () => {
    office.on('2026-04-01');
    await steps.decide(first, twoCharges(40_000, 35_000), 'part');
    const decidedOn = localDate('2026-04-01');
    expect(await dueOf(first, 'portal')).toBe('2026-04-13');
    expect(await dueOf(first, 'gsxt')).toBe('2026-04-30');
    expect([7, 20].map((days) => workingDays(decidedOn, days))).toEqual(['2026-04-13', '2026-04-30']);
    // April is drawn up now: its pool is committed before anything else happens.
    april = await office.draws.open('2026-04');
    await expect.poll(async () => (await office.draws.draw(april))?.frozen, patient).toBeDefined();
    committed = one(await office.draws.draw(april), april);

    runtime.credit.fault({ kind: 'down' });
    office.on('2026-04-03');
    await steps.serveDecision(first);
    await waitsIn(first, 'AwaitPerformance');
    await office.sweep();
    expect(await shown(fined)).toEqual(['results', 'penalties']);
    expect(credited(fined)).toEqual([`inspection/${visits[0]} published`]);

    for (const day of ['2026-04-04', '2026-04-05', '2026-04-06']) {
      office.on(day);
      await office.run('credit-worker');
    }

    // Meanwhile the third agency is listed, by two people.
    office.on('2026-04-07');
    const charge = { ground: 'unreachable', facts: '两次专用信函均被退回。' } as const;
    const proposal = { uscc: listed.uscc, source: { type: 'person' }, origin: 'form/e2e', charge } as const;
    entry = taken(await proposeListing(office.listings, proposal, people.supervisor)).id;
    const listing = { outcome: 'listed', reason: '事实清楚。', gate: true } as const;
    const decideEntry = (who: typeof people.approver) =>
      giveListing(office.listings, entry, 'decide', decideListing(office.listings), listing, who);
    expect((await decideEntry({ ...people.supervisor, roles: ['approver'] })).ok).toBe(false);
    taken(await decideEntry(people.approver));
    taken(await proposeListing(office.listings, proposal, people.supervisor));
    await office.sweep();
    expect(credited(listed)).toEqual([]);
    expect((await office.row(listed.uscc)).listing).toBe('abnormal');
    expect(await shown(listed)).toEqual(['listings']);

    runtime.credit.clearFaults();
    runtime.clock.set('2026-04-08T02:30:00Z');
    for (let hour = 0; hour < 8; hour++) {
      await office.run('credit-worker');
      runtime.clock.advance(60 * 60_000);
    }
    expect(credited(fined)).toEqual([
      `inspection/${visits[0]} published`,
      `penalty/${first}/gsxt published`,
      `penalty/${first}/portal published`,
    ]);
    expect(credited(listed)).toEqual([`listing/${entry} published`]);
    expect(toldOn(`penalty/${first}/portal`, 'published') <= workingDays(decidedOn, 7)).toBe(true);
    expect(toldOn(`penalty/${first}/gsxt`, 'published') <= workingDays(decidedOn, 20)).toBe(true);
    const { publicity } = (await office.penalties.caseOf(first)).state;
    expect(publicity).toMatchObject({
      class: 'ordinary',
      on: '2026-04-03',
      earliest: '2026-07-02',
      until: '2027-04-01',
    });
    expect((await inspectionOf(visits[0])).state).toMatchObject({
      penalty: { outcome: 'other' },
      publicity: { until: '2027-04-01' },
    });
  }, 60_000);

  it('the second is heard and decided more lightly than it was told', async () => {
    const { penalties } = office;
    office.on('2026-04-09');
    expect(
      await penalties.refused(second, 'hold-hearing', holdHearing, { attended: true }, legalReviewer),
    ).toBe('penalty.hearing.early');
    office.on('2026-04-10');
    await penalties.give(second, 'hold-hearing', holdHearing, { attended: true }, legalReviewer);
    office.on('2026-04-13');
    await penalties.give(second, 'report-hearing', reportHearing, { text: '听证报告' }, legalReviewer);
    await waitsIn(second, 'AwaitConsideration');
    office.on('2026-04-15');
    await steps.decide(second, twoCharges(50_000, 40_000), 'part');
    office.on('2026-04-16');
    await steps.serveDecision(second);
    await waitsIn(second, 'AwaitPerformance');
    await office.sweep();
    const { state } = await penalties.caseOf(second);
    expect(state.decision).toMatchObject({ fine: yuan(90_000), number: '京知罚〔2026〕2号' });
    expect(state.suspensions).toMatchObject([{ reason: 'hearing', from: '2026-03-25', to: '2026-04-13' }]);
    expect(await shown(heard)).toEqual(['results', 'penalties']);
    expect(credited(heard)).toHaveLength(3);
  }, 60_000);

  it('from the next plan on its class is D and its odds are higher; what was published before does not move', async () => {
    const plan = await office.published('2026-04');
    const before = (await office.odds('2026-04', fined.uscc))?.odds;
    office.on('2026-04-20');
    await office.publish({
      ...plan,
      month: '2026-05',
      title: '2026年5月双随机抽查',
      visits: { from: localDate('2026-05-11'), to: localDate('2026-05-29') },
    });
    expect(await assessed(fined)).toMatchObject({ on: '2026-04-03', score: 90, class: 'D' });
    const row = await office.row(fined.uscc);
    expect(['2026-03', '2026-04', '2026-05'].map((month) => riskClassIn(row, month))).toEqual([
      'B',
      'B',
      'D',
    ]);
    expect(before).toBe(0.5);
    expect((await office.odds('2026-05', fined.uscc))?.odds).toBe(0.9);
    expect((await office.odds('2026-04', fined.uscc))?.odds).toBe(0.5);
    expect(await office.published('2026-04')).toEqual(plan);
    expect((await office.draws.draw(april))?.frozen).toEqual(committed.frozen);
    expect(await office.odds('2026-05', listed.uscc)).toMatchObject({ cell: 'listed', odds: 1 });
  });

  it('the listed agency puts its cause right and is gone from everywhere', async () => {
    office.on('2026-04-24');
    const cured = { curedOn: office.today(), reason: '已办理住所变更并取得联系。' };
    taken(
      await giveListing(office.listings, entry, 'propose-removal', proposeRemoval, cured, people.supervisor),
    );
    const ending = { reason: 'cured', on: office.today() } as const;
    expect((await endListing(office.listings, entry, ending, people.supervisor)).ok).toBe(false);
    for (let press = 0; press < 2; press++)
      taken(await endListing(office.listings, entry, ending, people.approver));
    await office.sweep();
    expect((await office.row(listed.uscc)).listing).toBe('none');
    expect(await shown(listed)).toEqual([]);
    expect(credited(listed)).toEqual([`listing/${entry} ended`]);
    expect((await office.odds('2026-05', listed.uscc))?.cell).not.toBe('listed');
  }, 60_000);

  it('the first performs and is repaired, not a day too early, and is gone within the legal days', async () => {
    const { penalties, repairs } = office;
    const subject = penaltyCaseId(first);
    const open = (id: string) =>
      openRepair(repairs, { id, kind: 'penalty', subject, uscc: fined.uscc }, agencyLink);
    office.on('2026-04-17');
    const payment = { on: office.today(), amount: yuan(75_000), receipt: 'ICBC-1' };
    for (let press = 0; press < 2; press++)
      await penalties.give(first, 'record-payment', recordPayment, payment);
    await penalties.give(first, 'record-correction', recordCorrection, { on: office.today() });

    office.on('2026-07-01');
    await office.sweep();
    expect(await open(testId())).toMatchObject({
      ok: false,
      problems: [{ code: 'repair.early', params: { from: '2026-07-02' } }],
    });
    office.on('2026-07-02');
    repair = testId();
    for (let press = 0; press < 2; press++) taken(await open(repair));
    const at = `${new Date(runtime.clock.now()).toISOString().slice(0, 19)}Z`;
    for (const material of materials)
      taken(
        await giveRepair(repairs, repair, 'attach', attach, { file: repairFile(material, at) }, agencyLink),
      );
    const application = { on: office.today(), channel: 'link' } as const;
    taken(await giveRepair(repairs, repair, 'apply', apply(repairs), application, agencyLink));
    office.on('2026-07-03');
    taken(await giveRepair(repairs, repair, 'accept', accept, undefined, people.supervisor));
    office.on('2026-07-06');
    const granted = { outcome: 'granted', reason: '已经履行并整改' } as const;
    taken(await giveRepair(repairs, repair, 'propose', propose(repairs), granted, people.supervisor));
    office.on('2026-07-07');
    const agreed = { agrees: true, reason: '' };
    expect(
      (await decideRepair(repairs, repair, agreed, { ...people.supervisor, roles: ['approver'] })).ok,
    ).toBe(false);
    expect(taken(await decideRepair(repairs, repair, agreed, people.approver)).status).toBe('carried-out');
    await office.sweep();
    expect(await shown(fined)).toEqual(['results']);
    // The negative result stands to the end of that day, and goes with its penalty.
    office.on('2026-07-08');
    await office.sweep();
    expect(await shown(fined)).toEqual([]);
    expect(credited(fined)).toEqual([
      `inspection/${visits[0]} ended`,
      `penalty/${first}/gsxt ended`,
      `penalty/${first}/portal ended`,
    ]);
    expect(workingDays(localDate('2026-07-07'), 3)).toBe('2026-07-10');
    for (const channel of ['portal', 'gsxt'])
      expect(toldOn(`penalty/${first}/${channel}`, 'ended') <= '2026-07-10').toBe(true);
    // Cured, the penalty weighs half: 20 + 20 + 25.
    expect(await assessed(fined)).toMatchObject({ on: '2026-07-07', score: 65, class: 'C' });
    // The other one stands as it was.
    expect(await shown(heard)).toEqual(['results', 'penalties']);
  }, 60_000);

  it('both sides are equal, nothing is there twice, and every chain holds', async () => {
    await office.sweep();
    expect(await office.run('credit-reconciler')).toMatchObject({
      equal: 7,
      'missing-there': 0,
      'unknown-here': 0,
      differing: 0,
      late: 0,
      'under-way': 0,
    });
    const twice = (all: readonly string[]) => all.filter((item, i) => all.indexOf(item) !== i);
    expect(twice(runtime.credit.holdings.taken().map(({ key, state }) => `${key} ${state}`))).toEqual([]);
    expect(
      twice(runtime.inbox.list().map(({ to, subject, text }) => `${to.join()} ${subject} ${text}`)),
    ).toEqual([]);
    const listings = await office.listings.lists.ofAgency(listed.uscc);
    expect(listings.map(({ status }) => status)).toEqual(['removed']);
    const cases = [
      ...['2026-03', '2026-04', '2026-05'].map(planCaseId),
      drawCaseId(one(visits[0].match(/^[A-Z]+-\d{4}-\d{4}/)?.[0], 'draw')),
      drawCaseId(april),
      ...visits.map(inspectionCaseId),
      ...[first, second].map(penaltyCaseId),
      listingCaseId(entry),
      repairCaseId(repair),
      ...[fined, heard, listed].flatMap(({ uscc }) => [riskCaseId(uscc), creditCaseId(uscc)]),
    ];
    for (const caseId of cases) expect(await office.faults(caseId), caseId).toEqual([]);
  }, 60_000);
});
