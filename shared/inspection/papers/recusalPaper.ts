import { formatDateZh, shanghaiDate } from '../../calendar/localDate.ts';
import { toAgency } from '../../notice/addressed.ts';
import type { PaperDraft } from '../../notice/issuedNotice.ts';
import { textBlocks } from '../../notice/textBlocks.ts';
import { agencyDraft, type PaperSources } from './paperSources.ts';

/**
 * 回避申请决定书 (行政处罚法 art. 43). Repeats nothing of the application but whom it is about: its text is for the office
 * only.
 */
export function recusalPapers(sources: PaperSources, id: string): readonly PaperDraft[] {
  const { inspection, agency } = sources;
  const application = inspection.recusals.find((one) => one.id === id);
  const decided = application?.decided;
  if (application === undefined || decided === undefined)
    throw new Error(`${inspection.number} has not decided on the recusal ${id}`);
  const { name } = application;
  const granted = decided.outcome === 'granted';
  const received = formatDateZh(shanghaiDate(application.at));
  return [
    agencyDraft(sources, 'recusal', {
      ...toAgency(agency, inspection.agency.tid),
      blocks: [
        {
          type: 'paragraph',
          text: `你单位于${received}提出的要求检查人员${name}回避的申请（检查编号：${inspection.number}）收悉。根据行政处罚法第四十三条，本机关负责人审查决定：`,
        },
        {
          type: 'paragraph',
          text: granted
            ? `同意申请。${name}回避，不再参加对你单位的本次检查。`
            : `驳回申请。${name}继续参加对你单位的本次检查。`,
        },
        { type: 'heading', text: '理由' },
        ...textBlocks(decided.reason),
        {
          type: 'paragraph',
          text: granted
            ? '接替人员按照公开的抽签规则产生，不由任何人选定，由本机关另行告知。你单位无需办理其他手续。'
            : '检查按照原定时间和事项进行。你单位的陈述和意见可以在检查中提出，由检查人员如实记录。',
        },
      ],
      summaryEn: `Your application for recusal was ${granted ? 'granted' : 'rejected'}. The Chinese text prevails.`,
    }),
  ];
}
