import { type Addressed, toAgency, toInspector } from '../../notice/addressed.ts';
import { taskBlocks } from '../../notice/kinds/assignment.ts';
import { rightsBlocks } from '../../notice/kinds/inspection.ts';
import { itemTable, methodsZh, periodEn, periodZh, teamTable } from '../../notice/kinds/wording.ts';
import { announcedItems, legalBases } from '../../notice/noticeFacts.ts';
import type { SeatedMember, VisitThen } from './teamThen.ts';

const BASIS = '北京市优化营商环境条例第七十条';

/** 联合检查任务通知: one visit in place of several, for one member of the team. */
export function jointForMember(facts: VisitThen, member: SeatedMember, inspection: string): Addressed {
  const leader = member.seat === 1;
  return {
    ...toInspector(member.inspector, member.tid),
    blocks: [
      {
        type: 'paragraph',
        text: `对同一检查对象的检查已经合并为一次联合检查（检查编号：${inspection}；${BASIS}），你担任${leader ? '组长' : '组员'}。请按本通知参加检查，此前分别发出的任务分派通知不再单独执行。`,
      },
      ...taskBlocks(facts),
    ],
    summaryEn: `Several visits have become one joint visit from ${periodEn(facts.period)}. The Chinese text prevails.`,
  };
}

/** 联合检查告知书: one visit in place of several, for the agency. */
export function jointForAgency(facts: VisitThen, inspection: string): Addressed {
  const items = announcedItems(facts.items);
  return {
    ...toAgency(facts.agency, facts.visit.tid),
    blocks: [
      {
        type: 'paragraph',
        text: `根据${BASIS}和${legalBases(items).join('；')}，本机关将对你单位的检查合并为一次联合检查（检查编号：${inspection}），由一个检查组在同一时间完成下列全部事项，不再分次进行。此前通知与本告知书不一致的，以本告知书为准。`,
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
    ],
    summaryEn: `One joint visit from ${periodEn(facts.period)} takes the place of several. The Chinese text prevails.`,
  };
}
