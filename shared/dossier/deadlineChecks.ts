import type { StoredDeadline } from '../calendar/storedDeadline.ts';
import { type Check, compared, holds } from '../draw/check.ts';
import type { DeadlineRow } from '../law/deadlineRow.ts';
import { deadlineRules } from '../law/deadlineRules.ts';
import { lawVersion } from '../law/lawTable.ts';

/**
 * Each date rests on a row of the law that its kind is counted by, as it is cited.
 *
 * @param ruleOf the rule that a kind of date is counted by
 */
export function deadlineChecks<Kind extends string>(
  deadlines: readonly StoredDeadline<Kind>[],
  ruleOf: (kind: Kind) => string,
): readonly Check[] {
  const rows: readonly DeadlineRow[] = deadlineRules;
  return deadlines.map(({ kind, deadline }) => {
    const row = rows.find((one) => lawVersion(one) === deadline.lawVersion);
    if (row?.rule !== ruleOf(kind) || deadline.dueTarget > deadline.dueLegal)
      return { ...holds('deadline.rule', false, kind), found: deadline.lawVersion };
    return compared('deadline.rule', row.citation.text, deadline.citation.text, kind);
  });
}
