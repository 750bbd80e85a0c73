import type { DistrictRule } from '../plan.ts';
import type { InspectorRow } from '../snapshot.ts';

/** Who may take a seat (DR-1 §1.9, §1.11.9). */

/** An agency to be visited, with the seats of its kind. */
export interface Visit {
  /** tid of the agency. */
  readonly a: string;
  /** Its district. */
  readonly d: string;
  /** Per seat, the qualifications it asks; seat 1 is the leader's. */
  readonly seats: readonly (readonly string[])[];
}

/** Why an inspector may not take a seat, in the order in which it is looked at. */
export type Unfit = 'certificate' | 'district' | 'qualification' | 'conflict';

const DISTRICT_RULES: Readonly<Record<DistrictRule, (inspector: string, agency: string) => boolean>> = {
  any: () => true,
  cross: (inspector, agency) => inspector !== agency,
  home: (inspector, agency) => inspector === agency,
};

/** Why the inspector cannot take a seat asking `quals` at an agency of district `d`, relations aside. */
export function unfitFor(
  rule: DistrictRule,
  inspector: InspectorRow,
  d: string,
  quals: readonly string[],
): Exclude<Unfit, 'conflict'> | undefined {
  if (!inspector.cert) return 'certificate';
  if (!DISTRICT_RULES[rule](inspector.d, d)) return 'district';
  if (!quals.every((qual) => inspector.quals.includes(qual))) return 'qualification';
  return undefined;
}
