import { defineMessages } from './message.ts';

/**
 * Replies that are ready for whoever filed, with their titles for the desk. They go out in the language of the filer;
 * what stands between 〔 〕 is filled in by whoever sends them.
 */
export const complaintTemplateMessages = defineMessages({
  'complaintPage.template.received': {
    zh: '已收到，将在期限内答复',
    en: 'Received, an answer follows in time',
  },
  'complaintPage.template.details': { zh: '请补充事实', en: 'More details, please' },
  'complaintPage.template.documents': { zh: '请提供材料', en: 'Documents, please' },
  'complaintPage.template.reachable': { zh: '联系不上', en: 'We could not reach you' },
  'complaintPage.template.sitting': { zh: '约定调解时间', en: 'A day for mediation' },
  'complaintPage.template.proposal': { zh: '转达机构的方案', en: 'What the agency offers' },
  'complaintPage.template.resting': { zh: '期限中止', en: 'The clock is stopped' },
  'complaintPage.template.verifying': { zh: '正在核查', en: 'Being verified' },
  'complaintPage.template.ended': { zh: '调解已结束', en: 'Mediation has ended' },
  'complaintPage.template.result': { zh: '核查结果', en: 'Outcome of the verification' },
  'complaintPage.template.transferred': { zh: '已转其他机关', en: 'Handed over' },
  'complaintPage.template.attached': { zh: '已与在先件合并', en: 'Handled with an earlier case' },
  'complaintPage.template.otherWays': { zh: '其他途径', en: 'Other ways' },

  'complaintTemplate.received': {
    zh: '您好：您反映的事项我们已经收到，正在处理，将在法定期限内答复。办理进展请用回执码查询。',
    en: 'We have received what you told us and will answer within the period of the law. Use your receipt code to see how it stands.',
  },
  'complaintTemplate.details': {
    zh: '您好：为便于处理，请您补充以下情况：〔具体问题〕。请直接在本页面回复，不要写可能暴露您身份的内容。',
    en: 'To go on we need to know more: 〔questions〕. Please answer on this page, and leave out whatever could show who you are.',
  },
  'complaintTemplate.documents': {
    zh: '您好：请于〔日期〕前提供以下材料：〔材料名称〕。可以邮寄或者送到本机关，并注明您的受理编号。',
    en: 'Please let us have by 〔day〕: 〔documents〕. Send them by post or bring them to the office, with the number of your case.',
  },
  'complaintTemplate.reachable': {
    zh: '您好：我们按您留下的方式没有联系上您。请于〔日期〕前在本页面回复方便联系的时间。',
    en: 'We tried to reach you and could not. Please tell us on this page by 〔day〕 when we may call.',
  },
  'complaintTemplate.sitting': {
    zh: '您好：拟于〔时间〕在〔地点〕（或者以电话方式）进行调解。请回复是否同意调解、时间是否方便。',
    en: 'We propose to mediate on 〔day and time〕 at 〔place〕, or by telephone. Please tell us whether you agree to mediation and whether the time suits you.',
  },
  'complaintTemplate.proposal': {
    zh: '您好：被投诉的机构提出：〔方案〕。请于〔日期〕前回复您是否接受，或者您的意见。',
    en: 'The agency offers: 〔offer〕. Please tell us by 〔day〕 whether you accept it, or what you think of it.',
  },
  'complaintTemplate.resting': {
    zh: '您好：因〔检测鉴定 / 回避申请〕，办理期限自〔日期〕起中止，结束后继续计算。',
    en: 'Because of 〔a test / an application for recusal〕 the period has been at rest since 〔day〕. It goes on when that is over.',
  },
  'complaintTemplate.verifying': {
    zh: '您好：您反映的线索正在核查。核查期间请勿公开有关情况，也不要自行取证冒险。',
    en: 'What you reported is being verified. Please keep it to yourself meanwhile, and take no risk to find evidence.',
  },
  'complaintTemplate.ended': {
    zh: '您好：本次调解已经结束：〔达成协议 / 终止调解的情形〕。文书将按您选择的方式送达。',
    en: 'The mediation has ended: 〔agreement, or the ground〕. The paper reaches you in the way you chose.',
  },
  'complaintTemplate.result': {
    zh: '您好：您反映的线索已经核查完毕，决定〔立案 / 不予立案，理由〕。感谢您的监督。',
    en: 'What you reported has been verified. Decision: 〔a case is filed / no case is filed, because …〕. Thank you.',
  },
  'complaintTemplate.transferred': {
    zh: '您好：您反映的事项已于〔日期〕转〔机关名称〕处理，请向该机关了解进展。',
    en: 'Your matter was handed to 〔authority〕 on 〔day〕. Please ask there how it stands.',
  },
  'complaintTemplate.attached': {
    zh: '您好：您此次反映的内容与在先的一件相同，已经合并办理，结果将在该件中告知。',
    en: 'What you told us is handled together with an earlier case. You are told the outcome there.',
  },
  'complaintTemplate.otherWays': {
    zh: '您好：对这一争议，您还可以与机构协商和解、请求消费者协会等调解、依仲裁协议申请仲裁，或者向人民法院起诉。',
    en: 'You can also settle the matter with the agency, ask a consumers’ association to mediate, go to arbitration where that was agreed, or bring an action in court.',
  },
});
