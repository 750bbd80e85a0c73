import type { AppSecrets } from '../../shared/access/appSecrets.ts';
import type { KeyedHmac, LimitCounter } from '../../shared/access/networkLimit.ts';
import type { ListedAgency } from '../../shared/complaint/form/agencySearch.ts';
import type { DraftStore } from '../../shared/complaint/form/draftRows.ts';
import type { ReleaseQueue } from '../../shared/complaint/form/release.ts';
import type { ComplaintLists } from '../../shared/complaint/ports.ts';
import type { RandomBytes } from '../../shared/complaint/receiptCode.ts';
import type { SendDeps } from '../../shared/complaint/sendFiling.ts';
import type { EvidenceStore } from '../../shared/evidence/evidenceStore.ts';
import type { Office } from '../../shared/notice/office.ts';
import type { WebRequest } from '../web/kit/http/route.ts';

/** What the public form needs; made once per process. */
export interface IntakeDeps {
  readonly drafts: DraftStore;
  readonly sending: SendDeps;
  /** Seconds to wait when this process takes no more just now. */
  readonly cap: (now: Date) => number | undefined;
  readonly receipts: Pick<ComplaintLists, 'ofReceipt'>;
  readonly agencies: () => Promise<readonly ListedAgency[]>;
  readonly quarantine: Pick<EvidenceStore, 'form' | 'take'>;
  readonly limits: LimitCounter;
  readonly hmac: KeyedHmac;
  readonly secrets: AppSecrets;
  readonly random: RandomBytes;
  readonly releases: ReleaseQueue;
  /** Wakes whoever sends the mails that release drafts. */
  readonly kickReleases: () => Promise<void>;
  /** Has the key of the proofs published before one is handed out. */
  readonly publishKey: () => Promise<void>;
  readonly office: Office;
  /** Origin of this form, and of the public site. */
  readonly publicUrl: string;
  readonly publicityUrl: string;
  /** Address of the script of the proof of work. */
  readonly script: string;
}

export type IntakeRequest = WebRequest<IntakeDeps>;
