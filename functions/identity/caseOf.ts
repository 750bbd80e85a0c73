import type { ComplaintCase } from '../../shared/complaint/complaintCase.ts';
import { complaintCaseId } from '../../shared/complaint/complaintRows.ts';
import type { StoredComplaint } from '../../shared/complaint/ports.ts';
import type { IdentityDeps } from './identityDeps.ts';

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** Whether a text can be the id of a case. */
export function isCaseId(text: string): boolean {
  return ULID.test(text);
}

/** The case of an address. */
export async function caseOf(
  deps: IdentityDeps,
  id: string | undefined,
): Promise<StoredComplaint | undefined> {
  if (id === undefined || !isCaseId(id)) return undefined;
  return deps.complaints.cases.load<ComplaintCase>(complaintCaseId(id));
}
