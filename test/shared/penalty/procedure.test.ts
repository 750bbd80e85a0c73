import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoDrawDesk } from '../../../shared/adapters/dynamoDrawDesk.ts';
import { verifyChain } from '../../../shared/audit/verifyChain.ts';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { yuan } from '../../../shared/money.ts';
import { askHearing, endWindow, serveNotice, waive } from '../../../shared/penalty/defending.ts';
import { draft } from '../../../shared/penalty/drafting.ts';
import {
  askExtension,
  assignPenalty,
  decideExtension,
  decideFiling,
  nameOfficers,
  proposeFiling,
} from '../../../shared/penalty/filing.ts';
import {
  fixHearing,
  hearingOccasion,
  holdHearing,
  nameChair,
  reportHearing,
  serveHearing,
} from '../../../shared/penalty/hearing.ts';
import { resume, suspend } from '../../../shared/penalty/investigating.ts';
import { lookAt } from '../../../shared/penalty/looking.ts';
import { penaltyCaseId } from '../../../shared/penalty/penaltyRows.ts';
import type { StoredPenalty } from '../../../shared/penalty/ports.ts';
import { review } from '../../../shared/penalty/reviewing.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { legalReviewer, party, penaltyWorld, testCharge, testDraft } from '../../fixtures/penaltyWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const due = ({ state: { deadlines } }: StoredPenalty, kind: string) =>
  deadlines.find((one) => one.kind === kind)?.deadline.dueLegal;
const said = (on: string) => ({ text: '请求', on: localDate(on), files: [] });
/** At the threshold of an organisation's hearing, to the fen. */
const threshold = testCharge({
  discretion: 'heavier',
  measures: { correct: localDate('2026-12-31'), warning: true, fine: yuan(100_000) },
});

describe('a lead', () => {
  it('has 15 working days, and 15 more when somebody else agrees', async () => {
    const world = penaltyWorld(tables, '2026-04-30T02:00:00Z');
    const id = await world.open();
    expect(due(await world.caseOf(id), 'file')).toBe('2026-05-25');
    await world.give(id, 'ask-extension', askExtension, { reason: '案情复杂' });
    const own = { ...people.supervisor, roles: ['supervisor', 'approver'] as const };
    expect(await world.refused(id, 'decide-extension', decideExtension, { outcome: 'approved' }, own)).toBe(
      'access.fourEyes.samePerson',
    );
    const longer = await world.give(
      id,
      'decide-extension',
      decideExtension,
      { outcome: 'approved' },
      people.approver,
    );
    expect(due(longer, 'file')).toBe('2026-06-15');
  });

  it('is not filed when it was found out more than two years after its end', async () => {
    const world = penaltyWorld(tables);
    const id = await world.open();
    const { userId, name } = people.supervisor;
    const numbers = { desk: new DynamoDrawDesk(tables.client, 'core'), officeCode: 'BJIPO' };
    await world.give(id, 'assign', assignPenalty(numbers), { userId, name });
    const officers = ['P1', 'P2'].map((one) => ({ inspectorId: one, name: one, certificateNo: one }));
    expect(await world.refused(id, 'name-officers', nameOfficers, { officers: officers.slice(1) })).toBe(
      'penalty.officers.few',
    );
    await world.give(id, 'name-officers', nameOfficers, { officers });
    const conditions = ['evidence', 'punishable', 'competent', 'in-time'];
    const propose = (actOn: string, over = {}) =>
      world.refused(id, 'propose-filing', proposeFiling, {
        outcome: 'filed',
        conditions,
        reason: '查实',
        actOn: localDate(actOn),
        ...over,
      });
    expect(await propose('2024-07-05')).toBe('penalty.limitation');
    expect(await propose('2024-07-05', { graveHarm: true })).toBe('taken: lead');
    expect(await propose('2024-07-06', { conditions: conditions.slice(1) })).toBe('penalty.conditions');
    expect(await propose('2024-07-06')).toBe('taken: lead');
    expect(
      await world.refused(
        id,
        'decide-filing',
        decideFiling,
        { agrees: true },
        { ...people.supervisor, roles: ['approver'] },
      ),
    ).toBe('access.fourEyes.samePerson');
  });
});

describe('the 90 days', () => {
  it('run from the filing, roll over the holiday, and rest for a listed reason only', async () => {
    const world = penaltyWorld(tables, '2026-07-06T02:00:00Z');
    const id = await world.file();
    expect(due(await world.caseOf(id), 'decide')).toBe('2026-10-08');
    const rest = { from: localDate('2026-07-10'), note: '等待鉴定' };
    world.on('2026-07-10');
    expect(await world.refused(id, 'suspend', suspend, { ...rest, reason: 'holiday' })).toBe(
      'penalty.suspension.unknown',
    );
    await world.give(id, 'suspend', suspend, { ...rest, reason: 'test' });
    world.on('2026-07-20');
    const after = await world.give(id, 'resume', resume, { to: localDate('2026-07-19') });
    // Ten days more: 2026-10-14.
    expect(due(after, 'decide')).toBe('2026-10-14');
  });
});

