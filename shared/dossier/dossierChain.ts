import type { AuditEntry } from '../audit/entry.ts';
import type { AnchoredHead } from '../audit/inclusion.ts';

/** The chain of a case as its dossier carries it. */
export interface DossierChain {
  readonly entries: readonly AuditEntry[];
  /** Where the case itself says its chain ends. */
  readonly head: { readonly seq: number; readonly digest: string };
  /** The newest day whose root covers the chain; absent before the first such day. */
  readonly anchor?: AnchoredHead;
}
