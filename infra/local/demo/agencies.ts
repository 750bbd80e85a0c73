import { addDays, addMonths, type LocalDate, yearOf } from '../../../shared/calendar/localDate.ts';
import type { Agency } from '../../../shared/register/agency.ts';
import { type District, districts } from '../../../shared/register/district.ts';
import { fictionalUscc } from '../../../shared/register/uscc.ts';
import type { AgencyKind, CreditGrade, RiskClass } from '../../../shared/register/vocabulary.ts';
import { personName } from './personNames.ts';
import { pick, scatter, type Weighted, weighted } from './scatter.ts';

/** Two signs make a trade name: sixty times sixty, so that 3,600 agencies have names of their own. */
const LEFT =
  '启明瑞恒中诚嘉信汇德智远同创博睿华盛天元正和永泰安朗思卓慧源集佳铭硕立方宏广开柏深高沃品科众合景康悦融毅弘隆优凯雅伟仁睦';
const RIGHT =
  '达晟言辰略衡业翔润拓鸿宇泽维彦图林森澜峰岳川霖锐捷尚容典格邦卫旗舟渡桥津原野青云岚石磊钧鼎曜曦昊阳知序章简行致真朴彤羽翰';

const KINDS: Weighted<readonly AgencyKind[]> = [
  [['patent'], 60],
  [['trademark'], 25],
  [['patent', 'trademark'], 15],
];

const DISTRICTS: Weighted<District> = [
  ['haidian', 40],
  ['chaoyang', 24],
  ['xicheng', 9],
  ['fengtai', 7],
  ['dongcheng', 6],
  ['bda', 5],
  ['changping', 3],
  ['daxing', 2],
  ['tongzhou', 2],
  ['shijingshan', 2],
];

const CLASSES: Weighted<RiskClass> = [
  ['B', 50],
  ['A', 30],
  ['C', 16],
  ['D', 4],
];

const GRADES: readonly [CreditGrade, ...CreditGrade[]] = ['A+', 'A', 'A', 'B', 'B', 'C'];

/** Months since the last inspection; 0: never inspected. */
const LAST_INSPECTED: Weighted<number> = [
  [0, 40],
  [30, 15],
  [18, 25],
  [7, 12],
  [3, 8],
];

/** Every so many agencies something is out of the ordinary; the remainder keeps the kinds apart. */
const every = (n: number, period: number, remainder: number) => n % period === remainder;

/**
 * Fictional agencies 1 … `count` with valid codes. The same number gives the same agency; dates lie before
 * `today`. Names are put together by chance and stand for nobody.
 */
export function fictionalAgencies(count: number, today: LocalDate): readonly Agency[] {
  return Array.from({ length: count }, (_, i) => fictionalAgency(i + 1, today));
}

function fictionalAgency(n: number, today: LocalDate): Agency {
  const isBranch = every(n, 40, 39);
  const head = isBranch ? fictionalAgency(n - 1, today) : undefined;
  const kinds: readonly AgencyKind[] = head?.kinds ?? weighted(KINDS, n, 'kinds');
  const district: District = weighted(DISTRICTS, n, 'district');
  const districtName = districts.find(({ code }) => code === district)?.zh ?? '';
  const email = `agency${String(n).padStart(4, '0')}@agency.example`;
  const byPatent = kinds.includes('patent');
  return {
    uscc: fictionalUscc(n),
    name: head === undefined ? agencyName(n, kinds) : `${head.name}${districtName}分公司`,
    kinds: [...kinds],
    ...(byPatent && head === undefined ? { agencyCode: String(11_000 + n) } : {}),
    ...(kinds.includes('trademark') ? { filingNo: `示例备字${String(n).padStart(6, '0')}` } : {}),
    district,
    address: `北京市${districtName}示例路${1 + scatter(n, 'street', 200)}号${1 + scatter(n, 'floor', 20)}层`,
    ...(head === undefined ? {} : { headOf: head.uscc }),
    legalRepresentative: personName(n, 'legal'),
    phone: `010-5555${String(scatter(n, 'phone', 10_000)).padStart(4, '0')}`,
    email,
    riskClass: weighted(CLASSES, n, 'class'),
    ...standing(n, today),
    ...(byPatent ? { creditGrade: pick(GRADES, n, 'grade') } : {}),
    ...inspected(n, today),
    ...(scatter(n, 'consents', 4) === 0
      ? { electronicServiceConsent: { on: addDays(today, -30 - scatter(n, 'consent', 300)), address: email } }
      : {}),
  };
}

/** Every pair of signs once in 3,600 numbers, and neighbours with nothing in common. */
function tradeName(n: number): string {
  const round = Math.floor((n - 1) / 60);
  const left = (n - 1 + 7 * round) % 60;
  return (LEFT[left] ?? '') + (RIGHT[(round + 13 * left) % 60] ?? '');
}

function agencyName(n: number, kinds: readonly AgencyKind[]): string {
  const trade = tradeName(n);
  if (!kinds.includes('patent')) return `北京${trade}商标代理有限公司`;
  if (kinds.length > 1) return `北京${trade}知识产权代理有限公司`;
  return every(n, 3, 0) ? `北京${trade}专利代理事务所（普通合伙）` : `北京${trade}专利代理有限公司`;
}

/** A few are listed, shut for a time, closed, or left out of the draw for a published reason. */
function standing(n: number, today: LocalDate): Pick<Agency, 'status' | 'listing'> & Partial<Agency> {
  if (every(n, 120, 29)) return listed('abnormal', addDays(today, -40 - scatter(n, 'listed', 200)));
  if (every(n, 240, 59)) return listed('serious', addDays(today, -100 - scatter(n, 'listed', 300)));
  if (every(n, 120, 77)) {
    return { status: 'active', listing: 'none', exclusion: '已由国家知识产权局立案调查，期间不列入抽查' };
  }
  if (every(n, 120, 103)) return { status: 'suspended', listing: 'none' };
  return { status: every(n, 120, 111) ? 'closed' : 'active', listing: 'none' };
}

function listed(listing: Agency['listing'], listedSince: LocalDate): ReturnType<typeof standing> {
  return { status: 'active', listing, listedSince };
}

/** Some had both visits that a year allows; they stand in the cell of those who had enough. */
function inspected(n: number, today: LocalDate): Partial<Agency> {
  const months = every(n, 48, 11) ? 1 : weighted(LAST_INSPECTED, n, 'inspected');
  if (months === 0) return {};
  const lastInspectedOn = addDays(addMonths(today, -months), -scatter(n, 'day', 25));
  const isThisYear = yearOf(lastInspectedOn) === yearOf(today);
  return { lastInspectedOn, ...(isThisYear ? { visitsThisYear: every(n, 48, 11) ? 2 : 1 } : {}) };
}
