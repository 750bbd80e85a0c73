import type { RowPut } from '../case/caseStore.ts';
import { type CasePaper, kindPrefix, paperTasks } from './casePaper.ts';
import type { Notice, NoticeStatus } from './notice.ts';

/** What a person still has to do about a notice. */
export type NoticeTask = 'serve-on-paper' | 'serve-by-other-means';

/** List of open tasks about notices, oldest first. */
export const NOTICE_TASKS = 'LS#TASK#notice';

/**
 * The open task, if any. A paper that is only mailed as a copy, or not at all, has to be served: a copy never serves, whatever becomes of the mail (行政处罚法 art. 61); a bounced
 * mail has to be replaced by something else; everything else waits for nobody.
 */
export function openTask(notice: Pick<Notice, 'service'>, status: NoticeStatus): NoticeTask | undefined {
  if (status === 'served') return undefined;
  if (notice.service === 'courtesy' || notice.service === 'paper') return 'serve-on-paper';
  return status === 'bounced' ? 'serve-by-other-means' : undefined;
}

/** The row that puts the task into the list, or takes it out: written with the command that changes it. */
export function taskRows(
  before: NoticeTask | undefined,
  after: NoticeTask | undefined,
  notice: Notice | CasePaper,
  at: string,
): readonly RowPut[] {
  if (before === after) return [];
  const about = notice.kind === 'case-paper' ? { case: notice.case } : { draw: notice.draw };
  const row = {
    pk: notice.id,
    sk: 'TASK#SERVE',
    type: 'task',
    notice: notice.id,
    ...about,
    number: notice.number,
  };
  const list = notice.kind === 'case-paper' ? paperTasks(kindPrefix(notice.case)) : NOTICE_TASKS;
  const state =
    after === undefined
      ? { closedAt: at }
      : { task: after, since: at, glpk: list, glsk: `${at}#${notice.id}` };
  return [{ row: { ...row, ...state }, expect: 'any' }];
}
