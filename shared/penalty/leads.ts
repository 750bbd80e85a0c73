import { shanghaiDate } from '../calendar/localDate.ts';
import type { CaseStore } from '../case/caseStore.ts';
import type { ComplaintCase } from '../complaint/complaintCase.ts';
import { complaintCaseId } from '../complaint/complaintRows.ts';
import { SYSTEM } from '../draw/ceremony/decision.ts';
import type { InspectionCase } from '../inspection/inspectionCase.ts';
import { inspectionCaseId } from '../inspection/inspectionRows.ts';
import { conducts } from '../law/conducts.ts';
import { lawAt } from '../law/lawTable.ts';
import { penaltyCatalogue } from '../law/penaltyCatalogue.ts';
import type { ComplaintLead, InspectionLead, Lead } from '../lead/lead.ts';
import { ok, type Result } from '../problem.ts';
import type { RegisterStore } from '../register/registerStore.ts';
import { type Opening, openPenalty } from './opening.ts';
import type { Party } from './penaltyCase.ts';
import type { PenaltyDeps } from './ports.ts';

export interface PenaltyLeadDeps extends PenaltyDeps {
  readonly register: Pick<RegisterStore, 'agency'>;
  readonly newId: () => string;
}

/**
 * Opens the penalty case of a lead that was handed over, once for each lead.
 *
 * @returns whatever came of it; a lead that has its case already is taken
 */
export async function takePenaltyLead(deps: PenaltyLeadDeps, lead: Lead): Promise<Result<unknown>> {
  const opening = await openingOf(deps, lead);
  if (opening === undefined) return ok(undefined);
  const opened = await openPenalty(deps, opening, SYSTEM);
  const before = !opened.ok && opened.problems.some(({ code }) => code === 'penalty.opened');
  return before ? ok(undefined) : opened;
}

async function openingOf(deps: PenaltyLeadDeps, lead: Lead): Promise<Opening | undefined> {
  switch (lead.source) {
    case 'inspection':
      return fromInspection(deps, lead);
    case 'complaint':
      return fromComplaint(deps, lead);
    case 'penalty':
      // A penalty hands over to the lists alone.
      return undefined;
  }
}

async function fromInspection(deps: PenaltyLeadDeps, lead: InspectionLead): Promise<Opening> {
  const caseId = inspectionCaseId(lead.inspection);
  const stored = await loaded<InspectionCase>(deps.cases, caseId);
  return {
    id: deps.newId(),
    source: { kind: 'inspection', reference: lead.inspection, caseId },
    party: await agencyParty(deps, lead.uscc, stored.agency.name, stored.agency.district),
    suspicion: {
      text: lead.reason,
      entries: [],
      ...(stored.ended === undefined ? {} : { actOn: stored.ended }),
    },
    receivedOn: shanghaiDate(lead.at),
  };
}

/** What was reported stays with the report: the case is told the conducts, never the words of who reported. */
async function fromComplaint(deps: PenaltyLeadDeps, lead: ComplaintLead): Promise<Opening> {
  const caseId = complaintCaseId(lead.complaint);
  const { matter } = await loaded<ComplaintCase>(deps.cases, caseId);
  const receivedOn = shanghaiDate(lead.at);
  const entries = lawAt(penaltyCatalogue, receivedOn)
    .filter((row) => row.conducts.some((code) => lead.conducts.includes(code)))
    .map(({ rule }) => rule);
  const words = conducts.filter(({ rule }) => lead.conducts.includes(rule)).map(({ zh }) => zh);
  const { agency } = matter;
  return {
    id: deps.newId(),
    source: { kind: 'complaint', reference: lead.number ?? lead.complaint, caseId },
    party:
      lead.uscc === undefined || !agency.listed
        ? { kind: 'other', name: agency.name, ...(agency.uscc === undefined ? {} : { uscc: agency.uscc }) }
        : await agencyParty(deps, lead.uscc, agency.name, agency.district),
    suspicion: { text: words.join('；'), entries: [...new Set(entries)] },
    receivedOn,
  };
}

async function agencyParty(
  { register }: Pick<PenaltyLeadDeps, 'register'>,
  uscc: string,
  name: string,
  district: string,
): Promise<Party> {
  const agency = (await register.agency(uscc))?.value;
  return {
    kind: 'agency',
    name: agency?.name ?? name,
    uscc,
    district: agency?.district ?? district,
    ...(agency === undefined ? {} : { representative: agency.legalRepresentative }),
  };
}

async function loaded<State>(cases: CaseStore, caseId: string): Promise<State> {
  const stored = await cases.load<State>(caseId);
  if (stored === undefined) throw new Error(`there is no case ${caseId}`);
  return stored.state;
}
