import { mediationEnds } from '../../law/intakeGrounds.ts';
import { citedText } from '../../law/lawTable.ts';
import type { PaperBlock } from '../../notice/paper.ts';
import { day, facts, paragraph, rowOf, yuan } from '../../notice/paperParts.ts';
import { textBlocks } from '../../notice/textBlocks.ts';
import type { ComplaintCase } from '../complaintCase.ts';
import { activeDeadlines } from '../deadlines.ts';
import { basis, caseFacts, type FormSources, nameOf, serviceZh, type WriteForm } from './formSources.ts';

/**
 * 调解通知书, 终止调解决定书 and 调解书, to either side. The agency reads what the dispute is about as far as mediation
 * needs it: the service, the application and what is asked for. It reads nothing that the filer tells freely, because
 * that can say who they are; nor which conducts were ticked, because those can be those of a report made at the same
 * time, and that there is one stays unknown to it (令121号 art. 37).
 */

function disputeFacts({ matter }: ComplaintCase): PaperBlock {
  return facts([
    ['争议事项', `${serviceZh[matter.service]}服务争议`],
    ['申请号（注册号）', matter.applicationNumber],
    ['合同', matter.contract],
    ['金额', yuan(matter.amountFen)],
  ]);
}

function requestBlocks({ matter: { request } }: ComplaintCase): readonly PaperBlock[] {
  if (request === undefined) return [];
  return [{ type: 'heading', text: '投诉请求' }, ...textBlocks(request)];
}

function periodOf(complaint: ComplaintCase): string {
  const mediate = activeDeadlines(complaint, 'mediating').find(({ kind }) => kind === 'mediate')?.deadline;
  if (mediate === undefined) return '';
  return `调解期限到${day(mediate.dueLegal)}${mediate.provisional ? '（暂定）' : ''}为止（${citedText(mediate.citation)}）。`;
}

const RULES_OF_MEDIATION: PaperBlock = {
  type: 'list',
  items: [
    '调解遵循自愿原则，需经双方同意；任何一方可以不同意，也可以在达成协议前退出。',
    '认为调解人员与争议有利害关系、可能影响公正的，可以申请回避。',
    '需要检测、鉴定的，由双方协商选择机构；检测、鉴定的时间不计入调解期限。',
    '达成协议的，本机关制作调解书；双方已经即时履行或者同意不制作的除外。',
  ],
};

export const mediationInvitation: WriteForm = (sources) =>
  sources.to === 'agency' ? invitationToAgency(sources) : invitationToFiler(sources);

function invitationToAgency(sources: FormSources) {
  const { complaint } = sources;
  return {
    blocks: [
      paragraph(
        `本机关收到并受理了一件涉及你单位的投诉（案件编号：${nameOf(complaint)}）。${basis(sources)}，本机关拟组织双方调解，现通知如下：`,
      ),
      disputeFacts(complaint),
      ...requestBlocks(complaint),
      RULES_OF_MEDIATION,
      paragraph(
        `请自收到本通知之日起及时与本机关联系，书面告知是否同意调解，并提供服务合同、往来文件等与争议有关的材料。${periodOf(complaint)}`,
      ),
      paragraph('本通知只为调解使用。请勿为此自行查找投诉人或者对其施加压力。'),
    ],
    summaryEn: 'Invitation to the mediation of a complaint. The Chinese text prevails.',
  };
}

function invitationToFiler(sources: FormSources) {
  const { complaint } = sources;
  return {
    blocks: [
      paragraph(
        `你对${complaint.matter.agency.name}的投诉，本机关已经受理。${basis(sources)}，本机关拟组织双方调解，现通知如下：`,
      ),
      facts(caseFacts(complaint)),
      disputeFacts(complaint),
      ...requestBlocks(complaint),
      RULES_OF_MEDIATION,
      paragraph(
        `请凭回执码在查询页回复或者与本机关联系，告知是否同意调解。无正当理由不参加调解的，本机关可以终止调解。${periodOf(complaint)}`,
      ),
      paragraph('本机关向被投诉人告知的内容限于上列争议事项和请求，不告知你的身份和联系方式。'),
    ],
    summaryEn: 'Invitation to the mediation of your complaint. The Chinese text prevails.',
  };
}

function endOf(complaint: ComplaintCase) {
  const { mediationEnd: end, received } = complaint;
  if (end === undefined) throw new Error(`the mediation of ${complaint.id} has not ended`);
  return { end, ground: rowOf(mediationEnds, end.ground, received.on) };
}

/** What was written about the end stays with the filer: it can repeat their own words. */
export const mediationEnd: WriteForm = (sources) => {
  const { complaint, to } = sources;
  const { end, ground } = endOf(complaint);
  const about =
    to === 'agency'
      ? `本机关受理的涉及你单位的投诉（案件编号：${nameOf(complaint)}）`
      : `你对${complaint.matter.agency.name}的投诉`;
  return {
    blocks: [
      paragraph(`${about}，${basis(sources)}，本机关决定终止调解。`),
      facts([
        ...caseFacts(complaint),
        ['终止日期', day(end.on)],
        ['终止的情形', `${ground.zh}（${citedText(ground.citation)}）`],
      ]),
      ...(to === 'agency' ? [] : [{ type: 'heading', text: '说明' } as const, ...textBlocks(end.reason)]),
      paragraph('终止调解后，双方可以依法通过仲裁、诉讼等其他途径解决争议。'),
    ],
    summaryEn: 'The mediation has ended. The Chinese text prevails.',
  };
};

export const mediationAgreement: WriteForm = (sources) => {
  const { complaint } = sources;
  const { end } = endOf(complaint);
  return {
    blocks: [
      paragraph(`${basis(sources)}，经本机关组织调解，双方自愿达成协议如下：`),
      facts([
        ['案件编号', nameOf(complaint)],
        ['被投诉人', complaint.matter.agency.name],
        ['达成协议之日', day(end.on)],
      ]),
      disputeFacts(complaint),
      ...requestBlocks(complaint),
      { type: 'heading', text: '协议内容' },
      ...textBlocks(end.reason),
      paragraph('本调解书一式三份，双方各执一份，本机关存档一份，自双方签名或者盖章之日起生效。'),
      {
        type: 'facts',
        rows: [
          ['投诉人（签名）', '　'],
          ['被投诉人（盖章）', '　'],
          ['日期', '　　　　年　　月　　日'],
        ],
      },
    ],
    summaryEn: 'Record of the agreement that both sides have reached. The Chinese text prevails.',
  };
};
