import type { Hmac } from '../../../shared/access/signedLink.ts';
import type { User } from '../../../shared/access/user.ts';
import type { HolidayTables } from '../../../shared/calendar/holidayStore.ts';
import type { WorkingCalendar } from '../../../shared/calendar/workingDays.ts';
import type { Row } from '../../../shared/case/caseStore.ts';
import type { NumberDesk } from '../../../shared/complaint/handling.ts';
import type { ComplaintPapers } from '../../../shared/complaint/papers/ports.ts';
import type { ComplaintDeps, ComplaintLists } from '../../../shared/complaint/ports.ts';
import type { IdentitySealer } from '../../../shared/complaint/sendFiling.ts';
import type { Actor } from '../../../shared/draw/ceremony/decision.ts';
import type { HashSuite } from '../../../shared/draw/hash.ts';
import type { EvidenceStore } from '../../../shared/evidence/evidenceStore.ts';
import type { InspectionActor } from '../../../shared/inspection/command.ts';
import type { InspectionDeps, InspectionLists } from '../../../shared/inspection/ports.ts';
import type { CasePapers } from '../../../shared/notice/casePapers.ts';
import type { Office } from '../../../shared/notice/office.ts';
import type { PenaltyDeps, PenaltyLists } from '../../../shared/penalty/ports.ts';
import type { RegisterDeps } from '../../../shared/register/commands/deps.ts';
import type { ImportDeps, ImportLists, Uploads } from '../../../shared/register/commands/importPorts.ts';
import type { RegisterStore } from '../../../shared/register/registerStore.ts';
import type { OrderLists } from '../../../shared/targeted/ports.ts';
import type { DrawPageDeps } from './draws/drawPageDeps.ts';
import type { NoticeDesk } from './notices/noticeDesk.ts';

/** What the pages of the office work with. */
export interface ConsoleDeps extends DrawPageDeps {
  readonly register: RegisterStore;
  readonly imports: ImportLists;
  readonly uploads: Uploads;
  readonly evidence: EvidenceStore;
  readonly notices: NoticeDesk;
  readonly complaintPapers: ComplaintPapers;
  readonly inspections: InspectionDeps;
  readonly inspectionLists: InspectionLists;
  readonly complaints: ComplaintDeps;
  readonly complaintLists: ComplaintLists;
  readonly penalties: PenaltyDeps;
  readonly penaltyLists: PenaltyLists;
  readonly penaltyPapers: CasePapers;
  /** Where official numbers of cases come from. */
  readonly numberDesk: NumberDesk;
  /** Locks identities away; nothing of the console can open one. */
  readonly identitySealer: IdentitySealer;
  /** Keys the hashes of receipt codes. */
  readonly receiptPepper: () => Promise<Uint8Array>;
  /** Origin of the pages for agencies: the code on a visit leads there. */
  readonly publicUrl: string;
  /** Signs that code: the office's link key never leaves the composition. */
  readonly linkHmac: () => Promise<Hmac>;
  /** Address of the script of the visit page. */
  readonly visitScript: string;
  readonly targetedOrders: OrderLists;
  /** Wakes the import worker; never throws. */
  readonly wakeImport: (importId: string) => Promise<void>;
  /** The row that a person of the office is in the table, so that it can be written with its audit entry. */
  readonly userRow: (user: User) => Row;
  /** The tables of the years that the office has entered. */
  readonly holidays: HolidayTables;
  readonly calendar: () => Promise<WorkingCalendar>;
  readonly office: Office;
  /** Where this console is reached: the file store sends browsers back here. */
  readonly consoleUrl: string;
  readonly suite: HashSuite;
}

/** The signed-in person as the commands know them. */
export function actorOf(user: User): Actor {
  return { userId: user.userId, name: user.name, roles: user.roles };
}

/** The signed-in person as the commands of inspections know them: also the inspector whom they are. */
export function inspectionActorOf(user: User): InspectionActor {
  return { ...actorOf(user), inspectorId: user.inspectorId };
}

export function registerDeps(deps: ConsoleDeps): RegisterDeps {
  const { cases, auditKey, now } = deps.draws;
  return { cases, register: deps.register, auditKey, now };
}

export function importDeps(deps: ConsoleDeps): ImportDeps {
  return { ...registerDeps(deps), uploads: deps.uploads, kick: deps.wakeImport };
}
