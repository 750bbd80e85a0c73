import { addDays, type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import type { CaseCommit, CaseStore } from '../case/caseStore.ts';
import { deadlineRules } from '../law/deadlineRules.ts';
import { ruleAt } from '../law/lawTable.ts';
import { type CasePaper, casePaperId } from '../notice/casePaper.ts';
import { type NoticeStatus, type ServiceNote, serviceMethods, serviceNotes } from '../notice/notice.ts';
import { type KeyedDigest, noticeCommit } from '../notice/noticeCommit.ts';
import { ok, problem, type Result } from '../problem.ts';
import { actOf, type PenaltyMoment } from './command.ts';
import type { PenaltyCase, Service } from './penaltyCase.ts';
import { penaltyCaseId } from './penaltyRows.ts';

/** How a paper was served, as it is entered. */
export interface ServiceInput {
  /** Of an announcement: the day on which it was published. */
  readonly on: LocalDate;
  readonly method: Service['method'];
  readonly note: ServiceNote;
}

/** What an act of service has to look up and to write beside the case. */
export interface ServiceDeps {
  readonly cases: Pick<CaseStore, 'load'>;
  readonly digest: () => Promise<KeyedDigest>;
}

export interface Served {
  readonly service: Service;
  /** Marks the paper as served in the same transaction. */
  readonly linked: readonly CaseCommit<unknown>[];
}

/**
 * The service of one paper of the case. The day is that on which it reached the party; an announcement takes effect
 * 30 days after it was published (令2号 art. 82), and a mail only in the system that the party has signed for (art. 81).
 *
 * Problems: `penalty.paper.unwritten` (the worker has not written it yet), `penalty.served.date`,
 * `penalty.served.announced` (not over yet), `penalty.served.electronic` (no signed confirmation, or not sent)
 */
export async function servedPaper(
  { cases, digest }: ServiceDeps,
  penalty: PenaltyCase,
  occasion: string,
  input: ServiceInput,
  moment: PenaltyMoment,
): Promise<Result<Served>> {
  const before = await cases.load<CasePaper>(casePaperId(penaltyCaseId(penalty.id), occasion, 'party'));
  if (before === undefined) return problem('penalty.paper.unwritten');
  const today = shanghaiDate(moment.at);
  if (input.on > today || input.on < before.state.date)
    return problem('penalty.served.date', { from: before.state.date }, 'on');
  if (input.method === 'electronic') {
    const { service, mail } = before.state;
    if (service !== 'electronic' || mail.sentAt === undefined)
      return problem('penalty.served.electronic', undefined, 'method');
    return ok({
      service: { ...actOf(moment), on: shanghaiDate(mail.sentAt), method: 'electronic' },
      linked: [],
    });
  }
  const on = input.method === 'announced' ? addDays(input.on, announcedDays(input.on)) : input.on;
  if (on > today) return problem('penalty.served.announced', { on }, 'on');
  if (before.status === 'served')
    return ok({ service: { ...actOf(moment), on, method: input.method }, linked: [] });
  const { nextAt: _next, ...mail } = before.state.mail;
  const served = { on, method: input.method, note: input.note, by: moment.actor.userId, at: moment.at };
  const commit = noticeCommit<CasePaper>(
    {
      before,
      command: 'mark-served',
      status: 'served' satisfies NoticeStatus,
      notice: { ...before.state, mail, served },
      actor: moment.actor.userId,
      at: moment.at,
      ground: input.method,
    },
    await digest(),
  );
  return ok({ service: { ...actOf(moment), on, method: input.method }, linked: [commit] });
}

function announcedDays(on: LocalDate): number {
  const row = ruleAt(deadlineRules, 'penalty.announced_service', on);
  if (row === undefined) throw new Error(`no rule for service by announcement on ${on}`);
  return row.length;
}

/** The ways in which a paper of a penalty is served; being told of it is none (行政处罚法 art. 61). */
export const penaltyServiceMethods = serviceMethods.filter(({ code }) => code !== 'told');

/** The words of a form as the ways of service that there are; undefined for anything else. */
export function readService(method: string, note: string): Pick<ServiceInput, 'method' | 'note'> | undefined {
  const way =
    method === 'electronic' ? 'electronic' : penaltyServiceMethods.find(({ code }) => code === method)?.code;
  const noted = serviceNotes.find(({ code }) => code === note)?.code;
  return way === undefined || noted === undefined ? undefined : { method: way, note: noted };
}
