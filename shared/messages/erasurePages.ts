import { defineMessages } from './message.ts';

/** Texts of the page on which identities and files whose period is over are erased. */
export const erasurePageMessages = defineMessages({
  'erasurePage.title': { zh: '到期清除', en: 'Erase what is over its period' },
  'erasurePage.lead': {
    zh: '保存期满的身份信息和材料，由一人提出、另一人确认后清除。清除不可恢复；案件及其审计链仍然保留。数据库备份中的密文最迟在 35 天后消失。',
    en: 'Identities and files whose period is over are erased when one person has proposed it and another confirms. It cannot be undone. The case and its audit chain stay. The ciphertext is gone from the backups of the database after 35 days at the latest.',
  },
  'erasurePage.due': { zh: '已到期', en: 'Due' },
  'erasurePage.due.none': { zh: '没有到期的', en: 'Nothing is due' },
  'erasurePage.more': {
    zh: '另有 {count} 件，办完本页后显示。',
    en: 'And {count} more, shown when these are done.',
  },
  'erasurePage.case': { zh: '案件', en: 'Case' },
  'erasurePage.kind': { zh: '类别', en: 'Kind' },
  'erasurePage.ended': { zh: '办结日期', en: 'Ended on' },
  'erasurePage.parts': { zh: '清除内容与依据', en: 'What goes, and by which rule' },
  'erasurePage.part': { zh: '{what}（保存至{until}）：{rule}', en: '{what} (kept until {until}): {rule}' },
  'erasurePage.state': { zh: '状态', en: 'State' },
  'erasurePage.state.free': { zh: '可提出', en: 'Can be proposed' },
  'erasurePage.state.hold': { zh: '有保留要求', en: 'Held' },
  'erasurePage.state.linked-open': { zh: '关联件未办结', en: 'A linked case is open' },
  'erasurePage.state.open': { zh: '未办结', en: 'Open' },
  'erasurePage.propose': { zh: '提出清除所选案件', en: 'Propose to erase the chosen' },
  'erasurePage.proposed': { zh: '待确认', en: 'To be confirmed' },
  'erasurePage.proposed.none': { zh: '没有待确认的', en: 'Nothing waits to be confirmed' },
  'erasurePage.proposed.by': { zh: '{by}于{at}提出', en: 'Proposed by {by}, {at}' },
  'erasurePage.underWay': {
    zh: '{by}已确认，尚未完成：请再次确认以继续',
    en: 'Confirmed by {by} and not finished: confirm again to go on',
  },
  'erasurePage.confirm': { zh: '确认清除所选案件', en: 'Confirm and erase the chosen' },
  'erasurePage.confirm.warn': {
    zh: '清除后无法恢复：身份信息和材料将从保险库和材料库中删除。',
    en: 'It cannot be undone: identities and files are deleted from the vault and the file store.',
  },
  'erasurePage.reject': { zh: '不予清除', en: 'Reject' },
  'erasurePage.choose.none': { zh: '请至少选择一件。', en: 'Choose at least one case.' },
  'erasurePage.unverified': { zh: '未核实', en: 'unverified' },
  'erasurePage.done.proposed': {
    zh: '已提出 {done} 件，另有 {left} 件未能提出。',
    en: 'Proposed: {done}. Not possible: {left}.',
  },
  'erasurePage.done.confirmed': {
    zh: '已清除 {done} 件，另有 {left} 件未能清除。',
    en: 'Erased: {done}. Not possible: {left}.',
  },
  'erasurePage.done.rejected': {
    zh: '已决定不予清除 {done} 件，另有 {left} 件未能办理。',
    en: 'Rejected: {done}. Not possible: {left}.',
  },
});
