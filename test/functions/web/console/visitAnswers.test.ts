import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checklistFile } from '../../../../shared/inspection/checklist.ts';
import { inspectionCaseId } from '../../../../shared/inspection/inspectionRows.ts';
import { checklist, openVisit, prepareVisits, team, visitOf } from '../../../fixtures/visitWorld.ts';
import { type ConsoleWorld, openConsole, type SignedIn } from '../../console/consoleWorld.ts';

let world: ConsoleWorld;
let leader: SignedIn;
let second: SignedIn;

beforeAll(async () => {
  world = await openConsole();
  await prepareVisits(world);
  leader = await world.signIn(team.leader);
  second = await world.signIn(team.second);
});
afterAll(() => world.close());

const { digest } = checklistFile(checklist);
const [FIRST, SECOND] = ['ZL-01@1/1', 'ZL-01@1/2'] as const;

const one = (n: number, key: string, value: string, at = '2026-11-23T01:00:00.000Z') => ({
  id: `device-answer-${String(n).padStart(6, '0')}`,
  key,
  value,
  note: '',
  at,
});

async function send(number: string, answers: readonly unknown[], who = leader, checklists = [digest]) {
  const batch = JSON.stringify({ checklists, answers });
  const { status, body } = await world.post(`/inspections/${number}/answers`, who, { batch });
  return { status, ...JSON.parse(body) };
}

describe('answers sent by a device', () => {
  test('are stored once, however often they come', async () => {
    const number = await openVisit(world, 1);
    const batch = [one(1, FIRST, 'consistent'), one(2, SECOND, 'none-found')];
    const said = {
      status: 200,
      type: 'taken',
      stored: [{ id: one(1, '', '').id }, { id: one(2, '', '').id }],
    };
    expect(await send(number, batch)).toMatchObject(said);
    const chain = await world.deps.inspections.cases.chain(inspectionCaseId(number));
    expect(await send(number, batch)).toMatchObject(said);
    expect(await world.deps.inspectionLists.answers(number)).toHaveLength(2);
    expect(await world.deps.inspections.cases.chain(inspectionCaseId(number))).toHaveLength(chain.length);
  });

  test('two devices at once lose and double nothing', async () => {
    const number = await openVisit(world, 2);
    const batches = [leader, second].flatMap((who, w) =>
      Array.from({ length: 4 }, (_, i) =>
        send(number, [one(10 * w + i, i % 2 === 0 ? FIRST : SECOND, 'not-applicable')], who),
      ),
    );
    const said = await Promise.all(batches);
    const again = said.some(({ later }) => later.length > 0);
    expect(again || said.every(({ stored }) => stored.length === 1)).toBe(true);
    expect(await world.deps.inspectionLists.answers(number)).toHaveLength(
      said.reduce((count, { stored }) => count + stored.length, 0),
    );
  });

  test('one that cannot be taken leaves the others in, and says why', async () => {
    const number = await openVisit(world, 3);
    const said = await send(number, [
      one(1, FIRST, 'consistent'),
      one(2, SECOND, 'consistent'),
      one(3, 'ZL-02@1/1', 'consistent'),
      { ...one(4, SECOND, 'found'), note: '字'.repeat(1001) },
    ]);
    expect(said.stored).toEqual([{ id: one(1, '', '').id }]);
    expect(said.refused).toEqual([
      { id: one(4, '', '').id, why: '说明不超过 1000 字' },
      { id: one(2, '', '').id, why: '请从给出的答案中选择' },
      { id: one(3, '', '').id, why: '检查表中没有这个问题' },
    ]);
  });

  test('an earlier answer that arrives later is kept and does not win', async () => {
    const number = await openVisit(world, 4);
    await send(number, [one(1, FIRST, 'inconsistent', '2026-11-23T01:30:00.000Z')], second);
    const said = await send(number, [one(2, FIRST, 'consistent')]);
    expect(said.stored).toEqual([{ id: one(2, '', '').id, standing: 'second' }]);
    expect((await visitOf(world, number)).state.answers[FIRST]?.value).toBe('inconsistent');
    expect(await world.deps.inspectionLists.answers(number)).toHaveLength(2);
  });

  test('another version of the checklist, and a case that has moved on, refuse all of them', async () => {
    const number = await openVisit(world, 5);
    const other = await send(number, [one(1, FIRST, 'consistent')], leader, ['0'.repeat(64)]);
    expect(other).toMatchObject({ stored: [], later: [] });
    expect(other.refused[0].why).toContain('检查表的版本');
    const closed = await openVisit(world, 6, {}, 'visited');
    const late = await send(closed, [one(1, FIRST, 'consistent'), one(2, SECOND, 'found')]);
    expect(late.refused.map(({ why }: { why: string }) => why)).toEqual([
      expect.stringContaining('检查已经进入其他环节'),
      expect.stringContaining('检查已经进入其他环节'),
    ]);
  });

  test('what is no batch is refused whole, and a stranger is told nothing', async () => {
    const number = await openVisit(world, 7);
    for (const wrong of [
      [],
      [{ ...one(1, FIRST, 'consistent'), at: 'yesterday' }],
      [{ ...one(1, FIRST, 'consistent'), by: 'u-second' }],
      Array.from({ length: 11 }, (_, i) => one(i, FIRST, 'consistent')),
    ]) {
      expect((await send(number, wrong)).status).toBe(422);
    }
    const stranger = await world.signIn(team.stranger);
    expect(await send(number, [one(1, FIRST, 'consistent')], stranger)).toEqual({
      status: 404,
      type: 'gone',
    });
    expect((await world.get(`/inspections/${number}/answers`, stranger)).status).toBe(404);
    const state = JSON.parse((await world.get(`/inspections/${number}/answers`, leader)).body);
    expect(state).toMatchObject({ type: 'state', person: 'u-leader' });
    const posted = await world.post(
      `/inspections/${number}/answers`,
      leader,
      { batch: JSON.stringify({ checklists: [digest], answers: [one(1, FIRST, 'consistent')] }) },
      state.token,
    );
    expect(posted.status).toBe(200);
    // The token of another person's session is none.
    expect((await world.post(`/inspections/${number}/answers`, second, {}, state.token)).status).toBe(403);
  });
});
