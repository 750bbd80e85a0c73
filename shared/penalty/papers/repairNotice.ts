import { citedText } from '../../law/lawTable.ts';
import { publicityTermAt } from '../../law/publicityTerms.ts';
import { repairConditions, repairMaterials } from '../../law/repairRules.ts';
import { day, facts, heading, paragraph } from '../../notice/blocks.ts';
import type { PaperBlock } from '../../notice/paper.ts';
import { applicableRow } from '../measures.ts';
import { publicityOf } from '../publicityOf.ts';
import { decisionOf } from './decisionPaper.ts';
import { basis, draftOf, partyFacts, type WritePaper, you } from './paperSources.ts';

/** 信用修复告知书, served with the decision (两书同达): class, last day, earliest day, conditions, papers, where to apply. */
export const repairNotice: WritePaper = (sources) => {
  const { penalty } = sources;
  const decision = decisionOf(penalty);
  const draft = draftOf(penalty);
  const term = publicityOf(draft.charges, penalty.party, decision.on);
  const row = publicityTermAt(term.class, decision.on);
  const own = draft.charges.flatMap(({ entry, actOn, actUntil, tier }) => {
    const applied = applicableRow(entry, actUntil ?? actOn, decision.on, tier);
    return applied.ok ? [applied.value.row.repair.zh] : [];
  });
  const early: readonly PaperBlock[] =
    term.earliest === undefined
      ? [
          paragraph(
            term.neverEarly === true
              ? `依法不得提前停止公示，期限届满后自动停止（${citedText(row.citation)}）。`
              : '期限届满后自动停止公示，无需申请。',
          ),
        ]
      : [
          heading('提前停止公示的条件'),
          {
            type: 'list',
            items: [
              ...repairConditions
                .filter(({ subjects }) => subjects.some((one) => one === 'penalty'))
                .map(({ zh, citation }) => `${zh}（${citedText(citation)}）`),
              ...new Set(own),
            ],
          },
          heading('申请材料'),
          {
            type: 'list',
            items: repairMaterials.map(({ zh, citation }) => `${zh}（${citedText(citation)}）`),
          },
          heading('申请方式'),
          paragraph(
            '可以在送达本告知书时提供的网页上提出申请，也可以向本机关递交书面申请。准予修复的，本机关停止公示，并通知“信用中国”网站和国家企业信用信息公示系统。修复不收取任何费用。',
          ),
        ];
  return {
    blocks: [
      paragraph(
        `${basis(sources)}，现将行政处罚决定书（${decision.number ?? ''}）的信息公示和信用修复事项告知${you(sources)}：`,
      ),
      partyFacts(sources),
      facts([
        ['公示类别', row.zh],
        ['最长公示至', day(term.until)],
        ['最早可以停止公示', day(term.earliest) ?? '不适用'],
        ['国家企业信用信息公示系统', term.gsxt ? '公示' : '不公示'],
      ]),
      ...early,
    ],
    summaryEn: 'How long the penalty is published, and what can end that early. The Chinese text prevails.',
  };
};
