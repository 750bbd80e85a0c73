import { formatDateEn } from '../../calendar/localDate.ts';
import { citedText } from '../../law/lawTable.ts';
import { type ListingGroundRow, listingGrounds } from '../../law/listingGrounds.ts';
import { publicityTermAt } from '../../law/publicityTerms.ts';
import { day, heading, paragraph } from '../../notice/blocks.ts';
import type { PaperBlock } from '../../notice/paper.ts';
import { textBlocks } from '../../notice/textBlocks.ts';
import { contentText, wordsOf } from '../decisionWords.ts';
import { currentNotice, type Decision, type Draft, type PenaltyCase } from '../penaltyCase.ts';
import { publicityOf } from '../publicityOf.ts';
import { chargeBlocks } from './chargeBlocks.ts';
import {
  basis,
  draftOf,
  type PaperSources,
  partyFacts,
  rowOf,
  type WritePaper,
  you,
  yuan,
} from './paperSources.ts';
import { percentText, periodBasis, periodText, remedies } from './remedies.ts';

/**
 * 行政处罚决定书: what 行政处罚法 art. 59 and 令2号 art. 62 want to stand in it, and that it will be published (行政处罚信息
 * 公示规定 art. 8).
 */
export const decisionPaper: WritePaper = (sources) => {
  const { penalty } = sources;
  const decision = decisionOf(penalty);
  const draft = draftOf(penalty);
  return {
    blocks: [
      partyFacts(sources),
      ...chargeBlocks(draft, draft.charges, decision.on, '决定'),
      ...defenceBlocks(sources),
      heading('处罚决定'),
      paragraph(
        `上述行为的处罚依据为：${wordsOf(draft, decision.on).basis}。${basis(sources)}，本机关决定：${contentText(draft.charges)}。`,
      ),
      ...listingBlocks(sources, draft),
      ...performing(sources, decision),
      ...remedies(sources),
      ...publicity(sources, draft, decision),
    ],
    summaryEn: `Decision on a penalty of ${formatDateEn(decision.on)}. The Chinese text prevails.`,
  };
};

export function decisionOf({ id, decision }: Pick<PenaltyCase, 'id' | 'decision'>): Decision {
  if (decision === undefined) throw new Error(`${id} is not decided`);
  return decision;
}

const adoptedZh = {
  all: '予以采纳',
  part: '部分予以采纳',
  none: '不予采纳',
  'nothing-said': '当事人未提出陈述、申辩意见',
} as const;

/** How the party was told, what it did, and how that was taken (令2号 art. 62). */
function defenceBlocks({ penalty }: PaperSources): readonly PaperBlock[] {
  const { consideration, statements, hearing, notices } = penalty;
  const notice = currentNotice({ notices });
  if (consideration === undefined || notice?.served === undefined)
    throw new Error(`${penalty.id} was decided without a notice`);
  const said = statements.filter(({ kind }) => kind === 'statement');
  const days = [...new Set(said.map(({ on }) => day(on)))].join('、');
  const waived = statements.some(({ kind }) => kind === 'waiver');
  const adopted = adoptedZh[consideration.adopted];
  return [
    heading('陈述、申辩及听证情况'),
    paragraph(
      [
        `本机关的行政处罚事先告知书于${day(notice.served.on)}送达。`,
        said.length === 0 ? '' : `当事人于${days}提出陈述、申辩。`,
        waived ? '当事人书面表示放弃陈述、申辩。' : '',
        hearingText(hearing),
        consideration.adopted === 'nothing-said'
          ? `${adopted}。`
          : `对当事人提出的意见，本机关经复核${adopted}。`,
      ].join(''),
    ),
    ...(consideration.text === '' ? [] : textBlocks(`理由：${consideration.text}`)),
    ...(consideration.group === undefined
      ? []
      : [paragraph(`本案经本机关负责人于${day(consideration.group.on)}集体讨论决定。`)]),
  ];
}

function hearingText(hearing: PenaltyCase['hearing']): string {
  if (hearing === undefined) return '';
  const asked = `当事人于${day(hearing.asked.on)}要求听证`;
  if (hearing.withdrawn !== undefined) return `${asked}，后撤回。`;
  if (hearing.held === undefined) return `${asked}。`;
  return `${asked}，本机关于${day(hearing.held.on)}举行听证${hearing.held.attended ? '' : '，当事人未出席'}。`;
}

function listingBlocks(sources: PaperSources, { listing }: Draft): readonly PaperBlock[] {
  if (listing === undefined) return [];
  const ground = rowOf<ListingGroundRow>(listingGrounds, listing.ground, sources.date);
  return [
    paragraph(
      `同时决定将${you(sources)}列入严重违法失信名单：${ground.zh}（${citedText(ground.citation)}），列入决定另行制作。`,
    ),
    ...textBlocks(listing.reason),
  ];
}

/** How and until when it is to be performed (行政处罚法 art. 59(4)). */
function performing(sources: PaperSources, { fine, confiscated }: Decision): readonly PaperBlock[] {
  const { date } = sources;
  const owed = fine + confiscated;
  if (owed === 0) return [];
  const late =
    fine === 0
      ? ''
      : `逾期不缴纳罚款的，本机关可以每日按罚款数额的${percentText('late.daily', date)}加处罚款，加处罚款的数额不超出罚款数额的${percentText('late.most', date)}（行政处罚法第七十二条）。`;
  return [
    heading('履行方式和期限'),
    paragraph(
      `罚款和没收款共计${yuan(owed)}，请${you(sources)}自收到本决定书之日起${periodText('penalty.pay', date)}内，凭随本决定书送达的缴款书到代收银行或者通过电子支付系统缴纳（${periodBasis('penalty.pay', date)}）。${late}`,
    ),
  ];
}

/** That it will be published, where and until when: the party is told in writing at service. */
function publicity(sources: PaperSources, draft: Draft, decision: Decision): readonly PaperBlock[] {
  const term = publicityOf(draft.charges, sources.penalty.party, decision.on);
  const row = publicityTermAt(term.class, decision.on);
  const where = term.gsxt
    ? '本机关网站、“信用中国”网站和国家企业信用信息公示系统'
    : '本机关网站和“信用中国”网站（不在国家企业信用信息公示系统公示）';
  return [
    heading('信息公示'),
    paragraph(
      `本决定的信息将依法在${where}公示，类别为“${row.zh}”，最长公示至${day(term.until)}（${citedText(row.citation)}）。公示期限和提前停止公示的条件，见同时送达的信用修复告知书。`,
    ),
  ];
}
