import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../shared/audit/verifyChain.ts';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { transitionOf } from '../../../shared/case/transition.ts';
import type { Result } from '../../../shared/problem.ts';
import { proposeTargeted } from '../../../shared/targeted/leadToTargeted.ts';
import {
  amendOrder,
  approveOrder,
  refuseOrder,
  withdrawOrder,
} from '../../../shared/targeted/orderCommands.ts';
import { placeOrder } from '../../../shared/targeted/placeOrder.ts';
import { suggestedAgencies } from '../../../shared/targeted/suggestions.ts';
import { orderStatuses, orderTransitions } from '../../../shared/targeted/targetedOrder.ts';
import { people, testAgency, testItem } from '../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import {
  approvedOrder,
  newOrder,
  openedFor,
  orderOf,
  type Targeted,
  targetedWorld,
  testTerms,
  usccOf,
} from '../../fixtures/targetedWorld.ts';

const agencies = [
  testAgency(1),
  testAgency(2, { status: 'closed' }),
  testAgency(4, { listing: 'abnormal', listedSince: localDate('2026-11-01') }),
  testAgency(5, { kinds: ['patent'] }),
];
const items = [
  testItem,
  { ...testItem, code: 'SB-01', kinds: ['trademark' as const] },
  { ...testItem, code: 'ZL-02', method: 'written' as const },
  { ...testItem, code: 'ZL-03', status: 'draft' as const },
  { ...testItem, code: 'ZL-04', validFrom: localDate('2027-01-01') },
];

let tables: Tables;
let office: Targeted;
beforeAll(async () => {
  tables = await openTables();
  office = await targetedWorld(tables, { agencies, items });
});
afterAll(() => tables.close());

/** `code@field` of every problem. */
function refusals(result: Result<unknown>) {
  expect(result.ok).toBe(false);
  return result.ok
    ? []
    : result.problems.map(({ code, field }) => (field === undefined ? code : `${code}@${field}`));
}

const place = (i: number, over: Parameters<typeof newOrder>[1] = {}) =>
  placeOrder(office.targeted, newOrder(i, over), people.supervisor);
const ref = async (number: string) => ({ number, version: (await orderOf(office, number)).version });

async function placed(i: number): Promise<string> {
  const order = await place(i);
  if (!order.ok) throw new Error(JSON.stringify(order.problems));
  return order.value.number;
}

