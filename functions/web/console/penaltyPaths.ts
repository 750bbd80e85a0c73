import type { PenaltyCase } from '../../../shared/penalty/penaltyCase.ts';

/** Addresses of penalty cases in the console; ids are without their prefix. */

export const penaltyPath = (id: string) => `/penalties/${encodeURIComponent(id)}`;
export const penaltyPapersPath = (id: string) => `${penaltyPath(id)}/papers`;
/** Papers that somebody has still to serve, of all penalty cases. */
export const OPEN_PENALTY_PAPERS = '/penalty-papers';
export const penaltyDossierPath = (id: string) => `${penaltyPath(id)}/dossier`;

/** The case number; before there is one, the end of the id, which two people can read to each other. */
export function penaltyName({ number, id }: Pick<PenaltyCase, 'number' | 'id'>): string {
  return number ?? `…${id.slice(-8)}`;
}
