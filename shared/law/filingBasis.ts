import { localDate } from '../calendar/localDate.ts';
import type { TermRow } from './inspectionVocabulary.ts';
import type { LawTable } from './lawTable.ts';

const RULES = '市场监督管理投诉举报处理办法（总局令第121号）';
const START = localDate('2020-01-01');

/** Why a filing is a complaint, a report or both; told to the person before anything is sent. */
export const filingBases = [
  {
    rule: 'consumer',
    zh: '您为生活消费需要接受服务，与机构有争议并请求解决，属于投诉',
    en: 'You bought the service for your own life, have a dispute with the agency and ask for it to be settled: a complaint (投诉)',
    citation: { text: `${RULES}第三条`, verification: 'V' },
    validFrom: START,
  },
  {
    rule: 'reference',
    zh: '您不是消费者（例如企业与其代理机构的争议），本机关参照投诉程序处理',
    en: 'You are not a consumer (such as a firm in dispute with its agency): handled by analogy (参照) with the procedure for complaints',
    citation: {
      text: `${RULES}第四十三条第一款；专利代理管理办法第四十六条`,
      verification: 'V',
      note: '知识产权部门参照适用的范围由机关确定',
    },
    validFrom: START,
  },
  {
    rule: 'report',
    zh: '您反映机构或者人员涉嫌违法的线索，属于举报',
    en: 'You tell of something that may be unlawful: a report (举报)',
    citation: { text: `${RULES}第三条、第二十八条`, verification: 'V' },
    validFrom: START,
  },
  {
    rule: 'both',
    zh: '同时请求解决争议并反映违法线索的，投诉和举报分别处理',
    en: 'A dispute and something unlawful together are handled separately, as two linked cases',
    citation: { text: `${RULES}第九条`, verification: 'V' },
    validFrom: START,
  },
] as const satisfies LawTable<TermRow>;

export type FilingBasis = (typeof filingBases)[number]['rule'];
