import type { LocalDate } from '../calendar/localDate.ts';
import type { Fen } from '../money.ts';
import type { Citation, LawRow } from './lawTable.ts';

/** Whom a provision reaches: an agency, a practitioner, or anybody at all (unlicensed practice). */
export type PartyKind = 'agency' | 'person' | 'other';

/** Which book of rules an entry is from. The association's rules carry no penalty (行政处罚法 art. 16). */
export const regimes = ['patent', 'trademark', 'association'] as const;
export type Regime = (typeof regimes)[number];

/**
 * Who may impose what. `office`: the provincial IP office itself. `cnipa`: only proposed to it (专利代理条例 arts.
 * 24–26). `market`: trademark fines belong to the market regulator. `association`: discipline of its own members.
 */
export const authorities = ['office', 'cnipa', 'market', 'association'] as const;
export type Authority = (typeof authorities)[number];

/**
 * What an entry may carry. `correct`: 责令限期改正, an order and no penalty. `stop`: 责令停止违法行为. `suspension`:
 * 责令停止承接（承办）新业务. The last three are all that an entry without a statute can carry.
 */
export const measureKinds = [
  'correct',
  'stop',
  'warning',
  'criticism',
  'fine',
  'confiscation',
  'suspension',
  'revocation',
  'talk',
  'self-discipline',
  'draw-rate',
] as const;
export type MeasureKind = (typeof measureKinds)[number];

export interface MeasureRange {
  readonly kind: MeasureKind;
  /** Whether the article says 应当 (or simply orders it) or 可以. */
  readonly need: 'must' | 'may';
  /** Of a fine: both ends inclusive (令2号 art. 84). */
  readonly fine?: { readonly min: Fen; readonly max: Fen };
  /** Of a fine measured by the illegal gains: from one to five times. */
  readonly timesGains?: { readonly min: number; readonly max: number };
  readonly months?: { readonly min: number; readonly max: number };
}

/** `serious`: 情节严重, or not cured by the ordered date. */
export type TierCode = 'basic' | 'serious';

export interface CatalogueTier {
  readonly tier: TierCode;
  readonly authority: Authority;
  readonly measures: readonly MeasureRange[];
  readonly citation: Citation;
}

/**
 * One entry of the catalogue (负面清单条目): a conduct, whom it concerns, and for each tier what the cited provision lets
 * an authority do. An entry changes by a new row; what was decided keeps the version of its day.
 */
export interface CatalogueRow<Rule extends string = string> extends LawRow<Rule> {
  readonly zh: string;
  readonly en: string;
  readonly regime: Regime;
  readonly appliesTo: readonly PartyKind[];
  /** Conducts of the public form (`shared/law/conducts.ts`) that can be this. */
  readonly conducts: readonly string[];
  readonly tiers: readonly CatalogueTier[];
  /** Codes of `shared/law/listingGrounds.ts`: what it puts an agency on a list for, beside any penalty. */
  readonly listing?: readonly string[];
  /** What has to be shown before its publicity can end early. */
  readonly repair: { readonly zh: string; readonly en: string };
  readonly validFrom: LocalDate;
}

/** What was decided for one charge. Each is within its range, or it is not decided. */
export interface Measures {
  /** The last day for putting it right. */
  readonly correct?: LocalDate;
  readonly stop?: true;
  readonly warning?: true;
  readonly criticism?: true;
  readonly fine?: Fen;
  readonly confiscation?: Fen;
  /** Months. */
  readonly suspension?: number;
  readonly revocation?: true;
  readonly talk?: true;
  readonly 'self-discipline'?: true;
  readonly 'draw-rate'?: true;
}

/** Where in its range a decision stands (裁量等级): 减轻 below it, 从轻, 一般, 从重. */
export const discretions = ['mitigated', 'lighter', 'ordinary', 'heavier'] as const;
export type Discretion = (typeof discretions)[number];

/**
 * How a decision is published (令107号 arts. 6–10): `none` never on the GSXT (a warning alone), `minor` 轻微, `ordinary`
 * 一般, `restriction` 严重 with a restriction of business, `revocation` 严重 without any early end.
 */
export const publicationClasses = ['none', 'minor', 'ordinary', 'restriction', 'revocation'] as const;
export type PublicationClass = (typeof publicationClasses)[number];
