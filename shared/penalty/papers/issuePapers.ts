import type { User } from '../../access/user.ts';
import type { WorkingCalendar } from '../../calendar/workingDays.ts';
import { type IssueDeps, issueCasePaper } from '../../notice/issueCasePaper.ts';
import type { Office } from '../../notice/office.ts';
import { queueReminders } from '../../notice/staffReminders.ts';
import type { Agency } from '../../register/agency.ts';
import type { RegisterStore } from '../../register/registerStore.ts';
import type { PenaltyCase, PenaltyStatus } from '../penaltyCase.ts';
import { penaltyCaseId, type QueuedPaper } from '../penaltyRows.ts';
import type { PenaltyLists } from '../ports.ts';
import { penaltyReminders } from './reminders.ts';
import {
  isWanted,
  type PaperRequest,
  paperSequence,
  penaltyPaperId,
  takesNumber,
  writtenPaper,
} from './writePaper.ts';

export interface PenaltyPaperDeps extends IssueDeps {
  readonly lists: Pick<PenaltyLists, 'papers' | 'paperDone'>;
  readonly registers: Pick<RegisterStore, 'agency'>;
  readonly users: () => Promise<readonly User[]>;
  readonly calendar: () => Promise<WorkingCalendar>;
  readonly office: Office;
}

export interface PenaltyPapersReport {
  /** Orders that were carried out. */
  readonly done: number;
  /** Orders that were not, as `<case>/<key>: why`: for the operators, and tried again at every run. */
  readonly failed: readonly string[];
}

/** Most orders in one run. */
const MOST = 300;

const instantNow = ({ now }: Pick<PenaltyPaperDeps, 'now'>) => `${now().toISOString().slice(0, 19)}Z`;

/**
 * Writes the papers that penalty cases have ordered, and the mails about their dates. An order leaves the queue when it
 * is carried out; cut off before, it is carried out again and finds what exists.
 *
 * @param goOn false ends the run before the next order
 */
export async function issuePenaltyPapers(
  deps: PenaltyPaperDeps,
  goOn = (): boolean => true,
): Promise<PenaltyPapersReport> {
  const failed: string[] = [];
  let done = 0;
  for (const queued of await deps.lists.papers(instantNow(deps), MOST)) {
    if (!goOn()) break;
    try {
      await carryOut(deps, queued);
      await deps.lists.paperDone(queued);
      done += 1;
    } catch (error) {
      failed.push(`${queued.penalty}/${queued.key}: ${error instanceof Error ? error.message : 'failed'}`);
    }
  }
  return { done, failed };
}

async function carryOut(deps: PenaltyPaperDeps, queued: QueuedPaper): Promise<void> {
  const stored = await deps.cases.load<PenaltyCase>(penaltyCaseId(queued.penalty));
  if (stored === undefined) throw new Error('there is no such case');
  const { order, key } = queued;
  const penalty = stored.state;
  const agency = await agencyOf(deps, penalty);
  if (order.type === 'form') {
    const { form, id } = order;
    return issuePaper(deps, { penalty, form, id, key }, agency);
  }
  const [users, calendar] = await Promise.all([deps.users(), deps.calendar()]);
  const at = instantNow(deps);
  const status = stored.status as PenaltyStatus;
  const { office } = deps;
  const mails = penaltyReminders({ queued, penalty, status, users, agency, office, calendar, at }, order);
  await queueReminders(deps, mails, at);
}

async function issuePaper(
  deps: PenaltyPaperDeps,
  request: PaperRequest,
  agency: Agency | undefined,
): Promise<void> {
  if (!isWanted(request)) return;
  await issueCasePaper(deps, {
    id: penaltyPaperId(request),
    ...(takesNumber(request.form) ? { sequence: paperSequence } : {}),
    write: (moment) => writtenPaper(request, { agency, office: deps.office, ...moment }),
  });
}

/** The party as registered; undefined for a person and for whoever is not in the register. */
async function agencyOf(
  { registers }: PenaltyPaperDeps,
  { party }: PenaltyCase,
): Promise<Agency | undefined> {
  if (party.kind !== 'agency' || party.uscc === undefined) return undefined;
  return (await registers.agency(party.uscc))?.value;
}
