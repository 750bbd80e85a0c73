import { withDeadline, withoutDeadline } from '../calendar/storedDeadline.ts';
import { ok, type Problem, problem, refuse } from '../problem.ts';
import type { Checklist } from './checklist.ts';
import type { DecideInspection, InspectionMoment } from './command.ts';
import { dayOf, deadlineOf } from './deadlines.ts';
import {
  type AgencySignature,
  type InspectionCase,
  itemsOfCase,
  members,
  type NoSignature,
  noSignatureReasons,
} from './inspectionCase.ts';
import { asMember, questionsOf, recordDigest, writtenDigest } from './record.ts';
import { MINIMUM_TEAM } from './teamRules.ts';
import { letterProblems } from './visitResults.ts';

/** The end of a visit: the agency signs or it is said why not, two inspectors sign, the leader submits. */

export type AgencySignatureInput =
  | {
      readonly type: 'signed';
      readonly signer: string;
      readonly capacity: string;
      readonly evidence: string;
    }
  | { readonly type: 'none'; readonly reason: string; readonly witness: string };

export const signAgency: DecideInspection<AgencySignatureInput> = (
  inspection,
  input,
  { actor, at, status },
) => {
  const member = asMember(inspection, actor);
  if (!member.ok) return member;
  const signature = agencySignature(inspection, input, { actor, at });
  if (!('type' in signature)) return refuse(signature.problem);
  return ok({
    to: status,
    state: { ...inspection, agencySignature: signature },
    ground: signature.type === 'none' ? signature.reason : 'signed',
  });
};

function agencySignature(
  inspection: InspectionCase,
  input: AgencySignatureInput,
  { actor, at }: Pick<InspectionMoment, 'actor' | 'at'>,
): AgencySignature | { readonly problem: Problem } {
  const entered = { at, by: actor.userId };
  if (input.type === 'signed') {
    const { signer, capacity, evidence } = input;
    return stands(inspection, evidence)
      ? { type: 'signed', signer, capacity, evidence, record: writtenDigest(inspection), ...entered }
      : { problem: { code: 'inspection.signature.evidence', field: 'evidence' } };
  }
  const reason = noSignatureReasons.find((one): one is NoSignature => one === input.reason);
  return reason === undefined
    ? { problem: { code: 'inspection.signature.reason', field: 'reason' } }
    : { type: 'none', reason, witness: input.witness, ...entered };
}

/** An inspector signs the record as it is now (专利代理管理办法 art. 42). */
export const sign: DecideInspection<{
  readonly checklist: Checklist;
  /** Whether the person's certificate covers today. */
  readonly certified: boolean;
}> = (inspection, { checklist, certified }, { actor, at, status }) => {
  const member = asMember(inspection, actor);
  if (!member.ok) return member;
  if (!certified) return problem('inspection.certificate');
  const missing = gaps(inspection, checklist);
  if (missing.length > 0) return refuse(...missing);
  const signature = {
    by: actor.userId,
    name: actor.name,
    at,
    inspectorId: member.value,
    record: recordDigest(inspection),
  };
  const others = inspection.signatures.filter(({ inspectorId }) => inspectorId !== member.value);
  return ok({
    to: status,
    state: { ...inspection, signatures: [...others, signature] },
    seal: { record: signature.record },
  });
};

/** Signatures under the record as it is now. */
export function standingSignatures(inspection: InspectionCase) {
  const now = recordDigest(inspection);
  return inspection.signatures.filter(({ record }) => record === now);
}

/** The leader, or whoever is first among the members, hands the record in; the day of the end is fixed. */
export const submit: DecideInspection<{ readonly checklist: Checklist }> = (
  inspection,
  { checklist },
  moment,
) => {
  const { actor, at, calendar } = moment;
  const member = asMember(inspection, actor);
  if (!member.ok) return member;
  const leader = members(inspection)[0];
  if (leader?.inspectorId !== member.value)
    return problem('inspection.submit.leader', { name: leader?.name ?? '' });
  const missing = gaps(inspection, checklist);
  if (missing.length > 0) return refuse(...missing);
  if (standingSignatures(inspection).length < MINIMUM_TEAM)
    return problem('inspection.submit.signatures', { needed: MINIMUM_TEAM }, 'signatures');
  const today = dayOf(at);
  // A record that was sent back ends when it ended first: the period of publicity is not restarted by a correction.
  const ended = inspection.ended ?? today;
  const publicity = deadlineOf('publicity', ended, calendar);
  const review = deadlineOf('review', today, calendar);
  const kept = withoutDeadline(withoutDeadline(inspection.deadlines, 'visit'), 'correct');
  const first = kept.some(({ kind }) => kind === 'publicity') ? kept : withDeadline(kept, publicity);
  return ok({
    to: 'visited',
    state: {
      ...inspection,
      ended,
      submitted: { by: actor.userId, name: actor.name, at },
      deadlines: withDeadline(first, review),
    },
    seal: { record: recordDigest(inspection) },
    // The public pages count the visit from now on, and say by when its result is published.
    publishes: true,
  });
};

/** What is still missing in the record, each at its field. */
export function gaps(inspection: InspectionCase, checklist: Checklist): readonly Problem[] {
  const problems: Problem[] = [];
  const unseen = new Set(
    itemsOfCase(inspection).filter((item) => {
      const results = inspection.results[item]?.results ?? [];
      // Nobody was met or nothing was shown: there is nothing to answer.
      return results.includes('unreachable') || results.includes('obstruction');
    }),
  );
  const { letters, period } = inspection;
  const day = letters.at(-1)?.sentOn ?? period.from;
  for (const item of itemsOfCase(inspection)) {
    const result = inspection.results[item];
    if (result === undefined)
      problems.push({ code: 'inspection.result.missing', params: { item }, field: `results.${item}` });
    // What became of a letter may have been entered after the result that rests on it.
    else if (result.unreachable === 'two-letters')
      problems.push(...letterProblems(letters, day, `unreachable.${item}`));
  }
  for (const { key, item, question } of questionsOf(inspection, checklist)) {
    if (unseen.has(item)) continue;
    if (inspection.answers[key] === undefined)
      problems.push({ code: 'inspection.answer.missing', params: { question: question.text }, field: key });
    else if (question.evidenceRequired && !hasEvidence(inspection, key))
      problems.push({ code: 'inspection.evidence.missing', params: { question: question.text }, field: key });
  }
  const met = unseen.size < itemsOfCase(inspection).length;
  const onsite = checklist.items.some(
    (item) => item.method === 'onsite' && itemsOfCase(inspection).includes(`${item.code}@${item.version}`),
  );
  if (onsite && met && inspection.arrivals.length === 0)
    problems.push({ code: 'inspection.arrive.missing', field: 'uscc' });
  const signature = inspection.agencySignature;
  if (signature === undefined) problems.push({ code: 'inspection.signature.missing', field: 'signature' });
  else if (signature.type === 'signed' && !stands(inspection, signature.evidence))
    problems.push({ code: 'inspection.signature.evidence', field: 'signature' });
  else if (signature.type === 'signed' && signature.record !== writtenDigest(inspection))
    problems.push({ code: 'inspection.signature.changed', field: 'signature' });
  return problems;
}

/** Whether a file is in the record and was not taken out. */
function stands({ evidence }: InspectionCase, id: string): boolean {
  return evidence.some((one) => one.id === id && one.removed === undefined);
}

function hasEvidence(inspection: InspectionCase, key: string): boolean {
  return inspection.evidence.some(({ question, removed }) => question === key && removed === undefined);
}
