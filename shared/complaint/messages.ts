import { defineMessages } from '../messages/message.ts';

/** Words of the states of a complaint or report, and what the commands refuse. */
export const complaintMessages = defineMessages({
  'complaint.kind.complaint': { zh: '投诉', en: 'Complaint' },
  'complaint.kind.report': { zh: '举报', en: 'Report' },
  'complaint.status.received': { zh: '已收到，待处理', en: 'Received, not yet handled' },
  'complaint.status.mediating': { zh: '已受理，调解中', en: 'Accepted, in mediation' },
  'complaint.status.verifying': { zh: '核查中', en: 'Being verified' },
  'complaint.status.decided': { zh: '已作出决定', en: 'Decided' },
  'complaint.status.telling': { zh: '待告知', en: 'To be told' },
  'complaint.status.closed': { zh: '已办结', en: 'Closed' },
  'complaint.status.refused': { zh: '不予受理', en: 'Not accepted' },
  'complaint.status.withdrawn': { zh: '已撤回', en: 'Withdrawn' },
  'complaint.status.transferred': { zh: '已转出', en: 'Handed over' },
  'complaint.status.attached': { zh: '已并入在先件', en: 'Attached to an earlier case' },
  'complaint.deadline.accept': { zh: '告知是否受理', en: 'Tell whether it is accepted' },
  'complaint.deadline.mediate': { zh: '终止调解', en: 'End the mediation' },
  'complaint.deadline.tellEnd': { zh: '告知双方调解终止', en: 'Tell both sides that mediation ended' },
  'complaint.deadline.breach': { zh: '核查调解中发现的线索', en: 'Check a breach found in mediation' },
  'complaint.deadline.decide': { zh: '核查并决定是否立案', en: 'Verify and decide whether to file a case' },
  'complaint.deadline.competence': { zh: '协商管辖争议', en: 'Settle which office is competent' },
  'complaint.deadline.tellReporter': { zh: '告知实名举报人', en: 'Tell the named reporter' },
  'complaint.channel.web': { zh: '网上', en: 'Online form' },
  'complaint.channel.counter': { zh: '窗口', en: 'Counter' },
  'complaint.channel.phone': { zh: '电话', en: 'Telephone' },
  'complaint.channel.post': { zh: '信函', en: 'Letter' },
  'complaint.channel.hotline': { zh: '12345 / 12315 热线', en: 'Hotline 12345 or 12315' },
  'complaint.channel.forwarded': { zh: '其他机关分送', en: 'Passed on by another office' },
  'complaint.unknown': { zh: '没有这一件：{number}', en: 'There is no such case: {number}' },
  'complaint.role': { zh: '您的角色不能进行这一操作。', en: 'Your role may not do this.' },
  'complaint.status': {
    zh: '该件已处于其他状态，请刷新页面后再操作。',
    en: 'The case has moved on. Load the page again and go on from there.',
  },
  'complaint.kind': {
    zh: '这一操作不适用于该类案件（投诉、举报程序不同）。',
    en: 'This cannot be done to a case of this kind: complaints and reports are handled differently.',
  },
  'complaint.busy': {
    zh: '同时有其他人在办理，请再试一次。',
    en: 'Somebody else is working on it. Try again.',
  },
  'complaint.text.missing': { zh: '请填写。', en: 'Write something here.' },
  'complaint.text.long': { zh: '最多 {most} 个字。', en: 'At most {most} characters.' },
  'complaint.handler.missing': { zh: '请先指定承办人。', en: 'First assign somebody.' },
  'complaint.notes.many': { zh: '内部记录最多 {most} 条。', en: 'At most {most} notes.' },
  'complaint.full': {
    zh: '本件可以记录的文字已满，请把内容写在文件里另行归档。',
    en: 'No more text fits into this case. Write it in a file and keep that with the case.',
  },
  'complaint.anonymous': {
    zh: '匿名举报，没有身份信息；投诉须实名（第十条）。',
    en: 'The report is anonymous: there is no identity, and a complaint needs one (art. 10).',
  },
  'complaint.until.past': { zh: '日期应在今天之后。', en: 'Choose a day after today.' },
  'complaint.requests.many': { zh: '补正要求最多 {most} 次。', en: 'At most {most} requests.' },
  'complaint.request.unknown': { zh: '没有这一补正要求。', en: 'There is no such request.' },
  'complaint.ground.unknown': {
    zh: '请从法定理由中选择一项（按收到之日适用的办法）。',
    en: 'Choose one of the grounds of the rule book that applies to the day of receipt.',
  },
  'complaint.day.future': { zh: '日期不能在今天之后。', en: 'The day must not be after today.' },
  'complaint.day.early': { zh: '日期过早。', en: 'The day is too early.' },
  'complaint.suspension.unknown': {
    zh: '只有法定事由可以中止计算期限，请选择其一。',
    en: 'Only the listed reasons stop the clock. Choose one of them.',
  },
  'complaint.suspension.open': {
    zh: '期限正在中止，请先结束中止。',
    en: 'The clock is stopped. First end the rest.',
  },
  'complaint.suspension.none': { zh: '期限没有中止。', en: 'The clock is not stopped.' },
  'complaint.suspension.late': {
    zh: '期限已于 {due} 届满，不能再中止。',
    en: 'The period ended on {due}: it cannot be stopped any more.',
  },
  'complaint.suspension.overlap': {
    zh: '与前一次中止的日期重叠。',
    en: 'The days overlap with an earlier rest.',
  },
  'complaint.sittings.many': { zh: '调解记录最多 {most} 次。', en: 'At most {most} sittings.' },
  'complaint.agreement.consent': {
    zh: '没有双方同意调解的记录，请先填写调解记录。',
    en: 'No sitting shows that both sides consented. First record one.',
  },
  'complaint.refuse.accepted': {
    zh: '本件已经受理，不能再作不予受理；请受理后以第二十三条第六项终止调解。',
    en: 'It was accepted before and cannot be refused any more. Accept it, then end the mediation on the ground that it should not have been accepted.',
  },
  'complaint.tell.secret': {
    zh: '举报及其处理情况对被举报人保密，只能告知举报人（第三十七条）。',
    en: 'That there is a report is kept from whom it is about: only the reporter may be told (art. 37).',
  },
  'complaint.time.left': {
    zh: '调解期限到 {due}，未届满不能以此终止。',
    en: 'The period runs until {due}: this ground is not open before.',
  },
  'complaint.extension.none': { zh: '没有可以延长的期限。', en: 'There is no period to extend.' },
  'complaint.extension.again': { zh: '该期限只能延长一次。', en: 'The period can be extended once.' },
  'complaint.extension.late': {
    zh: '期限已于 {due} 届满，不能再延长。',
    en: 'The period ended on {due}: it cannot be extended any more.',
  },
  'complaint.inspect.unlisted': {
    zh: '被举报人不在名录内，不能安排定向检查；可移交处罚程序。',
    en: 'It is not in the register and cannot be inspected; the penalty procedure can take it up.',
  },
  'complaint.inspect.unconfirmed': {
    zh: '未立案的不能据此安排检查。',
    en: 'Without a case filed no inspection follows.',
  },
  'complaint.decision.none': { zh: '没有待决定的建议。', en: 'There is no proposal to decide on.' },
  'complaint.split.again': { zh: '已经分件。', en: 'It has been split already.' },
  'complaint.attach.self': { zh: '不能并入本件自身。', en: 'A case cannot be attached to itself.' },
  'complaint.attach.kind': {
    zh: '投诉只能并入投诉，举报只能并入举报。',
    en: 'Complaints attach to complaints, reports to reports.',
  },
  'complaint.attach.attached': {
    zh: '该件本身已并入其他件，请选择最先的一件。',
    en: 'That case is attached to another one. Choose the first.',
  },
  'complaint.attach.mutual': {
    zh: '该件正被并入本件，请核对应当以哪一件为先。',
    en: 'That case is being attached to this one. See which of the two came first.',
  },
  'complaint.attach.closed': {
    zh: '在先件已作出决定或者已办结；有新事实的，作为新件处理。',
    en: 'The earlier case was decided or has ended: with new facts this one is handled on its own.',
  },
  'complaint.links.many': { zh: '关联件最多 {most} 个。', en: 'At most {most} linked cases.' },
  'complaint.transfer.unknown': { zh: '请选择转出方式。', en: 'Choose how it is handed over.' },
  'complaint.transfer.forwarded': {
    zh: '他机关分送来的件不能再分送，只能退回（第四十一条）。',
    en: 'What another office has passed on may not be passed on again, only returned (art. 41).',
  },
  'complaint.transfer.telling': {
    zh: '本件正在告知当事人，只能移送涉嫌犯罪的线索。',
    en: 'The parties are being told: only a suspected crime can still be handed over.',
  },
  'complaint.transfer.own': {
    zh: '不是他机关分送来的件，不能退回。',
    en: 'It was not passed on by another office and cannot be returned.',
  },
  'complaint.transfer.waiting': {
    zh: '已有待确认的移送。',
    en: 'A hand-over waits for a second person already.',
  },
  'complaint.transfer.none': { zh: '没有待确认的移送。', en: 'No hand-over waits.' },
  'complaint.dispute.open': {
    zh: '已有协商中的管辖争议，请先记录结果。',
    en: 'A dispute about competence is open. First record what it came to.',
  },
  'complaint.dispute.none': { zh: '没有协商中的管辖争议。', en: 'No dispute about competence is open.' },
  'complaint.dispute.many': { zh: '管辖争议最多 {most} 次。', en: 'At most {most} disputes.' },
  'complaint.message.missing': { zh: '请填写消息内容。', en: 'Write your message.' },
  'complaint.message.long': { zh: '消息最多 {most} 个字。', en: 'At most {most} characters.' },
  'complaint.message.many': {
    zh: '消息数量已达上限，请联系本机关。',
    en: 'No more messages fit. Contact the office.',
  },
  'complaint.message.unread': {
    zh: '您已有多条消息等待阅读，请等待本机关答复后再写。',
    en: 'Several of your messages wait to be read. Wait for the office to answer.',
  },
  'complaint.file.lost.gone': {
    zh: '文件未能保存：上传内容已不存在。请联系投诉举报人重新提供。',
    en: 'This file could not be kept: the upload is gone. Ask the person for it again.',
  },
  'complaint.file.lost.changed': {
    zh: '文件未能保存：上传内容与提交时不一致。请联系投诉举报人重新提供。',
    en: 'This file could not be kept: the upload is not the file that was sent. Ask the person for it again.',
  },
  'filing.anonymous': {
    zh: '投诉须提供姓名、电话和地址（第十条）；匿名的只能作为举报。',
    en: 'A complaint needs your name, telephone and address (art. 10). Without them it can only be a report.',
  },
  'complaint.files.many': {
    zh: '补充文件最多 {most} 个。需要补充更多的，请先发消息联系本机关。',
    en: 'At most {most} files can be added. If you need to add more, first write to the office.',
  },
  'filing.required': { zh: '请填写。', en: 'Fill this in.' },
  'filing.long': { zh: '内容过长，请缩短。', en: 'Too long: shorten it.' },
  'filing.uscc': {
    zh: '统一社会信用代码不正确，请核对 18 位代码。',
    en: 'This is no unified social credit code. Check its 18 characters.',
  },
  'filing.sent': { zh: '已经提交。', en: 'It has been sent already.' },
  'filing.busy': {
    zh: '暂时未能提交，内容已保存，请再试一次。',
    en: 'It could not be sent just now. Nothing is lost: try again.',
  },
});
