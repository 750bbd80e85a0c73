import type { Authority, MeasureKind, PublicationClass, TierCode } from '../../shared/law/catalogueRow.ts';
import { annulmentReasons } from '../../shared/law/penaltyProcedure.ts';
import { createCatalogue, type Lang } from '../../shared/messages/message.ts';
import { lawMessages } from '../../shared/penalty/lawMessages.ts';

/** The words that decisions, papers and the site share. */
const law = createCatalogue(lawMessages).text;

export const measureText = (lang: Lang, kind: MeasureKind) => law(lang, `penalty.law.measure.${kind}`);
export const tierText = (lang: Lang, tier: TierCode) => law(lang, `penalty.law.tier.${tier}`);
export const authorityText = (lang: Lang, who: Authority) => law(lang, `penalty.law.authority.${who}`);
export const classText = (lang: Lang, code: PublicationClass) => law(lang, `penalty.law.class.${code}`);

export function annulmentText(lang: Lang, reason: string): string {
  return annulmentReasons.find(({ rule }) => rule === reason)?.[lang] ?? reason;
}
