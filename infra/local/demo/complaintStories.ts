import { accept, refuseComplaint } from '../../../shared/complaint/accepting.ts';
import { addNote } from '../../../shared/complaint/handling.ts';
import { endMediation, recordSitting, suspend } from '../../../shared/complaint/mediating.ts';
import { write } from '../../../shared/complaint/messaging.ts';
import { askReveal } from '../../../shared/complaint/revealing.ts';
import { askExtension, proposeDecision, verify } from '../../../shared/complaint/verifying.ts';
import type { Actor } from '../../../shared/draw/ceremony/decision.ts';
import type { Agency } from '../../../shared/register/agency.ts';
import type { SeedContext } from '../runtime.ts';
import type { ComplaintDesk, ToldFiling } from './complaintDesk.ts';
import { accusedAgencies, demoFilings } from './filings.ts';

type Filings = ReturnType<typeof demoFilings>;

/**
 * Lets complaints and reports come in and be handled, the oldest first, so that the desk shows one of everything.
 * Days are counted back from today and rolled back to working days; what is not meant to be overdue keeps its dates
 * across the longest holidays.
 */
export async function fileComplaints(
  {
    addresses,
    hint,
  }: { readonly addresses: { readonly public: string }; readonly hint: SeedContext['hint'] },
  desk: ComplaintDesk,
  agencies: readonly Agency[],
  supervisor: Actor,
): Promise<void> {
  const filings = demoFilings(accusedAgencies(agencies), desk.today);
  await agreedToBeTold(desk, filings.agreed, supervisor);
  const followed = await restingMediation(desk, filings.mediated, supervisor);
  await refusedOne(desk, filings.refused, supervisor);
  await overdueOne(desk, filings.overdue, supervisor);
  await waitingProposal(desk, filings.proposed, supervisor);
  await extensionAndRepeat(desk, filings, supervisor);
  const anonymous = await unreadMessage(desk, filings.anonymous, supervisor);
  await desk.file(1, filings.urgent, 'complaint');
  const href = `${addresses.public}/follow`;
  hint({
    zh: '回执码：调解中的投诉',
    en: 'Receipt code: a complaint in mediation',
    value: followed,
    href,
  });
  hint({ zh: '回执码：匿名举报', en: 'Receipt code: an anonymous report', value: anonymous, href });
}

/** An agreement that both sides still have to be told of. */
async function agreedToBeTold(desk: ComplaintDesk, told: ToldFiling, by: Actor) {
  const { id } = await desk.file(50, told, 'complaint');
  await desk.assign(49, id, by);
  await desk.give(47, id, 'accept', accept, undefined, by);
  const text = '双方到场。机构承认系统重复扣款，同意退还一次费用。';
  await desk.give(
    20,
    id,
    'record-sitting',
    recordSitting,
    { on: desk.dayAgo(20), consent: 'both', text },
    by,
  );
  const reason = '机构在七日内退还人民币1500元，双方再无争议。';
  await desk.give(2, id, 'end-mediation', endMediation, { ground: 'agreed', reason }, by);
}

/** A mediation that rests for a test, and a wish to see who filed that waits for a second person. */
async function restingMediation(desk: ComplaintDesk, told: ToldFiling, by: Actor): Promise<string> {
  const { id, receipt } = await desk.file(40, told, 'complaint');
  await desk.assign(39, id, by);
  await desk.give(37, id, 'accept', accept, undefined, by);
  const text = '双方对译文是否改变保护范围意见不一，同意共同委托翻译机构鉴定。';
  await desk.give(
    20,
    id,
    'record-sitting',
    recordSitting,
    { on: desk.dayAgo(20), consent: 'both', text },
    by,
  );
  const rest = {
    reason: 'test',
    from: desk.dayAgo(12),
    note: '双方共同委托鉴定译文，鉴定期间不计入调解期限。',
  } as const;
  await desk.give(12, id, 'suspend', suspend, rest, by);
  const news =
    'The expert opinion on the translation was commissioned. Mediation goes on when it has arrived.';
  await desk.give(11, id, 'write', write, { text: news }, by);
  const reason = '鉴定机构要求核对委托人身份。';
  await desk.give(1, id, 'ask-reveal', askReveal, { reason }, by);
  return receipt;
}

async function refusedOne(desk: ComplaintDesk, told: ToldFiling, by: Actor) {
  const { id } = await desk.file(30, told, 'complaint', by);
  await desk.assign(29, id, by);
  const reason = '投诉人陈述并提交受理通知书：同一争议已由人民法院受理。';
  await desk.give(27, id, 'refuse', refuseComplaint, { ground: 'handled-elsewhere', reason }, by);
}

/** Nobody has accepted or refused it in time: shown as overdue, whatever happens to it now. */
async function overdueOne(desk: ComplaintDesk, told: ToldFiling, by: Actor) {
  const { id } = await desk.file(24, told, 'complaint');
  await desk.assign(20, id, by);
  await desk.give(18, id, 'note', addNote, { text: '电话联系机构两次，无人接听。' }, by);
}

async function waitingProposal(desk: ComplaintDesk, told: ToldFiling, by: Actor) {
  const { id } = await desk.file(19, told, 'report');
  await desk.assign(18, id, by);
  await desk.give(16, id, 'verify', verify, undefined, by);
  const reason =
    '抽取清单中十件申请比对，七件技术方案实质相同，有初步证据证明存在违法行为，建议立案并定向检查。';
  await desk.give(
    1,
    id,
    'propose-decision',
    proposeDecision,
    { outcome: 'filed', reason, inspect: true },
    by,
  );
}

/** A verification whose longer period waits for a second person, and the same facts filed again by somebody else. */
async function extensionAndRepeat(desk: ComplaintDesk, filings: Filings, by: Actor) {
  const { id } = await desk.file(16, filings.verifying, 'report');
  await desk.assign(15, id, by);
  await desk.give(13, id, 'verify', verify, undefined, by);
  const reason = '需要向国家知识产权局调取缴费记录，预计还要十个工作日。';
  await desk.give(2, id, 'ask-extension', askExtension, { reason }, by);
  const repeat = await desk.file(6, filings.repeated, 'report');
  await desk.assign(5, repeat.id, by);
  await desk.attach(5, repeat.id, id, by);
}

async function unreadMessage(desk: ComplaintDesk, told: ToldFiling, by: Actor): Promise<string> {
  const { id, receipt } = await desk.file(5, told, 'report');
  await desk.assign(4, id, by);
  await desk.give(4, id, 'write', write, { text: '请补充网店的名称或者地址，以及您看到广告的日期。' }, by);
  await desk.give(1, id, 'write', write, {
    text: '网店叫“示例专利代办”，上周三还在接单，页面截图可以再传。',
  });
  return receipt;
}
