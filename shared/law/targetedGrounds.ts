import { localDate } from '../calendar/localDate.ts';
import type { TermRow } from './inspectionVocabulary.ts';
import type { Citation, LawTable } from './lawTable.ts';

const OUTSIDE_THE_LOTTERY: Citation = { text: '优化营商环境条例第五十四条第二款', verification: 'V' };
const OUTSIDE_FROM = localDate('2020-01-01');

/** Why an agency is inspected outside the lottery; there is no other ground. */
export const targetedGrounds = [
  {
    rule: 'complaint',
    zh: '投诉举报查实',
    en: 'Confirmed complaint or report',
    citation: OUTSIDE_THE_LOTTERY,
    validFrom: OUTSIDE_FROM,
  },
  {
    rule: 'transfer',
    zh: '转办交办',
    en: 'Transferred or assigned by another body',
    citation: OUTSIDE_THE_LOTTERY,
    validFrom: OUTSIDE_FROM,
  },
  {
    rule: 'monitoring',
    zh: '数据监测',
    en: 'Data monitoring',
    citation: OUTSIDE_THE_LOTTERY,
    validFrom: OUTSIDE_FROM,
  },
  {
    // The lists of 专利代理管理办法 arts. 37 and 38 only; a listing by the market regulator orders no visit.
    rule: 'listed',
    zh: '列入专利代理经营异常名录或者严重违法失信名单',
    en: 'On the abnormal or the serious-breach list of patent agencies',
    citation: { text: '专利代理管理办法（总局令第6号）第四十条第二款', verification: 'V' },
    validFrom: localDate('2019-05-01'),
  },
] as const satisfies LawTable<TermRow>;

export type TargetedGround = (typeof targetedGrounds)[number]['rule'];

/**
 * What the agency and the inspectors are told, whatever the ground: an agency that learnt which of them it was
 * could guess who complained.
 */
export const NEUTRAL_BASIS = OUTSIDE_THE_LOTTERY.text;
