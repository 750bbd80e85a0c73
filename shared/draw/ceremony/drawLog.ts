import type { RowPut } from '../../case/caseStore.ts';
import { digestHex, sha256Suite } from '../hash.ts';
import type { LogFact } from './decision.ts';
import type { DrawCase } from './drawCase.ts';
import { logRow } from './drawRows.ts';

/** A log without entries: the next has i = 0 and prev = 64 zeros (DR-1 §1.11.18). */
export const EMPTY_LOG = { n: 0, head: '0'.repeat(64) } as const;

/**
 * Appends facts to the published log of a draw; each entry names the digest of the one before (DR-1 §1.10).
 * Where this machine's clock is behind the one that wrote last, the time of the last entry is taken: a log whose
 * time goes back is refused by every verifier.
 */
export function appendLog(
  draw: DrawCase,
  facts: readonly LogFact[],
  time: string,
): { readonly state: DrawCase; readonly rows: readonly RowPut[] } {
  let { n, head } = draw.log;
  const last = draw.log.time;
  const at = last !== undefined && time < last ? last : time;
  const rows: RowPut[] = [];
  for (const { type, body } of facts) {
    const entry = { v: 'dr1/log', i: n, prev: head, time: at, type, body };
    rows.push(logRow(draw.number, n, entry));
    head = digestHex(sha256Suite, entry);
    n += 1;
  }
  const log = facts.length === 0 ? draw.log : { n, head, time: at };
  return { state: { ...draw, log }, rows };
}
