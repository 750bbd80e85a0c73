import { addDays, type LocalDate } from '../../../shared/calendar/localDate.ts';
import type { InspectorDistrict } from '../../../shared/register/district.ts';
import type { Inspector } from '../../../shared/register/inspector.ts';
import type { InspectorQual } from '../../../shared/register/vocabulary.ts';
import { LOCAL_ACCOUNTS } from '../oidc/accounts.ts';
import { personName } from './personNames.ts';
import { pick, scatter } from './scatter.ts';

type Unit = readonly [district: InspectorDistrict, unit: string];

const UNITS: readonly [Unit, ...Unit[]] = [
  ['municipal', '市知识产权局执法监督处'],
  ['municipal', '市知识产权保护中心'],
  ['haidian', '海淀区知识产权局'],
  ['chaoyang', '朝阳区知识产权局'],
  ['xicheng', '西城区知识产权局'],
  ['fengtai', '丰台区知识产权局'],
  ['dongcheng', '东城区知识产权局'],
  ['bda', '经开区营商环境建设局'],
];

type Quals = readonly InspectorQual[];

const QUALS: readonly [Quals, ...Quals[]] = [
  ['patent', 'trademark'],
  ['patent'],
  ['patent', 'trademark'],
  ['trademark'],
];

/** Two of twenty-four have a paper to renew: one has run out, one runs out before the visits end. */
function certificateDays(n: number): number {
  if (n % 24 === 17) return -20;
  if (n % 24 === 21) return 12;
  return 200 + scatter(n, 'certificate', 900);
}

/** Fictional inspectors P001 …; those with an account can sign in. Dates count from `today`. */
export function fictionalInspectors(count: number, today: LocalDate): readonly Inspector[] {
  return Array.from({ length: count }, (_, i) => {
    const n = i + 1;
    const id = `P${String(n).padStart(3, '0')}`;
    const account = LOCAL_ACCOUNTS.find(({ sub }) => sub === `inspector-${n}`);
    const [district, unit] = pick(UNITS, n, 'unit');
    return {
      id,
      name: account?.name ?? personName(n, 'inspector'),
      certificateNo: `BJ-IP-${String(n).padStart(5, '0')}`,
      certificateValidTo: addDays(today, certificateDays(n)),
      unit,
      district,
      quals: [...(n % 2 === 1 ? (['lead'] as const) : []), ...pick(QUALS, n, 'quals')],
      cap: 6,
      email: account?.email ?? `inspector-${n}@office.example`,
      status: n % 60 === 23 ? 'inactive' : 'active',
    };
  });
}
