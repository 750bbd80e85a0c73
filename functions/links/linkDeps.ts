import type { CaseStore, StoredCase } from '../../shared/case/caseStore.ts';
import type { DrawCase, DrawStatus } from '../../shared/draw/ceremony/drawCase.ts';
import { drawCaseId } from '../../shared/draw/ceremony/drawRows.ts';
import type { Visit } from '../../shared/draw/ceremony/visit.ts';
import type { EvidenceStore } from '../../shared/evidence/evidenceStore.ts';
import type { InspectionDeps, InspectionLists } from '../../shared/inspection/ports.ts';
import { type Notice, noticeId } from '../../shared/notice/notice.ts';
import type { KeyedDigest } from '../../shared/notice/noticeCommit.ts';
import { type Recipient, readRecipient } from '../../shared/notice/recipientLink.ts';
import type { Objection } from '../../shared/objection/objection.ts';
import type { Result } from '../../shared/problem.ts';
import type { OwnRowSources } from './ownRow.ts';
import type { OwnRowDeps } from './ownRowDeps.ts';

/** What the pages behind signed links need; made once per process. */
export interface LinkDeps {
  readonly cases: CaseStore;
  readonly rows: OwnRowSources;
  visits(number: string): Promise<readonly Visit[]>;
  /** The subject of a genuine link that has not ended; undefined for every other token. */
  subjectOf(token: string, now: Date): Promise<string | undefined>;
  fileObjection(objection: Objection): Promise<Result<string>>;
  readonly digest: () => Promise<KeyedDigest>;
  readonly publicityUrl: string;
  readonly evidence: EvidenceStore;
  readonly inspections: InspectionDeps;
  readonly inspectionLists: InspectionLists;
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
  const subject = await deps.subjectOf(token, now);
  const recipient = subject === undefined ? undefined : readRecipient(subject);
  if (recipient === undefined) return undefined;
  const stored = await deps.cases.load<DrawCase>(drawCaseId(recipient.draw));
  if (stored === undefined) return undefined;
  return { recipient, status: stored.status as DrawStatus, draw: stored.state };
}

/** The recipient's own notices of the draw, in the order of the visits. */
export async function ownNotices(
  deps: LinkDeps,
  { recipient }: OpenedLink,
): Promise<readonly StoredCase<Notice>[]> {
  const kind = recipient.type === 'agency' ? 'inspection' : 'assignment';
  const visits = (await deps.visits(recipient.draw)).filter(({ uscc, seats }) =>
    recipient.type === 'agency'
      ? uscc === recipient.id
      : seats.some(({ inspectorId }) => inspectorId === recipient.id),
  );
  const found = await Promise.all(
    visits.map(({ no }) => deps.cases.load<Notice>(noticeId(recipient.draw, kind, no, recipient.id))),
  );
  return found.filter((notice) => notice !== undefined);
}
