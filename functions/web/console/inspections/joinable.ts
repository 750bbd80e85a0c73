import type { InspectionCase } from '../../../../shared/inspection/inspectionCase.ts';
import type { StoredInspection } from '../../../../shared/inspection/ports.ts';

/** Inspections of the same agency that one can be merged into: still to be held, and at a time that both allow. */
export function joinableWith(
  inspection: InspectionCase,
  ofAgency: readonly StoredInspection[],
): readonly StoredInspection[] {
  return ofAgency.filter(
    ({ state, status }) =>
      state.number !== inspection.number &&
      state.agency.uscc === inspection.agency.uscc &&
      status === 'notified' &&
      state.period.from <= inspection.period.to &&
      inspection.period.from <= state.period.to,
  );
}
