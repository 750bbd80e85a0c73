import type { Role } from '../access/roles.ts';
import { localDateSchema, shanghaiDate } from '../calendar/localDate.ts';
import type { CaseStore, StoredCase } from '../case/caseStore.ts';
import { commandsFor } from '../case/transition.ts';
import { ok, problem, type Result } from '../problem.ts';
import type { CasePaper } from './casePaper.ts';
import { singleAddress } from './mailAddress.ts';
import {
  type Notice,
  type NoticeStatus,
  type ServiceMethod,
  type ServiceNote,
  serviceMethods,
  serviceNotes,
} from './notice.ts';
import { type KeyedDigest, noticeCommit } from './noticeCommit.ts';
import { type NoticeCommand, noticeTransitions } from './noticeTransitions.ts';

export interface NoticeActor {
  /** User id, or `link:<tid>` of who came by a signed link. */
  readonly id: string;
  readonly roles: readonly (Role | 'link')[];
}

export interface NoticeCommandDeps {
  readonly store: CaseStore;
  readonly digest: KeyedDigest;
  readonly actor: NoticeActor;
  /** `YYYY-MM-DDTHH:MM:SSZ` */
  readonly at: string;
}

/** How a notice reached its recipient when not by mail. */
export interface Service {
  readonly on: string;
  readonly method: string;
  readonly note: string;
}

/**
 * Records service by other means: the notice is served and its mail, if still waiting, is not sent any more.
 * Refuses `notice.served.date` (no date, or in the future or before the paper), `notice.served.method` and
 * `notice.served.note`.
 */
export function markServed(
  deps: NoticeCommandDeps,
  noticeId: string,
  service: Service,
): Promise<Result<Notice | CasePaper>> {
  return give(deps, noticeId, 'mark-served', (notice) => {
    const on = localDateSchema.safeParse(service.on);
    if (!on.success || on.data > shanghaiDate(deps.at) || on.data < notice.date) {
      return problem('notice.served.date', undefined, 'on');
    }
    const method = code(serviceMethods, service.method);
    if (method === undefined) return problem('notice.served.method', undefined, 'method');
    const note = code(serviceNotes, service.note);
    if (note === undefined) return problem('notice.served.note', undefined, 'note');
    const { nextAt: _, ...mail } = notice.mail;
    const served = { on: on.data, method, note, by: deps.actor.id, at: deps.at };
    return ok({ status: 'served', notice: { ...notice, mail, served }, ground: method });
  });
}

/** Records that the mail came back after the server had taken it. */
export function markBounced(deps: NoticeCommandDeps, noticeId: string): Promise<Result<Notice | CasePaper>> {
  return give(deps, noticeId, 'mark-bounced', (notice) => {
    const failure = { class: 'permanent' as const, code: 'returned', at: deps.at };
    return ok({
      status: 'bounced',
      notice: { ...notice, mail: { ...notice.mail, failure } },
      ground: 'returned',
    });
  });
}

/**
 * Sends the notice to a corrected address: a new message with a Message-ID of its own. Only the address that the
 * recipient has signed for can be served electronically; at another one the mail is a courtesy copy.
 * Refuses `notice.address` and, for the address it already has, `notice.address.same`.
 */
export function requeue(
  deps: NoticeCommandDeps,
  noticeId: string,
  address: string,
): Promise<Result<Notice | CasePaper>> {
  return give(deps, noticeId, 'requeue', (notice) => {
    if (singleAddress(notice.recipient.name, address) === undefined) {
      return problem('notice.address', undefined, 'address');
    }
    if (address === notice.mail.address) return problem('notice.address.same', undefined, 'address');
    const service =
      notice.service === 'electronic' && address !== notice.consent?.address ? 'courtesy' : notice.service;
    const mail = { address, generation: notice.mail.generation + 1, attempts: 0, nextAt: deps.at };
    return ok({ status: 'queued', notice: { ...notice, service, mail } });
  });
}

/** The recipient, or a supervisor on their word, confirms that the notice has arrived. */
export function confirmReceipt(
  deps: NoticeCommandDeps,
  noticeId: string,
): Promise<Result<Notice | CasePaper>> {
  return give(deps, noticeId, 'confirm-receipt', (notice) =>
    ok({ status: 'delivered', notice: { ...notice, receipt: { at: deps.at, by: deps.actor.id } } }),
  );
}

interface Step {
  readonly status: NoticeStatus;
  readonly notice: Notice | CasePaper;
  readonly ground?: string;
}

/**
 * Checks the table of transitions, then commits. Refuses `notice.unknown`, `notice.state` (with the current
 * state: 409) and `case.stale` (somebody was faster).
 */
async function give(
  deps: NoticeCommandDeps,
  noticeId: string,
  command: NoticeCommand,
  step: (notice: Notice | CasePaper) => Result<Step>,
): Promise<Result<Notice | CasePaper>> {
  const before: StoredCase<Notice | CasePaper> | undefined = await deps.store.load<Notice | CasePaper>(
    noticeId,
  );
  if (before === undefined) return problem('notice.unknown');
  const allowed = commandsFor(noticeTransitions, before.status as NoticeStatus, deps.actor.roles);
  if (!allowed.includes(command)) return problem('notice.state', { status: before.status });
  const next = step(before.state);
  if (!next.ok) return next;
  const { status, notice, ground } = next.value;
  const change = { before, command, status, notice, actor: deps.actor.id, at: deps.at };
  const outcome = await deps.store.commit(
    noticeCommit(ground === undefined ? change : { ...change, ground }, deps.digest),
  );
  return outcome.ok ? ok(outcome.case.state) : problem('case.stale');
}

function code<Code extends ServiceMethod | ServiceNote>(
  list: readonly { readonly code: Code }[],
  text: string,
): Code | undefined {
  return list.find((entry) => entry.code === text)?.code;
}
