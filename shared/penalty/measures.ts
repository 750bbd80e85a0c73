import { addMonths, type LocalDate } from '../calendar/localDate.ts';
import type {
  Authority,
  CatalogueRow,
  CatalogueTier,
  MeasureKind,
  Measures,
  PublicationClass,
  TierCode,
} from '../law/catalogueRow.ts';
import type { CollectiveReason } from '../law/decisionReasons.ts';
import type { HearingReason } from '../law/hearingReasons.ts';
import { citedText, lawVersion } from '../law/lawTable.ts';
import { catalogueCodes, catalogueRow } from '../law/penaltyCatalogue.ts';
import { parameterRow } from '../law/penaltyParameters.ts';
import type { Fen } from '../money.ts';
import { ok, type Problem, problem, type Result, refuse } from '../problem.ts';
import type { Charge, ChargedParty } from './charge.ts';
import { collectiveReasonsOf, hearingReasonsOf } from './hearingRules.ts';
import { lawMessages } from './lawMessages.ts';
import { isLighter } from './lighterLaw.ts';
import { chargeField, measureProblems, penaltyKinds } from './measureChecks.ts';
import { finedOnceProblems } from './oneAct.ts';
import { publicationClassOf } from './publicationTerms.ts';

export type { Charge, ChargedParty } from './charge.ts';

/** Which version of an entry applies, and why it does. */
export interface ApplicableRow {
  readonly row: CatalogueRow;
  /** Stored with the case, e.g. `patent.conflict@2019-03-01`. */
  readonly version: string;
  /** `same`: it has not changed. `act`: the law of the day of the act. `lighter`: the newer one, being lighter. */
  readonly reason: 'same' | 'act' | 'lighter';
  /** The version that does not apply. */
  readonly other?: CatalogueRow;
}

/** What follows from the charges of a case by law. */
export interface Assessment {
  /** Who has to decide. `office` only when every charge is the office's; with one for CNIPA the whole is proposed. */
  readonly authority: Authority;
  /** In the order of the charges. */
  readonly rows: readonly ApplicableRow[];
  readonly tiers: readonly CatalogueTier[];
  /** As a paper cites them, each once. */
  readonly citations: readonly string[];
  readonly fine: Fen;
  readonly confiscated: Fen;
  readonly hearing: boolean;
  readonly hearingReasons: readonly HearingReason[];
  readonly collective: boolean;
  readonly collectiveReasons: readonly CollectiveReason[];
  readonly publication: PublicationClass;
  /** A suspension or revocation puts an agency on the serious-breach list (专利代理管理办法 art. 38(2)), once a person has decided so. */
  readonly listing?: 'serious';
}

const tierOf = (row: CatalogueRow, code: TierCode) => row.tiers.find(({ tier }) => tier === code);

/**
 * The law of the day of the act, unless that of the day of the decision is lighter (从旧兼从轻, 行政处罚法 art. 37).
 * Refused when the entry was not in force on one of the two days: then it was not unlawful, or is not any more.
 *
 * @param actOn of an act that went on, its last day
 * @param tier the tier whose measures are compared: a change can make one tier lighter and the other heavier
 */
export function applicableRow(
  code: string,
  actOn: LocalDate,
  decideOn: LocalDate,
  tier: TierCode = 'basic',
): Result<ApplicableRow> {
  const older = catalogueRow(code, actOn);
  const newer = catalogueRow(code, decideOn);
  if (!catalogueCodes.some((known) => known === code)) return problem('penalty.law.unknownEntry');
  if (older === undefined) return problem('penalty.law.notThen', { day: actOn });
  if (newer === undefined) return problem('penalty.law.notNow', { day: decideOn });
  if (older === newer) return ok({ row: older, version: lawVersion(older), reason: 'same' });
  const [before, now] = [tierOf(older, tier), tierOf(newer, tier)];
  return before !== undefined && now !== undefined && isLighter(now, before)
    ? ok({ row: newer, version: lawVersion(newer), reason: 'lighter', other: older })
    : ok({ row: older, version: lawVersion(older), reason: 'act', other: newer });
}

function limitationProblems(charge: Charge, decideOn: LocalDate): Problem[] {
  const last = charge.actUntil ?? charge.actOn;
  const found = charge.foundOn ?? decideOn;
  if (last < charge.actOn || last > decideOn || found < charge.actOn || found > decideOn)
    return [{ code: 'penalty.law.actDates', params: { no: charge.no }, field: chargeField(charge, 'actOn') }];
  const rule = charge.graveHarm === true ? 'limitation.grave' : 'limitation.ordinary';
  const row = parameterRow(rule, decideOn);
  if (found <= addMonths(last, row.value)) return [];
  const params = { no: charge.no, years: row.value / 12, article: citedText(row.citation) };
  return [{ code: 'penalty.law.tooLate', params, field: chargeField(charge, 'actOn') }];
}

type Assessed = ApplicableRow & { readonly charge: Charge; readonly tier: CatalogueTier };

