import { type Addressed, toAgency } from '../../notice/addressed.ts';
import { periodZh, teamTable } from '../../notice/kinds/wording.ts';
import type { Part } from '../inspectionCase.ts';
import type { PaperSources } from './paperSources.ts';
import { holderThen, type SeatedMember, type VisitThen, visitOfPart } from './teamThen.ts';

/** Who came in by an event: pseudonym of the new member → name of who held the seat before, `''` where nobody did. */
export function replacedBy(
  sources: PaperSources,
  parts: readonly Part[],
  { draw, event }: { readonly draw: string; readonly event: number },
): ReadonlyMap<string, string> {
  const part = parts.find((one) => one.draw === draw);
  if (part === undefined) throw new Error(`${draw} has no part in ${sources.inspection.number}`);
  return new Map(
    visitOfPart(sources, part).seats.flatMap((seat) => {
      const former = seat.replaced?.find(({ e }) => e === event);
      if (former === undefined) return [];
      const { tid } = holderThen(seat, draw, { draw, event, at: sources.queued.at });
      return tid === '' ? [] : [[tid, former.name] as const];
    }),
  );
}

export function newMembers(facts: VisitThen, replaced: ReadonlyMap<string, string>): readonly SeatedMember[] {
  return facts.team.filter(({ tid }) => replaced.has(tid));
}

/** 检查人员变更告知书: who comes in place of whom, and that recusal may be applied for again. Never why. */
export function teamChangeForAgency(facts: VisitThen, replaced: ReadonlyMap<string, string>): Addressed {
  const changes = newMembers(facts, replaced).map(({ tid, inspector }) => {
    const before = replaced.get(tid) ?? '';
    return before === '' ? `增补${inspector.name}` : `${before}由${inspector.name}接替`;
  });
  return {
    ...toAgency(facts.agency, facts.visit.tid),
    blocks: [
      {
        type: 'paragraph',
        text: `本机关此前告知你单位的检查人员有变化：${changes.join('；')}。接替人员按照公开的抽签规则产生，不由任何人选定。检查时间（${periodZh(facts.period)}期间）和其他事项不变。变更后的检查人员如下：`,
      },
      teamTable(facts),
      {
        type: 'paragraph',
        text: '认为检查人员与你单位有直接利害关系或者有其他关系可能影响公正执法的，有权申请回避（行政处罚法第四十三条）。请在检查前通过随本告知书发送的链接提出，也可以书面提出。',
      },
    ],
    summaryEn: 'A member of the inspection team has been replaced. The Chinese text prevails.',
  };
}
