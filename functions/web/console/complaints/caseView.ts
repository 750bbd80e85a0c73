import { ulid } from 'ulid';
import { allUsers } from '../../../../shared/access/allUsers.ts';
import type { User } from '../../../../shared/access/user.ts';
import type { AuditEntry } from '../../../../shared/audit/entry.ts';
import { type LocalDate, shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../../../shared/calendar/workingDays.ts';
import type { ComplaintCase } from '../../../../shared/complaint/complaintCase.ts';
import { complaintCaseId, type FilerMessage } from '../../../../shared/complaint/complaintRows.ts';
import type { StoredComplaint } from '../../../../shared/complaint/ports.ts';
import type { StoredPenalty } from '../../../../shared/penalty/ports.ts';
import type { SignedInRequest } from '../../kit/http/route.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { penaltyOf } from '../penalties/sourceLink.tsx';
import { maySee } from './complaintAccess.ts';

type Request = SignedInRequest<ConsoleDeps>;

/** Everything that the page of a case shows beside the case itself. */
export interface CaseView {
  readonly stored: StoredComplaint;
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  readonly messages: readonly FilerMessage[];
  /** Cases about the same agency and the same application or conducts, newest first. */
  readonly same: readonly StoredComplaint[];
  /** Cases that this one names, by id. */
  readonly linked: ReadonlyMap<string, StoredComplaint>;
  readonly attachable: readonly StoredComplaint[];
  /** The other cases about the agency, newest first. */
  readonly othersOfAgency: readonly StoredComplaint[];
  readonly handlers: readonly { readonly userId: string; readonly name: string }[];
  readonly names: ReadonlyMap<string, string>;
  readonly chain: readonly AuditEntry[];
  readonly newId: string;
  /** The penalty case that came of a report that was filed. */
  readonly penalty: StoredPenalty | undefined;
}

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** The case of the address, for those who may know of it. */
export async function visibleCase({ deps, params, user }: Request): Promise<StoredComplaint | undefined> {
  const id = params['id'] ?? '';
  if (!ULID.test(id)) return undefined;
  const stored = await deps.complaints.cases.load<ComplaintCase>(complaintCaseId(id));
  return stored !== undefined && maySee(user, stored.state) ? stored : undefined;
}

/** Who may be put in charge: whoever the transition table lets work on a case. */
export function handlersOf(users: readonly User[]): CaseView['handlers'] {
  return users
    .filter(({ roles, disabledAt }) => roles.includes('supervisor') && disabledAt === undefined)
    .map(({ userId, name }) => ({ userId, name }));
}

/** Cases that the form for attaching offers: those named and those about the same matter come first. */
const MOST_ATTACHABLE = 30;

/** The cases that one could be a repeat of: of its kind, not repeats themselves, and received before it. */
export function attachableTo(
  { state }: StoredComplaint,
  candidates: readonly StoredComplaint[],
): readonly StoredComplaint[] {
  const found = new Map(candidates.map((one) => [one.caseId, one]));
  return [...found.values()]
    .filter(
      (one) =>
        one.state.id !== state.id &&
        one.state.kind === state.kind &&
        one.status !== 'attached' &&
        one.state.received.at <= state.received.at,
    )
    .slice(0, MOST_ATTACHABLE);
}

/** What the form for attaching may choose from, for the page and for the command alike. */
export async function relatedOf(deps: Request['deps'], { state }: StoredComplaint) {
  const { uscc } = state.matter.agency;
  const [same, ofAgency, named] = await Promise.all([
    deps.complaintLists.ofSameness(state.sameness),
    uscc === undefined ? [] : deps.complaintLists.ofAgency(uscc),
    Promise.all(state.links.map(({ id }) => deps.complaints.cases.load<ComplaintCase>(complaintCaseId(id)))),
  ]);
  return {
    same: same.filter(({ state: { id } }) => id !== state.id),
    ofAgency: ofAgency.filter(({ state: { id } }) => id !== state.id),
    linked: named.filter((one) => one !== undefined),
  };
}

export async function caseView(request: Request, stored: StoredComplaint): Promise<CaseView> {
  const { deps, now } = request;
  const [calendar, messages, related, users, chain, penalty] = await Promise.all([
    deps.calendar(),
    deps.complaintLists.messages(stored.state.id),
    relatedOf(deps, stored),
    allUsers(deps.users),
    deps.complaints.cases.chain(stored.caseId),
    stored.state.decision?.outcome === 'filed'
      ? penaltyOf(request, stored.caseId, stored.state.matter.agency)
      : undefined,
  ]);
  return {
    stored,
    today: shanghaiDate(now),
    calendar,
    messages,
    same: related.same,
    linked: new Map(related.linked.map((one) => [one.state.id, one])),
    attachable: attachableTo(stored, [...related.linked, ...related.same, ...related.ofAgency]),
    othersOfAgency: related.ofAgency,
    handlers: handlersOf(users),
    names: new Map(users.map(({ userId, name }) => [userId, name])),
    chain,
    newId: ulid(now.getTime()),
    penalty,
  };
}
