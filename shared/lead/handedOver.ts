import type { RowPut } from '../case/caseStore.ts';
import { RISK_QUEUE } from '../risk/riskEvent.ts';
import { LEAD_QUEUE } from './lead.ts';

/** Whether a decision hands something to another procedure: then its worker is woken. */
export function handsOver(rows: readonly RowPut[] | undefined): boolean {
  return (rows ?? []).some(({ row }) => row['gqpk'] === LEAD_QUEUE || row['gqpk'] === RISK_QUEUE);
}
