import { addMonths, localDate, monthOf, shanghaiDate } from '../../shared/calendar/localDate.ts';
import { firstWorkingDayOfMonth, type WorkingCalendar } from '../../shared/calendar/workingDays.ts';
import type { DrawCase, DrawStatus } from '../../shared/draw/ceremony/drawCase.ts';
import type { OwnRowRequest } from '../../shared/notice/ownRowRequest.ts';

/** What the page that sends links needs; made once per process. */
export interface OwnRowDeps {
  /** The draw whose rows are looked up. */
  newestFrozen(): Promise<{ readonly status: DrawStatus; readonly state: DrawCase } | undefined>;
  /** Number of the draw that stands for a month, if one has been opened. */
  standingDraw(month: string): Promise<string | undefined>;
  readonly calendar: () => Promise<WorkingCalendar>;
  /** Seconds until the caller's network may ask again; undefined when it may ask now, which is then counted. */
  overLimit(address: string, now: Date): Promise<number | undefined>;
  /** Puts the request and wakes who answers it; the same again in the same hour changes nothing. */
  ask(request: OwnRowRequest): Promise<void>;
  /** Where the office is reached. */
  readonly contact: string;
}

/** When there will be rows to look up, as far as the calendar tells. */
export type NextDraw =
  | { readonly type: 'opened'; readonly number: string }
  | { readonly type: 'day'; readonly date: string }
  /** The year's holidays are not known yet. */
  | { readonly type: 'month'; readonly month: string };

/** The next draw: the open one, or the first working day of this month if it is still to come, or of the next. */
export async function nextDraw(deps: OwnRowDeps, now: Date): Promise<NextDraw> {
  const today = shanghaiDate(now);
  const month = monthOf(today);
  const open = await deps.standingDraw(month);
  if (open !== undefined) return { type: 'opened', number: open };
  const calendar = await deps.calendar();
  const first = firstWorkingDayOfMonth(month, calendar);
  const expected =
    first.value >= today
      ? first
      : firstWorkingDayOfMonth(monthOf(addMonths(localDate(`${month}-01`), 1)), calendar);
  return expected.provisional
    ? { type: 'month', month: monthOf(expected.value) }
    : { type: 'day', date: expected.value };
}
