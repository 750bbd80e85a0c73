import { localDate } from '../../../shared/calendar/localDate.ts';
import type { DrawCase } from '../../../shared/draw/ceremony/drawCase.ts';
import type { Visit } from '../../../shared/draw/ceremony/visit.ts';
import type { NoticeSources } from '../../../shared/notice/buildNotices.ts';
import { monthPlanSchema } from '../../../shared/plan/monthPlan.ts';
import type { Agency } from '../../../shared/register/agency.ts';
import type { InspectionItem } from '../../../shared/register/inspectionItem.ts';
import type { Inspector } from '../../../shared/register/inspector.ts';
import { testQuestions } from '../../fixtures/questions.ts';

const seats = [['lead', 'patent'], ['patent']] as const;

export const plan = monthPlanSchema.parse({
  month: '2026-11',
  title: '2026年11月专利商标代理机构抽查',
  items: ['ZL-01@1'],
  rates: [{ kind: '*', riskClass: '*', recency: '*', district: '*', ppm: 50_000, round: 'exact' }],
  splitByDistrict: false,
  recentMonths: 12,
  earlierMonths: 24,
  yearlyCap: 2,
  alternates: 2,
  team: { district: 'any', slack: 1, seats: { patent: seats, trademark: seats, dual: seats } },
  openDrawnRows: true,
  objectionWorkingDays: 2,
  witnesses: [
    { id: 'official-a', userId: 'u1' },
    { id: 'official-b', userId: 'u2' },
    { id: 'notary', userId: 'u3' },
  ],
  lastSource: { type: 'dice' },
  visits: { from: '2026-11-09', to: '2026-11-30' },
});

export const draw: DrawCase = {
  number: '2026-011',
  kind: 'draw',
  task: '2026-11',
  plan,
  opened: { by: 'u9', name: '王监管', at: '2026-11-02T01:00:00Z' },
  snapshot: 1,
  objections: 0,
  witnesses: [],
  log: { n: 0, head: '' },
};

export function agency(over: Partial<Agency> = {}): Agency {
  return {
    uscc: '91110108MA00000013',
    name: '北京晨光知识产权代理有限公司',
    kinds: ['patent'],
    district: 'haidian',
    address: '北京市海淀区学院路1号',
    legalRepresentative: '张三',
    phone: '010-12345678',
    email: 'office@chenguang.example.cn',
    status: 'active',
    riskClass: 'B',
    listing: 'none',
    ...over,
  };
}

export function inspector(id: string, over: Partial<Inspector> = {}): Inspector {
  return {
    id,
    name: `检查员${id}`,
    certificateNo: `BJ-IP-${id}`,
    certificateValidTo: localDate('2027-12-31'),
    unit: '北京市知识产权局执法处',
    district: 'haidian',
    quals: ['lead', 'patent'],
    cap: 6,
    email: `${id.toLowerCase()}@office.example.cn`,
    status: 'active',
    ...over,
  };
}

export function item(over: Partial<InspectionItem> = {}): InspectionItem {
  return {
    code: 'ZL-01',
    version: 1,
    name: '专利代理机构是否符合执业许可条件',
    legalBasis: '专利代理管理办法（总局令第6号）第四十一条第（一）项',
    kinds: ['patent'],
    method: 'onsite',
    announced: true,
    questions: [...testQuestions],
    status: 'published',
    validFrom: localDate('2019-05-01'),
    ...over,
  };
}

export function visit(no: number, of: Agency, team: readonly Inspector[], over: Partial<Visit> = {}): Visit {
  return {
    draw: draw.number,
    no,
    tid: `a${no}`.padEnd(32, '0'),
    uscc: of.uscc,
    agencyName: of.name,
    district: of.district,
    kind: 'patent',
    cell: 'B/patent',
    rank: no - 1,
    ticket: 'ab'.repeat(32),
    origin: 'drawn',
    seats: team.map((member, index) => ({
      seat: index + 1,
      tid: `i${index}`.padEnd(32, '0'),
      inspectorId: member.id,
      name: member.name,
    })),
    ...over,
  };
}

export const office = {
  name: '北京市知识产权局',
  nameEn: 'Beijing Municipal Intellectual Property Office',
  code: 'BJIPO',
  numberPrefix: '京知抽',
  complaintPrefix: '京知诉',
  penaltyPrefix: '京知罚',
  listingPrefix: '京知名',
  repairPrefix: '京知修',
  contactUnit: '知识产权保护处',
  contactPhone: '010-84080000',
  address: '北京市通州区留庄路3号院',
};

/** One visit of one agency by two inspectors, with one announced on-site item. */
export function sources(over: Partial<NoticeSources> & { agency?: Agency } = {}): NoticeSources {
  const { agency: given, ...rest } = over;
  const visited = given ?? agency();
  const team = [inspector('IS-1'), inspector('IS-2')];
  return {
    draw,
    visits: [visit(1, visited, team)],
    agencies: new Map([[visited.uscc, visited]]),
    inspectors: new Map(team.map((member) => [member.id, member])),
    items: [item()],
    office,
    ...rest,
  };
}
