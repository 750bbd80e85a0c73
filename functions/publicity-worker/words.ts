import { formatDateEn, formatDateZh, localDate } from '../../shared/calendar/localDate.ts';
import { createCatalogue, type Lang } from '../../shared/messages/message.ts';
import { publicCatalogueMessages } from '../../shared/messages/publicCatalogue.ts';
import { publicComplaintMessages } from '../../shared/messages/publicComplaints.ts';
import { publicityMessages } from '../../shared/messages/publicity.ts';
import { publicListingMessages } from '../../shared/messages/publicListings.ts';
import { publicPenaltyMessages } from '../../shared/messages/publicPenalties.ts';
import { publicPlanMessages } from '../../shared/messages/publicPlans.ts';
import { publicReceiptMessages } from '../../shared/messages/publicReceipts.ts';
import { publicRepairMessages } from '../../shared/messages/publicRepairs.ts';
import { publicReplacementMessages } from '../../shared/messages/publicReplacements.ts';
import { publicResultMessages } from '../../shared/messages/publicResults.ts';
import { riskPageMessages } from '../../shared/messages/riskPages.ts';
import { cellText } from '../../shared/plan/cellText.ts';
import type { MonthPlan, RateRule } from '../../shared/plan/monthPlan.ts';

/** Everything the site says, by topic. */
export const siteTables = [
  publicityMessages,
  publicPlanMessages,
  publicComplaintMessages,
  publicListingMessages,
  publicReceiptMessages,
  publicRepairMessages,
  publicReplacementMessages,
  publicResultMessages,
  riskPageMessages,
  publicPenaltyMessages,
  publicCatalogueMessages,
] as const;

const catalogue = createCatalogue(...siteTables);

/** The site's own texts. */
export const say = catalogue.text;

/** A text whose code is put together from data, such as `site.status.` and the status. */
export function sayCode(lang: Lang, code: string): string {
  return catalogue.problemText(lang, { code });
}

export function monthText(lang: Lang, month: string): string {
  if (lang === 'zh') return `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
  return formatDateEn(localDate(`${month}-01`)).replace(/^1 /, '');
}

export function dateText(lang: Lang, date: string): string {
  return lang === 'zh' ? formatDateZh(localDate(date)) : formatDateEn(localDate(date));
}

/** An instant in Beijing time to the second, with its zone: `2026年11月2日 09:00:00（北京时间）`. */
export function timeText(lang: Lang, at: string): string {
  const beijing = new Date(Date.parse(at) + 8 * 3_600_000).toISOString();
  const text = `${dateText(lang, beijing.slice(0, 10))} ${beijing.slice(11, 19)}`;
  return lang === 'zh' ? `${text}（北京时间）` : `${text} (Beijing, UTC+8)`;
}

/** Millionths as a percentage without needless digits: 50 000 → `5%`. */
export function percent(ppm: number): string {
  return `${Number((ppm / 10_000).toFixed(4))}%`;
}

export function rateText(lang: Lang, ppm: number): string {
  if (ppm === 0) return say(lang, 'site.plan.never');
  if (ppm >= 1_000_000) return say(lang, 'site.plan.all');
  return say(lang, 'site.plan.oneIn', { percent: percent(ppm), n: Number((1_000_000 / ppm).toFixed(1)) });
}

/** Whom a line of the rate table means. */
export function ruleText(lang: Lang, rule: RateRule): string {
  const parts = [rule.riskClass, rule.kind, rule.recency, rule.district].filter((part) => part !== '*');
  return cellText(lang, parts.join('/'));
}

export function lastSourceText(lang: Lang, plan: MonthPlan): string {
  const source = plan.lastSource;
  if (source.type === 'dice') return say(lang, 'site.plan.source.dice');
  const game = say(lang, source.game === 'ssq' ? 'site.plan.ssq' : 'site.plan.dlt');
  return say(lang, 'site.plan.source.lottery', { game, issue: source.issue, at: timeText(lang, source.at) });
}

/** A witness seat in words with its id, which stands in the commitment. */
export function witnessText(lang: Lang, id: string): string {
  const role = say(lang, id.startsWith('notary') ? 'site.witness.notary' : 'site.witness.official');
  return lang === 'zh' ? `${role}（${id}）` : `${role} (${id})`;
}
