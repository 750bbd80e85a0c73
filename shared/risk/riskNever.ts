/** What stands in no ledger, said in so many words wherever the formula is published. */
export const riskNever = [
  {
    code: 'unconfirmed',
    zh: '未经查实的投诉、举报',
    en: 'complaints and reports that were not confirmed',
  },
  {
    code: 'mediation',
    zh: '消费纠纷及其调解结果',
    en: 'disputes of customers and how they were settled',
  },
  { code: 'defence', zh: '陈述、申辩、要求听证、复议和诉讼', en: 'defending oneself, hearings and appeals' },
  { code: 'credit-grade', zh: '国家知识产权局的信用评价等级', en: 'the credit grade given by CNIPA' },
] as const;
export type RiskNever = (typeof riskNever)[number]['code'];
