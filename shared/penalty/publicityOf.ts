import { addMonths, type LocalDate } from '../calendar/localDate.ts';
import type { PublicationClass } from '../law/catalogueRow.ts';
import type { Charge, ChargedParty } from './charge.ts';
import { type PublicityTerm, publicationClassOf, publicityTerm } from './publicationTerms.ts';

/** How a decision on these charges is published, and until when: the same for the papers, the site and the credit system. */
export function publicityOf(
  charges: readonly Charge[],
  party: ChargedParty,
  decidedOn: LocalDate,
): PublicityTerm & { readonly class: PublicationClass } {
  const kind = publicationClassOf(charges, party);
  return { class: kind, ...publicityTerm(kind, decidedOn, restrictedUntil(charges, decidedOn)) };
}

/** The end of the longest restriction that was imposed; undefined when none was. */
export function restrictedUntil(charges: readonly Charge[], from: LocalDate): LocalDate | undefined {
  const months = Math.max(0, ...charges.map(({ measures }) => measures.suspension ?? 0));
  return months === 0 ? undefined : addMonths(from, months);
}
