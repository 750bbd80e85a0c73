import type { LocalDate } from '../calendar/localDate.ts';
import {
  type CatalogueRow,
  type CatalogueTier,
  type MeasureKind,
  type MeasureRange,
  measureKinds,
} from '../law/catalogueRow.ts';
import { citedText } from '../law/lawTable.ts';
import { yuanText } from '../money.ts';
import type { Problem } from '../problem.ts';
import type { Charge } from './charge.ts';
import { discretionOf, fineRangeOf } from './fineRange.ts';
import { lawMessages } from './lawMessages.ts';

/** What a charge is measured by: the tier of the version that applies. */
export interface Measured {
  readonly row: CatalogueRow;
  readonly tier: CatalogueTier;
  readonly decideOn: LocalDate;
}

/** An order to correct or to stop, a talk and the association's measures are no penalties (行政处罚法 art. 9). */
export const penaltyKinds: readonly MeasureKind[] = [
  'warning',
  'criticism',
  'fine',
  'confiscation',
  'suspension',
  'revocation',
];

const isWhole = (amount: number) => Number.isSafeInteger(amount);

/** Name of the field of a charge that a refusal stands beside, e.g. `charge.1.fine`. */
export const chargeField = (charge: Charge, part: string): string => `charge.${charge.no}.${part}`;

const namesOf = (kind: MeasureKind) => ({
  measureZh: lawMessages[`penalty.law.measure.${kind}`].zh,
  measureEn: lawMessages[`penalty.law.measure.${kind}`].en,
});

function refusal(charge: Charge, part: string, code: string, params: Problem['params']): Problem {
  return { code, params: { no: charge.no, ...params }, field: chargeField(charge, part) };
}

/** Which refusal a measure gets that its tier does not know: why it is not there says what to do next. */
function unknownCode(kind: MeasureKind, { row, tier }: Measured): string {
  if (row.regime === 'association' && penaltyKinds.includes(kind)) return 'penalty.law.noStatute';
  if (tier.authority === 'office' && (kind === 'suspension' || kind === 'revocation'))
    return 'penalty.law.onlyCnipa';
  if (tier.authority === 'office' && row.regime === 'trademark' && penaltyKinds.includes(kind))
    return 'penalty.law.onlyMarket';
  return 'penalty.law.unknownMeasure';
}

function kindProblems(charge: Charge, measured: Measured): Problem[] {
  const { tier } = measured;
  const article = citedText(tier.citation);
  const known = new Map(tier.measures.map((measure) => [measure.kind, measure]));
  const given = measureKinds.filter((kind) => charge.measures[kind] !== undefined);
  const nothingGained =
    charge.gains === 0 && tier.measures.some(({ timesGains }) => timesGains !== undefined);
  const dueWithoutGains = (kind: MeasureKind) => kind !== 'fine' && kind !== 'confiscation';
  const unknown = given
    .filter((kind) => !known.has(kind))
    .map((kind) => refusal(charge, kind, unknownCode(kind, measured), { ...namesOf(kind), article }));
  const missing = tier.measures
    .filter(({ kind, need }) => need === 'must' && charge.measures[kind] === undefined)
    .filter(({ kind }) => !nothingGained || dueWithoutGains(kind))
    .map(({ kind }) => refusal(charge, kind, 'penalty.law.missingMeasure', { ...namesOf(kind), article }));
  const none =
    given.length === 0 && missing.length === 0
      ? [refusal(charge, 'measures', 'penalty.law.noMeasure', { article })]
      : [];
  return [...unknown, ...missing, ...none];
}

function fineProblems(charge: Charge, range: MeasureRange, { tier, decideOn }: Measured): Problem[] {
  const { fine } = charge.measures;
  const article = citedText(tier.citation);
  if (fine === undefined) return [];
  if (!isWhole(fine) || fine <= 0) return [refusal(charge, 'fine', 'penalty.law.wholeFen', { article })];
  const limits = fineRangeOf(range, charge.gains);
  if (limits === undefined) return [refusal(charge, 'gains', 'penalty.law.gainsMissing', { article })];
  const between = { min: yuanText(limits.min), max: yuanText(limits.max), article };
  const stands = discretionOf(fine, limits, decideOn);
  if (stands === undefined || (stands === 'mitigated' && charge.discretion !== 'mitigated'))
    return [refusal(charge, 'fine', 'penalty.law.fineRange', between)];
  if (stands === charge.discretion) return [];
  return [
    refusal(charge, 'discretion', 'penalty.law.discretion', {
      ...between,
      standsZh: lawMessages[`penalty.law.discretion.${stands}`].zh,
      standsEn: lawMessages[`penalty.law.discretion.${stands}`].en,
    }),
  ];
}

function confiscationProblems(charge: Charge, article: string): Problem[] {
  const { confiscation } = charge.measures;
  if (confiscation === undefined) return [];
  if (!isWhole(confiscation) || confiscation <= 0)
    return [refusal(charge, 'confiscation', 'penalty.law.wholeFen', { article })];
  if (charge.gains === undefined) return [refusal(charge, 'gains', 'penalty.law.gainsMissing', { article })];
  return confiscation === charge.gains
    ? []
    : [refusal(charge, 'confiscation', 'penalty.law.allGains', { gains: yuanText(charge.gains), article })];
}

function monthsProblems(charge: Charge, range: MeasureRange, article: string): Problem[] {
  const { suspension } = charge.measures;
  const months = range.months;
  if (suspension === undefined || months === undefined) return [];
  if (isWhole(suspension) && suspension >= months.min && suspension <= months.max) return [];
  const code = Number.isFinite(months.max) ? 'penalty.law.monthsRange' : 'penalty.law.monthsFrom';
  const to = Number.isFinite(months.max) ? { max: months.max } : {};
  return [refusal(charge, 'suspension', code, { min: months.min, ...to, article })];
}

/** Everything that is wrong with the measures of one charge under the tier that applies. */
export function measureProblems(charge: Charge, measured: Measured): readonly Problem[] {
  const article = citedText(measured.tier.citation);
  const { gains } = charge;
  const gainsWrong = gains !== undefined && (!isWhole(gains) || gains < 0);
  const byGains = measured.tier.measures.some(({ timesGains }) => timesGains !== undefined);
  if (gainsWrong || (byGains && gains === undefined))
    return [
      refusal(charge, 'gains', gainsWrong ? 'penalty.law.wholeFen' : 'penalty.law.gainsMissing', { article }),
    ];
  return [
    ...kindProblems(charge, measured),
    ...measured.tier.measures.flatMap((range) => {
      if (range.kind === 'fine') return fineProblems(charge, range, measured);
      if (range.kind === 'confiscation') return confiscationProblems(charge, article);
      return range.kind === 'suspension' ? monthsProblems(charge, range, article) : [];
    }),
  ];
}