function assess(charge: Charge, party: ChargedParty, decideOn: LocalDate): Result<Assessed> {
  const refused = (code: string, article: string, part: string) =>
    problem(code, { no: charge.no, article }, chargeField(charge, part));
  const found = applicableRow(charge.entry, charge.actUntil ?? charge.actOn, decideOn, charge.tier);
  if (!found.ok)
    return refuse(
      ...found.problems.map((one) => ({
        ...one,
        params: { no: charge.no, ...one.params },
        field: chargeField(charge, 'entry'),
      })),
    );
  const { row } = found.value;
  if (!row.appliesTo.includes(party.kind))
    return refused('penalty.law.party', citedText(row.citation), 'entry');
  const tier = tierOf(row, charge.tier);
  if (tier === undefined) return refused('penalty.law.unknownTier', citedText(row.citation), 'tier');
  const problems = [
    ...limitationProblems(charge, decideOn),
    ...measureProblems(charge, { row, tier, decideOn }),
  ];
  return problems.length > 0 ? refuse(...problems) : ok({ ...found.value, charge, tier });
}

/** CNIPA takes what belongs to the office with it; every other mixture is for several cases. */
function authorityOf(assessed: readonly Assessed[]): Result<Authority> {
  const all = [...new Set(assessed.map(({ tier }) => tier.authority))];
  const [only] = all;
  if (only !== undefined && all.length === 1) return ok(only);
  if (all.every((one) => one === 'office' || one === 'cnipa')) return ok('cnipa');
  const named = (lang: 'zh' | 'en') => all.map((one) => lawMessages[`penalty.law.authority.${one}`][lang]);
  return problem('penalty.law.mixedAuthorities', {
    authoritiesZh: named('zh').join('、'),
    authoritiesEn: named('en').join(', '),
  });
}

const sum = (charges: readonly Charge[], kind: 'fine' | 'confiscation'): Fen =>
  charges.reduce((total, { measures }) => total + (measures[kind] ?? 0), 0);

/**
 * Whether the law allows exactly these charges against this party, and what follows from them. Every refusal names
 * its article and the field of its charge, `charge.<no>.<part>`.
 */
export function checkCharges(
  charges: readonly Charge[],
  party: ChargedParty,
  decideOn: LocalDate,
): Result<Assessment> {
  if (charges.length === 0) return problem('penalty.law.noCharge');
  const results = charges.map((charge) => assess(charge, party, decideOn));
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
  if (problems.length > 0) return refuse(...problems);
  const assessed = results.flatMap((result) => (result.ok ? [result.value] : []));
  const twice = finedOnceProblems(assessed);
  if (twice.length > 0) return refuse(...twice);
  const authority = authorityOf(assessed);
  if (!authority.ok) return authority;
  const sums = { fine: sum(charges, 'fine'), confiscated: sum(charges, 'confiscation') };
  const hearing = hearingReasonsOf(charges, party, sums, decideOn);
  const collective = collectiveReasonsOf(charges, hearing);
  const publication = publicationClassOf(charges, party, decideOn);
  const listed =
    party.kind === 'agency' &&
    assessed.some(
      ({ row, charge: { measures } }) =>
        row.regime === 'patent' && (measures.suspension !== undefined || measures.revocation !== undefined),
    );
  return ok({
    authority: authority.value,
    rows: assessed.map(({ charge: _charge, tier: _tier, ...row }) => row),
    tiers: assessed.map(({ tier }) => tier),
    citations: [
      ...new Set(assessed.flatMap(({ row, tier }) => [citedText(row.citation), citedText(tier.citation)])),
    ],
    ...sums,
    hearing: hearing.length > 0,
    hearingReasons: hearing,
    collective: collective.length > 0,
    collectiveReasons: collective,
    publication,
    ...(listed ? { listing: 'serious' as const } : {}),
  });
}

/** How much of a kind was decided: a sum, months, or one for what has no amount. */
function amountOf(measures: Measures, kind: MeasureKind): number {
  const value = measures[kind];
  if (value === undefined) return 0;
  return typeof value === 'number' ? value : 1;
}

/**
 * Nobody is punished more for having defended (行政处罚法 art. 45; 令2号 art. 58): no penalty of any charge may be more
 * than the prior notice said. A charge that was not in the notice is heavier by all that it carries.
 */
export function neverHeavier(before: readonly Charge[], after: readonly Charge[]): Result<true> {
  const problems = after.flatMap((charge) => {
    const told = before.find(({ no }) => no === charge.no)?.measures ?? {};
    return penaltyKinds
      .filter((kind) => amountOf(charge.measures, kind) > amountOf(told, kind))
      .map((kind) => ({
        code: 'penalty.law.heavier',
        params: {
          no: charge.no,
          measureZh: lawMessages[`penalty.law.measure.${kind}`].zh,
          measureEn: lawMessages[`penalty.law.measure.${kind}`].en,
        },
        field: chargeField(charge, kind),
      }));
  });
  return problems.length > 0 ? refuse(...problems) : ok(true);
}
