import * as z from 'zod';
import { type InspectionCase, itemsOfCase } from '../../../../shared/inspection/inspectionCase.ts';
import type { ResultInput } from '../../../../shared/inspection/visitResults.ts';
import { ok, type Problem, problem, type Result, refuse } from '../../../../shared/problem.ts';
import { writtenText } from '../../../../shared/writtenText.ts';
import type { Values } from '../../kit/context.tsx';
import { readForm } from '../../kit/http/readForm.ts';
import { allValues, firstValue } from '../../kit/links.ts';

export interface CorrectionInput {
  readonly reason: string;
  readonly results?: readonly ResultInput[];
}

const form = z.object({
  proposal: z.enum(['withdraw', 'correct'], 'inspectionPage.propose.missing'),
  reason: writtenText(1000, 'inspection.correction.reason'),
});
const note = writtenText(1000, 'inspection.result.note', { optional: true });

/** Reads a proposal: the result is withdrawn, or other results take its place, item by item. */
export function correctionOf(inspection: InspectionCase, values: Values): Result<CorrectionInput> {
  const read = readForm(form, values);
  if (!read.ok) return read;
  const { proposal, reason } = read.value;
  if (proposal === 'withdraw') return ok({ reason });
  const results = itemsOfCase(inspection).map((item) => resultOf(values, item));
  const problems = results.flatMap((result): readonly Problem[] => (result.ok ? [] : result.problems));
  if (problems.length > 0) return refuse(...problems);
  return ok({ reason, results: results.flatMap((result) => (result.ok ? [result.value] : [])) });
}

/** What was entered for one item; whether it may stand so, the command knows. */
function resultOf(values: Values, item: string): Result<ResultInput> {
  const written = note.safeParse(firstValue(values, `note.${item}`));
  if (!written.success) return problem('inspection.result.note', undefined, `note.${item}`);
  return ok({
    item,
    results: allValues(values, `results.${item}`),
    obstruction: firstValue(values, `obstruction.${item}`),
    unreachable: firstValue(values, `unreachable.${item}`),
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
