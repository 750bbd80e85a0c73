import { defineMessages } from '../messages/message.ts';

/** Refusals of the ledgers, and the words in which an assessment is explained to whoever reads it. */
export const riskMessages = defineMessages({
  'risk.unknown': {
    zh: '这家机构还没有风险台账。有第一条事实后自动建立。',
    en: 'This agency has no ledger yet. Its first fact makes one.',
  },
  'risk.role': {
    zh: '您的角色不能做这一步。请由监管人员提出，由另一名监管人员或者审批人员决定。',
    en: 'Your role cannot do this. A supervisor asks; another supervisor or an approver decides.',
  },
  'risk.busy': {
    zh: '台账或者名录正在被修改。请稍后再试一次。',
    en: 'The ledger or the register is being changed. Try again in a moment.',
  },
  'risk.review.fact': {
    zh: '请选择台账中的一条事实。',
    en: 'Choose one of the facts in the ledger.',
  },
  'risk.review.retracted': {
    zh: '这条事实已经撤销，不再计分。不需要复核。',
    en: 'This fact was taken back already and counts no more. There is nothing to review.',
  },
  'risk.review.open': {
    zh: '已有一项复核等待第二人决定。请先决定那一项。',
    en: 'A review waits for a second person already. Decide that one first.',
  },
  'risk.review.none': {
    zh: '没有等待决定的复核。可能已由他人决定，请刷新页面查看。',
    en: 'No review waits for a decision. Somebody may have decided it: reload the page.',
  },
  'risk.review.reason': {
    zh: '请写明这条事实错在哪里。',
    en: 'Write what is wrong with the fact.',
  },
  'risk.review.long': {
    zh: '理由不能超过 {most} 个字。请缩短。',
    en: 'The reason must not exceed {most} characters. Shorten it.',
  },

  'risk.of.base': { zh: '基础分', en: 'Starting points' },
  'risk.of.quiet': { zh: '长期没有不利事实', en: 'A long time without anything against it' },
  'risk.of.imported': {
    zh: '名录中导入或者由人设定的类别',
    en: 'A class that was imported or set by a person',
  },
  'risk.of.other': { zh: '其他经查实的线索', en: 'Other confirmed leads' },
  'risk.kind.finding': { zh: '检查发现问题', en: 'Problems found by an inspection' },
  'risk.kind.clean-inspection': { zh: '检查未发现问题', en: 'Inspection without findings' },
  'risk.kind.obstruction': { zh: '不配合检查情节严重', en: 'Serious lack of cooperation' },
  'risk.kind.report-confirmed': { zh: '其他经查实的线索', en: 'Other confirmed leads' },
  'risk.kind.penalty-minor': { zh: '行政处罚（轻微）', en: 'Penalty, minor' },
  'risk.kind.penalty-ordinary': { zh: '行政处罚（一般）', en: 'Penalty, ordinary' },
  'risk.kind.penalty-serious': { zh: '行政处罚（严重）', en: 'Penalty, serious' },
  'risk.kind.listed-abnormal': { zh: '列入经营异常名录', en: 'On the abnormal list' },
  'risk.kind.listed-serious': { zh: '列入严重违法失信名单', en: 'On the serious-breach list' },
  'risk.kind.annual-report-late': { zh: '年度报告逾期', en: 'Annual report late' },
  'risk.reason.base': { zh: '每家机构都从这里开始', en: 'Where every agency begins' },
  'risk.reason.full': { zh: '全计', en: 'Counts in full' },
  'risk.reason.later': { zh: '时间较久，减计', en: 'Some time ago: counts in part' },
  'risk.reason.gone': { zh: '时间已久，不再计', en: 'Long ago: counts no more' },
  'risk.reason.full-cured': { zh: '已改正或者修复，减计', en: 'Put right or repaired: counts in part' },
  'risk.reason.later-cured': {
    zh: '已改正或者修复且时间较久，再减计',
    en: 'Put right or repaired, and some time ago: counts in a smaller part',
  },
  'risk.reason.retracted': { zh: '已撤销，视为从未发生', en: 'Taken back: as if it had never been' },
  'risk.reason.clean': { zh: '此后没有不利事实，减分', en: 'Nothing against it since: points off' },
  'risk.reason.clean-passed': {
    zh: '此后另有事实或者已由其他减分包含，不再减分',
    en: 'Something came after it, or it is contained in another line: no points off',
  },
  'risk.reason.quiet': { zh: '达到规定时间，减分', en: 'For long enough: points off' },
  'risk.reason.imported': { zh: '保持该类别所需的分数', en: 'The points that keep it in that class' },
  'risk.reason.imported-later': { zh: '时间较久，减计', en: 'Some time ago: counts in part' },
  'risk.reason.imported-gone': { zh: '时间已久，不再计', en: 'Long ago: counts no more' },
  'risk.reason.imported-passed': {
    zh: '此后有不利事实，不再减分',
    en: 'Something came against it since: no points off',
  },
  'risk.count': { zh: '{kind}（{count} 项）', en: '{kind} ({count})' },

  'risk.table.what': { zh: '事实', en: 'Fact' },
  'risk.table.on': { zh: '日期', en: 'Day' },
  'risk.table.reference': { zh: '来源', en: 'Source' },
  'risk.table.why': { zh: '如何计分', en: 'How it counts' },
  'risk.table.points': { zh: '分数', en: 'Points' },
  'risk.table.sum': { zh: '合计', en: 'Sum' },

  'risk.formula.caption': { zh: '各类事实的分数', en: 'Points of each kind of fact' },
  'risk.formula.version': {
    zh: '公式版本 {version}，自 {from} 起施行。依据：{citation}。',
    en: 'Version {version} of the formula, in force from {from}. Basis: {citation}.',
  },
  'risk.formula.sum': {
    zh: '每家机构从 {base} 分开始，加上各条事实的分数，减去应减的分数，合计就是风险分。',
    en: 'Every agency begins with {base} points. The points of its facts are added, those that speak for it taken off; the sum is its score.',
  },
  'risk.formula.classes': {
    zh: '不满 {B} 分为 A 类，{B} 分以上不满 {C} 分为 B 类，{C} 分以上不满 {D} 分为 C 类，{D} 分以上为 D 类。',
    en: 'Fewer than {B} points are class A, from {B} class B, from {C} class C, from {D} class D.',
  },
  'risk.formula.later': {
    zh: '全计的期间过后按 {percent}% 计，直到不再计为止。',
    en: 'After the months in full a fact counts {percent}%, until it counts no more.',
  },
  'risk.formula.cured': {
    zh: '已经改正、修复或者移出的，从那一天起按 {percent}% 计。更正或者撤销的，视为从未发生。',
    en: 'What was put right, repaired or removed counts {percent}% from that day. What was corrected or annulled counts as if it had never been.',
  },
  'risk.formula.clean': {
    zh: '最近一次检查未发现问题、此后也没有不利事实的，减 {points} 分。',
    en: 'The latest inspection without findings, with nothing against the agency since, takes {points} points off.',
  },
  'risk.formula.quiet': {
    zh: '连续 {months} 个月没有不利事实的，减 {points} 分。',
    en: '{months} months without anything against the agency take {points} points off.',
  },
  'risk.formula.imported': {
    zh: '建立台账前已有类别的，该类别先保持 {full} 个月，再减计到第 {gone} 个月为止；A 类保持到出现第一条不利事实为止。',
    en: 'A class from before the ledger is kept for {full} months and then counts in part until {gone} months are over; a class A is kept until the first thing comes against the agency.',
  },
  'risk.formula.never': { zh: '以下从不计分：', en: 'Never counted:' },
  'risk.formula.next': {
    zh: '类别变化从尚未公布计划的第一个月份起生效，不改变已公布的计划和已封存的抽签。',
    en: 'A new class counts from the first month that has no published plan. It changes no published plan and no sealed draw.',
  },
  'risk.formula.unverified': { zh: '未核实', en: 'not verified' },
  'risk.formula.kind': { zh: '事实', en: 'Kind of fact' },
  'risk.formula.each': { zh: '每项分数', en: 'Points each' },
  'risk.formula.most': { zh: '最多', en: 'At most' },
  'risk.formula.full': { zh: '全计（月）', en: 'In full (months)' },
  'risk.formula.gone': { zh: '不再计（月）', en: 'No more after (months)' },
});
