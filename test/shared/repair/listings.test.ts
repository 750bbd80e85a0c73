import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../../shared/calendar/localDate.ts';
import { yuan } from '../../../shared/money.ts';
import { ok, problem } from '../../../shared/problem.ts';
import { accept } from '../../../shared/repair/accepting.ts';
import { apply, attach } from '../../../shared/repair/applying.ts';
import { cancelRepair, proposeCancellation } from '../../../shared/repair/cancelling.ts';
import { decideRepair } from '../../../shared/repair/carryingOut.ts';
import { giveRepair } from '../../../shared/repair/command.ts';
import { propose } from '../../../shared/repair/deciding.ts';
import {
  type Entries,
  firstDay,
  type ListedEntry,
  listingSubject,
} from '../../../shared/repair/listingSubject.ts';
import { lookAt } from '../../../shared/repair/looking.ts';
import { openRepair } from '../../../shared/repair/opening.ts';
import { mayApply } from '../../../shared/repair/standing.ts';
import { testId } from '../../fixtures/complaintWorld.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { testCharge, testDraft } from '../../fixtures/penaltyWorld.ts';
import { agencyLink, materials, repairFile, repairWorld } from '../../fixtures/repairWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

/** A world in which the agency is on a list; what the lists were told is kept. */
function listed(list: 'abnormal' | 'serious', over: Partial<ListedEntry> = {}) {
  const world = repairWorld(tables);
  const entry: ListedEntry = {
    id: `NL#${testId()}`,
    list,
    number: '京知名〔2026〕1号',
    agency: { kind: 'agency', name: '北京测试专利代理事务所', uscc: world.uscc, district: 'haidian' },
    since: localDate('2026-01-05'),
    words: '未按规定报送年度报告',
    cured: true,
    ...over,
  };
  const told: string[] = [];
  let broken = false;
  const entries: Entries = {
    find: async (id) => (id === entry.id ? entry : undefined),
    ofAgency: async (uscc) => (uscc === world.uscc ? [entry] : []),
    async end(_id, { on }) {
      if (broken) return problem('repair.busy');
      told.push(`end ${on}`);
      return ok(undefined);
    },
    async restore(_id, on) {
      told.push(`restore ${on}`);
      return ok(undefined);
    },
  };
  const subject = listingSubject(list, { entries, penalties: world.penalties.lists });
  const deps = { ...world.deps, subjects: { ...world.deps.subjects, [list]: subject } };
  const open = () =>
    openRepair(deps, { id: testId(), kind: list, subject: entry.id, uscc: world.uscc }, agencyLink);
  return {
    world,
    deps,
    subject,
    entry,
    told,
    open,
    break(now: boolean) {
      broken = now;
    },
    async proposed(): Promise<string> {
      const opened = await open();
      if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
      const { id } = opened.value.state;
      for (const material of materials)
        await giveRepair(
          deps,
          id,
          'attach',
          attach,
          { file: repairFile(material, world.instant()) },
          agencyLink,
        );
      const input = { on: world.today(), channel: 'link' as const };
      await giveRepair(deps, id, 'apply', apply(deps), input, agencyLink);
      await giveRepair(deps, id, 'accept', accept, undefined, people.supervisor);
      const grant = { outcome: 'granted' as const, reason: '原因已消除' };
      await giveRepair(deps, id, 'propose', propose(deps), grant, people.supervisor);
      return id;
    },
  };
}

const codes = (result: Awaited<ReturnType<ReturnType<typeof listed>['open']>>) =>
  result.ok ? [result.value.status] : result.problems.map(({ code }) => code);

describe('the serious-breach list', () => {
  it('can be applied for when its year is over, and the restriction too', async () => {
    const since = localDate('2026-01-05');
    expect(firstDay(since, undefined)).toBe('2027-01-06');
    expect(firstDay(since, localDate('2026-12-31'))).toBe('2027-01-06');
    expect(firstDay(since, localDate('2027-06-30'))).toBe('2027-07-01');
    const one = listed('serious');
    one.world.on('2027-01-05');
    expect(codes(await one.open())).toEqual(['repair.early']);
    one.world.on('2027-01-06');
    expect(codes(await one.open())).toEqual(['preparing']);
  });

  it('is barred by a heavy penalty since, and by no other', async () => {
    const one = listed('serious');
    await one.world.penalty();
    one.world.on('2027-01-06');
    expect(codes(await one.open())).toEqual(['preparing']);
    const heavy = listed('serious');
    const measures = { correct: localDate('2026-12-31'), warning: true as const, fine: yuan(90_000) };
    await heavy.world.penalty(testDraft([testCharge({ discretion: 'heavier', measures })]));
    heavy.world.on('2027-01-06');
    expect(codes(await heavy.open())).toEqual(['repair.again']);
  });

  it('is decided in seven working days', async () => {
    const one = listed('serious');
    one.world.on('2027-01-06');
    const id = await one.proposed();
    const { state } = await one.world.caseOf(id);
    expect(state.deadlines).toMatchObject([{ kind: 'decide', deadline: { dueLegal: '2027-01-15' } }]);
  });
});

describe('the abnormal list', () => {
  it('can be applied for at any time once the cause is cured, and is decided in two working days', async () => {
    expect(codes(await listed('abnormal', { cured: false }).open())).toEqual(['repair.unperformed.cause']);
    const one = listed('abnormal');
    const id = await one.proposed();
    const { state } = await one.world.caseOf(id);
    expect(state.deadlines).toMatchObject([
      { kind: 'decideAbnormal', deadline: { event: '2026-07-06', dueLegal: '2026-07-08' } },
    ]);
  });

  it('is ended by its own command, again and again until it is', async () => {
    const one = listed('abnormal');
    const id = await one.proposed();
    one.break(true);
    const yes = { agrees: true, reason: '' };
    expect(await decideRepair(one.deps, id, yes, people.approver)).toMatchObject({
      value: { status: 'granted' },
    });
    expect(await lookAt(one.deps, id)).toMatchObject({ problems: [{ code: 'repair.busy' }] });
    expect(one.told).toEqual([]);
    one.break(false);
    expect(await lookAt(one.deps, id)).toMatchObject({ value: { status: 'carried-out' } });
    expect(one.told).toEqual(['end 2026-07-06']);
    const fraud = { reason: '材料系伪造' };
    await giveRepair(one.deps, id, 'propose-cancellation', proposeCancellation, fraud, people.supervisor);
    one.world.on('2026-07-20');
    await cancelRepair(one.deps, id, yes, people.approver);
    expect(one.told).toEqual(['end 2026-07-06', 'restore 2026-07-20']);
  });
});

it('a record that was restored after a fraud has no early end, whatever its kind', async () => {
  const restarted = localDate('2026-07-01');
  for (const list of ['abnormal', 'serious'] as const) {
    const { subject, entry } = listed(list, { restarted });
    const standing = await subject.find(entry.id);
    if (standing === undefined) throw new Error('it stands');
    const may = mayApply(standing, { today: addDays(restarted, 5_000) });
    expect(may.ok ? [] : may.problems.map(({ code }) => code)).toEqual([
      list === 'serious' ? 'repair.never.fraud' : 'repair.never.fraud.open',
    ]);
  }
});
