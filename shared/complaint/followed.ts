import { type LocalDate, shanghaiDate, startOfShanghaiDay } from '../calendar/localDate.ts';
import type { CaseStore } from '../case/caseStore.ts';
import {
  type ComplaintCase,
  type ComplaintStatus,
  isOpen,
  type LinkedCase,
  openSuspension,
  type ReportDecision,
  type Suspension,
  type Transfer,
} from './complaintCase.ts';
import { complaintCaseId } from './complaintRows.ts';
import type { ComplaintLists, StoredComplaint } from './ports.ts';

/** What whoever holds a receipt sees: the cases that it opens and those that were made of them. */

/** Links that lead to more of the same filing. A repeat, and the case it repeats, can be another person's. */
const followedLinks: ReadonlySet<LinkedCase['as']> = new Set(['sibling', 'breach']);
/** A filing makes two cases, and each of them at most one more. */
const MOST_FOLLOWED = 8;
/** A case that never is: looked for where a receipt is unknown, so that the answer takes the same reads. */
const NO_CASE = '00000000000000000000000000';
/** Cases that a filing makes at most. */
const CASES_OF_FILING = 2;

interface FollowDeps {
  readonly cases: Pick<CaseStore, 'load'>;
  readonly lists: Pick<ComplaintLists, 'ofReceipt'>;
}

/** A case as its filer sees it. */
export interface FollowedCase {
  readonly stored: StoredComplaint;
  readonly complaint: ComplaintCase;
  /** Never `attached`: see `shownAs`. */
  readonly status: ComplaintStatus;
  /** The day on which the office owed nothing more. */
  readonly ended?: LocalDate;
  /** What was decided on a report, once it is. */
  readonly decision?: Pick<ReportDecision, 'outcome' | 'ground'> & { readonly on: LocalDate };
}

const load = (deps: FollowDeps, id: string) => deps.cases.load<ComplaintCase>(complaintCaseId(id));

/** A receipt ends with the identity that was filed under it. */
const isKept = (stored: StoredComplaint | undefined): stored is StoredComplaint =>
  stored !== undefined && stored.state.filer.erased === undefined;

/** Whether a receipt opens anything. Known, unknown, replaced and erased take the same three reads. */
export async function opensCases(deps: FollowDeps, hash: string): Promise<boolean> {
  const ids = (await deps.lists.ofReceipt(hash)) ?? [];
  const read = [0, 1].slice(0, CASES_OF_FILING).map((at) => load(deps, ids[at] ?? NO_CASE));
  return (await Promise.all(read)).some(isKept);
}

/** The cases of a receipt, oldest filing first; none for whatever is wrong with it. */
export async function casesOfReceipt(deps: FollowDeps, hash: string): Promise<readonly FollowedCase[]> {
  const found: FollowedCase[] = [];
  const ids = [...((await deps.lists.ofReceipt(hash)) ?? [])];
  for (let at = 0; at < ids.length && at < MOST_FOLLOWED; at++) {
    const stored = await load(deps, ids[at] ?? NO_CASE);
    if (!isKept(stored)) continue;
    found.push(await shownAs(deps, stored));
    for (const { id, as } of stored.state.links) {
      if (followedLinks.has(as) && !ids.includes(id)) ids.push(id);
    }
  }
  return found;
}

/**
 * A case that was attached to an earlier one looks to its filer as that one stands: an agency that reports itself to
 * find out whether others have would otherwise read the answer here (令121号 art. 37).
 */
async function shownAs(deps: FollowDeps, stored: StoredComplaint): Promise<FollowedCase> {
  const complaint = stored.state;
  const status = stored.status as ComplaintStatus;
  const { ended } = complaint;
  if (status !== 'attached')
    return { stored, complaint, status, ...endedOn(ended), ...decisionOf(complaint.decision) };
  const first = await handledCase(deps, stored);
  if (first === undefined || isOpen(first.status)) {
    const handled = complaint.kind === 'report' ? 'verifying' : 'received';
    return { stored, complaint, status: handled, ...decisionOf(first?.state.decision, ended) };
  }
  const over = {
    ...endedOn(laterOf(first.state.ended, ended)),
    ...decisionOf(first.state.decision, ended),
  };
  if (first.status !== 'transferred') return { stored, complaint, status: 'closed', ...over };
  const transfers = handedOver(first.state.transfers, ended);
  return { stored, complaint: { ...complaint, transfers }, status: 'transferred', ...over };
}

/** Cases can be attached to cases that are attached later; more of them than this in a row nobody makes. */
const MOST_ATTACHED = 8;

/** The case in which an attached one is handled: the last of those that lead from one to the next. */
async function handledCase(
  deps: FollowDeps,
  attached: StoredComplaint,
): Promise<StoredComplaint | undefined> {
  let current: StoredComplaint | undefined = attached;
  for (let hop = 0; hop < MOST_ATTACHED && current?.status === 'attached'; hop++) {
    const to: string | undefined = current.state.links.findLast(({ as }) => as === 'first')?.id;
    current = to === undefined ? undefined : await load(deps, to);
  }
  return current;
}

/** The hand-over that ended the first of two cases; it can be older than the second. */
function handedOver(transfers: readonly Transfer[], notBefore: LocalDate | undefined): readonly Transfer[] {
  const last = transfers.at(-1);
  if (last === undefined) return [];
  const at = last.confirmed?.at ?? last.at;
  const early = notBefore !== undefined && shanghaiDate(at) < notBefore;
  const shown = early ? startOfShanghaiDay(notBefore) : at;
  const confirmed = last.confirmed === undefined ? {} : { confirmed: { ...last.confirmed, at: shown } };
  return [{ ...last, at: shown, ...confirmed }];
}

const endedOn = (ended: LocalDate | undefined) => (ended === undefined ? {} : { ended });

const laterOf = (one: LocalDate | undefined, other: LocalDate | undefined) =>
  one === undefined || (other !== undefined && other > one) ? other : one;

/** @param notBefore a decision on the first of two cases may be older than the second */
function decisionOf(
  decision: ReportDecision | undefined,
  notBefore?: LocalDate,
): Pick<FollowedCase, 'decision'> {
  if (decision?.decided === undefined) return {};
  const on = shanghaiDate(decision.decided.at);
  const { outcome, ground } = decision;
  return {
    decision: {
      outcome,
      ...(ground === undefined ? {} : { ground }),
      on: laterOf(on, notBefore) ?? on,
    },
  };
}

/** Why the clock is stopped, while it is. */
export function restOf({ complaint, status }: FollowedCase): Suspension | undefined {
  return status === 'mediating' || status === 'verifying' ? openSuspension(complaint) : undefined;
}
