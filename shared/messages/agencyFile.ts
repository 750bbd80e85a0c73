import { defineMessages } from './message.ts';

/** Everything that the office has about one agency, on one page. */
export const agencyFileMessages = defineMessages({
  'agencyFile.title': { zh: '机构档案：{name}', en: 'File of {name}' },
  'agencyFile.link': { zh: '查看机构档案', en: 'See the file of the agency' },
  'agencyFile.back': { zh: '机构名录', en: 'Register of agencies' },
  'agencyFile.register': { zh: '名录信息', en: 'In the register' },
  'agencyFile.history': { zh: '全部登记事项和变更记录', en: 'Every field and its history' },
  'agencyFile.unregistered': {
    zh: '检查对象名录库中没有这一代码。',
    en: 'This code is not in the register of agencies.',
  },
  'agencyFile.inspections': { zh: '检查', en: 'Inspections' },
  'agencyFile.complaints': { zh: '投诉、举报', en: 'Complaints and reports' },
  'agencyFile.complaints.none': { zh: '没有关于该机构的投诉、举报。', en: 'None about this agency.' },
  'agencyFile.complaints.counts': {
    zh: '投诉 {complaints} 件，举报 {reports} 件。内容只有办理人员可以查看。',
    en: '{complaints} complaints, {reports} reports. Only who works on them reads their content.',
  },
  'agencyFile.complaints.case': { zh: '案件', en: 'Case' },
  'agencyFile.complaints.kind': { zh: '类别', en: 'Kind' },
  'agencyFile.received': { zh: '收到日期', en: 'Received' },
  'agencyFile.status': { zh: '状态', en: 'Status' },
  'agencyFile.penalties': {
    zh: '行政处罚案件（机构及其人员）',
    en: 'Penalty cases: the agency and its people',
  },
  'agencyFile.penalties.none': { zh: '没有行政处罚案件。', en: 'No penalty case.' },
  'agencyFile.penalties.case': { zh: '案号', en: 'Case' },
  'agencyFile.penalties.party': { zh: '当事人', en: 'Party' },
  'agencyFile.penalties.matter': { zh: '涉嫌或者认定的行为', en: 'What it is about' },
  'agencyFile.penalties.decision': { zh: '决定', en: 'Decision' },
  'agencyFile.penalties.decided': { zh: '{number}：{content}', en: '{number}: {content}' },
  'agencyFile.penalties.publicity': { zh: '公示', en: 'Publicity' },
  'agencyFile.penalties.until': { zh: '公示至 {until}', en: 'until {until}' },
  'agencyFile.penalties.expired': { zh: '{on} 到期停止', en: 'ended by itself {on}' },
  'agencyFile.penalties.repaired': { zh: '{on} 因信用修复停止', en: 'ended by repair {on}' },
  'agencyFile.penalties.annulled': { zh: '{on} 因撤销撤回', en: 'withdrawn {on}: annulled' },
});
