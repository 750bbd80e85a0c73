import { defineMessages } from '../messages/message.ts';

/** Words of the states and dates of an application for credit repair, and what the commands refuse. */
export const repairMessages = defineMessages({
  'repair.status.preparing': { zh: '材料准备中', en: 'Being prepared' },
  'repair.status.applied': { zh: '待受理', en: 'To be accepted' },
  'repair.status.completing': { zh: '待补正', en: 'Completion asked for' },
  'repair.status.accepted': { zh: '已受理，待决定', en: 'Accepted, to be decided' },
  'repair.status.granted': { zh: '准予修复，执行中', en: 'Granted, being carried out' },
  'repair.status.refused': { zh: '不予修复', en: 'Refused' },
  'repair.status.carried-out': { zh: '已修复', en: 'Repaired' },
  'repair.status.withdrawn': { zh: '已撤回', en: 'Withdrawn' },
  'repair.status.cancelled': { zh: '修复已撤销', en: 'Repair cancelled' },
  'repair.deadline.accept': { zh: '受理或者通知补正', en: 'Accept, or ask for completion' },
  'repair.deadline.decide': { zh: '决定是否准予修复', en: 'Decide' },
  'repair.deadline.decideAbnormal': { zh: '决定是否移出经营异常名录', en: 'Decide on the abnormal list' },
  'repair.deadline.apply': { zh: '完成数据处理', en: 'Carry the decision out' },
  'repair.deadline.credit': { zh: '信用信息系统停止公示', en: 'The credit system ends its publicity' },
  'repair.subject.penalty': { zh: '行政处罚', en: 'Penalty' },
  'repair.subject.serious': { zh: '严重违法失信名单', en: 'Serious-breach list' },
  'repair.subject.abnormal': { zh: '经营异常名录', en: 'Abnormal list' },
  'repair.subject.inspection': { zh: '抽查检查结果', en: 'Inspection result' },
  'repair.unknown': { zh: '没有这一申请：{number}', en: 'There is no such application: {number}' },
  'repair.role': { zh: '您的角色不能进行这一操作。', en: 'Your role may not do this.' },
  'repair.status': {
    zh: '申请已经处于其他环节（{status}），请刷新页面后再办理。',
    en: 'The application is elsewhere by now ({status}). Load the page again.',
  },
  'repair.busy': {
    zh: '其他人正在办理，请稍后再试。',
    en: 'Others are working on it. Try again in a moment.',
  },
  'repair.text.missing': { zh: '请填写内容。', en: 'Write something here.' },
  'repair.text.long': { zh: '最多 {most} 个字。', en: 'At most {most} characters.' },
  'repair.day.future': { zh: '日期不能晚于今天。', en: 'The day may not lie in the future.' },
  'repair.day.early': { zh: '日期早于可能的最早日期，请核对。', en: 'The day is too early. Check it.' },
  'repair.subject.gone': {
    zh: '没有正在公示的这一记录，不需要或者不能申请修复。',
    en: 'No such record stands in public: there is nothing to repair.',
  },
  'repair.subject.kind': {
    zh: '这类记录不由本机关修复。',
    en: 'Records of this kind are not repaired by this office.',
  },
  'repair.never.class': {
    zh: '这一处罚依法不得提前停止公示，公示到 {until} 为止（信用修复管理办法第七条、第八条）。',
    en: 'The law gives no early end for this penalty: it stands until {until} (令107号 arts. 7, 8).',
  },
  'repair.never.class.open': {
    zh: '这一记录依法不得提前停止公示（信用修复管理办法第八条）。',
    en: 'The law gives no early end for this record (令107号 art. 8).',
  },
  'repair.never.fraud': {
    zh: '修复曾因弄虚作假被撤销，不得提前停止公示，公示到 {until} 为止（信用修复管理办法第二十三条）。',
    en: 'A repair was cancelled for fraud: there is no early end, it stands until {until} (令107号 art. 23).',
  },
  'repair.never.fraud.open': {
    zh: '修复曾因弄虚作假被撤销，不得提前停止公示（信用修复管理办法第二十三条）。',
    en: 'A repair was cancelled for fraud: there is no early end (令107号 art. 23).',
  },
  'repair.never.ownTerm': {
    zh: '这一检查结果公示到 {until} 自行停止，不需要申请（信用修复管理办法第十条）。',
    en: 'This result comes down by itself after {until}; nothing has to be applied for (令107号 art. 10).',
  },
  'repair.never.ownTerm.open': {
    zh: '检查结果到期自行停止公示，不需要申请（信用修复管理办法第十条）。',
    en: 'Inspection results come down by themselves; nothing has to be applied for (令107号 art. 10).',
  },
  'repair.never.penalty': {
    zh: '这一检查结果与因此作出的行政处罚同时停止公示，请就该处罚申请修复。不申请的，公示到 {until}。',
    en: 'This result ends together with the penalty that followed: apply for that one. Otherwise it stands until {until}.',
  },
  'repair.never.penalty.open': {
    zh: '这一检查结果与因此作出的行政处罚同时停止公示，请在处罚决定公示后就该处罚申请修复。',
    en: 'This result ends together with the penalty that follows: apply for that one once it is published.',
  },
  'repair.barred': {
    zh: '因在信用修复中弄虚作假，{until} 以前（含当日）不得申请（信用修复管理办法第二十三条）。',
    en: 'After a fraud there is no application until {until} has passed (令107号 art. 23).',
  },
  'repair.early': {
    zh: '最短公示期（限制期）尚未届满，最早可以在 {from} 申请。',
    en: 'The shortest term is not over: the first day on which you can apply is {from}.',
  },
  'repair.unperformed.payment': {
    zh: '罚没款没有缴清。请先缴清，缴款记录入案后再申请（信用修复管理办法第十一条）。',
    en: 'What was fined or confiscated is not paid in full. Pay it first (令107号 art. 11).',
  },
  'repair.unperformed.correction': {
    zh: '责令改正的事项没有改正记录。请先改正并报本机关确认后再申请（信用修复管理办法第十一条）。',
    en: 'What was ordered to be put right is not confirmed as done. Do that first (令107号 art. 11).',
  },
  'repair.again': {
    zh: '此后又受到处罚（{numbers}），不符合修复条件（信用修复管理办法第十一条、第十三条）。',
    en: 'There was another penalty since ({numbers}): the conditions are not met (令107号 arts. 11, 13).',
  },
  'repair.missing.application': {
    zh: '请上传信用修复申请书。',
    en: 'Upload the application.',
  },
  'repair.missing.identity': {
    zh: '请上传主体资格文件，或者选择由本机关从登记信息中核对。',
    en: 'Upload who the applicant is, or let the office look it up in its register.',
  },
  'repair.missing.promise': { zh: '请上传守信承诺书。', en: 'Upload the promise of good faith.' },
  'repair.missing.proof': {
    zh: '请上传已经履行义务、纠正违法行为、完成整改的材料。',
    en: 'Upload the proof that the duties are performed and the breach is put right.',
  },
  'repair.shared.not': {
    zh: '本机关没有这一材料，请上传。',
    en: 'The office does not hold this paper: upload it.',
  },
  'repair.file.handed_in': {
    zh: '这一文件已经提交，不能删除；可以补充新的文件。',
    en: 'This file was handed in and stays. You can add another.',
  },
  'repair.completion.once': {
    zh: '补正只能一次性告知（信用修复管理办法第十四条）。已经告知过的，请受理或者提出不予受理。',
    en: 'Completion is asked for once (令107号 art. 14). Accept it, or propose a refusal.',
  },
  'repair.completion.what': { zh: '请选择需要补正的材料。', en: 'Choose what is to be completed.' },
  'repair.completion.until': {
    zh: '补正的最后一日应当晚于今天。',
    en: 'The last day for the completion has to lie after today.',
  },
  'repair.completion.none': { zh: '没有要求补正。', en: 'No completion was asked for.' },
  'repair.completion.running': {
    zh: '补正期限到 {until} 为止，届满后才能以此不予受理。',
    en: 'The applicant has until {until}: it can be refused only after that day.',
  },
  'repair.material.unasked': {
    zh: '材料不齐的，应当先一次性告知补正（信用修复管理办法第十四条）。',
    en: 'What is missing has to be asked for once before it is a ground to refuse (令107号 art. 14).',
  },
  'repair.proposal.waits': {
    zh: '已有意见等待另一人审批。',
    en: 'A proposal waits for a second person.',
  },
  'repair.proposal.none': { zh: '没有等待审批的意见。', en: 'No proposal waits for a decision.' },
  'repair.grant.unaccepted': {
    zh: '请先受理，再提出准予修复。',
    en: 'Accept the application before proposing to grant it.',
  },
  'repair.ground.unknown': {
    zh: '请选择适用于这一环节的理由。',
    en: 'Choose a ground that belongs to this step.',
  },
  'repair.extension.none': {
    zh: '这类决定没有延长期限的规定。',
    en: 'The law gives no longer time for this decision.',
  },
  'repair.extension.once': { zh: '只能申请延长一次。', en: 'More time can be asked for once.' },
  'repair.extension.late': {
    zh: '决定期限已过，不能再延长。',
    en: 'The time for deciding has passed and cannot be made longer.',
  },
  'repair.extension.unasked': { zh: '没有等待审批的延长申请。', en: 'No request for more time waits.' },
  'repair.cancellation.waits': {
    zh: '已有撤销意见等待另一人审批。',
    en: 'A proposal to cancel waits for a second person.',
  },
  'repair.cancellation.none': {
    zh: '没有等待审批的撤销意见。',
    en: 'No proposal to cancel waits for a decision.',
  },
});
