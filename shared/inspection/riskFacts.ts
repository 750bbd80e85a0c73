import type { LocalDate } from '../calendar/localDate.ts';
import type { RowPut } from '../case/caseStore.ts';
import { publicityResults } from '../law/inspectionVocabulary.ts';
import { factId, type RiskEvent, type RiskFactKind, riskRow } from '../risk/riskEvent.ts';
import type { InspectionCase, Publicity } from './inspectionCase.ts';
import { inspectionCaseId } from './inspectionRows.ts';

/** What a published result says about the agency's risk class, and what takes it back. */

interface FactOfResult {
  readonly kind: RiskFactKind;
  readonly count: number;
}

const isProblem = (code: string) => publicityResults.find(({ rule }) => rule === code)?.problem === true;

/** Results that say what is done about a problem, not what it is. */
const FOLLOWING: ReadonlySet<string> = new Set(['rectification_ordered', 'pending']);

/** Single problems of one item: what was found, at least one when all that is told is what is done about it. */
function problemsOf(codes: readonly string[]): number {
  const found = codes.filter((code) => isProblem(code) && code !== 'obstruction');
  return found.length === 0 ? 0 : Math.max(1, found.filter((code) => !FOLLOWING.has(code)).length);
}

/** Not co-operating at all is a fact of its own. */
export function factsOfResults(results: Publicity['results']): readonly FactOfResult[] {
  const codes = Object.values(results).flat();
  const problems = codes.filter(isProblem);
  const findings = Object.values(results).reduce((sum, of) => sum + problemsOf(of), 0);
  return [
    ...(problems.length === 0 && codes.length > 0 ? [{ kind: 'clean-inspection', count: 1 } as const] : []),
    ...(findings > 0 ? [{ kind: 'finding', count: findings } as const] : []),
    ...(codes.includes('obstruction') ? [{ kind: 'obstruction', count: 1 } as const] : []),
  ];
}

type Published = Pick<InspectionCase, 'number' | 'agency'> & {
  readonly publicity: Pick<Publicity, 'version' | 'on' | 'results'>;
};

/** Whether the result was published: before that there is no fact. */
export function wasPublished(inspection: InspectionCase): inspection is InspectionCase & Published {
  return inspection.publicity !== undefined;
}

const idOf = ({ number, publicity }: Published, kind: RiskFactKind): string =>
  factId(inspectionCaseId(number), kind, publicity.version);

/** What stands from the day of the first publication on: a correction makes nothing younger. */
export function publishedFacts(inspection: Published, at: string): readonly RowPut[] {
  const { number, agency, publicity } = inspection;
  return factsOfResults(publicity.results).map(({ kind, count }) =>
    riskRow(
      {
        type: 'fact',
        id: idOf(inspection, kind),
        uscc: agency.uscc,
        kind,
        on: publicity.on,
        reference: number,
        count,
      },
      at,
    ),
  );
}

/** The published version is taken back: nothing of it ever counted. */
export function retractedFacts(inspection: Published, on: LocalDate, at: string): readonly RowPut[] {
  return factsOfResults(inspection.publicity.results).map(({ kind }) =>
    riskRow(ended('retracted', inspection, kind, on), at),
  );
}

/** The re-check found it put right. */
export function curedFacts(inspection: Published, on: LocalDate, at: string): readonly RowPut[] {
  return factsOfResults(inspection.publicity.results)
    .filter(({ kind }) => kind === 'finding')
    .map(({ kind }) => riskRow(ended('cured', inspection, kind, on), at));
}

function ended(
  type: 'cured' | 'retracted',
  inspection: Published,
  kind: RiskFactKind,
  on: LocalDate,
): RiskEvent {
  return { type, id: idOf(inspection, kind), uscc: inspection.agency.uscc, on };
}
