import type { PaperBlock } from '../../notice/paper.ts';
import { day, facts, paragraph, yuan } from '../../notice/paperParts.ts';
import { textBlocks } from '../../notice/textBlocks.ts';
import type { ComplaintCase } from '../complaintCase.ts';
import { complaintMessages } from '../messages.ts';
import {
  basis,
  caseFacts,
  conductsZh,
  type FormSources,
  KEPT_APART,
  serviceZh,
  type WriteForm,
} from './formSources.ts';

/** 投诉登记表 and 举报登记表: kept in the file of the office, sent to nobody. */

const contacts = { none: '无', unconfirmed: '有（未经本人确认）', confirmed: '有（已经本人确认）' } as const;

function filerRow({ filer, kind }: ComplaintCase): readonly (readonly [string, string | undefined])[] {
  const who = kind === 'complaint' ? '投诉人' : '举报人';
  if (filer.anonymous) return [[who, '匿名']];
  return [
    [who, `实名（${KEPT_APART}）`],
    ['电子邮箱', contacts[filer.mail]],
    ['代理人', filer.proxy ? `有（${KEPT_APART}）` : undefined],
  ];
}

function registered(sources: FormSources): readonly PaperBlock[] {
  const { complaint } = sources;
  const { matter, channel, enteredBy, files } = complaint;
  const { agency } = matter;
  return [
    paragraph(`${basis(sources)}，登记如下：`),
    facts([
      ...caseFacts(complaint),
      ['收到渠道', complaintMessages[`complaint.channel.${channel}`].zh],
      ['录入人', enteredBy?.name],
      ...filerRow(complaint),
      [complaint.kind === 'complaint' ? '被投诉人' : '被举报人', agency.name],
      ['统一社会信用代码', agency.uscc],
      ['是否在机构名录内', agency.listed ? '是' : '否'],
      ['地址或者线索', agency.listed ? undefined : agency.whereabouts],
      ['服务类别', serviceZh[matter.service]],
      ['涉及人员', matter.practitioner],
      ['反映的行为', conductsZh(complaint)],
      ['申请号（注册号）', matter.applicationNumber],
      ['合同', matter.contract],
      ['金额', yuan(matter.amountFen)],
      ['知道之日', day(matter.knownSince)],
      ['权利丧失之日', day(matter.rightsLostOn)],
      ['随附文件', files.length === 0 ? '无' : `${files.length}件`],
    ]),
    { type: 'heading', text: '事实和依据' },
    ...textBlocks(matter.facts),
  ];
}

export const complaintRegister: WriteForm = (sources) => {
  const { request } = sources.complaint.matter;
  return {
    blocks: [
      ...registered(sources),
      ...(request === undefined
        ? []
        : [{ type: 'heading', text: '投诉请求' } as const, ...textBlocks(request)]),
    ],
    summaryEn: 'Register entry of a complaint; for the file of the office.',
  };
};

export const reportRegister: WriteForm = (sources) => ({
  blocks: registered(sources),
  summaryEn: 'Register entry of a report; for the file of the office.',
});
