import { localDate } from '../../../shared/calendar/localDate.ts';
import type { Agency } from '../../../shared/register/agency.ts';
import type { InspectionItem } from '../../../shared/register/inspectionItem.ts';
import type { Inspector } from '../../../shared/register/inspector.ts';
import type { Practitioner } from '../../../shared/register/practitioner.ts';
import type { Relation } from '../../../shared/register/relation.ts';
import { fictionalUscc } from '../../../shared/register/uscc.ts';
import { testQuestions } from '../../fixtures/questions.ts';

/** Fictional rows that break no rule; tests change what they are about. */
export function agency(n: number, change: Partial<Agency> = {}): Agency {
  return {
    uscc: fictionalUscc(n),
    name: `北京示例${n}知识产权代理有限公司（虚构）`,
    kinds: ['patent'],
    agencyCode: String(11000 + (n % 1000)),
    district: 'haidian',
    address: `北京市海淀区示例路${n}号`,
    legalRepresentative: '张示例',
    phone: '010-12345678',
    email: `agency${n}@example.com`,
    status: 'active',
    riskClass: 'B',
    listing: 'none',
    ...change,
  };
}

export function inspector(n: number, change: Partial<Inspector> = {}): Inspector {
  return {
    id: `P${String(n).padStart(3, '0')}`,
    name: '李示例',
    certificateNo: `01${String(n).padStart(6, '0')}`,
    certificateValidTo: localDate('2028-12-31'),
    unit: '示例处',
    district: 'municipal',
    quals: ['lead', 'patent'],
    cap: 6,
    email: `inspector${n}@example.gov.cn`,
    status: 'active',
    ...change,
  };
}

export function practitioner(n: number, agencyUscc: string): Practitioner {
  return { licenceNo: `11${String(n).padStart(5, '0')}`, name: '王示例', agencyUscc, status: 'practising' };
}

export function item(change: Partial<InspectionItem> = {}): InspectionItem {
  return {
    code: 'ZL-01',
    version: 1,
    name: '专利代理机构是否符合执业许可条件',
    legalBasis: '专利代理管理办法第四十一条',
    kinds: ['patent'],
    method: 'onsite',
    announced: true,
    questions: [...testQuestions],
    status: 'published',
    validFrom: localDate('2026-01-01'),
    ...change,
  };
}

export function relation(inspectorId: string, agencyUscc: string): Relation {
  return {
    inspectorId,
    agencyUscc,
    reason: '曾在该机构任职',
    declaredOn: localDate('2026-03-02'),
    source: 'inspector',
  };
}
