import { type AnchoredHead, anchoredHead } from '../audit/inclusion.ts';
import { addDays, type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import type { CaseStore, StoredCase } from '../case/caseStore.ts';
import type { DossierChain } from './dossierChain.ts';

/** Where the chain and its anchors are read. */
export interface ChainDeps {
  readonly cases: Pick<CaseStore, 'load' | 'chain'>;
  /** The anchors of the audit chain. */
  readonly files: { get(key: string): Promise<Uint8Array | undefined> };
  /** Key of the file with the anchor of a day. */
  readonly anchorKey: (day: LocalDate) => string;
  readonly now: () => Date;
}

/** Days looked back for an anchor: one is kept every night, so that an older one means that anchoring has stopped. */
const ANCHOR_DAYS = 7;

/** How often everything is read anew because the case moved on meanwhile. */
const ATTEMPTS = 5;

/**
 * What belongs to one case at one moment: everything around it is read until the case has not moved meanwhile.
 * Undefined when there is no such case.
 *
 * @throws Error when the case changes faster than it can be read
 */
export async function gatherWhole<State, Gathered>(
  { cases }: Pick<ChainDeps, 'cases'>,
  caseId: string,
  around: (stored: StoredCase<State>) => Promise<Gathered>,
): Promise<Gathered | undefined> {
  let stored = await cases.load<State>(caseId);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (stored === undefined) return undefined;
    const gathered = await around(stored);
    const after = await cases.load<State>(caseId);
    if (after?.version === stored.version) return gathered;
    stored = after;
  }
  throw new Error(`${caseId} changed while its dossier was gathered`);
}

/** The chain of a case, with the newest anchor that covers it. */
export async function chainOf(
  deps: ChainDeps,
  { caseId, auditSeq, auditHash }: Pick<StoredCase<unknown>, 'caseId' | 'auditSeq' | 'auditHash'>,
): Promise<DossierChain> {
  const [entries, anchor] = await Promise.all([deps.cases.chain(caseId), newestAnchor(deps, caseId)]);
  return {
    entries,
    head: { seq: auditSeq, digest: auditHash },
    ...(anchor === undefined ? {} : { anchor }),
  };
}

async function newestAnchor(
  { files, anchorKey, now }: ChainDeps,
  caseId: string,
): Promise<AnchoredHead | undefined> {
  const today = shanghaiDate(now());
  for (let back = 1; back <= ANCHOR_DAYS; back++) {
    const day = addDays(today, -back);
    const file = await files.get(anchorKey(day));
    if (file !== undefined) return anchoredHead(day, file, caseId);
  }
  return undefined;
}
