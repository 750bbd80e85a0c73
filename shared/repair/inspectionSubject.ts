import type { CaseStore } from '../case/caseStore.ts';
import type { InspectionCase } from '../inspection/inspectionCase.ts';
import { INSPECTION_PREFIX } from '../inspection/inspectionRows.ts';
import type { InspectionLists, StoredInspection } from '../inspection/ports.ts';
import { isNegative } from '../inspection/publishing.ts';
import { publicityResults } from '../law/inspectionVocabulary.ts';
import { problem } from '../problem.ts';
import type { SubjectPort } from './ports.ts';
import type { Standing } from './standing.ts';

/**
 * Negative results of inspections. None has an early end of its own: without a penalty, or with a minor one, it comes down
 * by itself after three months; any other goes with its penalty, for which the application is made (令107号 arts. 2, 10).
 */
export function inspectionSubject(deps: {
  readonly cases: Pick<CaseStore, 'load'>;
  readonly lists: Pick<InspectionLists, 'ofAgency'>;
}): SubjectPort {
  const never = async () => problem('repair.never.ownTerm.open');
  return {
    async find(id) {
      if (!id.startsWith(INSPECTION_PREFIX)) return undefined;
      const stored = await deps.cases.load<InspectionCase>(id);
      return stored === undefined ? undefined : standingOf(stored);
    },
    ofAgency: async (uscc) => (await deps.lists.ofAgency(uscc)).flatMap((one) => standingOf(one) ?? []),
    end: never,
    restore: never,
  };
}

function standingOf({ caseId, state }: StoredInspection): Standing | undefined {
  const { publicity, agency, number, handOver, penalty } = state;
  if (publicity === undefined || publicity.withdrawn !== undefined) return undefined;
  if (!isNegative(publicity.results)) return undefined;
  const withPenalty = handOver?.to === 'penalty' && (penalty === undefined || penalty.outcome === 'other');
  const found = new Set<string>(Object.values(publicity.results).flat());
  return {
    subject: {
      kind: 'inspection',
      id: caseId,
      number,
      since: publicity.on,
      ...(publicity.until === undefined ? {} : { until: publicity.until }),
    },
    words: publicityResults
      .filter(({ rule }) => found.has(rule))
      .map(({ zh }) => zh)
      .join('；'),
    applicant: { kind: 'agency', name: agency.name, uscc: agency.uscc, district: agency.district },
    early: { type: 'never', because: withPenalty ? 'penalty' : 'own-term' },
    unperformed: [],
    since: [],
  };
}
