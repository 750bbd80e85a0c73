import type { StoredRepair } from '../../../../shared/repair/ports.ts';
import type { RepairCase } from '../../../../shared/repair/repairCase.ts';
import { repairCaseId } from '../../../../shared/repair/repairRows.ts';
import type { SignedInRequest } from '../../kit/http/route.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';

export type RepairRequest = SignedInRequest<ConsoleDeps>;

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** The application of the address; undefined for a made-up one. */
export async function foundRepair({ deps, params }: RepairRequest): Promise<StoredRepair | undefined> {
  const id = params['id'] ?? '';
  return ULID.test(id) ? deps.repairs.cases.load<RepairCase>(repairCaseId(id)) : undefined;
}
