import { defineMessages } from '../messages/message.ts';

/** What revealing, holding and erasing refuse, and what is said where something was erased. */
export const personalDataMessages = defineMessages({
  'complaint.erased.identity': {
    zh: '身份信息已于{on}依规清除',
    en: 'Identity erased under the rules on {on}',
  },
  'complaint.erased.files': {
    zh: '材料已于{on}依规清除',
    en: 'Files erased under the rules on {on}',
  },
  'complaint.reveal.anonymous': {
    zh: '匿名举报，没有可查看的身份信息。',
    en: 'The report is anonymous: there is no identity to see.',
  },
  'complaint.reveal.erased': {
    zh: '身份信息已于 {on} 依规清除，不能再查看。',
    en: 'The identity was erased under the rules on {on} and cannot be seen any more.',
  },
  'complaint.reveal.waiting': {
    zh: '您已提出查看申请，正在等待另一人决定。',
    en: 'You have asked already. A second person has to decide first.',
  },
  'complaint.reveal.usable': {
    zh: '您的查看申请已获同意，现在即可查看，无需再次申请。',
    en: 'Your request was granted and can still be used: press “Show the identity”.',
  },
  'complaint.reveal.many': {
    zh: '该件的查看申请已达 {most} 次，请与审批人员联系。',
    en: 'This case has had {most} requests already. Speak to an approver.',
  },
  'complaint.reveal.unknown': {
    zh: '没有这一查看申请，请刷新页面。',
    en: 'There is no such request. Load the page again.',
  },
  'complaint.reveal.decided': {
    zh: '该申请已有决定，请刷新页面查看。',
    en: 'It has been decided already. Load the page again.',
  },
  'complaint.reveal.asker': {
    zh: '只有申请人本人可以查看。需要查看的，请另行申请。',
    en: 'Only the person who asked may look. Ask yourself if you need to.',
  },
  'complaint.reveal.undecided': {
    zh: '另一人尚未决定，暂不能查看。',
    en: 'A second person has not decided yet.',
  },
  'complaint.reveal.refused': {
    zh: '该申请未获同意。有新的理由的，请重新申请。',
    en: 'The request was refused. Ask again if there is another reason.',
  },
  'complaint.reveal.over': {
    zh: '同意后的查看时限已过，请重新申请。',
    en: 'The time in which it could be used is over. Ask again.',
  },
  'complaint.reveal.looks': {
    zh: '该申请已查看 {most} 次，请重新申请。',
    en: 'It has been used {most} times. Ask again.',
  },
  'complaint.reveal.gone': {
    zh: '保险库中没有该件的身份信息。请告知系统管理员。',
    en: 'The vault holds no identity for this case. Tell the administrator.',
  },
  'complaint.hold.again': {
    zh: '已有保留要求，解除前不必重复提出。',
    en: 'It is held already. Nothing more is needed until that is lifted.',
  },
  'complaint.hold.many': {
    zh: '保留要求最多 {most} 次。',
    en: 'At most {most} holds.',
  },
  'complaint.hold.none': { zh: '没有需要解除的保留要求。', en: 'There is no hold to lift.' },
  'complaint.erasure.open': {
    zh: '该件尚未办结，不能清除。',
    en: 'The case is open: nothing of it may be erased.',
  },
  'complaint.erasure.linked-open': {
    zh: '关联件尚未办结，待其办结并期满后再清除。',
    en: 'A linked case is open. Erase when that one has ended and its period is over.',
  },
  'complaint.erasure.hold': {
    zh: '该件或者关联件有保留要求，解除后才能清除。',
    en: 'It is held, or a linked case is. Erase when the hold is lifted.',
  },
  'complaint.erasure.early': {
    zh: '保存期限未满，不能清除。',
    en: 'The period for which it is kept is not over.',
  },
  'complaint.erasure.none': {
    zh: '没有待清除的内容，请刷新页面。',
    en: 'No erasure is open. Load the page again.',
  },
  'complaint.erasure.decided': {
    zh: '已有另一决定，请刷新页面查看。',
    en: 'It has been decided otherwise. Load the page again.',
  },
});
