import type { StoredCase } from '../../case/caseStore.ts';
import { dossierPaper } from '../../dossier/dossierPaper.ts';
import { type ChainDeps, chainOf, gatherWhole } from '../../dossier/gathering.ts';
import type { CasePapers } from '../../notice/casePaper.ts';
import type { PenaltyCase, PenaltyStatus } from '../penaltyCase.ts';
import { penaltyCaseId } from '../penaltyRows.ts';
import type { PenaltyDossier, PenaltyDossierParts } from './dossier.ts';

export interface PenaltyDossierDeps extends ChainDeps {
  readonly papers: CasePapers;
  readonly office: PenaltyDossier['office'];
}

/**
 * Everything of one penalty case at one moment; undefined when there is none. Reads only.
 *
 * @throws Error when the case changes faster than it can be read
 */
export function gatherPenaltyDossier(
  deps: PenaltyDossierDeps,
  id: string,
): Promise<PenaltyDossierParts | undefined> {
  return gatherWhole<PenaltyCase, PenaltyDossierParts>(deps, penaltyCaseId(id), (stored) =>
    gatherAround(deps, stored),
  );
}

async function gatherAround(
  deps: PenaltyDossierDeps,
  stored: StoredCase<PenaltyCase>,
): Promise<PenaltyDossierParts> {
  const [audit, papers] = await Promise.all([chainOf(deps, stored), deps.papers.ofCase(stored.caseId)]);
  return {
    made: `${deps.now().toISOString().slice(0, 19)}Z`,
    office: deps.office,
    status: stored.status as PenaltyStatus,
    state: stored.state,
    papers: papers.map((paper) => dossierPaper(paper, paper.state.form)),
    audit,
  };
}
