import { defineMessages } from '../messages/message.ts';

/** Words of measures, tiers and classes, and what the law refuses. Every refusal names its article. */
export const lawMessages = defineMessages({
  'penalty.law.measure.correct': { zh: '责令限期改正', en: 'order to correct' },
  'penalty.law.measure.stop': { zh: '责令停止违法行为', en: 'order to stop' },
  'penalty.law.measure.warning': { zh: '警告', en: 'warning' },
  'penalty.law.measure.criticism': { zh: '通报批评', en: 'public criticism' },
  'penalty.law.measure.fine': { zh: '罚款', en: 'fine' },
  'penalty.law.measure.confiscation': { zh: '没收违法所得', en: 'confiscation of gains' },
  'penalty.law.measure.suspension': { zh: '责令停止承接（承办）新业务', en: 'suspension of new business' },
  'penalty.law.measure.revocation': { zh: '吊销许可证件', en: 'revocation of the licence' },
  'penalty.law.measure.talk': { zh: '约谈', en: 'talk' },
  'penalty.law.measure.self-discipline': { zh: '行业自律惩戒', en: 'discipline by the association' },
  'penalty.law.measure.draw-rate': { zh: '提高抽查比例', en: 'higher draw rate' },
  'penalty.law.tier.basic': { zh: '基本情形', en: 'Basic' },
  'penalty.law.tier.serious': { zh: '情节严重或者逾期未改正', en: 'Serious, or not cured in time' },
  'penalty.law.discretion.mitigated': { zh: '减轻', en: 'mitigated, below the range' },
  'penalty.law.discretion.lighter': { zh: '从轻', en: 'lighter' },
  'penalty.law.discretion.ordinary': { zh: '一般', en: 'ordinary' },
  'penalty.law.discretion.heavier': { zh: '从重', en: 'heavier' },
  'penalty.law.authority.office': { zh: '本机关', en: 'this office' },
  'penalty.law.authority.cnipa': { zh: '国家知识产权局（本机关提出建议）', en: 'CNIPA, on our proposal' },
  'penalty.law.authority.market': { zh: '市场监督管理部门（移送）', en: 'the market regulator, by transfer' },
  'penalty.law.authority.association': { zh: '行业组织', en: 'the association' },
  'penalty.law.class.none': { zh: '不在公示系统公示（仅警告）', en: 'Not on the GSXT: a warning alone' },
  'penalty.law.class.minor': { zh: '轻微', en: 'Minor' },
  'penalty.law.class.ordinary': { zh: '一般', en: 'Ordinary' },
  'penalty.law.class.restriction': { zh: '严重（限制开展经营活动）', en: 'Serious: restriction of business' },
  'penalty.law.class.revocation': { zh: '严重（吊销）', en: 'Serious: revocation' },
  'penalty.law.reason.same': { zh: '该条款未发生变化', en: 'The provision has not changed' },
  'penalty.law.reason.act': { zh: '适用行为时的规定（从旧）', en: 'The law of the day of the act applies' },
  'penalty.law.reason.lighter': {
    zh: '新规定处罚较轻，适用新规定（从轻）',
    en: 'The newer law applies, being lighter',
  },
  'penalty.law.noCharge': { zh: '请至少填写一项违法行为。', en: 'Enter at least one violation.' },
  'penalty.law.unknownEntry': {
    zh: '第 {no} 项：负面清单中没有这一条目。请从清单中选择。',
    en: 'Violation {no}: there is no such entry in the catalogue. Choose one from it.',
  },
  'penalty.law.notThen': {
    zh: '第 {no} 项：行为发生之日（{day}）该条款尚未施行或者已经失效，不得据此处罚（行政处罚法第三十七条）。请核对日期或者另选条目。',
    en: 'Violation {no}: the provision was not in force on {day}, the day of the act (行政处罚法 art. 37). Check the date or choose another entry.',
  },
  'penalty.law.notNow': {
    zh: '第 {no} 项：该条款在决定之日（{day}）已经失效，不再处罚（行政处罚法第三十七条）。请核对条目。',
    en: 'Violation {no}: the provision is not in force any more on {day} (行政处罚法 art. 37). Check the entry.',
  },
  'penalty.law.party': {
    zh: '第 {no} 项：{article}不适用于这一类当事人。请另选条目，或者另案处理该当事人。',
    en: 'Violation {no}: {article} does not reach a party of this kind. Choose another entry, or open a case against whom it reaches.',
  },
  'penalty.law.unknownTier': {
    zh: '第 {no} 项：{article}没有这一情节档次。请选择该条款规定的档次。',
    en: 'Violation {no}: {article} has no such tier. Choose one that it has.',
  },
  'penalty.law.actDates': {
    zh: '第 {no} 项：日期有误：行为应当先开始、后结束，发现不早于开始，且均不晚于决定之日（行政处罚法第三十六条）。',
    en: 'Violation {no}: its days are out of order. It began before it ended, was not found before it began, and all of that was no later than the decision (行政处罚法 art. 36).',
  },
  'penalty.law.tooLate': {
    zh: '第 {no} 项：违法行为终了之日起超过 {years} 年才被发现，不再给予行政处罚（{article}）。请改为不予处罚，或者填写发现之日。',
    en: 'Violation {no}: discovered more than {years} years after it ended, so it is not punished any more ({article}). Do not punish it, or enter the day of discovery.',
  },
  'penalty.law.unknownMeasure': {
    zh: '第 {no} 项：{article}没有规定“{measureZh}”。请删去，或者另选条目、档次。',
    en: 'Violation {no}: {article} does not provide for this measure: {measureEn}. Remove it, or choose another entry or tier.',
  },
  'penalty.law.noStatute': {
    zh: '第 {no} 项：行业自律规范不得设定“{measureZh}”（行政处罚法第十三条、第十六条；{article}）。只能约谈、行业惩戒或者提高抽查比例。',
    en: 'Violation {no}: rules of an association cannot set this measure: {measureEn} (行政处罚法 arts. 13, 16; {article}). Only a talk, discipline or a higher draw rate are possible.',
  },
  'penalty.law.onlyCnipa': {
    zh: '第 {no} 项：“{measureZh}”只能由国家知识产权局作出（{article}；专利代理管理办法第五十条）。情节严重的，请选择“情节严重”档次并报送处罚建议。',
    en: 'Violation {no}: only CNIPA decides on this measure: {measureEn} ({article}; 专利代理管理办法 art. 50). If it is serious, choose the serious tier and send a proposal.',
  },
  'penalty.law.onlyMarket': {
    zh: '第 {no} 项：商标代理违法行为的“{measureZh}”由市场监督管理部门作出（{article}；商标代理监督管理规定第三十三条至第三十六条）。请选择相应条目并移送。',
    en: 'Violation {no}: this measure against trademark agencies is the market regulator’s: {measureEn} ({article}; 商标代理监督管理规定 arts. 33–36). Choose the entry and transfer the case.',
  },
  'penalty.law.missingMeasure': {
    zh: '第 {no} 项：{article}规定应当作出“{measureZh}”，不得缺少。',
    en: 'Violation {no}: {article} orders this measure, it cannot be left out: {measureEn}.',
  },
  'penalty.law.noMeasure': {
    zh: '第 {no} 项：没有选择任何措施。请按照{article}选择；依法不予处罚的，请作不予处罚决定。',
    en: 'Violation {no}: no measure was chosen. Choose one of {article}, or decide not to punish.',
  },
  'penalty.law.wholeFen': {
    zh: '第 {no} 项：金额应为大于零、精确到分的数额（{article}）。',
    en: 'Violation {no}: the amount must be more than nothing and in whole fen ({article}).',
  },
  'penalty.law.gainsMissing': {
    zh: '第 {no} 项：{article}以违法所得计算，请填写违法所得；没有违法所得的填 0，不作没收和罚款。',
    en: 'Violation {no}: {article} measures by the gains. Enter them; where there were none enter 0, and neither confiscate nor fine.',
  },
  'penalty.law.fineRange': {
    zh: '第 {no} 项：罚款应在 {min} 元至 {max} 元之间（含本数，{article}）。低于下限须适用减轻处罚。',
    en: 'Violation {no}: the fine must be from {min} to {max} yuan, both included ({article}). Below it the penalty has to be mitigated.',
  },
  'penalty.law.discretion': {
    zh: '第 {no} 项：按 {min} 元至 {max} 元的幅度（{article}），该罚款属于“{standsZh}”，与所选裁量等级不符。请修改金额或者等级。',
    en: 'Violation {no}: in the range of {min} to {max} yuan ({article}) this fine is {standsEn}, which is not what was chosen. Change the amount or the discretion.',
  },
  'penalty.law.allGains': {
    zh: '第 {no} 项：没收数额应为全部违法所得 {gains} 元（{article}）。',
    en: 'Violation {no}: what is confiscated is all of the gains, {gains} yuan ({article}).',
  },
  'penalty.law.monthsRange': {
    zh: '第 {no} 项：停止承接（承办）新业务的期限应为 {min} 至 {max} 个月（含本数，{article}）。',
    en: 'Violation {no}: a suspension lasts from {min} to {max} whole months ({article}).',
  },
  'penalty.law.monthsFrom': {
    zh: '第 {no} 项：停止受理的期限不得少于 {min} 个月（{article}）。',
    en: 'Violation {no}: the stop lasts at least {min} whole months ({article}).',
  },
  'penalty.law.finedTwice': {
    zh: '第 {no} 项：同一违法行为不得给予两次以上罚款（行政处罚法第二十九条）。只保留一项罚款。',
    en: 'Violation {no}: one act is not fined twice (行政处罚法 art. 29). Keep a single fine.',
  },
  'penalty.law.higherNorm': {
    zh: '第 {no} 项：同一行为违反多个规定的，按罚款数额高的规定处罚（行政处罚法第二十九条），应适用{article}。',
    en: 'Violation {no}: of several provisions about one act the one with the higher fine applies (行政处罚法 art. 29): {article}.',
  },
  'penalty.law.mixedAuthorities': {
    zh: '这些违法行为应由不同机关处理（{authoritiesZh}；行政处罚法第二十二条至第二十五条）。请分案办理。',
    en: 'These violations are for different authorities: {authoritiesEn} (行政处罚法 arts. 22–25). Make a case of each.',
  },
  'penalty.law.heavier': {
    zh: '第 {no} 项：“{measureZh}”比告知的更重。不得因陈述、申辩或者要求听证而给予更重的处罚（行政处罚法第四十五条）。请恢复到告知的范围以内；发现新的事实的，须重新告知。',
    en: 'Violation {no}: this measure is heavier than in the prior notice: {measureEn}. Nobody is punished more for having defended (行政处罚法 art. 45). Go back to what was told; for new facts give a new notice.',
  },
});
