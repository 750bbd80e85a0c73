import { digestHex, sha256Suite } from '../draw/hash.ts';
import { ok, type Problem, problem, type Result, refuse } from '../problem.ts';
import { answerOf } from '../register/checklist.ts';
import { answerDigest } from './answerDigest.ts';
import { type Checklist, type ChecklistQuestion, findQuestion, questionKey } from './checklist.ts';
import type { DecideInspection } from './command.ts';
import { type Answer, type InspectionCase, isMember, itemsOfCase } from './inspectionCase.ts';
import { answerRow } from './inspectionRows.ts';

/** What a team records on the visit, against the checklist that was sealed with the draw. */

const SECOND_MS = 1000;
/** All notes of a visit together, in bytes: the case is one row, and a row of the table has 400 KB at most. */
const MOST_NOTES = 200_000;

/** Refuses whoever is not of the team: of the roles only `inspector` comes here, but not every inspector. */
export function asMember(
  inspection: Pick<InspectionCase, 'team'>,
  actor: { readonly inspectorId?: string | undefined },
): Result<string> {
  return actor.inspectorId !== undefined && isMember(inspection, actor.inspectorId)
    ? ok(actor.inspectorId)
    : problem('inspection.notMember');
}

/** Shows that the team stands at the right door: the licence's code, scanned or typed (北京条例 art. 69). */
export const arrive: DecideInspection<{
  readonly uscc: string;
  readonly how: 'scanned' | 'typed';
  /** Whether the person's certificate covers today (行政处罚法 art. 55). */
  readonly certified: boolean;
}> = (inspection, { uscc, how, certified }, { actor, at, status }) => {
  const member = asMember(inspection, actor);
  if (!member.ok) return member;
  if (!certified) return problem('inspection.certificate');
  if (uscc !== inspection.agency.uscc)
    return problem('inspection.arrive.other', { found: uscc, agency: inspection.agency.name }, 'uscc');
  if (inspection.arrivals.some(({ by }) => by === actor.userId)) return ok({ to: status, state: inspection });
  const arrival = { by: actor.userId, name: actor.name, at, how };
  return ok({
    to: status,
    state: { ...inspection, arrivals: [...inspection.arrivals, arrival] },
    ground: how,
  });
};

export interface GivenAnswer {
  /** Random, made on the device. */
  readonly id: string;
  readonly key: string;
  readonly value: string;
  readonly note: string;
  /** Instant by the device's clock. */
  readonly at: string;
}

export interface AnswersInput {
  /** Digests of the checklists that the device answered from, one per part. */
  readonly checklists: readonly string[];
  readonly answers: readonly GivenAnswer[];
  readonly checklist: Checklist;
}

/**
 * Takes answers in. One that was taken before changes nothing, a later one replaces an earlier one, and every one
 * is kept in a row of its own. An answer to another version of the checklist is refused whole.
 */
export const answer: DecideInspection<AnswersInput> = (inspection, input, { actor, at, status }) => {
  const member = asMember(inspection, actor);
  if (!member.ok) return member;
  const locked = inspection.parts.map(({ checklist }) => checklist.digest);
  if (input.checklists.length !== locked.length || locked.some((digest, i) => digest !== input.checklists[i]))
    return problem('inspection.answer.version');
  const problems = input.answers.flatMap((given) => answerProblems(inspection, input.checklist, given));
  if (problems.length > 0) return refuse(...problems);
  const answers: Record<string, Answer> = { ...inspection.answers };
  const rows = input.answers.flatMap((given) => {
    // A device whose clock is ahead answers now; commands are dated to the second, devices are finer.
    const when = Date.parse(given.at) < Date.parse(at) + SECOND_MS ? given.at : at;
    const known = answers[given.key];
    const { id, value, note } = given;
    if (known?.id === id) return [];
    const next: Answer = { id, value, note, by: actor.userId, name: actor.name, at: when };
    // Given earlier than what stands: kept, but it no longer counts.
    if (known !== undefined && Date.parse(known.at) > Date.parse(when))
      return [{ row: answerRow(inspection.number, given.key, next), expect: 'any' as const }];
    const before = known === undefined ? {} : { before: answerDigest(given.key, known) };
    const standing = { ...next, ...before };
    answers[given.key] = standing;
    return [{ row: answerRow(inspection.number, given.key, standing), expect: 'any' as const }];
  });
  if (rows.length === 0) return ok({ to: status, state: inspection });
  const noted = input.answers.filter(({ note }) => note !== '');
  if (noted.length > 0 && notesOf(answers) > MOST_NOTES)
    return refuse(...noted.map(({ key }) => ({ code: 'inspection.answer.notes', field: key })));
  return ok({ to: status, state: { ...inspection, answers }, rows });
};

const encoder = new TextEncoder();

function notesOf(answers: InspectionCase['answers']): number {
  return Object.values(answers).reduce((sum, { note }) => sum + encoder.encode(note).length, 0);
}

function answerProblems(inspection: InspectionCase, checklist: Checklist, given: GivenAnswer): Problem[] {
  const found = findQuestion(checklist, given.key);
  const asked = found !== undefined && itemsOfCase(inspection).includes(itemOf(given.key));
  if (!asked) return [{ code: 'inspection.answer.unknown', field: given.key }];
  return answerOf(found.question.answers, given.value) === undefined
    ? [{ code: 'inspection.answer.value', field: given.key }]
    : [];
}

/** The item, `code@version`, of a question's key. */
export function itemOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/'));
}

/** The questions of the visit with their keys, item by item in the order of the checklist. */
export function questionsOf(
  inspection: Pick<InspectionCase, 'parts'>,
  checklist: Checklist,
): readonly { readonly key: string; readonly item: string; readonly question: ChecklistQuestion }[] {
  const wanted = new Set(itemsOfCase(inspection));
  return checklist.items
    .filter((item) => wanted.has(`${item.code}@${item.version}`))
    .flatMap((item) =>
      item.questions.map((question) => ({
        key: questionKey(item, question),
        item: `${item.code}@${item.version}`,
        question,
      })),
    );
}

/**
 * Digest of everything that a signature under the record binds. Whatever is changed after a signature makes it
 * one of an earlier record, and the person has to sign again. What follows the record, a report of rectification
 * or a corrected publication, is no part of it and takes no signature away.
 */
export function recordDigest(inspection: InspectionCase): string {
  return digestHex(sha256Suite, {
    written: writtenDigest(inspection),
    agencySignature: inspection.agencySignature,
  });
}

/** Digest of everything that was written down before the agency signs: its own signature binds this. */
export function writtenDigest(inspection: InspectionCase): string {
  const { number, team, arrivals, answers, evidence, letters, statement } = inspection;
  return digestHex(sha256Suite, {
    number,
    team: team.map(({ draw, seat, inspectorId }) => ({ draw, seat, inspectorId })),
    arrivals,
    answers,
    evidence: evidence
      .filter(({ removed, purpose }) => removed === undefined && purpose !== 'rectification')
      .map(({ sha256 }) => sha256),
    letters,
    results: resultsAsRecorded(inspection),
    statement,
  });
}

/** The results that the team set, before any correction of what was published. */
export function resultsAsRecorded({
  corrections,
  results,
}: Pick<InspectionCase, 'corrections' | 'results'>): InspectionCase['results'] {
  return corrections.find(({ settled }) => settled?.replaced !== undefined)?.settled?.replaced ?? results;
}
