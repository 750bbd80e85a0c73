import type { RunNumbers, Workflow } from './waitingTask.ts';

export interface StartDeps {
  readonly workflow: Workflow;
  readonly runs: RunNumbers;
}

/** Name of an execution: the case's number and the number of the run. */
const executionName = (number: string, run: number) => `${number}.${run}`;

/** Number of the case that an execution runs. */
export function caseNumberOf(execution: string): string {
  return execution.slice(0, execution.lastIndexOf('.'));
}

/** Starts one more execution for a case and answers its name. */
export async function startRun(
  { workflow, runs }: StartDeps,
  caseId: string,
  number: string,
  input: Readonly<Record<string, string>>,
): Promise<string> {
  const name = executionName(number, await runs.next(caseId));
  await workflow.start(name, input);
  return name;
}
