import { toAgency, toInspector } from '../../notice/addressed.ts';
import type { PaperDraft } from '../../notice/issuedNotice.ts';
import { periodEn, periodZh } from '../../notice/kinds/wording.ts';
import type { PaperBlock } from '../../notice/paper.ts';
import { type InspectionCase, members } from '../inspectionCase.ts';
import { inspectionMessages } from '../messages.ts';
import { agencyDraft, type PaperSources } from './paperSources.ts';
import { visitNo } from './teamThen.ts';

/**
 * 检查取消告知书 and 检查任务取消通知: to those who had been told of the visit. Who never knew of it is told nothing: a
 * visit that was to be a surprise does not become known by its end.
 */
export function cancelledPapers(sources: PaperSources): readonly PaperDraft[] {
  const { inspection, agency, told } = sources;
  const withdrawn = memberPapers(sources);
  if (!told.has(inspection.agency.uscc)) return withdrawn;
  return [
    ...withdrawn,
    agencyDraft(sources, 'cancelled', {
      ...toAgency(agency, inspection.agency.tid),
      blocks: [
        { type: 'paragraph', text: '本机关此前告知你单位的下列行政检查不再进行，现予告知：' },
        visitFacts(inspection),
        {
          type: 'list',
          items: [
            '此前送达的《行政检查通知书》及有关本次检查的其他文书不再执行，你单位无需办理其他手续。',
            '有人仍以本次检查的名义上门的，你单位有权拒绝，并请与本告知书载明的联系部门核实。',
            '本告知书不影响本机关依法另行开展的检查；另行检查的，另行告知。',
          ],
        },
      ],
      summaryEn: `The visit announced for ${periodEn(inspection.period)} does not take place. The Chinese text prevails.`,
    }),
  ];
}

function memberPapers({ inspection, inspectors, told, queued }: PaperSources): readonly PaperDraft[] {
  const { number, agency, parts, period } = inspection;
  return members(inspection)
    .filter(({ inspectorId }) => told.has(inspectorId))
    .map(({ inspectorId, draw, tid }) => {
      const inspector = inspectors.get(inspectorId);
      const part = parts.find((one) => one.draw === draw);
      if (inspector === undefined || part === undefined)
        throw new Error(`${number}: an inspector is not in the register, or no part dealt the seat`);
      return {
        kind: 'cancelled-team',
        draw,
        visit: visitNo(part.inspection),
        inspection: number,
        occasion: queued.key,
        to: {
          ...toInspector(inspector, tid),
          blocks: [
            {
              type: 'paragraph',
              text: `此前分派给你的对${agency.name}的检查任务已经取消，请不要前往检查，也不要再以本次检查的名义与检查对象联系。`,
            },
            visitFacts(inspection),
            { type: 'paragraph', text: '检查对象和检查人员名单仍应当保密。' },
          ],
          summaryEn: `Your assignment to the visit from ${periodEn(period)} is withdrawn. The Chinese text prevails.`,
        },
      } as const;
    });
}

/** What was to be and the class of the reason; what was written about it stays in the office. */
function visitFacts({ number, period, cancelled }: InspectionCase): PaperBlock {
  if (cancelled === undefined) throw new Error(`${number} is not cancelled`);
  return {
    type: 'facts',
    rows: [
      ['检查编号', number],
      ['原定检查时间', `${periodZh(period)}期间`],
      ['取消原因', inspectionMessages[`inspection.cancel.${cancelled.request.ground}`].zh],
    ],
  };
}
