import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { absorb } from '../../../../shared/inspection/joint.ts';
import { papersOf } from '../../../../shared/inspection/papers/papersOf.ts';
import { paperText } from '../../../../shared/notice/paper.ts';
import { paperWorld } from '../../../fixtures/paperWorld.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';
import { inspector, item } from '../../notice/sources.ts';
import { kinds, papers, textOf } from './readPapers.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const [one, two, three] = [1, 2, 3].map((n) => inspector(`IS-${n}`));

describe('an agency that came in later', () => {
  it('is told, and so is its team, once: under the ids that a draw gives its own notices', async () => {
    const world = paperWorld(tables);
    const { draw, number, visit } = await world.opened('tell');
    expect(await world.issue()).toEqual({ done: 1, failed: [] });
    const notices = await world.notices(draw);
    expect(notices.map(({ caseId }) => caseId)).toEqual([
      `NT#${draw}#assignment#1#IS-1`,
      `NT#${draw}#assignment#1#IS-2`,
      `NT#${draw}#inspection#1#${visit.uscc}`,
    ]);
    expect(notices.every(({ status }) => status === 'queued')).toBe(true);
    expect(papersOf((await world.load(number)).state)).toContain(notices[2]?.caseId);
    expect(await world.ordered()).toEqual([]);
  });

  it('is not told of a visit that an unannounced item on site silences; the team is', async () => {
    const world = paperWorld(tables, { items: [item({ announced: false })] });
    const { draw } = await world.opened('tell');
    await world.issue();
    expect(kinds(await papers(world, draw))).toEqual(['assignment IS-1', 'assignment IS-2']);
  });

  it('and whose case has ended meanwhile is told nothing', async () => {
    const world = paperWorld(tables);
    const { draw, number } = await world.opened('tell');
    await world.put(number, 'cancelled', {});
    expect(await world.issue()).toEqual({ done: 1, failed: [] });
    expect(await world.notices(draw)).toEqual([]);
  });
});

describe('a team that has changed', () => {
  it('tells the new member whose place it is, and the agency who comes', async () => {
    const world = paperWorld(tables);
    const { draw, number, visit } = await world.opened();
    await world.replaced(visit, 2, three, 1);
    await world.issue();
    const notices = await papers(world, draw);
    expect(kinds(notices)).toEqual(['assignment IS-3', `team-change ${visit.uscc}`]);
    expect(textOf(notices, 'assignment')).toContain('原检查人员检查员IS-2不再参加本次检查，由你');
    const told = textOf(notices, 'team-change');
    expect(told).toContain('检查员IS-2由检查员IS-3接替');
    expect(told).not.toContain('生病');
    const ids = papersOf((await world.load(number)).state);
    expect(ids).toContain(notices[1]?.id);
    expect(papersOf((await world.load(number)).state, { type: 'inspector', id: 'IS-3' })).toContain(
      notices[0]?.id,
    );
  });

  it('tells of its own event though another one came before it was written', async () => {
    const world = paperWorld(tables);
    const { draw, visit } = await world.opened();
    const after = await world.replaced(visit, 2, three, 1);
    world.clock.now = '2026-11-06T03:00:00Z';
    await world.replaced(after, 1, inspector('IS-4'), 2);
    await world.issue();
    const notices = await papers(world, draw);
    expect(kinds(notices)).toEqual([
      'assignment IS-3',
      `team-change ${visit.uscc}`,
      'assignment IS-4',
      `team-change ${visit.uscc}`,
    ]);
    const [first, second] = notices
      .filter(({ kind }) => kind === 'team-change')
      .map(({ paper }) => paperText(paper));
    expect(first).toContain('检查员IS-1');
    expect(first).not.toContain('检查员IS-4');
    expect(second).toContain('检查员IS-1由检查员IS-4接替');
  });

  it('does not tell an agency that was told of no visit', async () => {
    const world = paperWorld(tables, { items: [item({ announced: false })] });
    const { draw, visit } = await world.opened();
    await world.replaced(visit, 2, three, 1);
    await world.issue();
    expect(kinds(await papers(world, draw))).toEqual(['assignment IS-3']);
  });

  it('that was one inspector short announces the visit when it is complete', async () => {
    const world = paperWorld(tables);
    if (one === undefined || two === undefined) throw new Error('no inspectors');
    const { draw, visit } = await world.opened('told', [one]);
    const seats = [...visit.seats, { seat: 2, tid: '', inspectorId: '', name: '' }];
    await world.replaced({ ...visit, seats }, 2, three, 1);
    await world.issue();
    const notices = await papers(world, draw);
    expect(kinds(notices)).toEqual(['assignment IS-3', `inspection ${visit.uscc}`]);
    expect(textOf(notices, 'assignment')).toContain('检查人员有空缺');
  });
});

