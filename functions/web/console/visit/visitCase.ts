import { mayAct, type Role, roles } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import { kindOfNumber } from '../../../../shared/draw/ceremony/drawCase.ts';
import type { Checklist } from '../../../../shared/inspection/checklist.ts';
import {
  type InspectionCase,
  type InspectionStatus,
  isMember,
} from '../../../../shared/inspection/inspectionCase.ts';
import { inspectionCaseId } from '../../../../shared/inspection/inspectionRows.ts';
import type { StoredInspection } from '../../../../shared/inspection/ports.ts';
import { mayActOn } from '../../../../shared/inspection/teamRules.ts';
import type { Result } from '../../../../shared/problem.ts';
import type { SignedInRequest } from '../../kit/http/route.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { maySee } from '../inspections/inspectionAccess.ts';
import { caseChecklist } from './caseChecklist.ts';

export type VisitRequest = SignedInRequest<ConsoleDeps>;

/** Everybody of the office may ask; who is not of the team is told what is told of a number that does not exist. */
export const anybody: readonly Role[] = roles;

/** Who reads the record and its evidence besides the team: who reviews, and who looks at what was penalised. */
export const evidenceReaders: readonly Role[] = ['supervisor', 'approver', 'legalReviewer'];
export const recordReaders: readonly Role[] = [...evidenceReaders, 'auditor'];

/** The visit may be written down while it runs, and after the reviewer sent it back. */
const recorded: ReadonlySet<InspectionStatus> = new Set(['notified', 'returned']);

export const isRecorded = (status: string) => recorded.has(status as InspectionStatus);

export const visitPath = (number: string) => `/inspections/${number}/visit`;

/** The number of a draw and of a visit in it: `BJIPO-2026-0001-007`. */
function isNumber(text: string): boolean {
  const at = text.lastIndexOf('-');
  return kindOfNumber(text.slice(0, at)) !== undefined && /^\d{3,6}$/.test(text.slice(at + 1));
}

export function isOfTeam(user: Pick<User, 'roles' | 'inspectorId'>, inspection: InspectionCase): boolean {
  return user.roles.includes('inspector') && isMember(inspection, user.inspectorId);
}

async function stored({ deps, params }: VisitRequest): Promise<StoredInspection | undefined> {
  const number = params['number'] ?? '';
  return isNumber(number) ? deps.inspections.cases.load<InspectionCase>(inspectionCaseId(number)) : undefined;
}

/** The inspection of the address for a member of its team; undefined for everybody else. */
export async function teamCase(request: VisitRequest): Promise<StoredInspection | undefined> {
  const found = await stored(request);
  return found !== undefined && isOfTeam(request.user, found.state) ? found : undefined;
}

/** The same, also for people with one of these roles who may know of the inspection at all. */
export async function readableCase(
  request: VisitRequest,
  readers: readonly Role[],
): Promise<StoredInspection | undefined> {
  const found = await stored(request);
  if (found === undefined) return undefined;
  const { user } = request;
  const reads = mayAct(user.roles, readers) && maySee(user, found.state);
  return reads || isOfTeam(user, found.state) ? found : undefined;
}

/** Whether the person's certificate covers today (行政处罚法 art. 55). */
export async function isCertified({ deps, user, now }: VisitRequest): Promise<boolean> {
  const kept = user.inspectorId === undefined ? undefined : await deps.register.inspector(user.inspectorId);
  return mayActOn(kept?.value, shanghaiDate(now));
}

/** The questions as they were sealed. */
export function questionsFor({ deps }: VisitRequest, found: StoredInspection): Promise<Result<Checklist>> {
  return caseChecklist(deps, found.state);
}
