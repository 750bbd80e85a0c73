import type { MeasureRange } from '../../shared/law/catalogueRow.ts';
import { type Citation, isUnverified } from '../../shared/law/lawTable.ts';
import { listingGrounds } from '../../shared/law/listingGrounds.ts';
import type { Lang } from '../../shared/messages/message.ts';
import { type Fen, yuan } from '../../shared/money.ts';
import type { CataloguePeriod } from '../../shared/publicity/publicCatalogue.ts';
import { measureText } from './lawWords.ts';
import { dateText, say } from './words.ts';

/** `2027年1月1日起`, or with its last day. */
export function periodText(lang: Lang, { from, to }: Pick<CataloguePeriod, 'from' | 'to'>): string {
  const day = { from: dateText(lang, from) };
  return to === undefined
    ? say(lang, 'site.catalogue.periodOpen', day)
    : say(lang, 'site.catalogue.period', { ...day, to: dateText(lang, to) });
}

/** A citation with its mark and what has to be known before relying on it. */
export function citationText(lang: Lang, citation: Citation): string {
  const { text, note } = citation;
  const mark = isUnverified({ citation }) ? [say(lang, 'site.catalogue.unverified')] : [];
  const more = [...mark, ...(note === undefined ? [] : [note])];
  if (more.length === 0) return text;
  return lang === 'zh' ? `${text}（${more.join('；')}）` : `${text} (${more.join('; ')})`;
}

/** The amounts of the law are whole yuan. */
const yuanOf = (fen: Fen) => String(fen / yuan(1));

/** What the article orders or allows, with its range. */
export function rangeText(lang: Lang, range: MeasureRange): string {
  const measure = say(lang, `site.catalogue.${range.need}`, { measure: measureText(lang, range.kind) });
  const { fine, timesGains, months } = range;
  if (fine !== undefined)
    return fine.min === 0
      ? say(lang, 'site.catalogue.fineUpTo', { measure, max: yuanOf(fine.max) })
      : say(lang, 'site.catalogue.fine', { measure, min: yuanOf(fine.min), max: yuanOf(fine.max) });
  if (timesGains !== undefined) return say(lang, 'site.catalogue.times', { measure, ...timesGains });
  if (months === undefined) return measure;
  return Number.isFinite(months.max)
    ? say(lang, 'site.catalogue.months', { measure, ...months })
    : say(lang, 'site.catalogue.monthsFrom', { measure, min: months.min });
}

export function groundText(lang: Lang, ground: string): string {
  return listingGrounds.find(({ rule }) => rule === ground)?.[lang] ?? ground;
}