describe('the review', () => {
  it('is by nobody who worked on the case, and what is returned is drafted anew', async () => {
    const world = penaltyWorld(tables);
    const id = await world.draft();
    const pass = { outcome: 'passed', note: '' } as const;
    const handler = { ...people.supervisor, roles: ['legalReviewer'] as const };
    expect(await world.refused(id, 'review', review, pass, handler)).toBe('penalty.review.own');
    expect(await world.refused(id, 'review', review, pass, { ...legalReviewer, inspectorId: 'P001' })).toBe(
      'penalty.review.own',
    );
    await world.give(id, 'review', review, { outcome: 'returned', note: '证据不足' }, legalReviewer);
    expect((await world.caseOf(id)).status).toBe('investigating');
    await world.give(id, 'draft', draft, testDraft());
    await world.give(id, 'review', review, pass, legalReviewer);
    expect((await world.caseOf(id)).status).toBe('noticing');
  });

  it('is ten working days', async () => {
    const world = penaltyWorld(tables, '2026-09-18T02:00:00Z');
    const id = await world.draft();
    // 20 September is worked; 25 to 27 September and 1 to 7 October are off.
    expect(due(await world.caseOf(id), 'review')).toBe('2026-10-09');
  });
});

describe('statement and defence', () => {
  it('five working days from the service, which nobody but the party can cut short', async () => {
    const world = penaltyWorld(tables, '2026-09-29T02:00:00Z');
    const id = await world.notice();
    expect(due(await world.caseOf(id), 'defence')).toBe('2026-10-12');
    expect(await world.refused(id, 'end-window', endWindow, undefined)).toBe('penalty.window.open');
    world.at('2026-10-12T16:00:00Z');
    await lookAt({ ...world.deps, lists: world.lists }, id);
    expect((await world.caseOf(id)).status).toBe('considering');
    const caseId = penaltyCaseId(id);
    const chain = await world.deps.cases.chain(caseId);
    expect(chain.length).toBeGreaterThan(8);
    expect(verifyChain(caseId, chain, await world.caseOf(id))).toEqual([]);
  });

  it('may be waived by the party', async () => {
    const world = penaltyWorld(tables);
    const id = await world.notice();
    await world.give(id, 'waive', waive, said('2026-07-06'), party);
    expect((await world.caseOf(id)).status).toBe('considering');
  });

  it('gives no hearing below the threshold, and one at it', async () => {
    const world = penaltyWorld(tables);
    const below = await world.notice();
    expect(await world.refused(below, 'ask-hearing', askHearing, said('2026-07-06'), party)).toBe(
      'penalty.hearing.not_due',
    );
    const at = await world.notice(testDraft([threshold]));
    expect(await world.refused(at, 'ask-hearing', askHearing, said('2026-07-06'), party)).toBe(
      'taken: hearing',
    );
  });

  it('by announcement takes effect after thirty days, which do not count towards the decision', async () => {
    const world = penaltyWorld(tables, '2026-07-06T02:00:00Z');
    const id = await world.draft();
    await world.give(id, 'review', review, { outcome: 'passed', note: '' }, legalReviewer);
    await world.write(id, 'prior-notice-1');
    const input = { on: localDate('2026-07-06'), method: 'announced', note: 'told-noted' } as const;
    expect(await world.refused(id, 'serve-notice', serveNotice(world.serviceDeps), input)).toBe(
      'penalty.served.announced',
    );
    world.on('2026-08-05');
    const served = await world.give(id, 'serve-notice', serveNotice(world.serviceDeps), input);
    expect(served.state.notices[0]?.served?.on).toBe('2026-08-05');
    expect(due(served, 'decide')).toBe('2026-11-03');
  });
});

describe('a hearing', () => {
  it('has its own dates, and the 90 days rest for it', async () => {
    const world = penaltyWorld(tables, '2026-07-06T02:00:00Z');
    const id = await world.notice(testDraft([threshold]));
    world.on('2026-07-08');
    const asked = await world.give(id, 'ask-hearing', askHearing, said('2026-07-08'), party);
    expect(due(asked, 'chair')).toBe('2026-07-13');
    const chair = { userId: 'u-chair', name: '吴主持' };
    expect(
      await world.refused(
        id,
        'name-chair',
        nameChair,
        { ...chair, userId: people.supervisor.userId },
        people.approver,
      ),
    ).toBe('penalty.hearing.own');
    const named = await world.give(id, 'name-chair', nameChair, chair, people.approver);
    expect(due(named, 'fixHearing')).toBe('2026-07-15');
    const place = { place: '本局听证室', public: true };
    expect(
      await world.refused(id, 'fix-hearing', fixHearing, { ...place, on: localDate('2026-07-16') }),
    ).toBe('penalty.hearing.short');
    const on = localDate('2026-07-21');
    const fixed = await world.give(id, 'fix-hearing', fixHearing, { ...place, on });
    expect(due(fixed, 'hearingNotice')).toBe('2026-07-10');
    await world.write(id, hearingOccasion({ on, no: 1 }));
    // The last day for it is the 10th: a day later the party would have too little time.
    world.on('2026-07-13');
    expect(await world.refused(id, 'serve-hearing', serveHearing(world.serviceDeps), world.handed())).toBe(
      'penalty.hearing.short',
    );
    world.on('2026-07-10');
    await world.give(id, 'serve-hearing', serveHearing(world.serviceDeps), world.handed());
    expect(await world.refused(id, 'hold-hearing', holdHearing, { attended: true })).toBe(
      'penalty.hearing.early',
    );
    world.on('2026-07-21');
    const held = await world.give(id, 'hold-hearing', holdHearing, { attended: true });
    expect(due(held, 'hearingReport')).toBe('2026-07-28');
    world.on('2026-07-22');
    const reported = await world.give(id, 'report-hearing', reportHearing, { text: '听证报告' });
    expect(reported.status).toBe('considering');
    // Fifteen days, 8 to 22 July, are added to the ninety: 4 October becomes the 19th.
    expect(due(reported, 'decide')).toBe('2026-10-19');
  });
});
