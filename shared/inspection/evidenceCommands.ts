import type { Evidence } from '../evidence/evidence.ts';
import { ok, problem } from '../problem.ts';
import type { DecideInspection } from './command.ts';
import { asMember } from './record.ts';

/** Most files of one visit, and of one answer of an agency. */
export const MOST_EVIDENCE = 30;

/** Puts a checked file to the record. The same file for the same question twice is one. */
export const addEvidence: DecideInspection<{ readonly evidence: Evidence }> = (
  inspection,
  { evidence },
  { actor, status },
) => {
  const member = asMember(inspection, actor);
  if (!member.ok) return member;
  // A phone that sends again what was taken out meanwhile does not bring it back.
  if (inspection.evidence.some(({ id }) => id === evidence.id)) return ok({ to: status, state: inspection });
  const standing = inspection.evidence.filter(({ removed }) => removed === undefined);
  const there = standing.some(
    ({ sha256, question }) => sha256 === evidence.sha256 && question === evidence.question,
  );
  if (there) return ok({ to: status, state: inspection });
  if (standing.length >= MOST_EVIDENCE) return problem('inspection.evidence.many', { most: MOST_EVIDENCE });
  return ok({
    to: status,
    state: { ...inspection, evidence: [...inspection.evidence, evidence] },
    seal: { evidence: evidence.sha256 },
  });
};

/** Takes a file out of the record; that it was there, and who took it out, stays. */
export const removeEvidence: DecideInspection<{ readonly id: string }> = (
  inspection,
  { id },
  { actor, at, status },
) => {
  const member = asMember(inspection, actor);
  if (!member.ok) return member;
  const found = inspection.evidence.find((one) => one.id === id && one.removed === undefined);
  if (found === undefined) return problem('inspection.evidence.none');
  const removed = { by: actor.userId, name: actor.name, at };
  return ok({
    to: status,
    state: {
      ...inspection,
      evidence: inspection.evidence.map((one) => (one.id === id ? { ...one, removed } : one)),
    },
    seal: { evidence: found.sha256 },
  });
};
