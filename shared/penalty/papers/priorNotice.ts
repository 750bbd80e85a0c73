import { formatDateEn } from '../../calendar/localDate.ts';
import { hearingReasons } from '../../law/hearingReasons.ts';
import { citedText } from '../../law/lawTable.ts';
import { type ListingGroundRow, listingGrounds } from '../../law/listingGrounds.ts';
import { heading, paragraph } from '../../notice/blocks.ts';
import type { PaperBlock } from '../../notice/paper.ts';
import { textBlocks } from '../../notice/textBlocks.ts';
import { contentText } from '../decisionWords.ts';
import { hearingReasonsOf } from '../hearingRules.ts';
import type { PriorNotice } from '../penaltyCase.ts';
import { chargeBlocks } from './chargeBlocks.ts';
import {
  basis,
  draftOf,
  type PaperSources,
  partyFacts,
  rowOf,
  type WritePaper,
  you,
} from './paperSources.ts';
import { periodBasis, periodText } from './remedies.ts';

/** 行政处罚事先告知书: facts, reasons, basis, what is planned, and the rights (行政处罚法 arts. 44, 45, 63, 64). */
export const priorNotice: WritePaper = (sources) => {
  const { penalty, id, date } = sources;
  const notice = penalty.notices.find(({ no }) => String(no) === id);
  if (notice === undefined) throw new Error(`${penalty.id} has no prior notice ${id}`);
  const draft = draftOf(penalty);
  return {
    blocks: [
      paragraph(
        `经本机关调查，${you(sources)}涉嫌违法一案已调查终结。${basis(sources)}，现将拟作出行政处罚的内容、事实、理由、依据和${you(sources)}依法享有的权利告知如下：`,
      ),
      partyFacts(sources),
      ...chargeBlocks(draft, notice.charges, date, '拟给予'),
      heading('拟作出的行政处罚'),
      paragraph(`本机关拟作出以下决定：${contentText(notice.charges)}。`),
      ...listingBlocks(sources, notice.listing),
      heading('陈述、申辩的权利'),
      paragraph(
        `${you(sources)}有权进行陈述和申辩。请自收到本告知书之日起${periodText('penalty.defence', date)}内提出（${periodBasis('penalty.defence', date)}）；可以书面提出、当面口头提出，也可以在送达本告知书时提供的网页上提出。逾期未提出的，视为放弃。本机关不因陈述、申辩给予更重的处罚（行政处罚法第四十五条）。`,
      ),
      ...hearingBlocks(sources, notice),
    ],
    summaryEn: `Prior notice of a penalty, dated ${formatDateEn(date)}: you may state your case${notice.hearing ? ' and ask for a hearing' : ''}. The Chinese text prevails.`,
  };
};

function hearingBlocks(sources: PaperSources, notice: PriorNotice): readonly PaperBlock[] {
  if (!notice.hearing) return [];
  const { penalty, date } = sources;
  const sum = (kind: 'fine' | 'confiscation') =>
    notice.charges.reduce((total, { measures }) => total + (measures[kind] ?? 0), 0);
  const sums = { fine: sum('fine'), confiscated: sum('confiscation') };
  const reasons = hearingReasonsOf(notice.charges, penalty.party, sums, date);
  const words = hearingReasons
    .filter(({ rule }) => reasons.includes(rule))
    .map(({ zh, citation }) => `${zh}（${citedText(citation)}）`);
  return [
    heading('要求听证的权利'),
    paragraph(
      `${words.length === 0 ? '' : `拟作出的处罚属于：${words.join('；')}。`}${you(sources)}有权要求举行听证。要求听证的，请自收到本告知书之日起${periodText('penalty.defence', date)}内提出（${periodBasis('penalty.defence', date)}）；逾期未提出的，视为放弃。听证由本机关组织，${you(sources)}不承担费用。`,
    ),
  ];
}

function listingBlocks(sources: PaperSources, listing: PriorNotice['listing']): readonly PaperBlock[] {
  if (listing === undefined) return [];
  const ground = rowOf<ListingGroundRow>(listingGrounds, listing.ground, sources.date);
  return [
    paragraph(`同时拟将${you(sources)}列入严重违法失信名单：${ground.zh}（${citedText(ground.citation)}）。`),
    ...textBlocks(listing.reason),
  ];
}
