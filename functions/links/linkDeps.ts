import type { LinkClaim } from '../../shared/access/signedLink.ts';
import type { CaseStore } from '../../shared/case/caseStore.ts';
import type { DrawCase, DrawStatus } from '../../shared/draw/ceremony/drawCase.ts';
import { drawCaseId } from '../../shared/draw/ceremony/drawRows.ts';
import type { Visit } from '../../shared/draw/ceremony/visit.ts';
import type { EvidenceStore } from '../../shared/evidence/evidenceStore.ts';
import type { InspectionDeps, InspectionLists } from '../../shared/inspection/ports.ts';
import type { CasePapers } from '../../shared/notice/casePaper.ts';
import type { KeyedDigest } from '../../shared/notice/noticeCommit.ts';
import type { Office } from '../../shared/notice/office.ts';
import { RECIPIENT_PURPOSE, type Recipient, readRecipient } from '../../shared/notice/recipientLink.ts';
import type { Objection } from '../../shared/objection/objection.ts';
import type { PenaltyDeps, PenaltyLists } from '../../shared/penalty/ports.ts';
import type { Result } from '../../shared/problem.ts';
import type { Inspector } from '../../shared/register/inspector.ts';
import type { RepairDeps } from '../../shared/repair/ports.ts';
import type { OwnRiskSources } from './ownRisk.ts';
import type { OwnRowSources } from './ownRow.ts';
import type { OwnRowDeps } from './ownRowDeps.ts';

/** The office's link key at work. */
export interface SignedLinks {
  /** What a genuine token of this purpose is for; `access.link.invalid` or `access.link.expired`. */
  open(token: string, purpose: string, now: Date): Promise<Result<{ readonly subject: string }>>;
  sign(claim: LinkClaim): Promise<string>;
}

/** What the pages behind signed links need; made once per process. */
export interface LinkDeps {
  readonly cases: CaseStore;
  readonly rows: OwnRowSources;
  visits(number: string): Promise<readonly Visit[]>;
  readonly signed: SignedLinks;
  fileObjection(objection: Objection): Promise<Result<string>>;
  readonly digest: () => Promise<KeyedDigest>;
  readonly publicityUrl: string;
  /** Origin of these pages, and of the console. */
  readonly publicUrl: string;
  readonly consoleUrl: string;
  readonly office: Office;
  readonly inspectors: () => Promise<readonly Inspector[]>;
  readonly evidence: EvidenceStore;
  readonly inspections: InspectionDeps;
  readonly inspectionLists: InspectionLists;
  readonly risk: OwnRiskSources;
  readonly repairs: RepairDeps;
  /** Name of an agency in the register. */
  agencyName(uscc: string): Promise<string | undefined>;
  /** A new id of a case. */
  newId(now: Date): string;
  readonly penalties: PenaltyDeps;
  readonly penaltyLists: Pick<PenaltyLists, 'ofAgency'>;
  readonly casePapers: Pick<CasePapers, 'ofCase'>;
  /** What sends links to who asks for them. */
  readonly ownRow: OwnRowDeps;
}

export interface OpenedLink {
  readonly recipient: Recipient;
  readonly status: DrawStatus;
  readonly draw: DrawCase;
}

/** What a link opens, or undefined: wrong, ended, of another purpose and for an unknown draw are one answer. */
export async function openRecipientLink(
  deps: LinkDeps,
  token: string,
  now: Date,
): Promise<OpenedLink | undefined> {
  const opened = await deps.signed.open(token, RECIPIENT_PURPOSE, now);
  const recipient = opened.ok ? readRecipient(opened.value.subject) : undefined;
  if (recipient === undefined) return undefined;
  const stored = await deps.cases.load<DrawCase>(drawCaseId(recipient.draw));
  if (stored === undefined) return undefined;
  return { recipient, status: stored.status as DrawStatus, draw: stored.state };
}
