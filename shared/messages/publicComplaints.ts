import { defineMessages } from './message.ts';

/** The public numbers of complaints and reports. */
export const publicComplaintMessages = defineMessages({
  'site.nav.complaints': { zh: '投诉举报统计', en: 'Complaints in numbers' },
  'site.complaints.title': { zh: '投诉、举报统计', en: 'Complaints and reports in numbers' },
  'site.complaints.lead': {
    zh: '本机关收到的对专利、商标代理机构的投诉、举报，按《市场监督管理投诉举报处理办法》（总局令第121号）第三十八条公布。',
    en: 'Complaints and reports about patent and trademark agencies that this office received, published under art. 38 of Order 121.',
  },
  'site.complaints.none': { zh: '还没有可以公布的统计。', en: 'There are no numbers to publish yet.' },
  'site.complaints.year': { zh: '{year} 年', en: '{year}' },
  'site.complaints.provisional': {
    zh: '暂定：{from} 至 {to} 收到的，统计于 {on}。全年的统计在次年 1 月公布。',
    en: 'Provisional: received {from} to {to}, counted on {on}. The whole year is published the next January.',
  },
  'site.complaints.final': {
    zh: '全年收到的，统计于 {on}；当时尚未办结的，结果不在其中。',
    en: 'Received in the whole year, counted on {on}; what was open then has no result here.',
  },
  'site.complaints.hidden': { zh: '不公布', en: 'held back' },
  'site.complaints.hiddenWhy': {
    zh: '为保护投诉人、举报人，少于 {least} 件的数不公布；公布后能推算出这样的数的，也不公布。不按机构公布。',
    en: 'To protect who filed, numbers below {least} are held back, and those from which such a number could be computed. Nothing is published by agency.',
  },
  'site.complaints.received': { zh: '收到', en: 'Received' },
  'site.complaints.what': { zh: '项目', en: 'What' },
  'site.complaints.complaints': { zh: '投诉', en: 'Complaints' },
  'site.complaints.reports': { zh: '举报', en: 'Reports' },
  'site.complaints.kept': { zh: '期限遵守情况', en: 'Periods kept' },
  'site.complaints.deadline': { zh: '期限', en: 'Period' },
  'site.complaints.share': { zh: '按期完成', en: 'Done in time' },
  'site.complaints.median': { zh: '所用日历日中位数', en: 'Median, calendar days' },
  'site.complaints.few': { zh: '件数过少', en: 'too few cases' },
  'site.complaints.data': { zh: '数据文件', en: 'Data files' },
  'site.data.complaints': { zh: '投诉、举报统计', en: 'Complaints and reports in numbers' },
});
