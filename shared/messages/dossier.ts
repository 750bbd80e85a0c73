import { defineMessages } from './message.ts';

/** What the verification of a dossier says: on the printed dossier and on the command line. */
export const dossierMessages = defineMessages({
  'dossier.other': {
    zh: '这个文件不是抽签记录（dr1/record），不是检查卷宗（dossier/1）或者处罚卷宗（penalty-dossier/1），也不是提交证明（double-random-filing-1）',
    en: 'this file is neither a draw record (dr1/record) nor the dossier of an inspection (dossier/1) or of a penalty case (penalty-dossier/1) nor a proof of filing (double-random-filing-1)',
  },
  'dossier.check.audit.chain': {
    zh: '审计链逐条相连，编号无缺',
    en: 'audit chain unbroken, no number missing',
  },
  'dossier.check.audit.anchor': { zh: '审计链在每日锚之下', en: 'audit chain under a daily anchor' },
  'dossier.check.audit.transition': {
    zh: '每一步都是允许的状态变化',
    en: 'every step is a transition that is allowed',
  },
  'dossier.check.audit.status': { zh: '审计链以现在的状态结束', en: 'the chain ends in the present status' },
  'dossier.check.audit.acts': {
    zh: '卷宗记载的每项行为在审计链中都有本人当时的记录',
    en: 'every act in the record has an entry of that person at that time',
  },
  'dossier.check.audit.count': {
    zh: '记载的数目与审计链相符',
    en: 'as many as the chain has entries of',
  },
  'dossier.check.draw.checklist': {
    zh: '检查表摘要与抽签封存的相符',
    en: 'digest of the checklist as sealed with the draw',
  },
  'dossier.check.draw.events': {
    zh: '人员更换均为抽签的更换事件',
    en: 'every change of the team is an event of its draw',
  },
  'dossier.check.checklist.sealed': {
    zh: '检查表内容与封存摘要相符',
    en: 'checklist has the sealed digest',
  },
  'dossier.check.checklist.items': { zh: '检查事项在检查表中', en: 'item is in the checklist' },
  'dossier.check.answer.fits': {
    zh: '每个答案都属于检查表的一个问题',
    en: 'every answer belongs to a question of the checklist',
  },
  'dossier.check.answer.history': {
    zh: '历次答案相连，以现在的答案结束',
    en: 'earlier answers unbroken up to the one that stands',
  },
  'dossier.check.evidence.hash': {
    zh: '证据文件的 SHA-256 格式正确',
    en: 'SHA-256 of every file well formed',
  },
  'dossier.check.evidence.named': {
    zh: '引用的证据文件都在卷宗中，编号不重复',
    en: 'every file referred to is in the dossier, once',
  },
  'dossier.check.signature.member': {
    zh: '签名人是检查组成员，每人一个签名',
    en: 'signed by a member of the team, once',
  },
  'dossier.check.signature.record': { zh: '签名与检查记录相符', en: 'signature binds this record' },
  'dossier.check.signature.enough': {
    zh: '至少两名检查人员的签名有效',
    en: 'signatures of at least two inspectors stand',
  },
  'dossier.check.publicity.results': { zh: '公示结果与检查结果相符', en: 'published results as found' },
  'dossier.check.notice.own': {
    zh: '文书属于本案，文号不重复',
    en: 'every paper is of this visit, with a number of its own',
  },
  'dossier.check.paper.own': {
    zh: '文书文号不重复，记载送达的文书确已送达',
    en: 'every paper has a number of its own, and what is said to be served is',
  },
  'dossier.check.penalty.eyes': {
    zh: '法律要求由他人审批、审核的，均由他人办理',
    en: 'whatever the law wants a second person for had one',
  },
  'dossier.check.penalty.steps': {
    zh: '处罚决定之前已经告知、两次法制审核并复核意见',
    en: 'notice, both legal reviews and consideration came before the penalty',
  },
  'dossier.check.penalty.heavier': {
    zh: '处罚没有重于告知的内容',
    en: 'the penalty is no heavier than what was told',
  },
  'dossier.check.penalty.law': {
    zh: '处罚在条文规定的幅度和权限以内',
    en: 'the penalty is within its articles and within the authority of the office',
  },
  'dossier.check.penalty.sums': { zh: '罚没款数额与各项相加相符', en: 'the sums are those of the charges' },
  'dossier.check.penalty.publicity': {
    zh: '公示类别和期限依决定得出',
    en: 'class and term of its publicity follow from the decision',
  },
  'dossier.check.deadline.rule': { zh: '期限的依据', en: 'the law that a date rests on' },
  'dossier.note.keyed': {
    zh: '每条记录另有内容的密钥摘要，没有本机关的密钥无法重算',
    en: "each entry also has keyed digests of its content: they cannot be recomputed without the office's key",
  },
  'dossier.note.not-anchored': {
    zh: '案件尚未锚定（每晚一次）；整条链连同末端一起改写，在此看不出来',
    en: 'not anchored yet (every night): a chain rewritten whole with its end would not show',
  },
  'dossier.note.compare-root': {
    zh: '请将此根与公示网站当日 audit 文件中的 root 比对',
    en: 'compare this root with the one in the audit file of that day on the public site:',
  },
  'dossier.note.earlier-record': {
    zh: '签名之后记录有更改，此签名属于先前的记录',
    en: 'the record was changed after it: the signature is one of an earlier record',
  },
  'dossier.verdict.consistent': { zh: '一致', en: 'consistent' },
  'dossier.verdict.inconsistent': { zh: '不一致', en: 'inconsistent' },
});
