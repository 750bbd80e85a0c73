import { addDays, type LocalDate } from '../../../shared/calendar/localDate.ts';
import type { Agency } from '../../../shared/register/agency.ts';
import type { Inspector } from '../../../shared/register/inspector.ts';
import type { Relation } from '../../../shared/register/relation.ts';

const REASONS: readonly (readonly [Relation['source'], string])[] = [
  ['inspector', '配偶在该机构执业'],
  ['inspector', '两年内曾在该机构任职'],
  ['agency', '该机构对检查人员此前的执法行为提起过行政复议'],
  ['office', '近亲属持有该机构股权'],
  ['inspector', '与该机构负责人系同学，可能影响公正执法'],
  ['office', '本人为该机构在办案件的利害关系人'],
];

/** Six pairs that must not meet (回避). */
export function fictionalRelations(
  inspectors: readonly Inspector[],
  agencies: readonly Agency[],
  today: LocalDate,
): readonly Relation[] {
  return REASONS.flatMap(([source, reason], i) => {
    const inspector = inspectors[i * 3];
    const agency = agencies[i * 31 + 4];
    if (inspector === undefined || agency === undefined) return [];
    return [
      {
        inspectorId: inspector.id,
        agencyUscc: agency.uscc,
        reason,
        declaredOn: addDays(today, -10 * (i + 1)),
        source,
      },
    ];
  });
}
