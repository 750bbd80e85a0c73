import type { LocalDate } from '../../calendar/localDate.ts';
import { aggravatingFactors, mitigatingFactors } from '../../law/decisionReasons.ts';
import { citedText } from '../../law/lawTable.ts';
import { day, facts, heading, paragraph } from '../../notice/blocks.ts';
import type { PaperBlock } from '../../notice/paper.ts';
import { textBlocks } from '../../notice/textBlocks.ts';
import type { Charge } from '../charge.ts';
import { measureWords, wordsOf } from '../decisionWords.ts';
import { lawMessages } from '../lawMessages.ts';
import type { Draft } from '../penaltyCase.ts';
import { yuan } from './paperSources.ts';

function period({ actOn, actUntil }: Charge): string {
  const [from, to] = [day(actOn), day(actUntil)];
  return to === undefined ? `${from}` : `${from}至${to}`;
}

/** What was weighed (裁量因素), with its article; empty when nothing was. */
function factorText(factors: readonly string[]): string {
  return [...mitigatingFactors, ...aggravatingFactors]
    .filter(({ rule }) => factors.includes(rule))
    .map(({ zh, citation }) => `${zh}（${citedText(citation)}）`)
    .join('；');
}

/**
 * Facts and evidence, and for each violation its basis and what it carries.
 *
 * @param charges those of the paper: a prior notice has its own, which later ones can only be lighter than
 * @param on day by whose law they stand
 * @param label what the last row is called: planned, or decided
 */
export function chargeBlocks(
  draft: Pick<Draft, 'facts' | 'reason' | 'factors'>,
  charges: readonly Charge[],
  on: LocalDate,
  label: string,
): readonly PaperBlock[] {
  return [
    heading('违法事实和证据'),
    ...textBlocks(draft.facts),
    ...charges.flatMap((charge): readonly PaperBlock[] => {
      const words = wordsOf({ charges: [charge], facts: '' }, on);
      return [
        ...(charges.length > 1 ? [heading(`违法行为${charge.no}`)] : []),
        facts([
          ['违法行为', words.conduct],
          ['行为时间', period(charge)],
          ['事实', charge.facts],
          ['违法所得', charge.gains === undefined || charge.gains === 0 ? undefined : yuan(charge.gains)],
          ['处罚依据', words.basis],
          ['裁量等级', lawMessages[`penalty.law.discretion.${charge.discretion}`].zh],
          [label, measureWords(charge.measures).join('、')],
        ]),
      ];
    }),
    heading('理由'),
    ...textBlocks(draft.reason),
    ...(draft.factors.length === 0 ? [] : [paragraph(`裁量时考虑：${factorText(draft.factors)}。`)]),
  ];
}
