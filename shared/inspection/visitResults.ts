import { daysBetween, localDate, parseLocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { inspectionParameters, type ParameterRuleId } from '../law/inspectionParameters.ts';
import { obstructionGrounds, type PublicityResult, publicityResults } from '../law/inspectionVocabulary.ts';
import { ruleAt } from '../law/lawTable.ts';
import { ok, type Problem, problem, type Result, refuse } from '../problem.ts';
import type { DecideInspection } from './command.ts';
import {
  type InspectionCase,
  type ItemResult,
  itemsOfCase,
  type Letter,
  type UnreachableGround,
  unreachableGrounds,
} from './inspectionCase.ts';
import { asMember } from './record.ts';

/** The result of each item from the eight publicity results, and what some of them ask for. */

export interface ResultInput {
  readonly item: string;
  readonly results: readonly string[];
  readonly obstruction: string;
  readonly unreachable: string;
  readonly note: string;
}

/** A number of the inspection regime as it is in force on a day. */
export function parameter(rule: ParameterRuleId, day: string): number {
  const row = ruleAt(inspectionParameters, rule, localDate(day));
  if (row === undefined) throw new Error(`no parameter ${rule} on ${day}`);
  return Number(row.value);
}

/**
 * Sets the results of items. 未发现问题 excludes all others; 不配合检查情节严重 names one of its four grounds;
 * 通过登记的住所无法联系 names how that was found, and two letters have to be on file where that is the ground.
 */
export const setResults: DecideInspection<{
  readonly results: readonly ResultInput[];
  readonly statement: string;
}> = (inspection, input, { actor, at, status }) => {
  const member = asMember(inspection, actor);
  if (!member.ok) return member;
  const checked = checkedResults(inspection, input.results, at);
  if (!checked.ok) return checked;
  return ok({
    to: status,
    state: {
      ...inspection,
      results: { ...inspection.results, ...checked.value },
      statement: input.statement,
    },
    seal: { results: checked.value },
  });
};

/** The results as they are kept, by item; or what each of them lacks, at its field. */
export function checkedResults(
  inspection: InspectionCase,
  results: readonly ResultInput[],
  at: string,
): Result<Readonly<Record<string, ItemResult>>> {
  const problems = results.flatMap((one) => resultProblems(inspection, one, shanghaiDate(at)));
  if (problems.length > 0) return refuse(...problems);
  return ok(Object.fromEntries(results.map((one) => [one.item, itemResult(one)])));
}

function itemResult({ results, obstruction, unreachable, note }: ResultInput): ItemResult {
  const known = unreachableGrounds.find((ground): ground is UnreachableGround => ground === unreachable);
  return {
    results: [...new Set(results as readonly PublicityResult[])],
    ...(results.includes('obstruction') ? { obstruction } : {}),
    ...(results.includes('unreachable') && known !== undefined ? { unreachable: known } : {}),
    note,
  };
}

/** What is wrong with the results of an item; the same for a visit and for a correction of what was published. */
function resultProblems(inspection: InspectionCase, one: ResultInput, today: string): Problem[] {
  const field = `results.${one.item}`;
  if (!itemsOfCase(inspection).includes(one.item)) return [{ code: 'inspection.result.item', field }];
  const rows = one.results.map((code) => publicityResults.find(({ rule }) => rule === code));
  if (rows.some((row) => row === undefined)) return [{ code: 'inspection.result.unknown', field }];
  if (rows.length === 0) return [{ code: 'inspection.result.missing', field }];
  if (rows.length > 1 && rows.some((row) => row?.exclusive)) {
    return [{ code: 'inspection.result.exclusive', field }];
  }
  const problems: Problem[] = [];
  const obstructed = one.results.includes('obstruction');
  if (obstructed && !obstructionGrounds.some(({ rule }) => rule === one.obstruction)) {
    problems.push({ code: 'inspection.result.obstruction', field: `obstruction.${one.item}` });
  }
  if (one.results.includes('unreachable')) {
    const ground = unreachableGrounds.find((known) => known === one.unreachable);
    const at = `unreachable.${one.item}`;
    if (ground === undefined) problems.push({ code: 'inspection.result.unreachable', field: at });
    else if (ground === 'two-letters') problems.push(...letterProblems(inspection.letters, today, at));
  }
  return problems;
}

/**
 * Whether two letters show that nobody is there: both unsigned, sent 15 to 30 days apart, both ends included
 * (企业公示信息抽查办法 art. 14).
 */
export function letterProblems(letters: readonly Letter[], today: string, field: string): Problem[] {
  const needed = parameter('unreachable.letters', today);
  const [least, most] = [parameter('unreachable.gap_min', today), parameter('unreachable.gap_max', today)];
  const unsigned = letters.filter(({ outcome }) => outcome === 'unsigned');
  if (unsigned.length < needed) {
    return [{ code: 'inspection.letters.missing', params: { needed, unsigned: unsigned.length }, field }];
  }
  const fits = unsigned.some((first) =>
    unsigned.some((second) => {
      const gap = daysBetween(first.sentOn, second.sentOn);
      return gap >= least && gap <= most;
    }),
  );
  return fits ? [] : [{ code: 'inspection.letters.gap', params: { least, most }, field }];
}

export interface LetterInput {
  /** 0 for a new letter, or the one whose outcome is entered. */
  readonly no: number;
  readonly sentOn: string;
  readonly tracking: string;
  readonly outcome: Letter['outcome'];
  readonly outcomeOn: string;
}

/** Enters a special letter, or what became of it. */
export const recordLetter: DecideInspection<LetterInput> = (inspection, input, { actor, at, status }) => {
  const member = asMember(inspection, actor);
  if (!member.ok) return member;
  const today = shanghaiDate(at);
  const known = inspection.letters.find(({ no }) => no === input.no);
  const sentOn = known?.sentOn ?? parseLocalDate(input.sentOn);
  if (sentOn === undefined || sentOn > today) return problem('inspection.letter.sent', undefined, 'sentOn');
  const tracking = known?.tracking ?? input.tracking;
  if (!/^[0-9A-Za-z-]{6,30}$/.test(tracking))
    return problem('inspection.letter.tracking', undefined, 'tracking');
  if (known === undefined && inspection.letters.some((one) => one.tracking === tracking))
    return problem('inspection.letter.twice', undefined, 'tracking');
  const settled = input.outcome !== 'under-way';
  const outcomeOn = settled ? parseLocalDate(input.outcomeOn) : undefined;
  if (settled && (outcomeOn === undefined || outcomeOn < sentOn || outcomeOn > today))
    return problem('inspection.letter.outcome', undefined, 'outcomeOn');
  const letter: Letter = {
    no: known?.no ?? inspection.letters.length + 1,
    sentOn,
    tracking,
    outcome: input.outcome,
    ...(outcomeOn === undefined ? {} : { outcomeOn }),
    entered: { by: actor.userId, name: actor.name, at },
  };
  const letters =
    known === undefined
      ? [...inspection.letters, letter]
      : inspection.letters.map((one) => (one.no === letter.no ? letter : one));
  return ok({ to: status, state: { ...inspection, letters }, ground: input.outcome });
};
