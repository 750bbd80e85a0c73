import type { Checklist } from '../../../../shared/inspection/checklist.ts';
import { giveInspection, type InspectionActor } from '../../../../shared/inspection/command.ts';
import type { InspectionDeps } from '../../../../shared/inspection/ports.ts';
import { answer, type GivenAnswer } from '../../../../shared/inspection/record.ts';
import type { Problem } from '../../../../shared/problem.ts';

export interface AnswerBatch {
  readonly number: string;
  readonly checklists: readonly string[];
  readonly checklist: Checklist;
  readonly answers: readonly GivenAnswer[];
}

export interface TakenAnswers {
  /** Now on record for good. `standing` names who answered later, where this answer no longer counts. */
  readonly stored: readonly { readonly id: string; readonly standing?: string }[];
  readonly refused: readonly { readonly id: string; readonly problem: Problem }[];
  /** Neither taken nor refused: the same may be sent again. */
  readonly later: readonly string[];
}

/**
 * Takes in what a device has kept while it had no signal. What is wrong with one answer refuses that one only; what
 * is wrong with all (another version of the checklist, a closed case) refuses all. Sending the same ids again
 * changes nothing and says the same.
 */
export async function takeAnswers(
  deps: InspectionDeps,
  { number, checklists, checklist, answers }: AnswerBatch,
  actor: InspectionActor,
): Promise<TakenAnswers> {
  let rest = answers;
  const refused: { id: string; problem: Problem }[] = [];
  while (rest.length > 0) {
    const given = await giveInspection(
      deps,
      number,
      'answer',
      answer,
      { checklists, answers: rest, checklist },
      actor,
    );
    if (given.ok) {
      const { answers: standing } = given.value.state;
      return { stored: rest.map(({ id, key }) => storedAs(id, standing[key])), refused, later: [] };
    }
    const [first] = given.problems;
    if (first?.code === 'inspection.busy') return { stored: [], refused, later: rest.map(({ id }) => id) };
    const about = (key: string) => given.problems.find(({ field }) => field === key);
    const wrong = rest.filter(({ key }) => about(key) !== undefined);
    for (const { id, key } of wrong.length > 0 ? wrong : rest) {
      const problem = about(key) ?? first;
      if (problem !== undefined) refused.push({ id, problem });
    }
    rest = wrong.length > 0 ? rest.filter((one) => !wrong.includes(one)) : [];
  }
  return { stored: [], refused, later: [] };
}

function storedAs(id: string, standing: { readonly id: string; readonly name: string } | undefined) {
  return standing === undefined || standing.id === id ? { id } : { id, standing: standing.name };
}
