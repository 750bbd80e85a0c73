import { notFiledGrounds } from '../../law/intakeGrounds.ts';
import { citedText } from '../../law/lawTable.ts';
import { catalogueRow } from '../../law/penaltyCatalogue.ts';
import { filingConditions } from '../../law/penaltyProcedure.ts';
import { day, facts, heading, paragraph } from '../../notice/blocks.ts';
import { textBlocks } from '../../notice/textBlocks.ts';
import { penaltyMessages } from '../messages.ts';
import type { PenaltySource } from '../penaltyCase.ts';
import { basis, partyFacts, type WritePaper } from './paperSources.ts';

/** A report is named in no paper of the case, not even in its own file, which its party may ask to read. */
function sourceText({ kind, reference }: PenaltySource): string {
  const word = penaltyMessages[`penalty.source.${kind === 'complaint' ? 'own' : kind}`].zh;
  return kind === 'complaint' || reference === '' ? word : `${word}（${reference}）`;
}

/** 立案审批表, or that no case is filed; kept in the file. */
export const filingPaper: WritePaper = (sources) => {
  const { penalty } = sources;
  const { filing, suspicion, officers, received } = penalty;
  if (filing?.decided === undefined) throw new Error(`${penalty.id} has no decision on its filing`);
  const filed = filing.outcome === 'filed';
  const entries = suspicion.entries.flatMap((code) => catalogueRow(code, received.on)?.zh ?? []);
  const ground = notFiledGrounds.find(({ rule }) => rule === filing.ground);
  return {
    ...(filed ? {} : { title: '不予立案审批表' }),
    blocks: [
      facts([
        ['案件来源', sourceText(penalty.source)],
        ['收到日期', day(received.on)],
        ['涉嫌违法行为', entries.join('；')],
        ['行为终了之日', day(suspicion.actOn)],
      ]),
      partyFacts(sources),
      heading('案情'),
      ...textBlocks(suspicion.text),
      heading(filed ? '立案条件' : '不予立案的情形'),
      ...(filed
        ? [
            {
              type: 'list' as const,
              items: filingConditions
                .filter(({ rule }) => filing.conditions.includes(rule))
                .map(({ zh, citation }) => `${zh}（${citedText(citation)}）`),
            },
          ]
        : [paragraph(ground === undefined ? '' : `${ground.zh}（${citedText(ground.citation)}）`)]),
      heading('理由'),
      ...textBlocks(filing.reason),
      facts([
        [
          '执法人员',
          officers.map(({ name, certificateNo }) => `${name}（执法证号：${certificateNo}）`).join('；'),
        ],
        ['承办人意见', `建议${filed ? '立案' : '不予立案'}　${filing.proposed.name}`],
        ['负责人意见', `${filed ? '同意立案' : '同意不予立案'}　${filing.decided.name}`],
      ]),
      paragraph(`${basis(sources)}制作。`),
    ],
    summaryEn: filed
      ? 'A case is filed; for the file of the office.'
      : 'No case is filed; for the file of the office.',
  };
};
