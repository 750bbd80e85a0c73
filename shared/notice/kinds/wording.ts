import { formatDateEn, formatDateZh, localDate } from '../../calendar/localDate.ts';
import { districts } from '../../register/district.ts';
import type { InspectionItem } from '../../register/inspectionItem.ts';
import { inspectionMethods } from '../../register/vocabulary.ts';
import type { VisitFacts } from '../noticeFacts.ts';
import type { PaperBlock } from '../paper.ts';

/** `2026年11月`. */
export function monthZh(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
}

export function periodZh(visits: { readonly from: string; readonly to: string }): string {
  return `${formatDateZh(localDate(visits.from))}至${formatDateZh(localDate(visits.to))}`;
}

export function periodEn(visits: { readonly from: string; readonly to: string }): string {
  return `${formatDateEn(localDate(visits.from))} to ${formatDateEn(localDate(visits.to))}`;
}

export function districtZh(code: string): string {
  return districts.find((district) => district.code === code)?.zh ?? code;
}

/** The methods of the items in the vocabulary's order: `实地检查、书面检查`. */
export function methodsZh(items: readonly InspectionItem[]): string {
  return inspectionMethods
    .filter((method) => items.some((item) => item.method === method.code))
    .map((method) => method.zh)
    .join('、');
}

/** Name and certificate number of every member, the leader first (行政处罚法 arts. 42 and 55). */
export function teamTable(facts: VisitFacts): PaperBlock {
  return {
    type: 'table',
    caption: '检查人员',
    head: ['分工', '姓名', '行政执法证号', '工作单位'],
    rows: facts.team.map(({ seat, inspector }) => [
      seat === 1 ? '组长' : '组员',
      inspector.name,
      inspector.certificateNo,
      inspector.unit,
    ]),
  };
}

export function itemTable(items: readonly InspectionItem[]): PaperBlock {
  return {
    type: 'table',
    caption: '检查事项',
    head: ['序号', '事项', '依据', '方式'],
    rows: items.map((item, index) => [String(index + 1), item.name, item.legalBasis, methodsZh([item])]),
  };
}