describe('ordering', () => {
  it('keeps the order with its ground in the audit chain, and neither agency nor texts', async () => {
    const number = await placed(1);
    expect(number).toMatch(/^BJIPO-2026-TG\d{4}$/);
    const stored = await orderOf(office, number);
    expect(stored.status).toBe('ordered');
    const chain = await tables.store.chain(stored.caseId);
    expect(chain).toMatchObject([
      { command: 'order', ground: 'monitoring', lawVersion: 'monitoring@2020-01-01', actor: 'u-supervisor' },
    ]);
    const text = JSON.stringify(chain);
    for (const secret of [usccOf(1), '监测记录', testTerms.reason]) expect(text).not.toContain(secret);
    expect(verifyChain(stored.caseId, chain, stored)).toEqual([]);
  });

  it.each([
    ['an agency that nobody knows', 9, {}, ['targeted.agency.unknown@uscc']],
    ['a closed agency', 2, {}, ['targeted.agency.closed@uscc']],
    ['a listing that is none', 1, { ground: 'listed' }, ['targeted.ground.not_listed@ground']],
    ['no reference', 1, { reference: ' ' }, ['targeted.reference.missing@reference']],
    ['a long reference', 1, { reference: '长'.repeat(201) }, ['targeted.text.long@reference']],
  ] as const)('is refused for %s', async (_, i, over, expected) => {
    expect(refusals(await place(i, over))).toEqual(expected);
  });

  it.each([
    ['no items', { items: [] }, 'targeted.items.none@items'],
    ['an unknown item', { items: ['XX-1@1'] }, 'targeted.items.not_published@items'],
    ['a draft', { items: ['ZL-03@1'] }, 'targeted.items.not_published@items'],
    ['an item of later', { items: ['ZL-04@1'] }, 'targeted.items.not_yet_valid@items'],
    ['an item of another kind', { items: ['SB-01@1'] }, 'targeted.items.kind@items'],
    ['no days', { visits: { from: '', to: '' } }, 'targeted.period.missing@from'],
    [
      'days in the wrong order',
      { visits: { from: '2026-12-09', to: '2026-12-08' } },
      'targeted.period.order@to',
    ],
    ['days that are over', { visits: { from: '2026-11-02', to: '2026-11-30' } }, 'targeted.period.past@to'],
    ['no reason', { reason: ' ' }, 'targeted.reason.missing@reason'],
  ])('is refused for terms with %s', async (_, over, expected) => {
    expect(refusals(await place(5, { terms: { ...testTerms, ...over } }))).toEqual([expected]);
  });

  it('asks for an on-site item where the law does', async () => {
    const written = { ...testTerms, items: ['ZL-02@1'] };
    expect(refusals(await place(4, { ground: 'listed', terms: written }))).toEqual([
      'targeted.items.onsite@items',
    ]);
    expect((await place(4, { ground: 'listed' })).ok).toBe(true);
    expect((await place(4, { ground: 'transfer', terms: written })).ok).toBe(true);
  });

  it('is for supervisors, and one form makes one order', async () => {
    expect(refusals(await placeOrder(office.targeted, newOrder(1), people.approver))).toEqual([
      'targeted.role',
    ]);
    const form = newOrder(1);
    const many = await Promise.all(
      Array.from({ length: 8 }, () => placeOrder(office.targeted, form, people.supervisor)),
    );
    const numbers = many.map((one) => (one.ok ? one.value : undefined));
    expect(new Set(numbers.map((one) => one?.number)).size).toBe(1);
    expect(numbers.filter((one) => one?.fresh).length).toBe(1);
  });
});

describe('a proposal of the system', () => {
  it('is one order per case, waits for its terms, and is approved by somebody who did not write them', async () => {
    const lead = { uscc: usccOf(1), ground: 'complaint' as const, reference: '投诉已查实', source: 'CP#01' };
    const first = await proposeTargeted(office.targeted, lead);
    const again = await proposeTargeted(office.targeted, lead);
    if (!first.ok || !again.ok) throw new Error('refused');
    expect(again.value).toEqual({ number: first.value.number, fresh: false });
    const { number } = first.value;
    expect((await orderOf(office, number)).state.ordered.by).toBe('system');
    expect(refusals(await approveOrder(office.targeted, await ref(number), people.approver))).toEqual([
      'targeted.terms.missing',
    ]);
    const both = { ...people.supervisor, roles: ['supervisor', 'approver'] as const };
    expect((await amendOrder(office.targeted, await ref(number), testTerms, both)).ok).toBe(true);
    expect(refusals(await approveOrder(office.targeted, await ref(number), both))).toEqual([
      'targeted.four_eyes',
    ]);
    expect((await approveOrder(office.targeted, await ref(number), people.approver)).ok).toBe(true);
  });

  it('is not made for a closed agency', async () => {
    const lead = { uscc: usccOf(2), ground: 'complaint' as const, reference: 'x', source: 'CP#02' };
    expect(refusals(await proposeTargeted(office.targeted, lead))).toEqual(['targeted.agency.closed@uscc']);
  });
});

