import { formatDateZh, type LocalDate } from '../calendar/localDate.ts';
import {
  type CatalogueRow,
  type MeasureKind,
  type Measures,
  measureKinds,
  type TierCode,
} from '../law/catalogueRow.ts';
import { citedText } from '../law/lawTable.ts';
import { yuanText } from '../money.ts';
import type { Charge } from './charge.ts';
import { applicableRow } from './measures.ts';
import type { Draft } from './penaltyCase.ts';

/** The words in which a decision stands in papers, on the public site and at the credit system: written once. */

const measureTexts: Readonly<{ [Kind in MeasureKind]: (value: NonNullable<Measures[Kind]>) => string }> = {
  correct: (by) => `责令于${formatDateZh(by)}前改正`,
  stop: () => '责令停止违法行为',
  warning: () => '警告',
  criticism: () => '通报批评',
  fine: (fen) => `罚款${yuanText(fen)}元`,
  confiscation: (fen) => `没收违法所得${yuanText(fen)}元`,
  suspension: (months) => `责令停止承接新业务${months}个月`,
  revocation: () => '吊销执业许可证',
  talk: () => '约谈',
  'self-discipline': () => '行业自律惩戒',
  'draw-rate': () => '提高抽查比例',
};

/** What one charge carries, in the order of the vocabulary. */
export function measureWords(measures: Measures): readonly string[] {
  return measureKinds.flatMap((kind) => wordOf(kind, measures));
}

function wordOf<Kind extends MeasureKind>(kind: Kind, measures: Measures): readonly string[] {
  const value = measures[kind];
  return value === undefined ? [] : [measureTexts[kind](value as NonNullable<Measures[Kind]>)];
}

/** The kinds of measures of a decision, each once. */
export function measuresOf(charges: readonly Charge[]): readonly MeasureKind[] {
  return measureKinds.filter((kind) => charges.some(({ measures }) => measures[kind] !== undefined));
}

/** 处罚内容: one sentence for each charge, the sum of the fines at the end when there are several. */
export function contentText(charges: readonly Charge[]): string {
  const each = charges.map(({ measures }) => measureWords(measures).join('、'));
  const fines = charges.flatMap(({ measures }) => (measures.fine === undefined ? [] : [measures.fine]));
  const total = fines.reduce((sum, fine) => sum + fine, 0);
  const sum = fines.length > 1 ? [`合并罚款${yuanText(total)}元`] : [];
  return [...each, ...sum].join('；');
}

/** The row of the catalogue that applies to each charge, with the tier that was charged. */
export function appliedRows(
  charges: readonly Charge[],
  decidedOn: LocalDate,
): readonly { readonly row: CatalogueRow; readonly tier: TierCode }[] {
  return charges.flatMap((charge) => {
    const applied = applicableRow(charge.entry, charge.actUntil ?? charge.actOn, decidedOn, charge.tier);
    return applied.ok ? [{ row: applied.value.row, tier: charge.tier }] : [];
  });
}

/** 违法行为类型, 违法事实 and 处罚依据 by the law that applies to each charge. */
export function wordsOf(draft: Pick<Draft, 'charges' | 'facts'>, decidedOn: LocalDate) {
  const rows = appliedRows(draft.charges, decidedOn);
  const once = (texts: readonly string[]) => [...new Set(texts)].join('；');
  return {
    conduct: once(rows.map(({ row }) => row.zh)),
    facts: draft.facts,
    basis: once(
      rows.map(({ row, tier }) =>
        citedText(row.tiers.find((one) => one.tier === tier)?.citation ?? row.citation),
      ),
    ),
  };
}
