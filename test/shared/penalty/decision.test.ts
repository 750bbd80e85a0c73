import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { yuan } from '../../../shared/money.ts';
import { annul, proposeAnnulment } from '../../../shared/penalty/annulling.ts';
import { consider, reopen } from '../../../shared/penalty/considering.ts';
import { decide } from '../../../shared/penalty/deciding.ts';
import { endWindow, state } from '../../../shared/penalty/defending.ts';
import { draft } from '../../../shared/penalty/drafting.ts';
import { lookAt } from '../../../shared/penalty/looking.ts';
import { close, recordCorrection, recordPayment, remindPayment } from '../../../shared/penalty/performing.ts';
import type { StoredPenalty } from '../../../shared/penalty/ports.ts';
import { repairPublicity } from '../../../shared/penalty/publicity.ts';
import { review } from '../../../shared/penalty/reviewing.ts';
import { waitingEntry } from '../../fixtures/creditEntries.ts';
import { people } from '../../fixtures/drawWorld.ts';
import {
  legalReviewer,
  party,
  penaltyWorld,
  system,
  testCharge,
  testDraft,
  USCC,
} from '../../fixtures/penaltyWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const due = ({ state: { deadlines } }: StoredPenalty, kind: string) =>
  deadlines.find((one) => one.kind === kind)?.deadline.dueLegal;
const row = async (pk: string) =>
  (
    await tables.client.send(
      new GetCommand({ TableName: 'core', Key: { pk, sk: 'META' }, ConsistentRead: true }),
    )
  ).Item;
const said = (on: string) => ({ text: '请求', on: localDate(on), files: [] });

