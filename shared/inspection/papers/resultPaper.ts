import { formatDateZh, shanghaiDate } from '../../calendar/localDate.ts';
import { publicityResults } from '../../law/inspectionVocabulary.ts';
import { citedText } from '../../law/lawTable.ts';
import { toAgency } from '../../notice/addressed.ts';
import type { PaperDraft } from '../../notice/issuedNotice.ts';
import type { PaperBlock } from '../../notice/paper.ts';
import { itemRef } from '../../plan/monthPlan.ts';
import type { InspectionItem } from '../../register/inspectionItem.ts';
import { rowOf } from '../deadlines.ts';
import { type InspectionCase, itemsOfCase, type Publicity } from '../inspectionCase.ts';
import { isNegative } from '../publishing.ts';
import { agencyDraft, itemsNamed, numberOfKey, type PaperSources } from './paperSources.ts';

const TAKEN_DOWN = '市场监督管理信用修复管理办法（总局令第107号）第二条、第十条';

/**
 * 检查结果告知书. A version that was replaced or taken down before it was told is not told any more: the paper of the
 * version that stands says what is true.
 */
export function resultPapers(sources: PaperSources): readonly PaperDraft[] {
  const { inspection, agency, queued } = sources;
  const { publicity } = inspection;
  if (publicity === undefined) throw new Error(`${inspection.number} has published nothing`);
  const version = numberOfKey(queued.key);
  if (publicity.version !== version || publicity.withdrawn !== undefined) return [];
  const items = itemsNamed(itemsOfCase(inspection), sources.items);
  return [
    agencyDraft(sources, 'result', {
      ...toAgency(agency, inspection.agency.tid),
      blocks: [
        { type: 'paragraph', text: opening(inspection, version) },
        resultTable(publicity, items),
        { type: 'heading', text: '公示' },
        { type: 'paragraph', text: shown(publicity, sources.publicityUrl) },
        { type: 'heading', text: '你单位可以办理的事项' },
        { type: 'list', items: nextSteps(inspection, publicity, version) },
      ],
      summaryEn: 'Result of the inspection and how it is published. The Chinese text prevails.',
    }),
  ];
}

function opening({ number, ended }: InspectionCase, version: number): string {
  if (version > 1)
    return `本机关此前告知并公示的行政检查结果（检查编号：${number}）经核实有误，现予更正。更正后的结果如下，原告知的结果不再有效：`;
  const on = ended === undefined ? '' : `于${formatDateZh(ended)}`;
  return `本机关${on}完成对你单位的行政检查（检查编号：${number}）。检查结果经审核，现告知如下：`;
}

function resultTable({ results }: Publicity, items: readonly InspectionItem[]): PaperBlock {
  const word = (code: string) => publicityResults.find(({ rule }) => rule === code)?.zh ?? code;
  return {
    type: 'table',
    caption: '检查结果',
    head: ['序号', '事项', '结果'],
    rows: items.map((item, i) => [
      String(i + 1),
      item.name,
      (results[itemRef(item)] ?? []).map(word).join('；'),
    ]),
  };
}

function shown(publicity: Publicity, publicityUrl: string): string {
  const from = `上述结果自${formatDateZh(shanghaiDate(publicity.at))}起在本机关公示网站（${publicityUrl}）公示。`;
  if (publicity.until !== undefined)
    return `${from}其中发现问题的结果公示至${formatDateZh(publicity.until)}，期满自动停止公示（${TAKEN_DOWN}）。`;
  return isNegative(publicity.results)
    ? `${from}发现的问题已经移交行政处罚程序，结果的公示期限随处理结果确定（${TAKEN_DOWN}）。`
    : from;
}

function nextSteps(
  { rectification, handOver }: InspectionCase,
  publicity: Publicity,
  version: number,
): string[] {
  const period = rowOf('correction', shanghaiDate(publicity.at));
  return [
    `认为公示的结果有误的，请通过随本告知书发送的链接提出更正，也可以书面提出；本机关自收到之日起${period.length}个工作日内核实处理。依据：${citedText(period.citation)}。`,
    ...(version === 1 && rectification.length > 0
      ? ['需要改正的问题、期限和报告方式，见另行发送的《责令限期改正通知书》。']
      : []),
    ...(version === 1 && handOver !== undefined
      ? ['发现的问题需要另行处理的，本机关在作出处理决定前告知你单位，届时你单位可以陈述、申辩。']
      : []),
  ];
}
