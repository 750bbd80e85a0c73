import type { AppSecretValues } from '../../shared/access/appSecrets.ts';
import type { LimitedPurpose } from '../../shared/access/networkLimit.ts';
import type { LostRequest } from '../../shared/complaint/lostCode.ts';
import type { ComplaintPapers } from '../../shared/complaint/papers/ports.ts';
import type { ComplaintDeps, ComplaintLists } from '../../shared/complaint/ports.ts';
import type { EvidenceStore } from '../../shared/evidence/evidenceStore.ts';
import type { Result } from '../../shared/problem.ts';

/** What the pages need; made once per process. Nothing here can read an identity. */
export interface FollowDeps {
  readonly complaints: ComplaintDeps;
  readonly lists: Pick<ComplaintLists, 'ofReceipt' | 'messages'>;
  readonly papers: Pick<ComplaintPapers, 'ofCase'>;
  readonly evidence: Pick<EvidenceStore, 'form' | 'take'>;
  readonly keys: () => Promise<Pick<AppSecretValues, 'cookieKey' | 'receiptPepper' | 'mailDigestKey'>>;
  /** Seconds until the caller's network may try again; undefined when it may now, which is then counted. */
  overLimit(purpose: LimitedPurpose, address: string, now: Date): Promise<number | undefined>;
  /** Id of the case whose mail address a token confirms. */
  confirmation(token: string, now: Date): Promise<Result<string>>;
  /** Puts the request and wakes who answers it; the same again in the same hour changes nothing. */
  askLost(request: LostRequest): Promise<void>;
  readonly publicUrl: string;
  readonly publicityUrl: string;
  /** Where the office is reached. */
  readonly contact: string;
}