describe('the decision', () => {
  it('is never heavier than the notice, and needs the heads where the law asks for them', async () => {
    const world = penaltyWorld(tables);
    const id = await world.notice(testDraft([testCharge()]));
    await world.give(id, 'state', state, said('2026-07-06'), party);
    world.at('2026-07-20T20:00:00Z');
    await world.give(id, 'end-window', endWindow, undefined, system);
    const heavier = testCharge({
      discretion: 'heavier',
      measures: { ...testCharge().measures, fine: yuan(80_000) },
    });
    const answer = { adopted: 'none', text: '不采纳' } as const;
    expect(await world.refused(id, 'consider', consider, { ...answer, charges: [heavier] })).toBe(
      'penalty.law.heavier',
    );
    expect(
      await world.refused(id, 'consider', consider, {
        ...answer,
        adopted: 'nothing-said',
        charges: [testCharge()],
      }),
    ).toBe('penalty.consider.said');
    // New facts: the party is told anew.
    await world.give(id, 'reopen', reopen, { reason: '新证据' });
    await world.give(id, 'draft', draft, testDraft([heavier]));
    await world.give(id, 'review', review, { outcome: 'passed', note: '' }, legalReviewer);
    expect((await world.caseOf(id)).state.notices).toHaveLength(2);
  });

  it('is by a second person, once, and everything that follows stands with it', async () => {
    const world = penaltyWorld(tables);
    const id = await world.deciding();
    const yes = { agrees: true, reason: '' };
    const own = { ...people.supervisor, roles: ['approver'] as const };
    expect(await world.refused(id, 'decide', decide(world.decidingDeps), yes, own)).toBe(
      'access.fourEyes.samePerson',
    );
    const reviewer = { ...legalReviewer, roles: ['approver'] as const };
    expect(await world.refused(id, 'decide', decide(world.decidingDeps), yes, reviewer)).toBe(
      'access.fourEyes.samePerson',
    );
    const both = await Promise.all([
      world.refused(id, 'decide', decide(world.decidingDeps), yes, people.approver),
      world.refused(id, 'decide', decide(world.decidingDeps), yes, people.approver),
    ]);
    expect([...both].sort()).toEqual(['penalty.status', 'taken: serving']);
    const { state: penalty } = await world.caseOf(id);
    expect(penalty.decision).toMatchObject({
      fine: yuan(50_000),
      number: expect.stringMatching(/^京知罚〔2026〕\d+号$/),
    });
  });

  it('takes effect with its service: publicity, credit system, risk class, each once', async () => {
    const world = penaltyWorld(tables);
    const id = await world.effective();
    const { state: penalty, status } = await world.caseOf(id);
    expect(status).toBe('performing');
    const on = penalty.decision?.on ?? '';
    expect(penalty.publicity).toMatchObject({
      class: 'ordinary',
      gsxt: true,
      until: on.replace('2026', '2027'),
    });
    for (const channel of ['portal', 'gsxt']) {
      const sent = await waitingEntry(tables, `penalty/${id}/${channel}`, 1);
      expect(sent).toMatchObject({
        uscc: USCC,
        operation: 'publish',
        record: { type: 'penalty', channel, fine: yuan(50_000), conduct: expect.any(String) },
      });
    }
    const fact = await row(`RISK#PN#${id}/penalty-ordinary#fact`);
    expect(fact?.['event']).toMatchObject({ uscc: USCC, kind: 'penalty-ordinary' });
    const before = await world.refused(
      id,
      'repair-publicity',
      repairPublicity(world.deps),
      { on: world.today() },
      system,
    );
    expect(before).toBe('penalty.publicity.early');
  });

  it('comes down by itself on its day, here and at the credit system', async () => {
    const world = penaltyWorld(tables);
    const id = await world.effective();
    const until = (await world.caseOf(id)).state.publicity?.until;
    world.at(`${until}T15:59:59Z`);
    await lookAt({ ...world.deps, lists: world.lists }, id);
    expect((await world.caseOf(id)).state.publicity?.ended).toBeUndefined();
    world.at(`${until}T16:00:00Z`);
    await lookAt({ ...world.deps, lists: world.lists }, id);
    await lookAt({ ...world.deps, lists: world.lists }, id);
    expect((await world.caseOf(id)).state.publicity?.ended?.reason).toBe('expired');
    expect(await waitingEntry(tables, `penalty/${id}/gsxt`, 2)).toMatchObject({
      operation: 'end',
      reason: 'expired',
    });
    expect(await waitingEntry(tables, `penalty/${id}/gsxt`, 3)).toBeUndefined();
  });

  it('is paid, put right and closed; or reminded of', async () => {
    const world = penaltyWorld(tables);
    const id = await world.effective();
    expect(await world.refused(id, 'close', close, { reason: '' })).toBe('penalty.close.open');
    expect(await world.refused(id, 'remind-payment', remindPayment, undefined)).toBe('penalty.pay.open');
    const pay = { on: world.today(), amount: yuan(50_000), receipt: 'A1' };
    await world.give(id, 'record-payment', recordPayment, pay);
    expect((await world.give(id, 'record-payment', recordPayment, pay)).state.payments).toHaveLength(1);
    expect(await world.refused(id, 'close', close, { reason: '' })).toBe('penalty.close.open');
    await world.give(id, 'record-correction', recordCorrection, { on: world.today() });
    expect((await world.give(id, 'close', close, { reason: '履行完毕' })).status).toBe('closed');
  });

  it('that is annulled is taken back everywhere', async () => {
    const world = penaltyWorld(tables);
    const id = await world.effective();
    const entered = {
      ground: 'reconsideration',
      reference: '京政复〔2026〕9号',
      reason: '事实不清',
      on: world.today(),
    };
    const proposed = await world.give(id, 'propose-annulment', proposeAnnulment, entered);
    expect(due(proposed, 'withdraw')).toBeDefined();
    const done = await world.give(id, 'annul', annul(world.deps), { agrees: true }, people.approver);
    expect(done.status).toBe('annulled');
    expect(done.state.publicity?.ended?.reason).toBe('annulled');
    const taken = await waitingEntry(tables, `penalty/${id}/portal`, 2);
    expect(taken).toMatchObject({ operation: 'withdraw' });
    expect(taken).not.toHaveProperty('record');
    expect((await row(`RISK#PN#${id}/penalty-ordinary#retracted`))?.['event']).toMatchObject({
      type: 'retracted',
    });
  });
});
