import type { RepairCase, RepairStatus } from '../../../shared/repair/repairCase.ts';
import { repairCaseId } from '../../../shared/repair/repairRows.ts';
import { notFound } from '../../web/kit/http/respond.ts';
import type { WebResponse } from '../../web/kit/http/route.ts';
import type { LinkDeps } from '../linkDeps.ts';
import type { LinkRequest } from '../linked.ts';
import { agencyOfRecipientLink, type OpenOwnAgency, type OwnAgency } from './ownAgency.ts';

/** An application of the agency behind the link. */
export interface OwnRepair {
  readonly status: RepairStatus;
  readonly state: RepairCase;
}

export interface AgencyRequest {
  readonly request: LinkRequest;
  readonly agency: OwnAgency;
}

export interface RepairRequest extends AgencyRequest {
  readonly own: OwnRepair;
}

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** The agency's own application of this id; undefined for every other one, there or not. */
export async function ownRepair(
  { repairs }: Pick<LinkDeps, 'repairs'>,
  { uscc }: Pick<OwnAgency, 'uscc'>,
  id: string,
): Promise<OwnRepair | undefined> {
  if (!ULID.test(id)) return undefined;
  const stored = await repairs.cases.load<RepairCase>(repairCaseId(id));
  if (stored === undefined) return undefined;
  const { applicant } = stored.state;
  return applicant.uscc === uscc && applicant.kind !== 'person'
    ? { status: stored.status as RepairStatus, state: stored.state }
    : undefined;
}

/** Opens the agency of the link first; whatever is wrong with it looks like an address that does not exist. */
export function asAgency(
  handle: (opened: AgencyRequest) => Promise<WebResponse>,
  open: OpenOwnAgency = agencyOfRecipientLink,
) {
  return async (request: LinkRequest): Promise<WebResponse> => {
    const agency = await open(request, request.params['token'] ?? '');
    return agency === undefined ? notFound() : handle({ request, agency });
  };
}

/** Opens agency and application first. */
export function onRepair(handle: (opened: RepairRequest) => Promise<WebResponse>) {
  return asAgency(async (opened) => {
    const { request, agency } = opened;
    const own = await ownRepair(request.deps, agency, request.params['id'] ?? '');
    return own === undefined ? notFound() : handle({ ...opened, own });
  });
}
