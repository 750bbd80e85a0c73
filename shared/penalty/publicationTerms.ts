import { addDays, addMonths, type LocalDate } from '../calendar/localDate.ts';
import { type Measures, type PublicationClass, publicationClasses } from '../law/catalogueRow.ts';
import { parameterAt } from '../law/penaltyParameters.ts';
import { publicityTermAt } from '../law/publicityTerms.ts';
import type { Fen } from '../money.ts';
import { type Charge, type ChargedParty, isOrganisation } from './charge.ts';

/** How long a penalty stands in public. Every day is a day in Asia/Shanghai. */
export interface PublicityTerm {
  /** A warning alone is never put on the GSXT (行政处罚信息公示规定 art. 2). */
  readonly gsxt: boolean;
  /** The first day on which its publicity can end on application; absent when there is no early end. */
  readonly earliest?: LocalDate;
  /** Its last day, when it ends by itself. */
  readonly until: LocalDate;
  readonly neverEarly?: true;
  /** Both starts, whichever the law turns out to count from (信用修复管理办法 36 against 107); the term counts from the document. */
  readonly from: { readonly document: LocalDate; readonly published?: LocalDate };
}

type Graded = Pick<Charge, 'measures' | 'discretion'>;

const later = (a: LocalDate, b: LocalDate | undefined) => (b !== undefined && b > a ? b : a);

function classOf({ measures, discretion }: Graded, total: Fen, most: Fen): PublicationClass {
  const has = (kind: keyof Measures) => measures[kind] !== undefined;
  if (has('revocation')) return 'revocation';
  if (has('suspension')) return 'restriction';
  if (has('confiscation')) return 'ordinary';
  if (has('fine')) {
    const lenient = discretion === 'lighter' || discretion === 'mitigated';
    return lenient && total <= most ? 'minor' : 'ordinary';
  }
  return has('criticism') ? 'minor' : 'none';
}

/**
 * How a decision is published: its gravest charge counts (令107号 art. 6(2)). Minor needs both a lighter tier and a sum
 * up to the limit, of all fines together.
 */
export function publicationClassOf(
  charges: readonly Graded[],
  party: ChargedParty,
  decideOn?: LocalDate,
): PublicationClass {
  const limit = isOrganisation(party) ? 'publicity.minor_organisation' : 'publicity.minor_person';
  const most = parameterAt(limit, decideOn);
  const total = charges.reduce((sum, { measures }) => sum + (measures.fine ?? 0), 0);
  return charges
    .map((charge) => classOf(charge, total, most))
    .reduce<PublicationClass>(
      (a, b) => (publicationClasses.indexOf(b) > publicationClasses.indexOf(a) ? b : a),
      'none',
    );
}

/**
 * The term of a class from the day of the decision.
 *
 * @param restrictionUntil last day of a restriction of business: publicity does not end before it is over
 * @param publishedOn the day on which it was published, kept beside the day of the document
 */
export function publicityTerm(
  publicationClass: PublicationClass,
  decidedOn: LocalDate,
  restrictionUntil?: LocalDate,
  publishedOn?: LocalDate,
): PublicityTerm {
  const row = publicityTermAt(publicationClass, decidedOn);
  const restriction = row.untilRestrictionEnds ? restrictionUntil : undefined;
  const until = later(addMonths(decidedOn, row.longest), restriction);
  const earliest =
    row.shortest === undefined
      ? undefined
      : addDays(later(addMonths(decidedOn, row.shortest), restriction), 1);
  return {
    gsxt: row.gsxt,
    ...(earliest === undefined || earliest > until ? {} : { earliest }),
    until,
    ...(row.neverEarly ? { neverEarly: true } : {}),
    from: { document: decidedOn, ...(publishedOn === undefined ? {} : { published: publishedOn }) },
  };
}