describe('a joint visit', () => {
  it('is told to both teams and to the agency', async () => {
    const world = paperWorld(tables);
    const lead = await world.opened();
    const other = await world.opened(
      'told',
      [two, three].filter((each) => each !== undefined),
    );
    const { state } = await world.load(other.number);
    await world.give(lead.number, 'absorb', absorb, { other: state });
    await world.issue();
    const notices = [...(await papers(world, lead.draw)), ...(await papers(world, other.draw))];
    expect(kinds(notices)).toEqual([
      'joint-team IS-1',
      'joint-team IS-2',
      `joint ${lead.visit.uscc}`,
      'joint-team IS-3',
    ]);
    expect(textOf(notices, 'joint')).toContain('合并为一次联合检查');
    expect(textOf(notices, 'joint-team', 'IS-1')).toContain('你担任组长');
    // The first seat of the draw that joined does not lead.
    expect(textOf(notices, 'joint-team', 'IS-3')).toContain('你担任组员');
    const merged = (await world.load(lead.number)).state;
    expect(papersOf(merged)).toContain(notices[2]?.id);
    expect(papersOf(merged, { type: 'inspector', id: 'IS-3' })).toContain(notices[3]?.id);
  });

  it('is not told to an agency when an unannounced item on site has come in', async () => {
    const world = paperWorld(tables, { items: [item(), item({ code: 'ZL-02', announced: false })] });
    const lead = await world.opened();
    const other = await world.opened();
    const { parts } = (await world.load(lead.number)).state;
    await world.put(lead.number, 'notified', {
      announced: true,
      parts: parts.map((part) => ({ ...part, items: ['ZL-01@1'] })),
    });
    const { state } = await world.load(other.number);
    await world.give(lead.number, 'absorb', absorb, { other: state });
    await world.issue();
    expect(kinds(await papers(world, lead.draw))).toEqual(['joint-team IS-1', 'joint-team IS-2']);
  });

  it('whose second draw replaces somebody keeps its leader and tells agency and new member', async () => {
    const world = paperWorld(tables);
    const lead = await world.opened();
    const team = [two, three].filter((each) => each !== undefined);
    const other = await world.opened('told', team, { uscc: lead.visit.uscc });
    const { state } = await world.load(other.number);
    await world.give(lead.number, 'absorb', absorb, { other: state });
    await world.issue();
    await world.replaced(other.visit, 2, inspector('IS-4'), 1, lead.number);
    await world.issue();
    const assigned = (await papers(world, other.draw)).filter(({ kind }) => kind === 'assignment');
    expect(kinds(assigned)).toEqual(['assignment IS-4']);
    expect(textOf(assigned, 'assignment')).toContain('你担任下列检查任务的组员');
    const changed = (await papers(world, lead.draw)).filter(({ kind }) => kind === 'team-change');
    expect(textOf(changed, 'team-change')).toContain('检查员IS-3由检查员IS-4接替');
    expect(textOf(changed, 'team-change')).toContain('分工：组长；姓名：检查员IS-1');
    const { state: joint } = await world.load(lead.number);
    expect(papersOf(joint, { type: 'inspector', id: 'IS-4' })).toContain(assigned[0]?.id);
    expect(papersOf(joint)).toContain(changed[0]?.id);
  });
});
