import { allUsers } from '../../../../shared/access/allUsers.ts';
import type { User } from '../../../../shared/access/user.ts';
import type { AuditEntry } from '../../../../shared/audit/entry.ts';
import { type LocalDate, shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../../../shared/calendar/workingDays.ts';
import type { StoredCasePaper } from '../../../../shared/notice/casePaper.ts';
import type { PenaltyCase } from '../../../../shared/penalty/penaltyCase.ts';
import { penaltyCaseId } from '../../../../shared/penalty/penaltyRows.ts';
import type { StoredPenalty } from '../../../../shared/penalty/ports.ts';
import type { Inspector } from '../../../../shared/register/inspector.ts';
import type { SignedInRequest } from '../../kit/http/route.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { readsPenalties } from './penaltyAccess.ts';

type Request = SignedInRequest<ConsoleDeps>;

/** Everything that the page of a case shows beside the case itself. */
export interface CaseView {
  readonly stored: StoredPenalty;
  readonly today: LocalDate;
  /** The present instant. */
  readonly at: string;
  readonly calendar: WorkingCalendar;
  /** The other cases against the agency and its people, newest first. */
  readonly others: readonly StoredPenalty[];
  /** In the order of their numbers. */
  readonly papers: readonly StoredCasePaper[];
  readonly users: readonly User[];
  readonly inspectors: readonly Inspector[];
  readonly names: ReadonlyMap<string, string>;
  readonly chain: readonly AuditEntry[];
}

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** The case of the address, for those who may know of it. */
export async function visibleCase({ deps, params, user }: Request): Promise<StoredPenalty | undefined> {
  const id = params['id'] ?? '';
  if (!ULID.test(id) || !readsPenalties(user)) return undefined;
  return deps.penalties.cases.load<PenaltyCase>(penaltyCaseId(id));
}

export async function caseView(request: Request, stored: StoredPenalty): Promise<CaseView> {
  const { deps, now } = request;
  const { uscc } = stored.state.party;
  const [calendar, ofAgency, papers, users, inspectors, chain] = await Promise.all([
    deps.calendar(),
    uscc === undefined ? [] : deps.penaltyLists.ofAgency(uscc),
    deps.casePapers.ofCase(stored.caseId),
    allUsers(deps.users),
    deps.register.inspectors(),
    deps.penalties.cases.chain(stored.caseId),
  ]);
  return {
    stored,
    today: shanghaiDate(now),
    at: `${now.toISOString().slice(0, 19)}Z`,
    calendar,
    others: ofAgency.filter(({ caseId }) => caseId !== stored.caseId),
    papers,
    users,
    inspectors,
    names: new Map(users.map(({ userId, name }) => [userId, name])),
    chain,
  };
}
