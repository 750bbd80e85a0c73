import { type LocalDate, localDate } from '../calendar/localDate.ts';
import { inspectionParameters } from '../law/inspectionParameters.ts';
import { ruleAt } from '../law/lawTable.ts';
import { certificateCovers, type Inspector } from '../register/inspector.ts';

const minimum = ruleAt(inspectionParameters, 'team.minimum', localDate('2026-01-01'));

/** 检查人员不得少于两人 (行政处罚法 arts. 42, 55). */
export const MINIMUM_TEAM = Number(minimum?.value ?? 2);

/** Whether the inspector may act on that day: in office, with a certificate that has not run out (art. 55). */
export function mayActOn(
  inspector: Pick<Inspector, 'status' | 'certificateValidTo'> | undefined,
  day: LocalDate,
): boolean {
  return inspector !== undefined && inspector.status === 'active' && certificateCovers(inspector, day);
}
