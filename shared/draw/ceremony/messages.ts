import { defineMessages } from '../../messages/message.ts';

/** What the ceremony of a draw says: statuses, steps, commands, and why a command was refused. */
export const ceremonyMessages = defineMessages({
  'ceremony.status.planned': { zh: '待封存名单', en: 'Registers to be frozen' },
  'ceremony.status.objection': { zh: '异议期', en: 'Objection window' },
  'ceremony.status.witnessing': { zh: '等待见证人承诺', en: 'Awaiting the witnesses’ commitments' },
  'ceremony.status.confirming': { zh: '等待复核确认', en: 'Awaiting the second supervisor' },
  'ceremony.status.confirmed': { zh: '正在公布承诺', en: 'Publishing the commitment' },
  'ceremony.status.revealing': { zh: '等待见证人揭示', en: 'Awaiting the reveals' },
  'ceremony.status.sourcing': { zh: '等待最后的随机数', en: 'Awaiting the last source' },
  'ceremony.status.sealed': { zh: '正在抽签', en: 'Drawing' },
  'ceremony.status.drawn': { zh: '正在公布结果', en: 'Publishing the result' },
  'ceremony.status.published': { zh: '已公布', en: 'Published' },
  'ceremony.status.voided': { zh: '已作废', en: 'Voided' },

  'ceremony.kind.draw': { zh: '正式抽签', en: 'Draw' },
  'ceremony.kind.rehearsal': { zh: '演练', en: 'Rehearsal' },
  'ceremony.kind.targeted': { zh: '定向检查抽签', en: 'Targeted draw' },

  'ceremony.ground.reveal-missing': { zh: '到期未能揭示见证值', en: 'A reveal was missing at its deadline' },
  'ceremony.ground.commitment-late': {
    zh: '承诺未能在开奖前公布',
    en: 'The commitment could not be published in time',
  },
  'ceremony.ground.register-wrong': { zh: '名录有误', en: 'The registers were wrong' },
  'ceremony.ground.plan-wrong': { zh: '计划有误', en: 'The plan was wrong' },
  'ceremony.ground.ceremony-disturbed': { zh: '现场秩序受到干扰', en: 'The ceremony was disturbed' },

  'ceremony.unknown': {
    zh: '没有编号为 {number} 的抽签，请核对编号',
    en: 'There is no draw {number}: check the number',
  },
  'ceremony.status': {
    zh: '抽签的状态已经变化，没有执行您的操作。请查看最新状态后再办理',
    en: 'The draw has moved on, nothing was done. Look at its current state first',
  },
  'ceremony.role': { zh: '您的角色不能办理此步骤', en: 'Your role may not do this step' },
  'ceremony.busy': {
    zh: '多人正在同时办理，请稍后再试一次',
    en: 'Several people act at once: try again in a moment',
  },
  'ceremony.four_eyes': {
    zh: '此步骤须由另一人办理：同一人不能既经办又复核',
    en: 'Another person has to do this: nobody confirms what they did themselves',
  },
  'ceremony.reason.missing': { zh: '请写明理由', en: 'Give the reason' },
  'ceremony.ground.missing': { zh: '请选择作废事由', en: 'Choose the ground' },
  'ceremony.month.missing': { zh: '请选择月份', en: 'Choose the month' },
  'ceremony.plan.missing': {
    zh: '{month} 的抽查计划尚未公布。请先在“抽查计划”中公布计划，再发起抽签',
    en: 'The plan for {month} is not published. Publish it under “Plans” first',
  },
  'ceremony.plan.lottery.past': {
    zh: '计划所定开奖时间已过或者离现在不足一小时。请重新打开计划，改用下一期彩票',
    en: 'The lottery of the plan is over or less than an hour away. Reopen the plan and name a later issue',
  },
  'ceremony.objection.closed': { zh: '异议期已经结束', en: 'The objection window is over' },
  'ceremony.objection.open': {
    zh: '异议期未满，不能提前结束。到期后系统自动进入下一步',
    en: 'The objection window runs on and cannot be cut short; the next step follows by itself',
  },
  'ceremony.witness.none': { zh: '您不是本次抽签的见证人', en: 'You are not a witness of this draw' },
  'ceremony.witness.unknown': {
    zh: '请选择要启封的见证人',
    en: 'Choose the witness whose envelope is opened',
  },
  'ceremony.witness.committed': {
    zh: '您已经提交过承诺，不能更换',
    en: 'You have committed already; it cannot be changed',
  },
  'ceremony.witness.revealed': { zh: '该见证值已经揭示', en: 'This value has been revealed already' },
  'ceremony.commitment.form': {
    zh: '承诺值应为64位十六进制字符（0–9、a–f），请核对后重新填写',
    en: 'A commitment is 64 hexadecimal characters (0–9, a–f): check it and enter it again',
  },
  'ceremony.commitment.copied': {
    zh: '该承诺值与他人的相同。请用自己的秘密值重新生成',
    en: 'This commitment equals somebody else’s. Make one from a secret of your own',
  },
  'ceremony.commitment.late': {
    zh: '开奖时间已过，承诺不能再公布',
    en: 'The lottery is over: the commitment comes too late',
  },
  'ceremony.confirm.witness': { zh: '见证人不能担任复核人', en: 'A witness cannot be the second supervisor' },
  'ceremony.margin': {
    zh: '离揭示截止（{deadline}）太近，不能再公布承诺。请改用下一期彩票',
    en: 'Too close to the reveal deadline ({deadline}) to publish a commitment. Name a later lottery',
  },
  'ceremony.reveal.form': {
    zh: '秘密值应为64位十六进制字符，请对照见证单重新填写',
    en: 'A secret is 64 hexadecimal characters: compare it with your sheet',
  },
  'ceremony.reveal.mismatch': {
    zh: '该值与已公布的承诺不符，没有写入。请对照见证单逐组核对后重新填写',
    en: 'This value does not fit the published commitment; nothing was written. Compare it group by group with your sheet',
  },
  'ceremony.reveal.late': {
    zh: '揭示已于 {deadline} 截止。请由公证员启封密封件',
    en: 'Reveals ended at {deadline}. The notary opens the sealed copy',
  },
  'ceremony.source.form': {
    zh: '格式或者号码不符。应为 {form}：每个号码两位数字，由小到大，用英文逗号和竖线分隔；骰子为20位数字',
    en: 'Not in the committed form {form}: two digits each, ascending, comma and bar between; dice are 20 digits',
  },
  'ceremony.source.early': {
    zh: '尚未开奖（{at}），不能录入',
    en: 'The lottery is drawn at {at}: too early',
  },
  'ceremony.source.entered': {
    zh: '已有人录入，等待另一人核对',
    en: 'Entered already, awaiting the second person',
  },
  'ceremony.source.missing': { zh: '尚未录入，没有可核对的内容', en: 'Nothing has been entered yet' },
  'ceremony.source.notary': {
    zh: '骰子的点数须由公证员核对：除了在场的人，没有别处可以查证',
    en: 'Dice are checked by the notary: nobody outside the room can look them up',
  },
  'ceremony.source.differs': {
    zh: '您看到的与录入的不一致。请两人共同核对开奖公告或者骰子；录入有误的，请退回重新录入',
    en: 'What you typed differs from the entry. Check the announcement together; send the entry back if it is wrong',
  },
  'ceremony.void.late': {
    zh: '最后的随机数已经产生，或者见证值已全部揭示、只等掷骰子，不能再作废：结果已经可以算出',
    en: 'The last source exists, or all secrets are revealed and only the dice are awaited: nothing can be voided, the result can be computed',
  },
  'ceremony.void.requested': {
    zh: '已有人申请作废，等待另一人决定',
    en: 'A void has been asked for and awaits its decision',
  },
  'ceremony.void.none': { zh: '没有待决定的作废申请', en: 'There is no void to decide' },

  'ceremony.replace.reason': {
    zh: '请从清单中选择更换原因',
    en: 'Choose the reason for the replacement from the list',
  },
  'ceremony.replace.visit': {
    zh: '没有序号为 {no} 的检查，或者该机构已经退出。请按最新名单重新选择',
    en: 'There is no visit {no}, or its agency has dropped out. Choose again from the current list',
  },
  'ceremony.replace.inspector': {
    zh: '该人员不在本次抽签封存的检查人员名单中，请核对后重新选择',
    en: 'This person is not in the sealed list of inspectors of this draw: check and choose again',
  },
  'ceremony.replace.tooMany': {
    zh: '一次更换涉及的检查超过 {limit} 户。请指明检查序号，分几次办理',
    en: 'This would change more than {limit} visits at once. Name the visits and do it in parts',
  },
  'ceremony.replace.otherRequest': {
    zh: '这项申请已按不同的内容办理过。请查看更换记录，需要时重新申请',
    en: 'This request was carried out with other contents. Look at the replacements and ask anew if needed',
  },
  'ceremony.replace.stale': {
    zh: '刚刚有另一项更换，请再试一次',
    en: 'Another replacement came first: try again',
  },
  'ceremony.replace.published': {
    zh: '更换后的记录已经公布',
    en: 'The record after this event stands already',
  },

  'ceremony.done.opened': { zh: '已发起，编号 {number}', en: 'Opened as {number}' },
  'ceremony.done.exists': {
    zh: '{number} 已经在办：每月只有一次抽签，本次按键已计数，没有重新抽签',
    en: '{number} exists: there is one draw a month. The press was counted, nothing was drawn again',
  },
  'ceremony.done.done': { zh: '已办理', en: 'Done' },
});
