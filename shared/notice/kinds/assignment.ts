import type { DrawCase } from '../../draw/ceremony/drawCase.ts';
import type { VisitOrigin } from '../../draw/ceremony/visitOrigin.ts';
import { NEUTRAL_BASIS } from '../../law/targetedGrounds.ts';
import type { TeamMember, VisitFacts } from '../noticeFacts.ts';
import type { PaperBlock } from '../paper.ts';
import { districtZh, itemTable, methodsZh, monthZh, periodEn, periodZh, teamTable } from './wording.ts';

const monthly = (draw: DrawCase) =>
  `${monthZh(draw.task)}“双随机、一公开”抽查（抽签编号：${draw.number}）已经完成。`;

/** What the draw was about and why this agency is visited. A targeted one never says what it was that led there. */
const occasion: Readonly<Record<VisitOrigin, (draw: DrawCase) => string>> = {
  drawn: (draw) => `${monthly(draw)}检查对象由随机抽取产生`,
  mandatory: (draw) =>
    `${monthly(draw)}检查对象属于依法必须实施实地检查的机构（必查，专利代理管理办法第四十条第二款），不计入随机抽取数量`,
  targeted: (draw) =>
    `定向检查的检查人员抽签（抽签编号：${draw.number}）已经完成。检查对象由本机关依照${NEUTRAL_BASIS}确定（定向检查），不计入随机抽取数量`,
};

/** 检查任务分派通知: tells one inspector whom to visit, with whom, by when and with what duties. */
export function assignmentBlocks(facts: VisitFacts, member: TeamMember): readonly PaperBlock[] {
  const { draw, visit } = facts;
  const leader = member.seat === 1;
  return [
    {
      type: 'paragraph',
      text: `${occasion[visit.origin](draw)}；经随机选派，你担任下列检查任务的${leader ? '组长' : '组员'}。`,
    },
    ...taskBlocks(facts),
  ];
}

/** What the visit is about and how it is carried out, as every member of the team has to know it. */
export function taskBlocks(facts: VisitFacts): readonly PaperBlock[] {
  const { agency } = facts;
  return [
    {
      type: 'facts',
      rows: [
        ['检查对象', agency.name],
        ['统一社会信用代码', agency.uscc],
        ['地址', `${districtZh(agency.district)}　${agency.address}`],
        ['检查期限', periodZh(facts.period)],
        ['检查方式', methodsZh(facts.items)],
      ],
    },
    teamTable(facts),
    itemTable(facts.items),
    { type: 'heading', text: '工作要求' },
    {
      type: 'list',
      items: [
        '检查人员不得少于两人，应当主动出示行政执法证件；不出示的，当事人有权拒绝检查（行政处罚法第四十二条、第五十五条）。',
        '与检查对象有直接利害关系或者有其他关系可能影响公正执法的，应当在检查前申请回避（行政处罚法第四十三条）；回避、因故不能参加的，经另一人确认后，由系统按照公开的抽签规则重新产生接替人员，不得自行调换。',
        '只检查本通知列明的事项；未列入已公布的随机抽查事项清单的，不得检查。',
        '如实记录检查情况和结果，由检查人员签字、当事人确认，并归档（专利代理管理办法第四十二条）。',
        '在检查开始前对检查对象和检查人员名单保密。',
      ],
    },
  ];
}

export function assignmentSummary(facts: VisitFacts): string {
  return `Assignment to an inspection team: visit from ${periodEn(facts.period)}. The Chinese text prevails.`;
}
