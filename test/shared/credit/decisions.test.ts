import { describe, expect, it } from 'vitest';
import { creditEntryId } from '../../../shared/credit/creditEntry.ts';
import { creditStatuses } from '../../../shared/credit/creditItem.ts';
import {
  correct,
  type DecideItem,
  giveUp,
  proposeGiveUp,
  retry,
  stop,
  withdrawGiveUp,
} from '../../../shared/credit/decisions.ts';
import { giveItem } from '../../../shared/credit/giveCredit.ts';
import { creditTransitions } from '../../../shared/credit/transitions.ts';
import type { Actor } from '../../../shared/draw/ceremony/decision.ts';
import { creditEntry, listingRecord } from '../../fixtures/creditRecords.ts';
import { approver, creditWorld, supervisor } from '../../fixtures/creditWorld.ts';

const first = creditEntry();
const second = creditEntry({ key: 'listing/NL1', record: listingRecord, at: '2026-12-15T02:30:00Z' });
const id = creditEntryId(first);
const both: Actor = { ...supervisor, roles: ['supervisor', 'approver'] };

/** An agency whose oldest entry was refused for its name. */
async function refusedWorld() {
  let refuses = true;
  const world = creditWorld(() => ({
    refuse: ({ key, subject }) => refuses && key === first.key && !subject.name.includes('（更名）'),
  }));
  for (const entry of [first, second]) world.store.add(entry);
  await world.push();
  const give = async <Input>(decide: DecideItem<Input>, input: Input, actor: Actor) => {
    const seen = (await world.store.cases.load(`CREDIT#${first.uscc}`))?.version ?? 0;
    const given = await giveItem(world.people, { uscc: first.uscc, id, seen, actor }, decide, input);
    return given.ok ? 'given' : given.problems[0]?.code;
  };
  const statuses = async () =>
    (await world.store.outbox.items(first.uscc)).map(({ status, amendment }) => `${status} ${amendment}`);
  const heal = () => {
    refuses = false;
  };
  return { world, give, statuses, heal };
}

describe('what was refused', () => {
  it('is sent again as it is once its cause is gone, and the rest follows', async () => {
    const { give, statuses, heal, world } = await refusedWorld();
    heal();
    expect(await give(retry, undefined, supervisor)).toBe('given');
    await world.push();
    expect(await statuses()).toEqual(['acknowledged 0', 'acknowledged 0']);
    expect(world.remote.holdings.taken().map(({ key }) => key)).toEqual([first.key, second.key]);
  });

  it('is sent in other words under another name', async () => {
    const { give, statuses, world } = await refusedWorld();
    expect(await give(correct, { subject: first.agency }, supervisor)).toBe('credit.correct.same');
    expect(await give(correct, { subject: '13800138000' }, supervisor)).toBe('credit.invalid.phone');
    expect(await give(correct, { subject: '第1所（更名）', raninsTaskId: 'X' }, supervisor)).toBe('given');
    await world.push();
    expect(await statuses()).toEqual(['acknowledged 1', 'acknowledged 0']);
    expect(world.remote.holdings.current()[0]).toMatchObject({
      id: `${id}.1`,
      subject: { name: '第1所（更名）' },
      fields: { raninsTaskId: 'BJIPO-2026-0001' },
    });
  });

  it('is given up by two people, and the rest goes on', async () => {
    const { give, statuses, world } = await refusedWorld();
    expect(await give(giveUp, undefined, approver)).toBe('credit.not_proposed');
    expect(await give(proposeGiveUp, { reason: ' ' }, supervisor)).toBe('credit.reason.missing');
    expect(await give(proposeGiveUp, { reason: '主体已注销' }, both)).toBe('given');
    expect(await give(proposeGiveUp, { reason: '再次' }, supervisor)).toBe('credit.proposed');
    expect(await give(giveUp, undefined, both)).toBe('access.fourEyes.samePerson');
    expect(await give(giveUp, undefined, supervisor)).toBe('credit.role');
    expect(await give(giveUp, undefined, approver)).toBe('given');
    expect(await give(retry, undefined, supervisor)).toBe('credit.status');
    await world.push();
    expect(await statuses()).toEqual(['given-up 0', 'acknowledged 0']);
  });

  it('may stay after a proposal was taken back', async () => {
    const { give } = await refusedWorld();
    await give(proposeGiveUp, { reason: '理由' }, supervisor);
    expect(await give(withdrawGiveUp, undefined, approver)).toBe('given');
    expect(await give(withdrawGiveUp, undefined, approver)).toBe('credit.not_proposed');
  });
});

describe('a decision', () => {
  it('on what has moved on since it was seen is refused', async () => {
    const { world } = await refusedWorld();
    const order = { uscc: first.uscc, id, seen: 0, actor: supervisor };
    expect(await giveItem(world.people, order, retry, undefined)).toMatchObject({
      problems: [{ code: 'credit.stale' }],
    });
  });

  it('takes out only what is next', async () => {
    const world = creditWorld();
    for (const entry of [first, second]) world.store.add(entry);
    const order = { uscc: first.uscc, seen: 0, actor: supervisor };
    const later = { ...order, id: creditEntryId(second) };
    expect(await giveItem(world.people, later, stop, undefined)).toMatchObject({
      problems: [{ code: 'credit.not_first' }],
    });
    expect((await giveItem(world.people, { ...order, id }, stop, undefined)).ok).toBe(true);
    expect(await world.push()).toMatchObject({ requests: 0 });
  });

  it('is open in the table to somebody in every status that waits for a person', () => {
    const open = creditTransitions.filter(({ by }) => !by.includes('system'));
    expect(open.flatMap(({ from }) => from)).toContain('rejected');
    const reached = new Set(creditTransitions.flatMap(({ to }) => (to === 'same' ? [] : to)));
    expect(creditStatuses.filter((status) => !reached.has(status))).toEqual([]);
  });
});
