import { formatDateZh, shanghaiDate } from '../../calendar/localDate.ts';
import { citedText } from '../../law/lawTable.ts';
import { toAgency } from '../../notice/addressed.ts';
import type { PaperDraft } from '../../notice/issuedNotice.ts';
import type { PaperBlock } from '../../notice/paper.ts';
import { textBlocks } from '../../notice/textBlocks.ts';
import { withdrawalReasons } from '../../publicity/withdrawal.ts';
import { rowOf } from '../deadlines.ts';
import type { Correction, Publicity } from '../inspectionCase.ts';
import { agencyDraft, type PaperSources } from './paperSources.ts';

type Settled = NonNullable<Correction['settled']>;

/**
 * 更正申请处理结果告知书: that a published result stays, or was taken down. Repeats nothing of what was raised, whoever
 * raised it. A result that was corrected has a 检查结果告知书 of its own.
 *
 * @param position of the correction in the case, from 1
 */
export function correctionPapers(sources: PaperSources, position: string): readonly PaperDraft[] {
  const { inspection, agency } = sources;
  const { number, publicity } = inspection;
  const correction = inspection.corrections[Number(position) - 1];
  const settled = correction?.settled;
  if (correction === undefined || settled === undefined || publicity === undefined)
    throw new Error(`${number} has not settled the correction ${position}`);
  const raised = shanghaiDate(correction.raised.at);
  const on = formatDateZh(shanghaiDate(settled.at));
  const basis = citedText(rowOf('correction', raised).citation);
  return [
    agencyDraft(sources, 'correction', {
      ...toAgency(agency, inspection.agency.tid),
      blocks: [
        {
          type: 'paragraph',
          text: `对你单位的行政检查（检查编号：${number}）公示的结果，${formatDateZh(raised)}有更正申请提出。本机关已于${on}核实处理完毕（${basis}），现将处理结果告知如下：`,
        },
        ...outcomeBlocks(settled, publicity, sources.publicityUrl),
        { type: 'heading', text: '你单位可以办理的事项' },
        { type: 'paragraph', text: nextStep(publicity) },
      ],
      summaryEn: `A correction of the published result was settled: ${settled.outcome}. The Chinese text prevails.`,
    }),
  ];
}

function outcomeBlocks(settled: Settled, publicity: Publicity, publicityUrl: string): readonly PaperBlock[] {
  const { outcome, reason = '' } = settled;
  const { withdrawn } = publicity;
  const down =
    withdrawn === undefined
      ? []
      : [
          ['停止公示日期', formatDateZh(withdrawn.on)] as const,
          [
            '停止公示原因',
            withdrawalReasons.find(({ code }) => code === withdrawn.reason)?.zh ?? '',
          ] as const,
        ];
  if (outcome === 'withdrawn')
    return [{ type: 'facts', rows: [['处理结果', '撤下公示的结果，不再公示'], ...down] }];
  const stays =
    withdrawn === undefined
      ? `维持公示的结果，继续在本机关公示网站（${publicityUrl}）公示`
      : '不作更正；公示的结果已经停止公示';
  return [
    { type: 'facts', rows: [['处理结果', stays], ...down] },
    { type: 'heading', text: '理由' },
    ...textBlocks(reason),
  ];
}

function nextStep({ withdrawn }: Publicity): string {
  const ask = '对处理结果有疑问的，请与本告知书载明的联系部门联系。';
  return withdrawn === undefined
    ? `有新的事实或者证据的，可以通过随本告知书发送的链接再次提出更正，也可以书面提出。${ask}`
    : `结果已不再公示，你单位无需办理其他手续。${ask}`;
}
