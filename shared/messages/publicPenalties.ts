import { defineMessages } from './message.ts';

/** What the public site says of penalties. */
export const publicPenaltyMessages = defineMessages({
  'site.nav.penalties': { zh: '行政处罚', en: 'Penalties' },
  'site.penalties.title': { zh: '行政处罚公示', en: 'Penalties' },
  'site.penalties.lead': {
    zh: '本机关作出的、公示期内的行政处罚决定的摘要。公示期届满或者信用修复的，撤下后不留内容；决定被撤销的，只保留文号、日期和原因。',
    en: 'Summaries of the penalty decisions of this office while they are public. What has ended or was repaired is taken down and leaves nothing; of a decision that was annulled the number, the day and the reason remain.',
  },
  'site.penalties.empty': { zh: '目前没有公示中的行政处罚。', en: 'No penalty is published at present.' },
  'site.penalties.years': { zh: '按决定年份查看', en: 'By year of the decision' },
  'site.penalties.yearLink': { zh: '{year} 年（{n} 件）', en: '{year} ({n})' },
  'site.penalties.year': { zh: '{year} 年作出的行政处罚', en: 'Penalties decided in {year}' },
  'site.penalties.tombstones': { zh: '已撤销的决定', en: 'Annulled decisions' },
  'site.penalty.title': { zh: '行政处罚 {number}', en: 'Penalty {number}' },
  'site.penalty.number': { zh: '行政处罚决定书文号', en: 'Number of the decision' },
  'site.penalty.party': { zh: '当事人', en: 'Party' },
  'site.penalty.conduct': { zh: '违法行为类型', en: 'Conduct' },
  'site.penalty.content': { zh: '处罚内容', en: 'Decision' },
  'site.penalty.basis': { zh: '处罚依据', en: 'Legal basis' },
  'site.penalty.authority': { zh: '处罚机关', en: 'Authority' },
  'site.penalty.decidedOn': { zh: '决定日期', en: 'Decided' },
  'site.penalty.class': { zh: '公示类别', en: 'Class' },
  'site.penalty.publishedOn': { zh: '在本网站公示', en: 'Published here' },
  'site.penalty.portal': {
    zh: '应当公示的最后日期（门户、信用中国）',
    en: 'Due on the portal and Credit China',
  },
  'site.penalty.gsxt': { zh: '应当公示的最后日期（公示系统）', en: 'Due on the GSXT' },
  'site.penalty.noGsxt': { zh: '仅受到警告，不在公示系统公示', en: 'A warning alone: never on the GSXT' },
  'site.penalty.kept': { zh: '按期公示', en: 'published in time' },
  'site.penalty.late': { zh: '逾期公示', en: 'published late' },
  'site.penalty.clock': { zh: '{due}（{kept}）；依据：{basis}', en: '{due} ({kept}); {basis}' },
  'site.penalty.due': { zh: '{due}；依据：{basis}', en: '{due}; {basis}' },
  'site.penalty.until': { zh: '公示截止日期', en: 'Published until' },
  'site.penalty.untilText': { zh: '{date}；依据：{basis}', en: '{date}; {basis}' },
  'site.penalty.repair': {
    zh: '怎样提前停止公示（信用修复）',
    en: 'How its publicity can end early (repair)',
  },
  'site.penalty.earliest': {
    zh: '自{date}起可以申请提前停止公示。应当同时符合：',
    en: 'From {date} on its early end can be applied for. All of this has to be true:',
  },
  'site.penalty.neverEarly': {
    zh: '依法不得提前停止公示。',
    en: 'By law its publicity does not end early.',
  },
  'site.penalty.byItself': {
    zh: '公示到期自动停止，不需要申请；法律没有规定更早的日期。',
    en: 'Its publicity ends by itself and needs no application; the law gives no earlier day.',
  },
  'site.penalty.specific': { zh: '对这一违法行为：', en: 'For this conduct:' },
  'site.penalty.how': {
    zh: '当事人用随决定书送达的信用修复告知书上的链接提交申请，或者打电话询问：{phone}',
    en: 'The party applies by the link in the repair notice that came with the decision, or asks by telephone: {phone}',
  },
  'site.penalty.gone': { zh: '行政处罚 {number} 已撤销', en: 'Penalty {number} was annulled' },
  'site.penalty.goneText': {
    zh: '该决定已不再有效，公示已经撤回（行政处罚法第四十八条）。',
    en: 'The decision no longer stands; its publicity was withdrawn (行政处罚法 art. 48).',
  },
  'site.penalty.feed': {
    zh: '行政处罚公示：{party}（{number}）',
    en: 'Penalty published: {party} ({number})',
  },
  'site.agency.penalties': { zh: '公示中的行政处罚', en: 'Published penalties' },
  'site.agency.penalty': { zh: '行政处罚 {number}', en: 'Penalty {number}' },
  'site.agency.penaltyText': { zh: '{content}；公示至{until}', en: '{content}; until {until}' },
  'site.home.task.listings': {
    zh: '查看经营异常名录和严重违法失信名单',
    en: 'See which agencies are listed',
  },
  'site.home.task.catalogue': {
    zh: '查看负面清单：什么行为、如何处罚',
    en: 'See the catalogue of breaches and what follows from each',
  },
  'site.home.task.risk': { zh: '了解风险类别怎样计算', en: 'How risk classes are computed' },
  'site.home.task.penalties': { zh: '查看行政处罚公示', en: 'See the penalties that are published' },
  'site.data.penalties': {
    zh: '行政处罚（双公示字段，金额单位为万元）',
    en: 'Penalties, in the columns of the 双公示 model; amounts in units of 10,000 yuan',
  },
  'site.data.penaltyTombstones': { zh: '撤销的行政处罚', en: 'Annulled penalties' },
});
