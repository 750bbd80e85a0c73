import { text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { MonthPlan } from '../../../../shared/plan/monthPlan.ts';
import { recencies } from '../../../../shared/plan/monthPlan.ts';
import { districts } from '../../../../shared/register/district.ts';
import { inspectorQuals, riskClasses } from '../../../../shared/register/vocabulary.ts';
import { momentText } from '../moment.ts';
import { vocabularyText } from '../vocabularyText.ts';
import { teamKinds } from './planForm.ts';

type KindCode = (typeof teamKinds)[number];

export function kindText(lang: Lang, kind: string): string {
  const known = teamKinds.find((one): one is KindCode => one === kind);
  return known === undefined ? text(lang, 'plans.any') : text(lang, `plans.kind.${known}`);
}

export function recencyText(lang: Lang, recency: string): string {
  const known = recencies.find((one) => one === recency);
  return known === undefined ? text(lang, 'plans.any') : text(lang, `plans.recency.${known}`);
}

export function classText(lang: Lang, riskClass: string): string {
  return riskClass === '*' ? text(lang, 'plans.any') : riskClass;
}

export function districtText(lang: Lang, district: string): string {
  return district === '*' ? text(lang, 'plans.any') : vocabularyText(lang, districts, district);
}

export function qualsText(lang: Lang, quals: readonly string[]): string {
  return quals.map((qual) => vocabularyText(lang, inspectorQuals, qual)).join(' + ');
}

const wildcard = (lang: Lang) => ({ value: '*', label: text(lang, 'plans.any') });

export const kindChoices = (lang: Lang) => [
  wildcard(lang),
  ...teamKinds.map((value) => ({ value, label: kindText(lang, value) })),
];
export const classChoices = (lang: Lang) => [
  wildcard(lang),
  ...riskClasses.map(({ code }) => ({ value: code, label: code })),
];
export const recencyChoices = (lang: Lang) => [
  wildcard(lang),
  ...recencies.map((value) => ({ value, label: recencyText(lang, value) })),
];
export const districtChoices = (lang: Lang) => [
  wildcard(lang),
  ...districts.map((one) => ({ value: one.code, label: one[lang] })),
];

const SEATS = [
  'lead',
  'patent',
  'trademark',
  'lead+patent',
  'lead+trademark',
  'patent+trademark',
  'lead+patent+trademark',
];
export const seatChoices = (lang: Lang) =>
  SEATS.map((value) => ({ value, label: qualsText(lang, value.split('+')) }));

/** The last source in one line. */
export function sourceText(lang: Lang, source: MonthPlan['lastSource']): string {
  if (source.type === 'dice') return text(lang, 'plans.source.dice');
  return text(lang, 'plans.source.lottery.line', {
    game: text(lang, `plans.source.${source.game}`),
    issue: source.issue,
    at: momentText(lang, source.at),
  });
}
