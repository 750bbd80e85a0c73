import * as z from 'zod';
import {
  type InspectionCase,
  type ItemResult,
  itemsOfCase,
  type UnreachableGround,
  unreachableGrounds,
} from '../../../../shared/inspection/inspectionCase.ts';
import { writtenText } from '../../../../shared/inspection/writtenText.ts';
import { type PublicityResult, publicityResults } from '../../../../shared/law/inspectionVocabulary.ts';
import { ok, type Problem, type Result, refuse } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { readForm } from '../../kit/http/readForm.ts';
import { allValues, firstValue } from '../../kit/links.ts';

export interface CorrectionInput {
  readonly reason: string;
  readonly results?: Readonly<Record<string, ItemResult>>;
}

const form = z.object({
  proposal: z.enum(['withdraw', 'correct'], 'inspectionPage.propose.missing'),
  reason: writtenText(1000, 'inspection.correction.reason'),
});
const note = writtenText(1000, 'inspection.result.note', { optional: true });

/** Reads a proposal: the result is withdrawn, or other results take its place, item by item. */
export function correctionOf(inspection: InspectionCase, values: Values): Result<CorrectionInput> {
  const read = readForm(form, values);
  const results = itemsOfCase(inspection).map((item) => [item, itemResultOf(values, item)] as const);
  if (!read.ok) return read;
  const { proposal, reason } = read.value;
  if (proposal === 'withdraw') return ok({ reason });
  const problems = results.flatMap(([, result]): readonly Problem[] => (result.ok ? [] : result.problems));
  if (problems.length > 0) return refuse(...problems);
  return ok({
    reason,
    results: Object.fromEntries(
      results.flatMap(([item, result]) => (result.ok ? [[item, result.value] as const] : [])),
    ),
  });
}

/** What was entered for one item; whether it may stand so, the command knows. */
function itemResultOf(values: Values, item: string): Result<ItemResult> {
  const chosen = allValues(values, `results.${item}`);
  const results = publicityResults
    .map(({ rule }) => rule)
    .filter((rule): rule is PublicityResult => chosen.includes(rule));
  const unreachable = unreachableGrounds.find(
    (ground): ground is UnreachableGround => ground === firstValue(values, `unreachable.${item}`),
  );
  const written = note.safeParse(firstValue(values, `note.${item}`));
  if (!written.success) return refuse({ code: 'inspection.result.note', field: `note.${item}` });
  return ok({
    results,
    ...(results.includes('obstruction') ? { obstruction: firstValue(values, `obstruction.${item}`) } : {}),
    ...(results.includes('unreachable') && unreachable !== undefined ? { unreachable } : {}),
    note: written.data,
  });
}

/** The fields as they stand before anything is entered: what is published now. */
export function correctionEntries({ results }: Pick<InspectionCase, 'results'>): Values {
  return Object.fromEntries(
    Object.entries(results).flatMap(([item, result]): [string, string | readonly string[]][] => [
      [`results.${item}`, result.results],
      [`obstruction.${item}`, result.obstruction ?? ''],
      [`unreachable.${item}`, result.unreachable ?? ''],
      [`note.${item}`, result.note],
    ]),
  );
}
