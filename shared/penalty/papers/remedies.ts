import type { LocalDate } from '../../calendar/localDate.ts';
import { deadlineRules } from '../../law/deadlineRules.ts';
import { citedText } from '../../law/lawTable.ts';
import { penaltyRemedies } from '../../law/penaltyForms.ts';
import { type PenaltyParameter, parameterRow } from '../../law/penaltyParameters.ts';
import { heading, paragraph } from '../../notice/blocks.ts';
import type { PaperBlock } from '../../notice/paper.ts';
import { type PaperSources, rowOf, you } from './paperSources.ts';

type Period =
  | 'penalty.defence'
  | 'penalty.pay'
  | 'penalty.after_reminder'
  | 'penalty.appeal_review'
  | 'penalty.appeal_court'
  | 'publicity.withdraw';

const units = { workingDay: '个工作日', day: '日', month: '个月' } as const;

/** A period of the procedure as papers write it: `5个工作日`. */
export function periodText(rule: Period, on: LocalDate): string {
  const { length, unit } = rowOf(deadlineRules, rule, on);
  return `${length}${units[unit]}`;
}

export function periodBasis(rule: Period, on: LocalDate): string {
  return citedText(rowOf(deadlineRules, rule, on).citation);
}

/** A share of the law in percent: `3%`. */
export function percentText(rule: Extract<PenaltyParameter, `late.${string}`>, on: LocalDate): string {
  return `${parameterRow(rule, on).value}%`;
}

/** Ways and periods to go against a decision (行政处罚法 art. 59(5)). */
export function remedies(sources: PaperSources): readonly PaperBlock[] {
  const { date } = sources;
  const where = (rule: 'reconsideration' | 'court') => rowOf(penaltyRemedies, rule, date);
  const [review, court] = [where('reconsideration'), where('court')];
  return [
    heading('救济途径和期限'),
    paragraph(
      `${you(sources)}如不服本决定，可以自收到本决定书之日起${periodText('penalty.appeal_review', date)}内向${review.zh}申请行政复议（${periodBasis('penalty.appeal_review', date)}；${citedText(review.citation)}），也可以自收到本决定书之日起${periodText('penalty.appeal_court', date)}内向${court.zh}提起行政诉讼（${periodBasis('penalty.appeal_court', date)}；${citedText(court.citation)}）。行政复议或者行政诉讼期间，本决定不停止执行，法律另有规定的除外。`,
    ),
  ];
}
