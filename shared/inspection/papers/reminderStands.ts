import type { WorkingCalendar } from '../../calendar/workingDays.ts';
import type { CaseStore } from '../../case/caseStore.ts';
import type { Reminder } from '../../notice/reminder.ts';
import type { InspectionCase, InspectionStatus } from '../inspectionCase.ts';
import { inspectionCaseId } from '../inspectionRows.ts';
import { dateStanding } from './reminderDate.ts';

/** Whether what a queued mail says is still to be done, by the case as it is at this moment. */
export async function reminderStands(
  deps: {
    readonly cases: Pick<CaseStore, 'load'>;
    readonly calendar: () => Promise<WorkingCalendar>;
    readonly now: () => Date;
  },
  { about, of }: Reminder,
): Promise<boolean> {
  const [stored, calendar] = await Promise.all([
    deps.cases.load<InspectionCase>(inspectionCaseId(about)),
    deps.calendar(),
  ]);
  if (stored === undefined) return false;
  const at = `${deps.now().toISOString().slice(0, 19)}Z`;
  const status = stored.status as InspectionStatus;
  return dateStanding(stored.state, status, of, { at, calendar }) !== undefined;
}
