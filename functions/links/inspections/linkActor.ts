import type { InspectionActor } from '../../../shared/inspection/command.ts';
import type { InspectionCase } from '../../../shared/inspection/inspectionCase.ts';

/** The agency by its link, under the pseudonym of the draw: the audit trail names nobody. */
export function agencyActor({ agency }: InspectionCase): InspectionActor {
  return { userId: `link:${agency.tid}`, name: agency.name, roles: ['link'] };
}

/**
 * A member of the team by the own link.
 *
 * @throws when the inspector has no seat: whoever is not of the team opens no inspection
 */
export function inspectorActor({ number, team }: InspectionCase, inspectorId: string): InspectionActor {
  const seat = team.find((one) => one.inspectorId === inspectorId);
  if (seat === undefined) throw new Error(`${number}: the link's inspector has no seat`);
  return { userId: `link:${seat.tid}`, name: seat.name, roles: ['link'], inspectorId };
}
