import { defineMessages } from './message.ts';

/** What the public site says of the plans of the months. */
export const publicPlanMessages = defineMessages({
  'site.plans.title': { zh: '抽查计划', en: 'Inspection plans' },
  'site.plans.lead': {
    zh: '每月的抽查计划在抽签之前公布，抽签承诺公布以后不能再改。',
    en: 'The plan of each month is published before its draw and cannot be changed once the commitment is public.',
  },
  'site.plans.month': { zh: '月份', en: 'Month' },
  'site.plans.name': { zh: '名称', en: 'Title' },
  'site.plans.version': { zh: '版本', en: 'Version' },
  'site.plans.published': { zh: '公布时间', en: 'Published' },
  'site.plans.empty': { zh: '还没有公布计划', en: 'No plan has been published yet' },
  'site.plan.items': { zh: '检查事项和依据', en: 'Items and their legal basis' },
  'site.plan.item': { zh: '事项', en: 'Item' },
  'site.plan.basis': { zh: '依据', en: 'Legal basis' },
  'site.plan.questions': { zh: '检查时问什么', en: 'What is asked' },
  'site.plan.questions.lead': {
    zh: '抽签封存名单时，检查表一并封存，此后不再改变。可以据此提前准备；检查不收取任何费用。',
    en: 'The checklists are sealed together with the lists of the draw and do not change after that. Use them to prepare; an inspection costs nothing.',
  },
  'site.plan.questions.none': {
    zh: '该版本事项公布时还没有检查表。',
    en: 'This version of the item was published before there were checklists.',
  },
  'site.plan.method': { zh: '方式', en: 'Method' },
  'site.plan.announced': { zh: '事先通知', en: 'Announced' },
  'site.plan.rates': { zh: '抽查比例', en: 'Rates' },
  'site.plan.who': { zh: '对象', en: 'Agencies' },
  'site.plan.rate': { zh: '比例', en: 'Rate' },
  'site.plan.rounding': { zh: '取整', en: 'Rounding' },
  'site.plan.exact': { zh: '平均恰为此比例', en: 'Exactly this rate on average' },
  'site.plan.ceil': { zh: '不低于此比例', en: 'Not less than this rate' },
  'site.plan.min': { zh: '，至少 {min} 户', en: ', at least {min}' },
  'site.plan.oneIn': { zh: '{percent}（约每 {n} 户抽 1 户）', en: '{percent} (about 1 in {n})' },
  'site.plan.all': { zh: '100%（全部）', en: '100 % (all)' },
  'site.plan.never': { zh: '0（本期不抽）', en: '0 (not drawn this time)' },
  'site.plan.rules': { zh: '其他规则', en: 'Other rules' },
  'site.plan.recency': {
    zh: '“近期检查过”指最近 {recent} 个月内检查过，“较早检查过”指最近 {earlier} 个月内，其余为“久未检查”。',
    en: '“Recently inspected” means within the last {recent} months, “earlier” within {earlier} months; all others are “long ago or never”.',
  },
  'site.plan.cap': {
    zh: '同一机构每年最多检查 {cap} 次。',
    en: 'An agency is visited at most {cap} times a year.',
  },
  'site.plan.listed': {
    zh: '列入经营异常名录或者严重违法失信名单的机构，依法必须实地检查（专利代理管理办法第四十条第二款），标为“必查”，不计入抽中户数。',
    en: 'Agencies on the abnormal list or the serious-breach list must be inspected on site by law; they are marked as ordered by law and never counted as drawn.',
  },
  'site.plan.team': {
    zh: '每个检查组不少于 {n} 名检查人员，也由抽签决定；有利害关系的不会分到一起。',
    en: 'Each team has at least {n} inspectors, dealt by the same draw; nobody with a conflict of interest is dealt to the agency concerned.',
  },
  'site.plan.witnesses': { zh: '见证人席位：{list}', en: 'Witness seats: {list}' },
  'site.plan.source.dice': {
    zh: '最后的随机数：现场掷二十枚十面骰子。',
    en: 'Last source of randomness: twenty ten-sided dice thrown in the room.',
  },
  'site.plan.source.lottery': {
    zh: '最后的随机数：{game} 第 {issue} 期开奖号码（{at} 开奖）。',
    en: 'Last source of randomness: {game}, issue {issue}, drawn at {at}.',
  },
  'site.plan.ssq': { zh: '双色球', en: 'the lottery 双色球' },
  'site.plan.dlt': { zh: '大乐透', en: 'the lottery 大乐透' },
  'site.plan.dates': { zh: '日期', en: 'Dates' },
  'site.plan.visits': { zh: '检查期：{from}至{to}', en: 'Visits: {from} to {to}' },
  'site.plan.objection': {
    zh: '名单公布后有 {days} 个工作日的异议期。',
    en: 'After the lists are sealed there are {days} working days for objections.',
  },
  'site.plan.noObjection': {
    zh: '名单公布后没有异议期。',
    en: 'There is no window for objections after the lists are sealed.',
  },
  'site.plan.draws': { zh: '本计划的抽签', en: 'Draws of this plan' },
});
