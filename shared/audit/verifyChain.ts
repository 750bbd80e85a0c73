import { type AuditEntry, entryDigest, NO_ENTRY } from './entry.ts';

export interface ChainFault {
  readonly case: string;
  readonly seq: number;
  readonly fault: 'missing' | 'inserted' | 'changed' | 'foreign' | 'truncated' | 'head' | 'status';
}

/** What the case itself says of its chain: the last number and the last digest. */
export interface ChainHead {
  readonly auditSeq: number;
  readonly auditHash: string;
  /** Where the case stands; the last entry says how it came there. */
  readonly status?: string;
}

/**
 * Checks the chain of one case.
 *
 * A changed entry shows in the entry after it (its `prev` no longer fits) or, for the last one, in the head
 * that the case keeps; it is named by its own number. A gap in the numbers is `missing`, a number twice is
 * `inserted`, an entry of another case is `foreign`, a chain shorter than its head says is `truncated`. A case
 * whose status no entry led to has the fault `status`.
 *
 * @param entries in the order of their numbers
 */
export function verifyChain(
  caseId: string,
  entries: readonly AuditEntry[],
  head: ChainHead | undefined,
): readonly ChainFault[] {
  const faults: ChainFault[] = [];
  const fault = (seq: number, kind: ChainFault['fault']) => faults.push({ case: caseId, seq, fault: kind });
  let expected = 0;
  let previous = NO_ENTRY;
  for (const entry of entries) {
    if (entry.case !== caseId) {
      fault(entry.seq, 'foreign');
      continue;
    }
    // An entry after the head proves nothing about the one before it: its link is the forger's.
    if (entry.seq < expected || (head !== undefined && entry.seq > head.auditSeq)) {
      fault(entry.seq, 'inserted');
      continue;
    }
    for (; expected < entry.seq; expected++) fault(expected, 'missing');
    const gap = faults.some((f) => f.seq === entry.seq - 1 && f.fault === 'missing');
    if (!gap && entry.prev !== previous) fault(Math.max(0, entry.seq - 1), 'changed');
    previous = entryDigest(entry);
    expected = entry.seq + 1;
  }
  if (head === undefined) {
    if (entries.length > 0) fault(expected - 1, 'head');
    return faults;
  }
  for (let seq = expected; seq <= head.auditSeq; seq++) fault(seq, 'truncated');
  if (expected - 1 !== head.auditSeq) return faults;
  if (previous !== head.auditHash) fault(head.auditSeq, 'changed');
  else if (head.status !== undefined && entries.at(-1)?.to !== head.status) fault(head.auditSeq, 'status');
  return faults;
}
