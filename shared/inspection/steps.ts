import { yearOf } from '../calendar/localDate.ts';
import { SYSTEM } from '../draw/ceremony/decision.ts';
import { StepBlocked } from '../draw/ceremony/stepBlocked.ts';
import { countsToCap } from '../draw/ceremony/visitOrigin.ts';
import { ok, problem, type Result } from '../problem.ts';
import type { Agency } from '../register/agency.ts';
import type { RegisterDeps } from '../register/commands/deps.ts';
import { editRow } from '../register/commands/editRow.ts';
import { giveInspection } from './command.ts';
import type { InspectionCase, InspectionStatus } from './inspectionCase.ts';
import { countedPut, inspectionCaseId } from './inspectionRows.ts';
import { absorb, merge, partFromLead } from './joint.ts';
import type { InspectionDeps, InspectionLists } from './ports.ts';
import { publishResult } from './publishing.ts';

/** The steps of the workflow that no person takes, by the name of their state in statemachines/inspection.asl.json. */

export interface StepDeps extends InspectionDeps {
  readonly registers: RegisterDeps;
  readonly lists: Pick<InspectionLists, 'visitCounted'>;
}

interface Step {
  /** The only status in which the step acts. */
  readonly from: InspectionStatus;
  readonly take: (deps: StepDeps, inspection: InspectionCase) => Promise<Result<unknown>>;
}

export const inspectionSteps = {
  JoinLead: { from: 'joining', take: joinLead },
  PublishResult: { from: 'reviewed', take: publish },
} as const satisfies Readonly<Record<string, Step>>;

/**
 * The lead takes the inspection in first: cut off between the two, it is done again and changes nothing. A lead that
 * can take nobody in any more leaves the inspection as a visit of its own.
 */
async function joinLead(deps: StepDeps, inspection: InspectionCase): Promise<Result<unknown>> {
  const { lead, number } = inspection;
  if (lead === undefined) throw new Error(`${number} joins nobody`);
  const taken = await giveInspection(deps, lead, 'absorb', absorb, { other: inspection }, SYSTEM);
  if (!taken.ok) {
    if (!taken.problems.some(({ code }) => code === 'inspection.status')) return taken;
    // The lead may have taken it in before it went on: then they are one visit all the same.
    if (!(await hasTakenIn(deps, lead, number)))
      return giveInspection(deps, number, 'part', partFromLead, undefined, SYSTEM);
  }
  return giveInspection(deps, number, 'merge', merge, undefined, SYSTEM);
}

async function hasTakenIn({ cases }: StepDeps, lead: string, number: string): Promise<boolean> {
  const stored = await cases.load<InspectionCase>(inspectionCaseId(lead));
  return stored?.state.parts.some(({ inspection }) => inspection === number) === true;
}

/**
 * Counts the visit in the register, then publishes.
 *
 * @throws StepBlocked while the register is being written by an import; the workflow tries again
 */
async function publish(deps: StepDeps, inspection: InspectionCase): Promise<Result<unknown>> {
  const counted = await countVisit(deps, inspection);
  if (!counted.ok) return counted;
  return giveInspection(deps, inspection.number, 'publish', publishResult, undefined, SYSTEM);
}

/**
 * Writes the visit into the agency's row: the day, and one more visit of the year if it counts towards the cap. The
 * marker in the same transaction keeps it one.
 */
async function countVisit(deps: StepDeps, inspection: InspectionCase): Promise<Result<unknown>> {
  const { number, agency, ended } = inspection;
  if (ended === undefined) throw new Error(`${number} has no last day`);
  if (await deps.lists.visitCounted(number)) return ok(undefined);
  const counts = countsToCap(inspection.parts.map(({ origin }) => origin));
  const edited = await editRow(
    deps.registers,
    {
      kind: 'agency',
      command: 'record-visit',
      load: () => deps.registers.register.agency(agency.uscc),
      decide: (kept) =>
        kept === undefined
          ? problem('register.status', { status: 'none' })
          : ok({ after: visited(kept.value, ended, counts), rows: [countedPut(number, ended)] }),
    },
    SYSTEM,
  );
  if (edited.ok) return edited;
  const codes = edited.problems.map(({ code }) => code);
  if (codes.includes('register.held') || codes.includes('register.busy'))
    throw new StepBlocked(`${number}: the register is being written`);
  // Gone from the register: there is no row that could count it.
  return codes.includes('register.status') ? ok(undefined) : edited;
}

function visited(agency: Agency, on: NonNullable<InspectionCase['ended']>, counts: boolean): Agency {
  const last = agency.lastInspectedOn;
  // The row has gone on to a later year, whose count this visit is not of.
  if (last !== undefined && yearOf(last) > yearOf(on)) return agency;
  const sameYear = last !== undefined && yearOf(last) === yearOf(on);
  const before = sameYear ? (agency.visitsThisYear ?? 1) : 0;
  return {
    ...agency,
    lastInspectedOn: last !== undefined && last > on ? last : on,
    visitsThisYear: before + (counts ? 1 : 0),
  };
}
