import type { User } from '../../../shared/access/user.ts';
import type { WorkingCalendar } from '../../../shared/calendar/workingDays.ts';
import type { Row } from '../../../shared/case/caseStore.ts';
import type { Actor } from '../../../shared/draw/ceremony/decision.ts';
import type { HashSuite } from '../../../shared/draw/hash.ts';
import type { EvidenceStore } from '../../../shared/evidence/evidenceStore.ts';
import type { Office } from '../../../shared/notice/office.ts';
import type { RegisterDeps } from '../../../shared/register/commands/deps.ts';
import type { ImportDeps, ImportLists, Uploads } from '../../../shared/register/commands/importPorts.ts';
import type { RegisterStore } from '../../../shared/register/registerStore.ts';
import type { DrawPageDeps } from './draws/drawPageDeps.ts';
import type { NoticeDesk } from './notices/noticeDesk.ts';

/** What the pages of the office work with. */
export interface ConsoleDeps extends DrawPageDeps {
  readonly register: RegisterStore;
  readonly imports: ImportLists;
  readonly uploads: Uploads;
  readonly evidence: EvidenceStore;
  readonly notices: NoticeDesk;
  /** Wakes the import worker; never throws. */
  readonly wakeImport: (importId: string) => Promise<void>;
  /** The row that a person of the office is in the table, so that it can be written with its audit entry. */
  readonly userRow: (user: User) => Row;
  readonly calendar: WorkingCalendar;
  readonly office: Office;
  /** Where this console is reached: the file store sends browsers back here. */
  readonly consoleUrl: string;
  readonly suite: HashSuite;
}

/** The signed-in person as the commands know them. */
export function actorOf(user: User): Actor {
  return { userId: user.userId, name: user.name, roles: user.roles };
}

export function registerDeps(deps: ConsoleDeps): RegisterDeps {
  const { cases, auditKey, now } = deps.draws;
  return { cases, register: deps.register, auditKey, now };
}

export function importDeps(deps: ConsoleDeps): ImportDeps {
  return { ...registerDeps(deps), uploads: deps.uploads, kick: deps.wakeImport };
}
