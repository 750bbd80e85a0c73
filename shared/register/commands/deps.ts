import type { CaseStore } from '../../case/caseStore.ts';
import { toHex, utf8 } from '../../draw/bytes.ts';
import { canonicalJson } from '../../draw/canonicalJson.ts';
import { sha256Suite } from '../../draw/hash.ts';
import type { RegisterStore } from '../registerStore.ts';

/** What the commands of the registers work with. */
export interface RegisterDeps {
  readonly cases: CaseStore;
  readonly register: RegisterStore;
  /** Key of the digests in the audit chain. */
  readonly auditKey: () => Promise<Uint8Array>;
  readonly now: () => Date;
}

/** `2026-12-01T01:00:00Z` */
export function instantOf(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** Keyed digests (hex) of values that may not stand in the audit chain themselves. */
export function keyedDigests(
  key: Uint8Array,
  values: Readonly<Record<string, unknown>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      toHex(sha256Suite.hmac(key, utf8(canonicalJson(value)))),
    ]),
  );
}
