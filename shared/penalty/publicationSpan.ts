import type { LocalDate } from '../calendar/localDate.ts';
import type { CatalogueTier, Discretion, MeasureRange, PublicationClass } from '../law/catalogueRow.ts';
import type { Charge, ChargedParty } from './charge.ts';
import { publicationClassOf } from './publicationTerms.ts';

/** The classes that a decision under one tier can be published in, whatever is imposed within it. */
export interface PublicationSpan {
  readonly lightest: PublicationClass;
  readonly gravest: PublicationClass;
}

type Graded = Pick<Charge, 'measures' | 'discretion'>;

/** A sum of a range; one that is measured by gains nobody knows is as small or as large as can be. */
function fineOf({ fine }: MeasureRange, end: 'min' | 'max'): number {
  return fine === undefined ? (end === 'min' ? 1 : Number.MAX_SAFE_INTEGER) : fine[end];
}

function charge(ranges: readonly MeasureRange[], end: 'min' | 'max', discretion: Discretion): Graded {
  const has = (kind: MeasureRange['kind']) => ranges.some((range) => range.kind === kind);
  const fine = ranges.find(({ kind }) => kind === 'fine');
  return {
    discretion,
    measures: {
      ...(fine === undefined ? {} : { fine: fineOf(fine, end) }),
      ...(has('confiscation') ? { confiscation: 1 } : {}),
      ...(has('suspension') ? { suspension: 1 } : {}),
      ...(has('revocation') ? { revocation: true } : {}),
      ...(has('criticism') ? { criticism: true } : {}),
      ...(has('warning') ? { warning: true } : {}),
    },
  };
}

/** From what an article orders, at its least, to all that it allows, at its most. */
export function publicationSpan(
  tier: Pick<CatalogueTier, 'measures'>,
  party: ChargedParty,
  on: LocalDate,
): PublicationSpan {
  const ordered = tier.measures.filter(({ need }) => need === 'must');
  return {
    lightest: publicationClassOf([charge(ordered, 'min', 'lighter')], party, on),
    gravest: publicationClassOf([charge(tier.measures, 'max', 'heavier')], party, on),
  };
}
