import { defineMessages } from './message.ts';

/** The page of the public site on who is on a list of agencies today. */
export const publicListingMessages = defineMessages({
  'site.nav.listings': { zh: '名录名单', en: 'Listed agencies' },
  'site.listings.title': {
    zh: '专利代理经营异常名录和严重违法失信名单',
    en: 'Abnormal list and serious-breach list of agencies',
  },
  'site.listings.lead': {
    zh: '今天在名录（名单）上的机构。移出以后只留下文号、日期和事由。这不是市场监督管理部门的企业名录。',
    en: 'Agencies that are listed today. Once removed, only number, day and reason stay. These are not the enterprise lists of the market regulator.',
  },
  'site.listings.serious': { zh: '严重违法失信名单', en: 'Serious-breach list' },
  'site.listings.abnormal': { zh: '专利代理经营异常名录', en: 'Abnormal list of patent agencies' },
  'site.listings.none': { zh: '今天没有机构', en: 'No agency today' },
  'site.listings.agency': { zh: '机构', en: 'Agency' },
  'site.listings.uscc': { zh: '统一社会信用代码', en: 'Credit code' },
  'site.listings.ground': { zh: '列入情形', en: 'Ground' },
  'site.listings.since': { zh: '列入日期', en: 'Since' },
  'site.listings.until': { zh: '期满日期', en: 'Last day' },
  'site.listings.authority': { zh: '列入机关', en: 'Authority' },
  'site.listings.number': { zh: '文号', en: 'Number' },
  'site.listings.consequences': { zh: '列入的后果', en: 'What follows from being listed' },
  'site.listings.unverified': { zh: '未核实', en: 'unverified' },
  'site.listings.ended': { zh: '已经移出或者撤销', en: 'Removed or annulled' },
  'site.listings.ended.none': { zh: '还没有', en: 'None yet' },
  'site.listings.on': { zh: '日期', en: 'Day' },
  'site.listings.why': { zh: '事由', en: 'Reason' },
  'site.listings.end.cured': { zh: '列入情形消失，移出', en: 'The cause is gone' },
  'site.listings.end.repaired': { zh: '信用修复，提前移出', en: 'Credit repair' },
  'site.listings.end.expired': { zh: '期限届满，移出', en: 'The term is over' },
  'site.listings.end.annulled': { zh: '列入依据被撤销', en: 'The decision behind it was annulled' },
  'site.agency.listedSince': { zh: '{since}列入', en: 'since {since}' },
  'site.agency.listedUntil': { zh: '{until}期满', en: 'until {until}' },
  'site.data.listings': { zh: '今天在名录（名单）上的机构', en: 'Agencies that are listed today' },
  'site.data.listingTombstones': {
    zh: '已经移出或者撤销的列入',
    en: 'Entries that were removed or annulled',
  },
});