describe('deciding', () => {
  it('needs two people', async () => {
    const number = await placed(1);
    const both = { ...people.supervisor, roles: ['supervisor', 'approver'] as const };
    expect(refusals(await approveOrder(office.targeted, await ref(number), both))).toEqual([
      'targeted.four_eyes',
    ]);
    expect(refusals(await refuseOrder(office.targeted, await ref(number), '不必', both))).toEqual([
      'targeted.four_eyes',
    ]);
    expect(refusals(await approveOrder(office.targeted, await ref(number), people.notary))).toEqual([
      'targeted.role',
    ]);
  });

  it('approves what the approver saw, not what it was changed to meanwhile', async () => {
    const number = await placed(1);
    const seen = await ref(number);
    await amendOrder(office.targeted, seen, { ...testTerms, reason: '扩大范围' }, people.supervisor);
    expect(refusals(await approveOrder(office.targeted, seen, people.approver))).toEqual(['case.stale']);
  });

  it('takes every command only in the statuses of the table', async () => {
    const reason = '情况变化';
    const commands = {
      amend: (number: string, version: number) =>
        amendOrder(office.targeted, { number, version }, testTerms, people.supervisor),
      approve: (number: string, version: number) =>
        approveOrder(office.targeted, { number, version }, people.approver),
      refuse: (number: string, version: number) =>
        refuseOrder(office.targeted, { number, version }, reason, people.approver),
      withdraw: (number: string, version: number) =>
        withdrawOrder(office.targeted, { number, version }, reason, people.supervisor),
    };
    const approved = () => approvedOrder(office, 1);
    const bring: Record<string, () => Promise<string>> = {
      ordered: () => placed(1),
      approved,
      refused: async () => {
        const number = await placed(1);
        await commands.refuse(number, (await ref(number)).version);
        return number;
      },
      withdrawn: async () => {
        const number = await approved();
        await commands.withdraw(number, (await ref(number)).version);
        return number;
      },
      assigned: async () => {
        const number = await approved();
        await openedFor(office, [number]);
        return number;
      },
    };
    for (const status of orderStatuses.filter((one) => one !== 'drawn')) {
      for (const [name, give] of Object.entries(commands)) {
        const number = (await bring[status]?.()) ?? '';
        const before = await orderOf(office, number);
        expect(before.status).toBe(status);
        const given = await give(number, before.version);
        const line = transitionOf(orderTransitions, name as keyof typeof commands);
        expect(given.ok, `${name} in ${status}`).toBe(line.from.includes(status));
        if (!given.ok) expect(refusals(given)).toEqual(['targeted.status']);
      }
    }
  });

  it('refuses and withdraws with a reason only', async () => {
    const number = await placed(1);
    expect(refusals(await refuseOrder(office.targeted, await ref(number), ' ', people.approver))).toEqual([
      'targeted.reason.missing@reason',
    ]);
    expect(refusals(await withdrawOrder(office.targeted, await ref(number), '', people.supervisor))).toEqual([
      'targeted.reason.missing@reason',
    ]);
  });
});

describe('the lists', () => {
  it('give the orders of a year newest first, and count a status without reading them', async () => {
    const orders = await office.targeted.orders.ofYear(2026);
    const numbers = orders.map(({ state }) => state.number);
    expect(numbers).toEqual([...numbers].sort().reverse());
    expect(numbers.length).toBeGreaterThan(10);
    const waiting = orders.filter(({ status }) => status === 'ordered').length;
    expect(await office.targeted.orders.count(2026, 'ordered')).toBe(waiting);
    expect(await office.targeted.orders.ofYear(2025)).toEqual([]);
  });

  it('suggest who is listed and owes the visit, unless an order stands', () => {
    const today = localDate('2026-12-01');
    const listed = { listing: 'serious', listedSince: localDate('2026-11-01') } as const;
    const known = [
      testAgency(1),
      testAgency(2, listed),
      testAgency(3, { ...listed, lastInspectedOn: localDate('2026-11-20') }),
      testAgency(4, { ...listed, status: 'closed' }),
      testAgency(5, listed),
    ];
    const standing = { status: 'approved', state: { uscc: usccOf(5) } } as never;
    const over = { status: 'withdrawn', state: { uscc: usccOf(2) } } as never;
    expect(suggestedAgencies(known, [standing, over], today).map(({ uscc }) => uscc)).toEqual([usccOf(2)]);
  });
});
