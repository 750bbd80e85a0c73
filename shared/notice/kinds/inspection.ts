import type { DrawCase } from '../../draw/ceremony/drawCase.ts';
import type { VisitOrigin } from '../../draw/ceremony/visitOrigin.ts';
import { NEUTRAL_BASIS } from '../../law/targetedGrounds.ts';
import { announcedItems, legalBases, type VisitFacts } from '../noticeFacts.ts';
import type { PaperBlock } from '../paper.ts';
import { itemTable, methodsZh, monthZh, periodEn, periodZh, teamTable } from './wording.ts';

/** Why the agency is visited. A targeted check names its basis in law and never its source: who complained stays unknown. */
const why: Readonly<Record<VisitOrigin, (draw: DrawCase) => string>> = {
  drawn: (draw) =>
    `在${monthZh(draw.task)}“双随机、一公开”抽查（抽签编号：${draw.number}）中，你单位被随机抽取为检查对象`,
  mandatory: () => '你单位属于依法必须实施实地检查的机构（专利代理管理办法第四十条第二款）',
  targeted: (draw) =>
    `依照${NEUTRAL_BASIS}，本机关经批准对你单位实施定向检查，检查人员由抽签随机选派（抽签编号：${draw.number}）`,
};

/** What the agency finds behind its link. */
const ownRow: Readonly<Record<VisitOrigin, string>> = {
  drawn: '自己的抽中概率和证明',
  mandatory: '自己的抽中概率和证明',
  targeted: '自己在名单中的一行和证明',
};

/** 行政检查通知书: tells the agency what will be inspected, when, by whom and on what basis (国办发〔2024〕54号). */
export function inspectionBlocks(facts: VisitFacts): readonly PaperBlock[] {
  const { draw, visit } = facts;
  const items = announcedItems(facts.items);
  return [
    {
      type: 'paragraph',
      text: `${why[visit.origin](draw)}。根据${legalBases(items).join('；')}，本机关决定对你单位实施行政检查。现将有关事项通知如下：`,
    },
    {
      type: 'facts',
      rows: [
        ['检查时间', `${periodZh(facts.period)}期间`],
        ['检查地点', facts.agency.address],
        ['检查方式', methodsZh(items)],
      ],
    },
    itemTable(items),
    teamTable(facts),
    ...rightsBlocks,
    {
      type: 'paragraph',
      text: `抽签过程和结果可以在本机关的公示网站查询和复算；你单位可以通过随通知发送的链接查看${ownRow[visit.origin]}。`,
    },
  ];
}

/** What an agency may ask for and has to do on a visit that it is told of. */
export const rightsBlocks: readonly PaperBlock[] = [
  { type: 'heading', text: '你单位的权利和义务' },
  {
    type: 'list',
    items: [
      '检查人员不少于两人，应当主动出示行政执法证件；检查人员不出示执法证件的，你单位有权拒绝接受检查（行政处罚法第四十二条、第五十五条）。',
      '认为检查人员与你单位有直接利害关系或者有其他关系可能影响公正执法的，有权申请回避；回避决定作出之前，不停止检查（行政处罚法第四十三条）。',
      '应当如实回答询问，协助检查，不得拒绝或者阻挠（行政处罚法第五十五条）。',
      '检查不收取任何费用。检查结果将告知你单位，并依法公示。',
    ],
  },
];

export function inspectionSummary(facts: VisitFacts): string {
  return `Notice of an administrative inspection from ${periodEn(facts.period)}. The Chinese text prevails.`;
}
