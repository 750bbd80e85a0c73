import { type LocalDate, monthOf } from '../calendar/localDate.ts';
import type { RowPut } from '../case/caseStore.ts';
import { type CreditEntry, creditRow, type InspectionResultRecord } from '../credit/creditEntry.ts';
import type { WithdrawalReason } from '../publicity/withdrawal.ts';
import type { DeadlineKind } from './deadlineKinds.ts';
import { type InspectionCase, itemsOfCase, type Publicity } from './inspectionCase.ts';

/**
 * What the credit system is told of a published result: that it stands, that it was corrected, that its publicity is
 * over, or that it should never have been there.
 */

/** A result whose basis is gone is taken back whole; every other end is one in due course. */
const endings: Readonly<Record<WithdrawalReason, 'end' | 'withdraw'>> = {
  expired: 'end',
  repaired: 'end',
  corrected: 'withdraw',
  annulled: 'withdraw',
};

/** The rows that a command that publishes writes with the case; none when what is public stays as it was. */
export function creditRows(
  before: InspectionCase | undefined,
  after: InspectionCase,
  at: string,
): readonly RowPut[] {
  const entry = creditEntryOf(before, after, at);
  return entry === undefined ? [] : [creditRow(entry)];
}

function creditEntryOf(
  before: InspectionCase | undefined,
  after: InspectionCase,
  at: string,
): CreditEntry | undefined {
  const { publicity, agency, number } = after;
  const old = before?.publicity;
  if (publicity === undefined) return undefined;
  const about = { key: `inspection/${number}`, uscc: agency.uscc, agency: agency.name, at };
  if (publicity.withdrawn !== undefined) {
    if (old === undefined || old.withdrawn !== undefined) return undefined;
    const { reason } = publicity.withdrawn;
    const operation = endings[reason];
    // Its end is one more thing that is said, after every version of it.
    const version = publicity.version + 1;
    const due = operation === 'withdraw' ? dueOf(before, 'correction') : undefined;
    return {
      ...about,
      version,
      operation,
      reason,
      ...(operation === 'end' ? { record: recordOf(after, publicity) } : {}),
      ...(due === undefined ? {} : { due }),
    };
  }
  if (old !== undefined && old.version === publicity.version) return undefined;
  const due = dueOf(before, old === undefined ? 'publicity' : 'correction');
  return {
    ...about,
    version: publicity.version,
    operation: old === undefined ? 'publish' : 'correct',
    record: recordOf(after, publicity),
    ...(due === undefined ? {} : { due }),
  };
}

function dueOf(before: InspectionCase | undefined, kind: DeadlineKind): LocalDate | undefined {
  return before?.deadlines.find((one) => one.kind === kind)?.deadline.dueLegal;
}

function recordOf(inspection: InspectionCase, { results, on }: Publicity): InspectionResultRecord {
  const { parts, period, draw, number, origin, ended } = inspection;
  const names = Object.assign({}, ...parts.map((part) => part.names ?? {})) as Record<string, string>;
  return {
    type: 'inspection-result',
    plan: monthOf(period.from),
    draw,
    inspection: number,
    random: origin === 'drawn',
    doneOn: ended ?? on,
    items: itemsOfCase(inspection).map((item) => ({
      item,
      name: names[item] ?? item,
      results: results[item] ?? [],
    })),
  };
}
