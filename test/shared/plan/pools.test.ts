import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { fromHex } from '../../../shared/draw/bytes.ts';
import { canonicalJson } from '../../../shared/draw/canonicalJson.ts';
import { sha256Suite, sm3Suite } from '../../../shared/draw/hash.ts';
import { readPlan } from '../../../shared/draw/plan.ts';
import { poolProblems, privatePart } from '../../../shared/draw/snapshot.ts';
import { type PoolRegisters, type PoolSecrets, poolsOf } from '../../../shared/plan/pools.ts';
import { agencyOf, flatPlan, inspectorOf, items, planOf, registersOf } from './office.ts';

const secrets: PoolSecrets = { pool: new Uint8Array(32).fill(7), salt: new Uint8Array(32).fill(9) };
const nobody = new Map<string, number>();

function made(registers: PoolRegisters, plan = planOf(), suite = sha256Suite) {
  const answer = poolsOf(registers, plan, secrets, suite, nobody);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value;
}

/** An order that looks arbitrary and is the same each time. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  return list
    .map((value, i) => ({ value, at: Math.imul(i + 1, seed * 2 + 1) >>> 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

describe('the pools of a month', () => {
  const registers = registersOf(300, 40);

  it.each([sha256Suite, sm3Suite])('are valid by the engine ($name)', (suite) => {
    const { plan, pools, blinded } = made(registers, planOf(), suite);
    expect(readPlan(plan)).toEqual({ ok: true, value: plan });
    expect(poolProblems(plan, pools, blinded)).toEqual([]);
    expect(pools.agency).toHaveLength(
      300 - registers.agencies.filter(({ status }) => status === 'closed').length,
    );
    expect(pools.inspector).toHaveLength(40);
  });

  it('are the same bytes in whatever order the registers are read', () => {
    const bytes = canonicalJson(made(registers).pools);
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        const again = made({
          agencies: shuffled(registers.agencies, seed),
          inspectors: shuffled(registers.inspectors, seed),
          relations: shuffled(registers.relations, seed),
          items: shuffled(registers.items, seed),
        });
        expect(canonicalJson(again.pools)).toBe(bytes);
      }),
      { numRuns: 20 },
    );
  });

  it('tell nothing of the blinded, and everything to who holds the sealed row', () => {
    const { pools, sealed } = made(registers);
    const text = canonicalJson(pools);
    for (const { uscc, name } of registers.agencies)
      expect(text.includes(uscc) || text.includes(name)).toBe(false);
    for (const { id } of registers.inspectors) expect(text.includes(id)).toBe(false);
    for (const name of ['agency', 'inspector', 'relation'] as const) {
      expect(sealed[name].map(({ tid }) => tid)).toEqual(pools[name].map(({ tid }) => tid));
      pools[name].forEach((row, i) => {
        const own = sealed[name][i];
        expect(privatePart(sha256Suite, fromHex(own?.salt ?? ''), own?.private)).toBe(row.p);
        expect(own?.salt).toHaveLength(32);
      });
    }
  });

  it('bind a relation to the pseudonyms of its two ends', () => {
    const { pools, sealed } = made(registers);
    const inspectors = new Map(sealed.inspector.map(({ tid, id }) => [tid, id]));
    const agencies = new Map(sealed.agency.map(({ tid, id }) => [tid, id]));
    expect(pools.relation.length).toBeGreaterThan(5);
    pools.relation.forEach((row, i) => {
      expect(sealed.relation[i]?.id).toBe(`${inspectors.get(row.i)}:${agencies.get(row.a)}`);
    });
  });
});

describe('who may sit in a team', () => {
  const row = (changes: Parameters<typeof inspectorOf>[1]) =>
    made({ agencies: [agencyOf(1)], inspectors: [inspectorOf(1, changes)], relations: [], items }, flatPlan())
      .pools.inspector[0];

  it('needs a certificate through the last day of the visits', () => {
    expect(row({ certificateValidTo: localDate('2026-12-31') })?.cert).toBe(true);
    expect(row({ certificateValidTo: localDate('2026-12-30') })?.cert).toBe(false);
    expect(row({ status: 'inactive' })?.cert).toBe(false);
  });

  it('brings the seats held this year along', () => {
    const registers = {
      agencies: [agencyOf(1)],
      inspectors: [inspectorOf(1), inspectorOf(2)],
      relations: [],
      items,
    };
    const answer = poolsOf(registers, flatPlan(), secrets, sha256Suite, new Map([['I0002', 4]]));
    expect(answer.ok && answer.value.pools.inspector.map(({ past }) => past).toSorted()).toEqual([0, 4]);
  });
});

describe('an agency pool', () => {
  const registers = (changes: Parameters<typeof agencyOf>[1]) => ({
    agencies: [agencyOf(1, changes), agencyOf(2)],
    inspectors: [inspectorOf(1)],
    relations: [
      {
        inspectorId: 'I0001',
        agencyUscc: agencyOf(2).uscc,
        reason: '曾任职',
        declaredOn: localDate('2026-01-05'),
        source: 'office' as const,
      },
    ],
    items,
  });

  it('is open when its cells tell kind, district and recency alone', () => {
    const { blinded, pools, plan } = made(registers({}), flatPlan());
    expect(blinded).toEqual({ agency: false, inspector: true, relation: true });
    expect(pools.agency.map(({ tid }) => tid)).toEqual([agencyOf(1).uscc, agencyOf(2).uscc].toSorted());
    expect(poolProblems(plan, pools, blinded)).toEqual([]);
  });

  it('seals the class that counts in the month of the plan, whatever was assessed since', () => {
    const pending = { riskClass: 'B', nextRisk: { class: 'D', from: '2027-01' } } as const;
    const rates = planOf().rates.map(({ min: _min, ...rule }) => rule);
    const sealed = (month: string) => {
      const { sealed, cells } = made(registers(pending), planOf({ month, rates }));
      const { uscc } = agencyOf(1);
      return [
        sealed.agency.find(({ id }) => id === uscc)?.private['riskClass'],
        cells.cellOf.get(uscc)?.slice(0, 1),
      ];
    };
    expect(sealed('2026-12')).toEqual(['B', 'B']);
    expect(sealed('2027-01')).toEqual(['D', 'D']);
    const before = made(registers({ riskClass: 'B' }), planOf({ rates }));
    expect(canonicalJson(made(registers(pending), planOf({ rates })).pools)).toBe(
      canonicalJson(before.pools),
    );
  });

  it.each([
    ['a rate by risk class', {}, planOf()],
    ['somebody listed', { listing: 'abnormal', listedSince: localDate('2026-04-01') }, flatPlan()],
    ['somebody excluded', { exclusion: '由其他部门监管' }, flatPlan()],
  ] as const)('is blinded by %s', (_, changes, plan) => {
    const answer = made(registers({ riskClass: 'D', ...changes }), plan);
    expect(answer.blinded.agency).toBe(true);
    expect(canonicalJson(answer.pools)).not.toContain(agencyOf(1).uscc);
  });

  it('is blinded when an item of the plan is inspected unannounced', () => {
    const secretly = items.map((item) => ({ ...item, announced: false }));
    expect(made({ ...registers({}), items: secretly }, flatPlan()).blinded.agency).toBe(true);
  });
});
