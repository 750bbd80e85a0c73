import { localDate } from '../calendar/localDate.ts';
import type { TermRow } from './inspectionVocabulary.ts';
import type { LawTable } from './lawTable.ts';

export type ConductService = 'patent' | 'trademark';

export type ConductRow = TermRow & {
  /** The services in which it can happen. */
  readonly services: readonly ConductService[];
};

const patent = ['patent'] as const;
const trademark = ['trademark'] as const;
const START = localDate('2019-03-01');
const TRADEMARK_START = localDate('2022-12-01');
const patentLaw = (text: string) => ({ text: `专利代理条例${text}`, verification: 'V' as const });
const trademarkLaw = (article: string) => ({
  text: `商标代理监督管理规定（总局令第63号）${article}；商标法（2019年修正）第六十八条，自2027年1月1日起为商标法（2026年修订）第六十七条`,
  verification: 'V' as const,
});

/** What an agency or a practitioner can be accused of: the words of the law in words that its clients use. */
export const conducts = [
  {
    rule: 'unlicensed',
    zh: '没有执业许可证，却从事专利代理（含租用、借用资质）',
    en: 'Acts as a patent agency without a licence, or on a borrowed one',
    services: patent,
    citation: patentLaw('第二十七条；专利代理管理办法第五十二条'),
    validFrom: START,
  },
  {
    rule: 'conflict',
    zh: '就同一专利或者申请为有利益冲突的双方代理',
    en: 'Acts for both sides of a conflict about the same patent',
    services: patent,
    citation: patentLaw('第二十五条第一款第二项、第三项'),
    validFrom: START,
  },
  {
    rule: 'disclosure',
    zh: '泄露委托人的发明创造内容',
    en: 'Disclosed the client’s invention',
    services: patent,
    citation: patentLaw('第二十五条第一款第四项；第二十六条'),
    validFrom: START,
  },
  {
    rule: 'own-name',
    zh: '以自己的名义申请专利或者请求宣告专利权无效',
    en: 'Filed or attacked a patent in its own name',
    services: patent,
    citation: patentLaw('第二十五条第一款第四项；第二十六条'),
    validFrom: START,
  },
  {
    rule: 'mismanagement',
    zh: '疏于管理，造成严重后果（如错过期限、文件丢失）',
    en: 'Mismanaged the matter with serious harm, such as a missed time limit',
    services: patent,
    citation: patentLaw('第二十五条第一款第五项；专利代理管理办法第五十一条'),
    validFrom: START,
  },
  {
    rule: 'lent-licence',
    zh: '出租、出借、转让执业许可证或者代签名',
    en: 'Lent or sold its licence, or lends signatures',
    services: patent,
    citation: patentLaw('第二十五条；专利代理管理办法第五十一条'),
    validFrom: START,
  },
  {
    rule: 'private-acceptance',
    zh: '专利代理师自行接受委托或者在两个以上机构执业',
    en: 'A patent attorney takes clients privately or works for two agencies',
    services: patent,
    citation: patentLaw('第二十六条'),
    validFrom: START,
  },
  {
    rule: 'abnormal-filing',
    zh: '代理非正常专利申请',
    en: 'Files abnormal patent applications',
    services: patent,
    citation: { text: '规范申请专利行为的规定第九条；专利代理管理办法第五十一条', verification: 'V' },
    validFrom: localDate('2024-01-20'),
  },
  {
    rule: 'improper-soliciting',
    zh: '以诋毁同行、虚假承诺等不正当手段招揽业务',
    en: 'Solicits by slander, false promises or other improper means',
    services: ['patent', 'trademark'],
    citation: {
      text: '专利代理管理办法第五十一条第三项；商标代理监督管理规定（总局令第63号）第二十八条、第三十一条',
      verification: 'V',
    },
    validFrom: START,
  },
  {
    rule: 'unchanged-register',
    zh: '名称、地址、合伙人、股东等变更未按规定办理',
    en: 'Changed name, premises, partners or shareholders without saying so',
    services: patent,
    citation: patentLaw('第二十五条第一款第一项'),
    validFrom: START,
  },
  {
    rule: 'trademark-forged',
    zh: '伪造、变造文件、印章、签名',
    en: 'Forged papers, seals or signatures',
    services: trademark,
    citation: trademarkLaw('第二十七条'),
    validFrom: TRADEMARK_START,
  },
  {
    rule: 'trademark-bad-faith',
    zh: '明知恶意申请仍接受委托，或者抢注',
    en: 'Files in bad faith, or helps others to',
    services: trademark,
    citation: trademarkLaw('第十五条、第三十条'),
    validFrom: TRADEMARK_START,
  },
  {
    rule: 'trademark-unfiled',
    zh: '未备案从事商标代理，或者变更未备案',
    en: 'Acts as a trademark agency without filing, or did not file a change',
    services: trademark,
    citation: trademarkLaw('第三十六条'),
    validFrom: TRADEMARK_START,
  },
  {
    rule: 'fees-or-quality',
    zh: '收费、退费或者服务质量纠纷',
    en: 'A dispute about fees, refunds or the quality of the work',
    services: ['patent', 'trademark'],
    citation: { text: '市场监督管理投诉举报处理办法（总局令第121号）第三条', verification: 'V' },
    validFrom: START,
  },
  {
    rule: 'other',
    zh: '其他违法行为',
    en: 'Something else that is unlawful',
    services: ['patent', 'trademark'],
    citation: { text: '专利代理管理办法第四十六条', verification: 'V' },
    validFrom: START,
  },
] as const satisfies LawTable<ConductRow>;

export type Conduct = (typeof conducts)[number]['rule'];
export const conductCodes = conducts.map(({ rule }) => rule) as [Conduct, ...Conduct[]];
