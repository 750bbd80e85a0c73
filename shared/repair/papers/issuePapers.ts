import type { User } from '../../access/user.ts';
import { yearOf } from '../../calendar/localDate.ts';
import type { WorkingCalendar } from '../../calendar/workingDays.ts';
import { casePaperId } from '../../notice/casePaper.ts';
import { addressedAgency, composedPaper, type PaperAddressee } from '../../notice/composedPaper.ts';
import { documentNumber } from '../../notice/documentNumber.ts';
import { type IssueDeps, issueCasePaper } from '../../notice/issueCasePaper.ts';
import type { Office } from '../../notice/office.ts';
import { queueReminders } from '../../notice/staffReminders.ts';
import type { RegisterStore } from '../../register/registerStore.ts';
import type { RepairLists } from '../ports.ts';
import type { RepairCase } from '../repairCase.ts';
import { type PaperKind, paperSequence, type QueuedPaper, repairCaseId } from '../repairRows.ts';
import { repairReminders } from './reminders.ts';
import { numberOf, repairForms } from './writePaper.ts';

export interface RepairPaperDeps extends IssueDeps {
  readonly lists: Pick<RepairLists, 'papers' | 'paperDone'>;
  readonly registers: Pick<RegisterStore, 'agency'>;
  readonly users: () => Promise<readonly User[]>;
  readonly calendar: () => Promise<WorkingCalendar>;
  readonly office: Office;
}

/** Most orders in one run. */
const MOST = 300;

/**
 * Writes the papers that applications for credit repair have ordered, and the mails about their dates. An order leaves the
 * queue when everything it asks for is written; cut off before, it is carried out again and finds what exists.
 *
 * @param goOn false ends the run before the next order
 * @returns the orders that were not carried out, as `<case>/<key>: why`
 */
export async function issueRepairPapers(
  deps: RepairPaperDeps,
  goOn = (): boolean => true,
): Promise<{ readonly done: number; readonly failed: readonly string[] }> {
  const queue = await deps.lists.papers(`${deps.now().toISOString().slice(0, 19)}Z`, MOST);
  const failed: string[] = [];
  let done = 0;
  for (const queued of queue) {
    if (!goOn()) break;
    try {
      await carryOut(deps, queued);
      await deps.lists.paperDone(queued);
      done += 1;
    } catch (error) {
      failed.push(`${queued.repair}/${queued.key}: ${error instanceof Error ? error.message : 'failed'}`);
    }
  }
  return { done, failed };
}

async function carryOut(deps: RepairPaperDeps, queued: QueuedPaper): Promise<void> {
  const stored = await deps.cases.load<RepairCase>(repairCaseId(queued.repair));
  if (stored === undefined) throw new Error('there is no such application');
  const { order } = queued;
  if (order.type === 'form') return issueForm(deps, stored.state, order.form, queued.key);
  const [users, calendar] = await Promise.all([deps.users(), deps.calendar()]);
  const at = `${deps.now().toISOString().slice(0, 19)}Z`;
  const mails = repairReminders({ queued, stored, users, office: deps.office, calendar, at }, order);
  await queueReminders(deps, mails, at);
}

async function issueForm(
  deps: RepairPaperDeps,
  repair: RepairCase,
  form: PaperKind,
  occasion: string,
): Promise<void> {
  const caseId = repairCaseId(repair.id);
  const addressee = await addresseeOf(deps, repair);
  const own = numberOf(form, repair);
  const { title, write } = repairForms[form];
  const order = {
    caseId,
    occasion,
    form,
    party: 'party',
    addressee,
    title: title(repair),
    content: write(repair),
  } as const;
  await issueCasePaper(deps, {
    id: casePaperId(caseId, occasion, 'party'),
    ...(own === undefined ? { sequence: (date) => paperSequence(yearOf(date)) } : {}),
    write: ({ serial, date, at }) =>
      composedPaper(order, {
        office: deps.office,
        number: own?.number ?? documentNumber(deps.office.repairPrefix, yearOf(date), serial),
        serial: own?.serial ?? serial,
        date,
        at,
      }),
  });
}

/** The agency as registered; anybody else gets the paper by the ways of service alone. */
async function addresseeOf(
  { registers }: RepairPaperDeps,
  { applicant }: RepairCase,
): Promise<PaperAddressee> {
  const { kind, uscc, name } = applicant;
  const agency = kind === 'agency' && uscc !== undefined ? (await registers.agency(uscc))?.value : undefined;
  return agency === undefined
    ? { id: uscc ?? '', name, addressee: name, service: 'paper', address: '' }
    : addressedAgency(agency);
}
