import { type Check, compared, holds } from '../../draw/check.ts';
import type { DeadlineRow } from '../../law/deadlineRow.ts';
import { deadlineRules } from '../../law/deadlineRules.ts';
import { lawVersion } from '../../law/lawTable.ts';
import { deadlineKindRow } from '../deadlineKinds.ts';
import type { Dossier } from './dossier.ts';

/** Each date rests on a row of the law that its kind is counted by, as it is cited. */
export function deadlineChecks({ state }: Dossier): readonly Check[] {
  const rows: readonly DeadlineRow[] = deadlineRules;
  return state.deadlines.map(({ kind, deadline }) => {
    const row = rows.find((one) => lawVersion(one) === deadline.lawVersion);
    if (row?.rule !== deadlineKindRow(kind).rule || deadline.dueTarget > deadline.dueLegal)
      return { ...holds('deadline.rule', false, kind), found: deadline.lawVersion };
    return compared('deadline.rule', row.citation.text, deadline.citation.text, kind);
  });
}
