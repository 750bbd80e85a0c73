import type { S3Client } from '@aws-sdk/client-s3';
import { keptAnchors } from '../../shared/adapters/keptAnchors.ts';
import type { AuditEntry } from '../../shared/audit/entry.ts';
import { type AnchorFault, anchorCheck, daysToCompare } from '../../shared/audit/verifyAnchors.ts';
import type { LocalDate } from '../../shared/calendar/localDate.ts';

export interface AnchorReport {
  readonly compared: readonly LocalDate[];
  readonly faults: readonly AnchorFault[];
  /** Why the comparison is not whole: the bucket's answer. */
  readonly unread?: string;
}

/**
 * Lists the anchors that are kept; call it before the chains are read, and the result with them.
 *
 * @param last the day that the anchoring itself says it kept last, read before
 */
export async function listAnchors(
  s3: S3Client,
  records: string,
  last: LocalDate | undefined,
): Promise<(entries: readonly AuditEntry[]) => Promise<AnchorReport>> {
  const anchors = keptAnchors(s3, records);
  let listed: ReturnType<typeof daysToCompare>;
  try {
    listed = daysToCompare(await anchors.days(), last);
  } catch (error) {
    return async () => ({ compared: [], faults: [], unread: reason(error) });
  }
  return async (entries) => {
    const check = anchorCheck(entries);
    const compared: LocalDate[] = [];
    const faults: AnchorFault[] = [...listed.lost];
    let unread: string | undefined;
    for (const day of listed.days) {
      try {
        faults.push(...check(day, await anchors.read(day)));
        compared.push(day);
      } catch (error) {
        // One file that cannot be read must not hide what the others show.
        unread = `audit/${day}.json: ${reason(error)}`;
      }
    }
    return { compared, faults, ...(unread === undefined ? {} : { unread }) };
  };
}

/** In one line. */
function reason(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.replaceAll(/\s+/g, ' ');
}
