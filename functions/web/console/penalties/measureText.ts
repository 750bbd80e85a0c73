import type { MeasureRange } from '../../../../shared/law/catalogueRow.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { amountText, words } from './penaltyWords.ts';

/** What a tier says of one measure: its name, its range, and whether it is ordered or allowed. */
export function measureRangeText(lang: Lang, range: MeasureRange): string {
  const name = words(lang, `penalty.law.measure.${range.kind}`);
  const extent = extentText(lang, range);
  return words(lang, 'penaltyPage.range.need', {
    measure: extent === undefined ? name : words(lang, 'penaltyPage.range.of', { measure: name, extent }),
    need: words(lang, `penaltyPage.need.${range.need}`),
  });
}

function extentText(lang: Lang, { fine, timesGains, months }: MeasureRange): string | undefined {
  if (timesGains !== undefined) return words(lang, 'penaltyPage.range.gains', timesGains);
  if (fine?.min === 0) return words(lang, 'penaltyPage.range.fineTo', { max: amountText(lang, fine.max) });
  if (fine !== undefined)
    return words(lang, 'penaltyPage.range.fine', {
      min: amountText(lang, fine.min),
      max: amountText(lang, fine.max),
    });
  if (months === undefined) return undefined;
  return Number.isFinite(months.max)
    ? words(lang, 'penaltyPage.range.months', months)
    : words(lang, 'penaltyPage.range.monthsFrom', { min: months.min });
}
