import { localDate } from '../../../shared/calendar/localDate.ts';
import { type MonthPlan, monthPlanSchema } from '../../../shared/plan/monthPlan.ts';
import type { WitnessUser } from '../../../shared/plan/planCase.ts';
import type { PoolRegisters } from '../../../shared/plan/pools.ts';
import { type Agency, agencySchema } from '../../../shared/register/agency.ts';
import { districts } from '../../../shared/register/district.ts';
import type { InspectionItem } from '../../../shared/register/inspectionItem.ts';
import { type Inspector, inspectorSchema } from '../../../shared/register/inspector.ts';
import { fictionalUscc } from '../../../shared/register/uscc.ts';
import { testQuestions } from '../../fixtures/questions.ts';

/** A fictional office for the tests: registers of any size and a plan that fits them. */

const at = <T>(list: readonly T[], i: number): T => {
  const found = list[i % list.length];
  if (found === undefined) throw new RangeError('an empty list');
  return found;
};

export function agencyOf(n: number, changes: Partial<Agency> = {}): Agency {
  return agencySchema.parse({
    uscc: fictionalUscc(n),
    name: `虚构知识产权代理有限公司${n}`,
    kinds: at([['patent'], ['trademark'], ['patent', 'trademark']], n),
    district: at(districts, n * 7).code,
    address: `虚构路${n}号`,
    legalRepresentative: '某某',
    phone: '010-62000000',
    email: `a${n}@agency.example.cn`,
    status: 'active',
    riskClass: at(['A', 'B', 'B', 'B', 'C', 'D'], n),
    listing: 'none',
    ...changes,
  });
}

export function inspectorOf(n: number, changes: Partial<Inspector> = {}): Inspector {
  return inspectorSchema.parse({
    id: `I${String(n).padStart(4, '0')}`,
    name: `检查员${n}`,
    certificateNo: `110000${n}`,
    certificateValidTo: '2028-12-31',
    unit: '执法处',
    district: n % 5 === 0 ? 'municipal' : at(districts, n).code,
    quals: at([['lead', 'patent', 'trademark'], ['patent'], ['trademark'], ['lead', 'patent']], n),
    cap: 6,
    email: `i${n}@office.example.cn`,
    status: 'active',
    ...changes,
  });
}

export const items: readonly InspectionItem[] = [
  {
    code: 'ZL-01',
    version: 1,
    name: '执业许可条件',
    legalBasis: '专利代理管理办法第四十一条',
    kinds: ['patent'],
    method: 'onsite',
    announced: true,
    questions: [...testQuestions],
    status: 'published',
    validFrom: localDate('2019-05-01'),
  },
  {
    code: 'SB-01',
    version: 1,
    name: '备案是否真实',
    legalBasis: '商标代理监督管理规定第二十条',
    kinds: ['trademark'],
    method: 'onsite',
    announced: true,
    questions: [...testQuestions],
    status: 'published',
    validFrom: localDate('2022-12-01'),
  },
];

export const users: readonly WitnessUser[] = [
  { id: 'u-a', roles: ['official'], disabled: false },
  { id: 'u-b', roles: ['official'], disabled: false },
  { id: 'u-n', roles: ['notary'], disabled: false },
  { id: 'u-s', roles: ['supervisor'], disabled: false },
];

export function planOf(changes: Partial<MonthPlan> = {}): MonthPlan {
  return monthPlanSchema.parse({
    month: '2026-12',
    title: '2026年12月双随机抽查',
    items: ['ZL-01@1', 'SB-01@1'],
    rates: [
      { kind: '*', riskClass: '*', recency: 'recent', district: '*', ppm: 0, round: 'exact' },
      { kind: '*', riskClass: 'A', recency: '*', district: '*', ppm: 10_000, round: 'exact' },
      { kind: '*', riskClass: 'B', recency: '*', district: '*', ppm: 30_000, round: 'exact' },
      { kind: '*', riskClass: 'C', recency: '*', district: '*', ppm: 100_000, round: 'ceil' },
      { kind: '*', riskClass: 'D', recency: '*', district: '*', ppm: 200_000, round: 'exact', min: 1 },
    ],
    splitByDistrict: false,
    recentMonths: 12,
    earlierMonths: 24,
    yearlyCap: 2,
    alternates: 3,
    team: {
      district: 'cross',
      slack: 1,
      seats: {
        patent: [['lead', 'patent'], ['patent']],
        trademark: [['lead'], ['trademark']],
        dual: [['lead', 'patent'], ['trademark']],
      },
    },
    openDrawnRows: false,
    objectionWorkingDays: 2,
    witnesses: [
      { id: 'official-a', userId: 'u-a' },
      { id: 'official-b', userId: 'u-b' },
      { id: 'notary', userId: 'u-n' },
    ],
    lastSource: { type: 'lottery', game: 'ssq', issue: '2026140', at: '2026-12-08T13:15:00Z' },
    visits: { from: '2026-12-09', to: '2026-12-31' },
    ...changes,
  });
}

/** The same rate for everybody, with no risk class in the cells. */
export function flatPlan(changes: Partial<MonthPlan> = {}): MonthPlan {
  return planOf({
    rates: [{ kind: '*', riskClass: '*', recency: '*', district: '*', ppm: 50_000, round: 'exact' }],
    ...changes,
  });
}

/** `agencies` × `inspectors`, with every special case somewhere among them. */
export function registersOf(agencies: number, inspectors: number): PoolRegisters {
  return {
    agencies: Array.from({ length: agencies }, (_, n) => agencyOf(n, specialAt(n))),
    inspectors: Array.from({ length: inspectors }, (_, n) => inspectorOf(n)),
    relations: Array.from({ length: Math.floor(inspectors / 3) }, (_, n) => ({
      inspectorId: `I${String(n * 3).padStart(4, '0')}`,
      agencyUscc: fictionalUscc(n * 11),
      reason: '近亲属在该机构任职',
      declaredOn: localDate('2026-01-05'),
      source: 'inspector' as const,
    })),
    items,
  };
}

function specialAt(n: number): Partial<Agency> {
  if (n % 101 === 7) return { listing: 'abnormal', listedSince: localDate('2026-04-01') };
  if (n % 97 === 3) return { status: 'suspended' };
  if (n % 89 === 5) return { exclusion: '由国家知识产权局直接监管' };
  if (n % 83 === 2) return { lastInspectedOn: localDate('2026-10-10'), visitsThisYear: 2 };
  if (n % 79 === 1) return { status: 'closed' };
  if (n % 5 === 0) return { lastInspectedOn: localDate('2025-03-10') };
  return n % 7 === 0 ? { lastInspectedOn: localDate('2026-06-10'), visitsThisYear: 1 } : {};
}
