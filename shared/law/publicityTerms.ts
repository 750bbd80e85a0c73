import { type LocalDate, localDate } from '../calendar/localDate.ts';
import type { PublicationClass } from './catalogueRow.ts';
import { type Citation, type LawRow, type LawTable, ruleAt } from './lawTable.ts';

/** How long a class of penalties stands in public, in months from the day of the decision. */
export type PublicityTermRow = LawRow<PublicationClass> & {
  readonly zh: string;
  readonly en: string;
  readonly gsxt: boolean;
  /** After how many months it can end on application; absent when it cannot. */
  readonly shortest?: number;
  /** After how many months it ends by itself. */
  readonly longest: number;
  /** Neither end comes before the restriction of business is over. */
  readonly untilRestrictionEnds: boolean;
  readonly neverEarly: boolean;
};

const REPAIR = '市场监督管理信用修复管理办法（总局令第107号）';
const PUBLICITY = '市场监督管理行政处罚信息公示规定';
const START = localDate('2025-12-25');
const read = (repair: string, publicity: string): Citation => ({
  text: `${REPAIR}${repair}；${PUBLICITY}${publicity}`,
  verification: 'V',
  note: '约束市场监管部门的公示系统；知识产权部门的处罚是否直接适用待机关确定',
});

export const publicityTerms = [
  {
    rule: 'none',
    zh: '仅受到警告：不在公示系统公示',
    en: 'A warning alone: never on the GSXT',
    gsxt: false,
    longest: 3,
    untilRestrictionEnds: false,
    neverEarly: false,
    citation: {
      text: `${PUBLICITY}第二条第二款；${REPAIR}第七条第二款；信用修复管理办法（国家发展改革委令第36号）`,
      verification: 'P',
      note: '门户和信用中国轻微类最长三个月，该办法未取得全文',
    },
    validFrom: START,
  },
  {
    rule: 'minor',
    zh: '轻微：仅通报批评或者较低数额罚款',
    en: 'Minor: criticism or a small fine alone',
    gsxt: true,
    longest: 3,
    untilRestrictionEnds: false,
    neverEarly: false,
    citation: read('第七条', '第十三条'),
    validFrom: START,
  },
  {
    rule: 'ordinary',
    zh: '一般',
    en: 'Ordinary',
    gsxt: true,
    shortest: 3,
    longest: 12,
    untilRestrictionEnds: false,
    neverEarly: false,
    citation: read('第九条', '第十五条'),
    validFrom: START,
  },
  {
    rule: 'restriction',
    zh: '严重：限制开展经营活动、停产停业、限制从业',
    en: 'Serious: a restriction or stop of business, or a ban from the trade',
    gsxt: true,
    shortest: 12,
    longest: 36,
    untilRestrictionEnds: true,
    neverEarly: false,
    citation: read('第八条第一款第二项、第四款', '第十四条第二款'),
    validFrom: START,
  },
  {
    rule: 'revocation',
    zh: '严重：降低资质等级、吊销许可证件、责令关闭',
    en: 'Serious: a licence revoked or a business closed',
    gsxt: true,
    longest: 36,
    untilRestrictionEnds: false,
    neverEarly: true,
    citation: read('第八条第一款第三项、第五款', '第十四条第三款'),
    validFrom: START,
  },
] as const satisfies LawTable<PublicityTermRow>;

/**
 * The term of a class on the day of a decision. A decision from before these rules stands under their first version:
 * the rules govern what is published from their first day on, whenever it was decided.
 */
export function publicityTermAt(publicationClass: PublicationClass, decidedOn: LocalDate): PublicityTermRow {
  const table: LawTable<PublicityTermRow> = publicityTerms;
  const row = ruleAt(table, publicationClass, decidedOn) ?? ruleAt(table, publicationClass, START);
  if (row === undefined) throw new RangeError(`no term of publicity for ${publicationClass}`);
  return row;
}
