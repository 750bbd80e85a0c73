import type { LocalDate } from '../calendar/localDate.ts';
import type { Discretion, Measures, PartyKind, TierCode } from '../law/catalogueRow.ts';
import type { Fen } from '../money.ts';

/** One violation, with what is to be decided for it. */
export interface Charge {
  readonly no: number;
  /** Code of an entry of `penaltyCatalogue`. */
  readonly entry: string;
  readonly tier: TierCode;
  /** Day of the act; of one that went on, its first and last day (行政处罚法 art. 36: the limitation runs from the end). */
  readonly actOn: LocalDate;
  readonly actUntil?: LocalDate;
  /** The day on which it was discovered, e.g. by a report; without it the day of the decision counts. */
  readonly foundOn?: LocalDate;
  /** Harm to life, health or financial safety: the longer limitation (行政处罚法 art. 36). */
  readonly graveHarm?: true;
  /** The same number is the same act: it is fined once (行政处罚法 art. 29). */
  readonly act: number;
  readonly facts: string;
  readonly measures: Measures;
  readonly discretion: Discretion;
  /** Illegal gains (违法所得): asked for where the article measures by them; 0 when there were none. */
  readonly gains?: Fen;
}

/** Who is charged. `organisation` is asked of `other` alone: an agency is one, a practitioner is a natural person. */
export interface ChargedParty {
  readonly kind: PartyKind;
  readonly organisation?: boolean;
}

/** An unknown kind of `other` is taken for a natural person: the lower threshold of the hearing protects more. */
export function isOrganisation(party: ChargedParty): boolean {
  return party.kind === 'agency' || (party.kind === 'other' && party.organisation === true);
}
