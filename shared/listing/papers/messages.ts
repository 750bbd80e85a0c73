import { defineMessages } from '../../messages/message.ts';

/** Mails to the office about dates of entries of the lists. */
export const listingReminderMessages = defineMessages({
  'listing.reminder.subject': { zh: '名录（名单）事项提醒：{name}', en: 'Lists of agencies: {name}' },
  'listing.reminder.years': {
    zh: '{name}被列入专利代理经营异常名录，至{due}满三年，仍未移出。满三年后系统将提出列入严重违法失信名单的建议，是否列入由人决定。请及时核实其是否已经改正。',
    en: 'On {due} {name} will have been on the abnormal list for three years. The system then proposes the serious-breach list, and a person decides. Check whether it has been cured.',
  },
  'listing.reminder.statement': {
    zh: '{name}的陈述、申辩期限已于{due}届满，可以作出决定。',
    en: 'The time for {name} to speak ended on {due}: the case can be decided.',
  },
  'listing.reminder.decide': {
    zh: '是否将{name}列入严重违法失信名单，应当在{due}以前决定。',
    en: 'Whether {name} goes on the serious-breach list has to be decided by {due}.',
  },
  'listing.reminder.late': {
    zh: '是否将{name}列入严重违法失信名单，应当在{due}以前决定，现已逾期。',
    en: 'Whether {name} goes on the serious-breach list had to be decided by {due}, which has passed.',
  },
  'listing.reminder.basis': { zh: '依据：{citation}。', en: 'Basis: {citation}.' },
  'listing.reminder.next': {
    zh: '请登录系统办理。',
    en: 'Sign in to go on with it.',
  },
  'listing.reminder.open': { zh: '打开这一件', en: 'Open the case' },
});
