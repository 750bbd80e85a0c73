import type { AuditEntry } from './entry.ts';
import { type ChainFault, type ChainHead, verifyChain } from './verifyChain.ts';

export interface AuditReport {
  readonly cases: number;
  readonly entries: number;
  readonly faults: readonly ChainFault[];
}

/**
 * Checks the chains of all cases against their heads. A case without any entry is `truncated` from its first,
 * entries without a case have a `head` fault.
 */
export function verifyCases(
  entries: Iterable<AuditEntry>,
  heads: ReadonlyMap<string, ChainHead>,
): AuditReport {
  const chains = new Map<string, AuditEntry[]>([...heads.keys()].map((caseId) => [caseId, []]));
  let count = 0;
  for (const entry of entries) {
    const chain = chains.get(entry.case) ?? [];
    chain.push(entry);
    chains.set(entry.case, chain);
    count += 1;
  }
  const faults = [...chains].flatMap(([caseId, chain]) =>
    verifyChain(
      caseId,
      chain.toSorted((a, b) => a.seq - b.seq),
      heads.get(caseId),
    ),
  );
  return { cases: chains.size, entries: count, faults };
}
