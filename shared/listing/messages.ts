import { defineMessages } from '../messages/message.ts';

/** Words of the states of an entry, and what the commands refuse. */
export const listingMessages = defineMessages({
  'listing.status.proposed': { zh: '拟列入，待决定', en: 'Proposed, to be decided' },
  'listing.status.notified': { zh: '已告知拟列入', en: 'Prior notice given' },
  'listing.status.listed': { zh: '已列入', en: 'Listed' },
  'listing.status.removal-proposed': { zh: '已列入，拟移出', en: 'Listed, removal proposed' },
  'listing.status.removed': { zh: '已移出', en: 'Removed' },
  'listing.status.rejected': { zh: '不予列入', en: 'Not listed' },
  'listing.status.annulled': { zh: '已撤销', en: 'Annulled' },
  'listing.list.abnormal': { zh: '专利代理经营异常名录', en: 'Abnormal list of patent agencies' },
  'listing.list.serious': { zh: '严重违法失信名单', en: 'Serious-breach list' },
  'listing.end.cured': { zh: '列入情形消失，移出', en: 'The cause is gone' },
  'listing.end.repaired': { zh: '信用修复，提前移出', en: 'Credit repair' },
  'listing.end.expired': { zh: '期限届满，移出', en: 'The term is over' },
  'listing.end.annulled': { zh: '列入依据被撤销', en: 'The decision behind it was annulled' },
  'listing.source.person': { zh: '人工提出', en: 'Proposed by a person' },
  'listing.source.mirror': { zh: '国家知识产权局名单', en: 'List of CNIPA' },
  'listing.source.inspection': { zh: '检查结果', en: 'Result of an inspection' },
  'listing.source.complaint': { zh: '举报核查', en: 'A report that was verified' },
  'listing.source.penalty': { zh: '行政处罚决定', en: 'Penalty decision' },
  'listing.source.listing': { zh: '经营异常满三年', en: 'Three years on the abnormal list' },
  'listing.deadline.statement': { zh: '陈述、申辩', en: 'Statement and defence' },
  'listing.deadline.decide': {
    zh: '决定是否列入严重违法失信名单',
    en: 'Decide on the serious-breach listing',
  },
  'listing.unknown': { zh: '没有这一件：{number}', en: 'There is no such case: {number}' },
  'listing.role': { zh: '您没有办理这一步的权限', en: 'You may not take this step' },
  'listing.status': {
    zh: '这一件现在的状态不允许这样办理，请查看最新状态',
    en: 'The case is in another state by now: look at it again',
  },
  'listing.busy': {
    zh: '多人正在同时办理，请稍后再试一次',
    en: 'Several people act at once: try again in a moment',
  },
  'listing.open': {
    zh: '这家机构同一情形已有未办结的一件（{case}），请在那一件中办理',
    en: 'An open case is about the same ground ({case}): go on with that one',
  },
  'listing.agency.unknown': {
    zh: '名录中没有统一社会信用代码为 {uscc} 的机构，请核对',
    en: 'No agency {uscc} is in the register: check the code',
  },
  'listing.agency.closed': {
    zh: '{name}已经注销，不能列入',
    en: '{name} has closed and cannot be listed',
  },
  'listing.ground.missing': { zh: '请选择列入情形', en: 'Choose the ground' },
  'listing.ground.kind': {
    zh: '这一情形不适用于{name}的业务类型，请核对名录或者改选（专利代理的名录只列专利代理机构）',
    en: 'This ground does not reach what {name} does: check the register or choose another (the lists of patent agencies hold no others)',
  },
  'listing.penalty.annulled': {
    zh: '作为依据的处罚决定已被撤销，不能列入；请选择“不予列入”并写明理由',
    en: 'The penalty decision that this rests on was annulled, so nobody can be listed for it; choose not to list and give the reason',
  },
  'listing.penalty.missing': {
    zh: '这一情形以行政处罚决定为依据，请填写决定书文号',
    en: 'This ground rests on a penalty decision: enter its number',
  },
  'listing.text.missing': { zh: '请填写', en: 'Fill this in' },
  'listing.text.long': { zh: '最多 {most} 字', en: 'At most {most} characters' },
  'listing.date.missing': { zh: '请填写日期', en: 'Enter the date' },
  'listing.date.future': { zh: '日期不能在今天之后', en: 'The day must not be after today' },
  'listing.charge.missing': {
    zh: '列入情形和事实尚未写明，请监管人员先补充',
    en: 'Ground and facts are missing: a supervisor has to add them first',
  },
  'listing.notice.needless': {
    zh: '列入经营异常名录无需事先告知，可直接提请决定',
    en: 'An entry of the abnormal list needs no prior notice: it can be decided on',
  },
  'listing.notice.missing': {
    zh: '列入严重违法失信名单前应当告知当事人（令44号第十三条），请先告知',
    en: 'The agency has to be told before a serious-breach listing (令44号 art. 13): give the prior notice first',
  },
  'listing.notice.unserved': {
    zh: '尚未记录告知书的送达日期，陈述、申辩期限没有起算。请先记录送达',
    en: 'The service of the prior notice is not recorded, so the window has not begun: record it first',
  },
  'listing.notice.window': {
    zh: '陈述、申辩期限到 {until}，届满后才能决定列入',
    en: 'The agency may speak until {until}: decide on the listing after that day',
  },
  'listing.served.early': {
    zh: '送达日期不能早于告知书的日期',
    en: 'It cannot have been served before it was written',
  },
  'listing.gate.missing': {
    zh: '没有证据证明主观故意，或者不属于性质恶劣、情节严重、社会危害较大的，不列入（令44号第二条、第十二条）。已核实的请勾选，否则请决定不予列入',
    en: 'Without shown intent and gravity there is no listing (令44号 arts. 2, 12). Tick the box if both are shown, else decide not to list',
  },
  'listing.removal.serious': {
    zh: '严重违法失信名单到期自动移出，提前移出通过信用修复办理',
    en: 'The serious-breach list ends by time; an early end goes through credit repair',
  },
  'listing.cured.early': {
    zh: '改正日期不能早于列入日期 {since}',
    en: 'It cannot have been cured before it was listed on {since}',
  },
  'listing.end.early': {
    zh: '按规定 {from} 以后才能移出',
    en: 'It cannot end before {from}',
  },
  'listing.end.not_proposed': {
    zh: '移出应当由监管人员先提出、另一人决定',
    en: 'A removal is proposed by a supervisor first, and decided by another person',
  },
  'listing.end.abnormal': {
    zh: '经营异常名录没有届满之日，列入情形消失后移出',
    en: 'The abnormal list has no last day: an entry is removed when its cause is gone',
  },
  'listing.end.restarted': {
    zh: '信用修复曾因弄虚作假被撤销，不得提前移出（令107号第二十三条）',
    en: 'A repair was cancelled for fraud: there is no early end (令107号 art. 23)',
  },
  'listing.restart.unrepaired': {
    zh: '这一件不是因信用修复移出的，不能恢复列入',
    en: 'It was not removed by a repair, so it cannot be listed again',
  },
  'listing.mirror.empty': {
    zh: '名单中没有可以识别的机构，请粘贴含有机构代码（5 位）或者统一社会信用代码的名单',
    en: 'No agency was found: paste a list with agency codes (5 digits) or unified social credit codes',
  },
  'listing.mirror.many': { zh: '一次最多 {most} 家', en: 'At most {most} agencies at once' },
  'listing.mirror.no_code': {
    zh: '这一行没有机构代码或者统一社会信用代码',
    en: 'This row has neither an agency code nor a credit code',
  },
  'listing.mirror.unknown': {
    zh: '机构名录中没有代码 {code}，请核对或者先导入名录',
    en: 'No agency with the code {code} is in the register: check it, or import the register first',
  },
});
