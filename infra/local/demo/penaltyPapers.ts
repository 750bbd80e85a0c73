import type { DynamoPenalties } from '../../../shared/adapters/dynamoPenalties.ts';
import { formatDateZh, yearOf } from '../../../shared/calendar/localDate.ts';
import { casePaperId, type PaperParty } from '../../../shared/notice/casePaper.ts';
import { composedPaper } from '../../../shared/notice/composedPaper.ts';
import { documentNumber } from '../../../shared/notice/documentNumber.ts';
import { issueCasePaper } from '../../../shared/notice/issueCasePaper.ts';
import { textBlocks } from '../../../shared/notice/textBlocks.ts';
import type { PenaltyCase } from '../../../shared/penalty/penaltyCase.ts';
import { type PaperKind, penaltyCaseId } from '../../../shared/penalty/penaltyRows.ts';
import type { StoryDeps } from './storyDeps.ts';

/** Papers that stay in the file of the office. */
const KEPT: ReadonlySet<PaperKind> = new Set(['filing', 'transfer', 'proposal']);

/** Issues what the cases have ordered for their party, so that it can be served on the day of the story. */
export async function penaltyPapers(
  deps: Pick<StoryDeps, 'cases' | 'desk' | 'digest' | 'office'> & {
    readonly lists: DynamoPenalties;
    readonly now: () => Date;
  },
): Promise<void> {
  for (const queued of await deps.lists.papers(`${deps.now().toISOString().slice(0, 19)}Z`, 50)) {
    const { order, key } = queued;
    if (order.type !== 'form' || KEPT.has(order.form)) continue;
    const caseId = penaltyCaseId(queued.penalty);
    const stored = await deps.cases.load<PenaltyCase>(caseId);
    if (stored === undefined) throw new Error(`no penalty case ${queued.penalty}`);
    const { party, decision, draft } = stored.state;
    const to: PaperParty = 'party';
    await issueCasePaper(deps, {
      id: casePaperId(caseId, key, to),
      sequence: (date) => `penalty-paper#${yearOf(date)}`,
      write: ({ serial, date, at }) =>
        composedPaper(
          {
            caseId,
            occasion: key,
            form: order.form,
            party: to,
            addressee: {
              id: party.uscc ?? '',
              name: party.name,
              addressee: party.name,
              service: 'paper',
              address: '',
            },
            title: TITLES[order.form],
            content: {
              blocks: textBlocks(`${formatDateZh(date)}　${draft?.facts ?? ''}\n${draft?.reason ?? ''}`),
              summaryEn: 'The Chinese text prevails.',
            },
          },
          {
            office: deps.office,
            number:
              order.form === 'decision' && decision?.number !== undefined
                ? decision.number
                : documentNumber(`${deps.office.penaltyPrefix}文`, yearOf(date), serial),
            serial,
            date,
            at,
          },
        ),
    });
    await deps.lists.paperDone(queued);
  }
}

const TITLES: Readonly<Record<PaperKind, string>> = {
  filing: '立案审批表',
  'prior-notice': '行政处罚告知书',
  'hearing-notice': '行政处罚听证通知书',
  decision: '行政处罚决定书',
  'no-penalty': '不予行政处罚决定书',
  transfer: '案件移送函',
  proposal: '行政处罚建议书',
  'payment-reminder': '履行催告书',
  annulment: '撤销行政处罚决定通知书',
  'repair-notice': '行政处罚信息信用修复告知书',
};
