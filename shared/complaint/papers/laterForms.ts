import { notFiledGrounds, transferKinds } from '../../law/intakeGrounds.ts';
import { citedText } from '../../law/lawTable.ts';
import { day, facts, paragraph, rowOf, yuan } from '../../notice/paperParts.ts';
import { textBlocks } from '../../notice/textBlocks.ts';
import { basis, caseFacts, conductsZh, KEPT_APART, serviceZh, type WriteForm } from './formSources.ts';

/** 分送通知书 to another organ, and 举报处理结果告知书 to the reporter. */

/** The case goes over with what it is about; who filed is handed over apart, by a person. */
export const forwarding: WriteForm = (sources) => {
  const { complaint, id } = sources;
  const transfer = complaint.transfers[Number(id) - 1];
  if (transfer === undefined) throw new Error(`${complaint.id} has no transfer ${id}`);
  const { matter, filer, kind } = complaint;
  const row = rowOf(transferKinds, transfer.kind, complaint.received.on);
  const what = kind === 'complaint' ? '投诉' : '举报';
  return {
    blocks: [
      paragraph(
        `本机关于${day(complaint.received.on)}收到下列${what}。经审查，应当${row.zh}（${citedText(row.citation)}），现将材料移交你单位，请依法处理。`,
      ),
      facts([
        ...caseFacts(complaint),
        [`被${what}人`, matter.agency.name],
        ['统一社会信用代码', matter.agency.uscc],
        ['服务类别', serviceZh[matter.service]],
        ['反映的行为', conductsZh(complaint)],
        ['申请号（注册号）', matter.applicationNumber],
        ['金额', yuan(matter.amountFen)],
        [`${what}人`, filer.anonymous ? '匿名' : `实名（${KEPT_APART}，需要的由专人另行移交）`],
        ['随附文件', complaint.files.length === 0 ? '无' : `${complaint.files.length}件`],
      ]),
      { type: 'heading', text: '移交理由' },
      ...textBlocks(transfer.reason),
      { type: 'heading', text: '事实' },
      ...textBlocks(matter.facts),
      ...(matter.request === undefined
        ? []
        : [{ type: 'heading', text: '请求' } as const, ...textBlocks(matter.request)]),
      paragraph(
        `${transfer.kind === 'forwarded' ? '收到后认为没有处理权限的，请及时退回本机关，不得再次分送。' : ''}请对${what}人信息和办理情况依法保密。`,
      ),
    ],
    summaryEn: 'A case is handed over to another authority. The Chinese text prevails.',
  };
};

/** The result alone: what the office has found out about others is not told. */
export const reportResult: WriteForm = (sources) => {
  const { complaint } = sources;
  const { decision, received, matter } = complaint;
  if (decision?.decided === undefined) throw new Error(`nothing is decided on ${complaint.id}`);
  const filed = decision.outcome === 'filed';
  const ground =
    decision.ground === undefined ? undefined : rowOf(notFiledGrounds, decision.ground, received.on);
  return {
    blocks: [
      paragraph(`你对${matter.agency.name}的举报，本机关已经核查。${basis(sources)}，现将处理结果告知如下：`),
      facts([
        ...caseFacts(complaint),
        ['处理结果', filed ? '予以立案' : '不予立案'],
        [
          '不予立案的情形',
          filed || ground === undefined ? undefined : `${ground.zh}（${citedText(ground.citation)}）`,
        ],
      ]),
      paragraph('有新的线索或者证据的，可以凭回执码补充，也可以再次举报。'),
      paragraph('本机关对你的身份和举报的办理情况依法保密。'),
    ],
    summaryEn: filed
      ? 'A case was filed after your report. The Chinese text prevails.'
      : 'No case was filed after your report. The Chinese text prevails.',
  };
};
