import { defineMessages } from './message.ts';

/** Roles, sign-in, sessions and the four-eyes rule. */
export const accessMessages = defineMessages({
  'access.role.supervisor': { zh: '监管人员', en: 'Supervisor' },
  'access.role.approver': { zh: '审批人员', en: 'Second supervisor' },
  'access.role.official': { zh: '见证人（机关）', en: 'Witness (official)' },
  'access.role.notary': { zh: '见证人（公证）', en: 'Witness (notary)' },
  'access.role.inspector': { zh: '执法检查人员', en: 'Inspector' },
  'access.role.legalReviewer': { zh: '法制审核人员', en: 'Legal reviewer' },
  'access.role.auditor': { zh: '审计人员', en: 'Auditor' },
  'access.role.administrator': { zh: '系统管理员', en: 'Administrator' },

  'access.fourEyes.samePerson': {
    zh: '须由另一人办理：不能由本人确认自己的操作',
    en: 'Another person must do this: nobody confirms their own action',
  },
  'access.fourEyes.firstMissing': {
    zh: '还没有第一人的操作，不能确认',
    en: 'There is no first action to confirm yet',
  },
  'access.link.invalid': {
    zh: '链接无效。请核对是否完整，或者向通知书上的联系人索取新链接',
    en: 'The link is not valid. Check that it is complete, or ask the contact named on the notice for a new one',
  },
  'access.link.expired': {
    zh: '链接已过期。请向通知书上的联系人索取新链接',
    en: 'The link has expired. Ask the contact named on the notice for a new one',
  },

  'signIn.title': { zh: '登录', en: 'Sign in' },
  'signIn.unknown.title': { zh: '您的账号尚未开通', en: 'Your account has no access yet' },
  'signIn.unknown.body': {
    zh: '身份核验已通过，但本系统没有您的用户记录。请把下面的账号标识告诉本机关的系统管理员，由其为您开通。',
    en: 'Your identity is confirmed, but this system has no user record for you. Give the account identifier below to the administrator of your office, who can open access for you.',
  },
  'signIn.unknown.identifier': { zh: '账号标识', en: 'Account identifier' },
  'signIn.disabled.title': { zh: '您的账号已停用', en: 'Your account is disabled' },
  'signIn.disabled.body': {
    zh: '如果您认为停用有误，请联系本机关的系统管理员。',
    en: 'If you think this is a mistake, contact the administrator of your office.',
  },
  'signIn.failed.title': { zh: '登录没有完成', en: 'Sign-in was not completed' },
  'signIn.failed.body': {
    zh: '登录请求已过期、已被使用或者与本浏览器不符。没有任何数据被改动。请重新登录。',
    en: 'The sign-in request has expired, was already used, or does not belong to this browser. Nothing was changed. Sign in again.',
  },
  'signIn.unavailable.title': { zh: '暂时无法登录', en: 'Sign-in is not available right now' },
  'signIn.unavailable.body': {
    zh: '统一身份认证没有响应。请几分钟后再试；持续不能登录的，请联系本机关的系统管理员。',
    en: 'The identity provider did not answer. Try again in a few minutes; if it continues, contact the administrator of your office.',
  },
  'signIn.again': { zh: '重新登录', en: 'Sign in again' },
  'signIn.signedOut.title': { zh: '您已退出', en: 'You are signed out' },
  'signIn.signedOut.body': {
    zh: '本浏览器的登录已作废。在公用计算机上，请关闭浏览器。',
    en: 'The session of this browser has been revoked. On a shared computer, close the browser.',
  },
});
