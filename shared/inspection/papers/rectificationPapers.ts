import { formatDateZh, type LocalDate, shanghaiDate } from '../../calendar/localDate.ts';
import { publicityResults } from '../../law/inspectionVocabulary.ts';
import { citedText } from '../../law/lawTable.ts';
import { toAgency } from '../../notice/addressed.ts';
import type { PaperDraft } from '../../notice/issuedNotice.ts';
import { legalBases } from '../../notice/noticeFacts.ts';
import { textBlocks } from '../../notice/textBlocks.ts';
import { rowOf } from '../deadlines.ts';
import { type InspectionCase, itemsOfCase, type RectificationRound } from '../inspectionCase.ts';
import { agencyDraft, itemsNamed, numberOfKey, type PaperSources } from './paperSources.ts';

function roundOf({ inspection, queued }: PaperSources): {
  readonly no: number;
  readonly round: RectificationRound;
} {
  const no = numberOfKey(queued.key);
  const round = inspection.rectification[no - 1];
  if (round === undefined) throw new Error(`${inspection.number} has no rectification ${no}`);
  return { no, round };
}

const isProblem = (code: string) => publicityResults.find(({ rule }) => rule === code)?.problem === true;

/** The items in which a problem was found: their articles are what was broken. */
function itemsWithProblems({ inspection, items }: PaperSources) {
  const names = itemsOfCase(inspection).filter((item) => inspection.results[item]?.results.some(isProblem));
  return itemsNamed(names, items);
}

/**
 * What the order rests on beside the articles of the items. For a trademark agency no article that lets this office
 * order it was found: the office's power to inspect is named, with the mark.
 */
function orderBasis(kind: InspectionCase['agency']['kind'], on: LocalDate): string {
  const trademark = '商标代理监督管理规定第二十条、第二十四条（未核实）';
  const patent = citedText(rowOf('rectify', on).citation);
  return { patent, trademark, dual: `${patent}；${trademark}` }[kind];
}

/** 责令限期改正通知书: what has to be put right, by when, and how the agency reports it. */
export function rectificationPapers(sources: PaperSources): readonly PaperDraft[] {
  const { inspection, agency } = sources;
  const { no, round } = roundOf(sources);
  const on = shanghaiDate(round.ordered.at);
  const found = itemsWithProblems(sources);
  const before = inspection.rectification[no - 2];
  const due = formatDateZh(round.due);
  const basis = [...legalBases(found), orderBasis(inspection.agency.kind, on)].join('；');
  return [
    agencyDraft(sources, 'rectification', {
      ...toAgency(agency, inspection.agency.tid),
      blocks: [
        {
          type: 'paragraph',
          text:
            before === undefined
              ? `本机关在对你单位的行政检查（检查编号：${inspection.number}）中发现问题。根据${basis}，现责令你单位于${due}前（含当日）改正。`
              : `经复查，你单位对${formatDateZh(before.due)}到期的责令改正事项（检查编号：${inspection.number}）改正不到位。根据${basis}，现责令你单位于${due}前（含当日）继续改正。`,
        },
        ...(found.length === 0
          ? []
          : [
              {
                type: 'facts' as const,
                rows: [['涉及的检查事项', found.map(({ name }) => name).join('；')] as const],
              },
            ]),
        { type: 'heading', text: '改正内容' },
        ...textBlocks(round.text),
        { type: 'heading', text: '改正后的报告和复查' },
        {
          type: 'list',
          items: [
            `请在${due}前（含当日）通过随本通知书发送的链接填写改正情况，上传照片、文件等证明材料；也可以书面报送本机关。`,
            '收到报告或者期限届满后，由原检查组复查，复查结果另行告知你单位。',
            '逾期不改正或者改正不到位的，依法处理。',
          ],
        },
        {
          type: 'paragraph',
          text: '对本通知书不服的，可以自收到之日起六十日内申请行政复议，或者自收到之日起六个月内提起行政诉讼（行政复议法第二十条、行政诉讼法第四十六条）。',
        },
      ],
      summaryEn: `Order to put right what was found by ${round.due}. The Chinese text prevails.`,
    }),
  ];
}

/** 复查结果告知书: what the team found when it looked again, and what follows. */
export function recheckPapers(sources: PaperSources): readonly PaperDraft[] {
  const { inspection, agency } = sources;
  const { round } = roundOf(sources);
  const { recheck } = round;
  if (recheck?.confirmed === undefined) throw new Error(`${inspection.number} is not checked again yet`);
  const rectified = recheck.outcome === 'rectified';
  return [
    agencyDraft(sources, 'recheck', {
      ...toAgency(agency, inspection.agency.tid),
      blocks: [
        {
          type: 'paragraph',
          text: `本机关责令你单位于${formatDateZh(round.due)}前改正的问题（检查编号：${inspection.number}），已由检查组于${formatDateZh(shanghaiDate(recheck.confirmed.at))}复查完毕。现将结果告知如下：`,
        },
        { type: 'facts', rows: [['复查结果', rectified ? '已改正' : '未改正']] },
        ...(rectified ? [] : textBlocks(recheck.note)),
        {
          type: 'paragraph',
          text: rectified
            ? '本次检查的改正事项办结，你单位无需再办理其他手续。已公示的检查结果按照《检查结果告知书》载明的期限公示。'
            : '未改正的问题已经移交行政处罚程序，由有权机关依法处理。作出行政处罚决定前，将告知你单位拟作出的处罚内容及事实、理由、依据，你单位有权陈述、申辩（行政处罚法第四十四条）。',
        },
        ...(rectified && inspection.handOver !== undefined
          ? [{ type: 'paragraph' as const, text: '检查中已经移交其他程序的问题，由该程序另行处理和告知。' }]
          : []),
      ],
      summaryEn: `Result of the re-check: ${rectified ? 'put right' : 'not put right'}. The Chinese text prevails.`,
    }),
  ];
}
