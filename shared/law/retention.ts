import { localDate } from '../calendar/localDate.ts';
import type { Citation, LawRow, LawTable } from './lawTable.ts';

/** How long something that tells of a person is kept, or may be looked at. */
export type PersonalDataPeriod = LawRow & {
  readonly zh: string;
  readonly en: string;
  /** The event from which the period runs. */
  readonly from: { readonly zh: string; readonly en: string };
  readonly length: number;
  readonly unit: 'month' | 'hour';
};

/** 个人信息保护法 in force. */
const START = localDate('2021-11-01');
const NO_NUMBER = '条文未规定具体期限，由本机关确定；依法公布或者上级机关规定期限的，从其规定';
const shortest: Citation = {
  text: '个人信息保护法第十九条、第四十七条（保存期限为实现处理目的所必要的最短时间）',
  verification: 'M',
  note: NO_NUMBER,
};
const secrecy: Citation = {
  text: '市场监督管理投诉举报处理办法（总局令第121号）第三十七条（为举报人保密）',
  verification: 'M',
  note: '条文规定保密，未规定查看身份的时限，由本机关确定',
};
const END = { zh: '办结之日', en: 'the end of the case' };

/**
 * Periods of personal data. No text gives numbers: these are parameters of the office, shown with 未核实. The row in
 * force on the day a case ended is the one under which it is erased.
 */
export const retentionPeriods = [
  {
    rule: 'identity.complaint',
    zh: '投诉人身份信息的保存期限',
    en: 'Identity of a complainant',
    from: END,
    length: 24,
    unit: 'month',
    citation: shortest,
    validFrom: START,
  },
  {
    rule: 'identity.report',
    zh: '未立案举报的举报人身份信息的保存期限',
    en: 'Identity of a reporter, no case filed',
    from: END,
    length: 12,
    unit: 'month',
    citation: shortest,
    validFrom: START,
  },
  {
    rule: 'identity.report_filed',
    zh: '已立案举报的举报人身份信息的保存期限',
    en: 'Identity of a reporter, case filed',
    from: END,
    length: 60,
    unit: 'month',
    citation: shortest,
    validFrom: START,
  },
  {
    rule: 'evidence.files',
    zh: '投诉举报材料的保存期限',
    en: 'Files that came with a filing',
    from: END,
    length: 60,
    unit: 'month',
    citation: shortest,
    validFrom: START,
  },
  {
    rule: 'reveal.window',
    zh: '经同意后可查看身份信息的时限',
    en: 'An identity may be looked at after it was agreed to',
    from: { zh: '同意之时', en: 'the agreement' },
    length: 24,
    unit: 'hour',
    citation: secrecy,
    validFrom: START,
  },
] as const satisfies LawTable<PersonalDataPeriod>;

export type RetentionRule = (typeof retentionPeriods)[number]['rule'];
