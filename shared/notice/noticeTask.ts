import type { RowPut } from '../case/caseStore.ts';
import type { Notice, NoticeStatus } from './notice.ts';

/** What a person still has to do about a notice. */
export type NoticeTask = 'serve-on-paper' | 'serve-by-other-means';

/** List of open tasks about notices, oldest first. */
export const NOTICE_TASKS = 'LS#TASK#notice';

/**
 * The open task, if any. A courtesy copy never serves, whatever becomes of the mail (行政处罚法 art. 61); a bounced
 * mail has to be replaced by something else; everything else waits for nobody.
 */
export function openTask(notice: Pick<Notice, 'service'>, status: NoticeStatus): NoticeTask | undefined {
  if (status === 'served') return undefined;
  if (notice.service === 'courtesy') return 'serve-on-paper';
  return status === 'bounced' ? 'serve-by-other-means' : undefined;
}

/** The row that puts the task into the list, or takes it out: written with the command that changes it. */
export function taskRows(
  before: NoticeTask | undefined,
  after: NoticeTask | undefined,
  notice: Notice,
  at: string,
): readonly RowPut[] {
  if (before === after) return [];
  const row = {
    pk: notice.id,
    sk: 'TASK#SERVE',
    type: 'task',
    notice: notice.id,
    draw: notice.draw,
    number: notice.number,
  };
  const state =
    after === undefined
      ? { closedAt: at }
      : { task: after, since: at, glpk: NOTICE_TASKS, glsk: `${at}#${notice.id}` };
  return [{ row: { ...row, ...state }, expect: 'any' }];
}
