import { formatDateEn } from '../../calendar/localDate.ts';
import { referenceBasis } from '../../law/intakeForms.ts';
import { refusalGrounds } from '../../law/intakeGrounds.ts';
import { citedText, ruleAt } from '../../law/lawTable.ts';
import { OTHER_WAYS_CITATION, otherWays } from '../../law/otherWays.ts';
import type { PaperBlock } from '../../notice/paper.ts';
import { day, facts, paragraph, rowOf } from '../../notice/paperParts.ts';
import { textBlocks } from '../../notice/textBlocks.ts';
import type { ComplaintCase } from '../complaintCase.ts';
import { activeDeadlines } from '../deadlines.ts';
import { basis, caseFacts, type WriteForm } from './formSources.ts';

/** 限期提供身份证明材料通知书, 受理决定书 and 不予受理决定书: what the filer is told before anything is settled. */

const asked = { identity: '身份证明材料', documents: '补充材料' } as const;

/** What follows when nothing comes: a complaint may be refused, a report is checked on what there is. */
function otherwise({ kind, received, accepted }: ComplaintCase, what: keyof typeof asked): string {
  if (kind === 'report') return '逾期未提供的，本机关依据已有材料进行核查。';
  if (accepted !== undefined) return '逾期未提供的，本机关依据已有材料继续处理。';
  const ground =
    (what === 'identity' ? ruleAt(refusalGrounds, 'identity', received.on) : undefined) ??
    rowOf(refusalGrounds, 'material', received.on);
  return `逾期未提供的，本机关可以依据${citedText(ground.citation)}不予受理。`;
}

export const identityRequest: WriteForm = (sources) => {
  const { complaint, id } = sources;
  const request = complaint.requests.find(({ no }) => String(no) === id);
  if (request === undefined) throw new Error(`${complaint.id} has no request ${id}`);
  return {
    ...(request.what === 'documents' ? { title: '限期提供材料通知书' } : {}),
    blocks: [
      paragraph(`${basis(sources)}，请你在${day(request.until)}前（含当日）提供下列${asked[request.what]}：`),
      ...textBlocks(request.text),
      facts(caseFacts(complaint)),
      paragraph(
        '可以凭回执码在本机关网站的查询页提交，也可以邮寄或者到本机关当面提交。身份证明材料只用于核实身份，另行保管，不提供给被投诉、被举报的单位和个人。',
      ),
      paragraph(otherwise(complaint, request.what)),
    ],
    summaryEn: `The office asks you for material by ${formatDateEn(request.until)}. The Chinese text prevails.`,
  };
};

export const acceptance: WriteForm = (sources) => {
  const { complaint } = sources;
  const { accepted, filer, matter, received } = complaint;
  if (accepted === undefined) throw new Error(`${complaint.id} is not accepted`);
  const mediate = activeDeadlines(complaint, 'mediating').find(({ kind }) => kind === 'mediate')?.deadline;
  const reference = rowOf(referenceBasis, 'reference', received.on);
  return {
    blocks: [
      paragraph(
        `你对${matter.agency.name}的投诉，本机关已于${day(received.on)}收到。${basis(sources)}，本机关决定予以受理。`,
      ),
      ...(filer.standing === 'business'
        ? [paragraph(`你的投诉${reference.zh}（${citedText(reference.citation)}）。`)]
        : []),
      facts([...caseFacts(complaint), ['受理日期', day(accepted.on)]]),
      paragraph(
        `调解以双方自愿为前提，本机关将另行通知被投诉人。${
          mediate === undefined
            ? ''
            : `调解期限到${day(mediate.dueLegal)}${mediate.provisional ? '（暂定）' : ''}为止（${citedText(mediate.citation)}）；期限内未达成协议的，终止调解。`
        }`,
      ),
      paragraph('办理情况可以凭回执码在本机关网站查询。'),
    ],
    summaryEn: 'Your complaint is accepted and goes to mediation. The Chinese text prevails.',
  };
};

/** The other ways that are open (消费者权益保护法 art. 39): a refusal has to name them (令121号 art. 15). */
function waysBlocks(): readonly PaperBlock[] {
  return [
    paragraph(`本决定不影响你依法通过其他途径解决争议（${citedText(OTHER_WAYS_CITATION)}）：`),
    { type: 'list', items: otherWays.map(({ zh }, i) => `${zh}${i === otherWays.length - 1 ? '。' : '；'}`) },
  ];
}

export const refusal: WriteForm = (sources) => {
  const { complaint } = sources;
  const { refusal: refused, matter, received } = complaint;
  if (refused === undefined) throw new Error(`${complaint.id} is not refused`);
  const ground = rowOf(refusalGrounds, refused.ground, received.on);
  return {
    blocks: [
      paragraph(
        `你对${matter.agency.name}的投诉，本机关已于${day(received.on)}收到。${basis(sources)}，本机关决定不予受理。`,
      ),
      facts([...caseFacts(complaint), ['不予受理的情形', `${ground.zh}（${citedText(ground.citation)}）`]]),
      { type: 'heading', text: '理由' },
      ...textBlocks(refused.reason),
      ...waysBlocks(),
    ],
    summaryEn: 'Your complaint is not accepted; other ways remain open to you. The Chinese text prevails.',
  };
};
