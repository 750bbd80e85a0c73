import { notPunishingGrounds } from '../../law/decisionReasons.ts';
import { citedText } from '../../law/lawTable.ts';
import { day, facts, heading, paragraph } from '../../notice/blocks.ts';
import type { PaperBlock } from '../../notice/paper.ts';
import { textBlocks } from '../../notice/textBlocks.ts';
import { contentText } from '../decisionWords.ts';
import { chargeBlocks } from './chargeBlocks.ts';
import { decisionOf } from './decisionPaper.ts';
import { basis, draftOf, nameOf, partyFacts, type WritePaper, you } from './paperSources.ts';
import { remedies } from './remedies.ts';

/** 不予行政处罚决定书, 案件移送函 and the proposal to CNIPA: how a case ends without a penalty of the office. */

/** The ground and its article; a ground is checked when it is drafted. */
export function groundText(code: string | undefined): string {
  const row = notPunishingGrounds.find(({ rule }) => rule === code);
  return row === undefined ? '' : `${row.zh}（${citedText(row.citation)}）`;
}

export const noPenaltyPaper: WritePaper = (sources) => {
  const { penalty } = sources;
  const draft = draftOf(penalty);
  return {
    blocks: [
      partyFacts(sources),
      heading('查明的事实'),
      ...textBlocks(draft.facts),
      heading('理由和依据'),
      facts([['不予处罚的情形', groundText(draft.ground)]]),
      ...textBlocks(draft.reason),
      heading('决定'),
      paragraph(`${basis(sources)}，本机关决定对${you(sources)}不予行政处罚。`),
      paragraph('请引以为戒，依法执业。'),
      ...remedies(sources),
    ],
    summaryEn: 'No penalty is imposed, for the ground stated. The Chinese text prevails.',
  };
};

/** To another authority: what is known of the case, and why it is for them. Before the filing there is no draft yet. */
export const transferPaper: WritePaper = (sources) => {
  const { penalty } = sources;
  const { draft, filing, suspicion } = penalty;
  const known: readonly PaperBlock[] =
    draft === undefined
      ? textBlocks(suspicion.text)
      : [...textBlocks(draft.facts), ...draft.charges.flatMap(({ facts: text }) => textBlocks(text))];
  return {
    blocks: [
      paragraph(`本机关在工作中发现下列案件由你机关管辖。${basis(sources)}，现将案件移送你机关处理。`),
      partyFacts(sources),
      heading('案件情况'),
      ...known,
      heading('移送的理由'),
      ...textBlocks(draft?.reason ?? filing?.reason ?? ''),
      paragraph(`随函移送案件材料（案件编号：${nameOf(penalty)}）。处理结果请函告本机关。`),
    ],
    summaryEn: 'A case is handed over to the authority that is competent for it.',
  };
};

/** The office never suspends or revokes itself: it reports its findings and proposes (专利代理管理办法 art. 50). */
export const proposalPaper: WritePaper = (sources) => {
  const { penalty } = sources;
  const { on } = decisionOf(penalty);
  const draft = draftOf(penalty);
  return {
    blocks: [
      paragraph(`${basis(sources)}，现将下列案件的调查结果和处罚建议报送你局，请予处理。`),
      partyFacts(sources),
      ...chargeBlocks(draft, draft.charges, on, '建议给予'),
      heading('处罚建议'),
      paragraph(`建议你局依法作出以下处罚：${contentText(draft.charges)}。`),
      paragraph(`本机关的调查于${day(on)}完成，案件材料（案件编号：${nameOf(penalty)}）随函报送。`),
    ],
    summaryEn: 'Findings of the office and its proposal of a penalty to CNIPA.',
  };
};
