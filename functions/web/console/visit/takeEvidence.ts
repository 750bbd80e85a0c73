import type { Evidence, EvidencePurpose } from '../../../../shared/evidence/evidence.ts';
import { receiveEvidence } from '../../../../shared/evidence/receiveEvidence.ts';
import { giveInspection } from '../../../../shared/inspection/command.ts';
import { addEvidence } from '../../../../shared/inspection/evidenceCommands.ts';
import type { StoredInspection } from '../../../../shared/inspection/ports.ts';
import { questionsOf } from '../../../../shared/inspection/record.ts';
import { problem, type Result } from '../../../../shared/problem.ts';
import { inspectionActorOf } from '../consoleDeps.ts';
import type { UploadTarget } from './uploadState.ts';
import { isRecorded, questionsFor, type VisitRequest } from './visitCase.ts';

/**
 * Takes an uploaded file out of the quarantine and puts it to the record. The same upload twice is one.
 * Problems: `inspection.status`, `inspection.answer.unknown`, those of `receiveEvidence` and `addEvidence`.
 */
export async function takeEvidence(
  { deps, user, now, ...request }: VisitRequest,
  found: StoredInspection,
  id: string,
  target: UploadTarget,
): Promise<Result<StoredInspection>> {
  const { state, status } = found;
  if (!isRecorded(status)) return problem('inspection.status', { status });
  if (target.question !== undefined) {
    const checklist = await questionsFor({ deps, user, now, ...request }, found);
    if (!checklist.ok) return checklist;
    const known = questionsOf(state, checklist.value).some(({ key }) => key === target.question);
    if (!known) return problem('inspection.answer.unknown', undefined, 'file');
  }
  const received = await receiveEvidence(deps.evidence, {
    caseNumber: state.number,
    id,
    purpose: target.purpose,
    ...(target.question === undefined ? {} : { question: target.question }),
    by: user.userId,
    at: now,
    already: state.evidence.filter(({ removed }) => removed === undefined),
  });
  if (!received.ok) return received;
  return giveInspection(
    deps.inspections,
    state.number,
    'add-evidence',
    addEvidence,
    { evidence: { ...received.value, purpose: purposeOf(target, received.value) } },
    inspectionActorOf(user),
  );
}

/** A phone offers its camera and its files in one place: what came says what it is, but for a signature. */
function purposeOf({ purpose }: UploadTarget, { type }: Evidence): EvidencePurpose {
  if (purpose === 'signature') return purpose;
  return type === 'pdf' ? 'document' : 'photo';
}
