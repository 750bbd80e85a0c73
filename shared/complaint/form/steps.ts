import type { LocalDate } from '../../calendar/localDate.ts';
import { type Conduct, type ConductRow, type ConductService, conducts } from '../../law/conducts.ts';
import { lawAt } from '../../law/lawTable.ts';
import { ok, problem, type Result } from '../../problem.ts';
import { type CaseKind, type Classified, classify } from '../filing.ts';
import type { AnswerOf, Answers, StepName } from './answers.ts';

/** The steps of the form as a table: which there are, when each is asked, and when its answer still stands. */
export interface Step {
  readonly name: StepName;
  /** Last part of its address. */
  readonly path: string;
  /** Whether it is asked at all, as far as the answers tell. */
  readonly applies: (answers: Answers) => boolean;
  /** Whether the answer that is there fits the others; one that is not there is never asked here. */
  readonly stands: (answers: Answers) => boolean;
}

const always = () => true;

/** What the filing will be; undefined until enough is known. */
export function classified({ standing, wish }: Answers): Classified | undefined {
  if (standing === undefined) return undefined;
  // Without a contract of one's own there is nothing to settle, whatever was wished before.
  if (standing.standing === 'none') return classify('none', 'check');
  return wish === undefined ? undefined : classify(standing.standing, wish.wish);
}

export function isA(answers: Answers, kind: CaseKind): boolean {
  return classified(answers)?.kinds.includes(kind) === true;
}

/** Whether name, telephone and address are asked for: a report may go without. */
function isNamed(answers: Answers): boolean {
  return isA(answers, 'complaint') || (isA(answers, 'report') && answers.naming?.naming === 'named');
}

type ConductChoice = ConductRow & { readonly rule: Conduct };
const rows: readonly ConductChoice[] = conducts;
const belongsTo = (row: ConductChoice, service: ConductService) => row.services.includes(service);

/** The conducts that can be chosen for a service on a day. */
export function conductsOf(service: ConductService, on: LocalDate): readonly ConductChoice[] {
  return lawAt(rows, on).filter((row) => belongsTo(row, service));
}

function conductsFit({ service, conducts: answer }: Answers): boolean {
  if (service === undefined || answer === undefined) return false;
  return answer.conducts.every((code) =>
    rows.some((row) => row.rule === code && belongsTo(row, service.service)),
  );
}

const step = (name: StepName, path: string, over: Partial<Pick<Step, 'applies' | 'stands'>> = {}): Step => ({
  name,
  path,
  applies: over.applies ?? always,
  stands: over.stands ?? always,
});

export const steps: readonly Step[] = [
  step('before', 'before'),
  step('agency', 'agency'),
  step('standing', 'standing'),
  step('wish', 'wish', { applies: ({ standing }) => standing !== undefined && standing.standing !== 'none' }),
  step('kind', 'kind', {
    stands: (answers) => answers.kind?.kinds === classified(answers)?.kinds.join(' '),
  }),
  step('service', 'service'),
  step('conducts', 'conduct', { stands: conductsFit }),
  step('facts', 'facts'),
  step('matter', 'matter'),
  step('rights', 'rights'),
  step('request', 'request', { applies: (answers) => isA(answers, 'complaint') }),
  step('evidence', 'evidence'),
  step('naming', 'name', { applies: (answers) => isA(answers, 'report') && !isA(answers, 'complaint') }),
  step('identity', 'identity', { applies: isNamed }),
  step('proxy', 'proxy', { applies: isNamed }),
];

export function stepNamed(name: StepName): Step {
  const found = steps.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no step ${name}`);
  return found;
}

/** The steps that these answers lead through, in order. */
export function stepsOf(answers: Answers): readonly Step[] {
  return steps.filter(({ applies }) => applies(answers));
}

export function isAnswered(one: Step, answers: Answers): boolean {
  return answers[one.name] !== undefined && one.stands(answers);
}

/** The first question that is still open; undefined when the form can be checked and sent. */
export function firstIncomplete(answers: Answers): Step | undefined {
  return stepsOf(answers).find((one) => !isAnswered(one, answers));
}

/** Where an answered step leads: to the next one, or, once everything is answered, to the check (undefined). */
export function nextStep(name: StepName, answers: Answers): Step | undefined {
  if (firstIncomplete(answers) === undefined) return undefined;
  const list = stepsOf(answers);
  return list[list.findIndex((one) => one.name === name) + 1] ?? firstIncomplete(answers);
}

/** The step before; undefined for the first, and the last step for `undefined`, which is the check. */
export function previousStep(name: StepName | undefined, answers: Answers): Step | undefined {
  const list = stepsOf(answers);
  if (name === undefined) return list.at(-1);
  const at = steps.findIndex((one) => one.name === name);
  return list.findLast((one) => steps.indexOf(one) < at);
}

/**
 * The step to show to somebody who asks for one: that one, or the first open question before it; undefined for a
 * question that does not apply when nothing else is open, which leads to the check.
 */
export function shownStep(name: StepName, answers: Answers): Step | undefined {
  const wanted = stepNamed(name);
  const open = firstIncomplete(answers);
  if (!wanted.applies(answers)) return open;
  return open !== undefined && steps.indexOf(open) < steps.indexOf(wanted) ? open : wanted;
}

/** Puts an answer in place; what was answered elsewhere stays, so that nobody types anything twice. */
export function withAnswer(answers: Answers, name: StepName, answer: AnswerOf<StepName>): Answers {
  return { ...answers, [name]: answer };
}

/** The answers that count: those of the steps that apply. */
export function countedAnswers(answers: Answers): Answers {
  const names = new Set<string>(stepsOf(answers).map(({ name }) => name));
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.has(name)));
}

/** What only the calendar can tell about the answers. */
export function refusedByDay(answers: Answers, today: LocalDate): Result<true> {
  const since = answers.facts?.knownSince;
  return since !== undefined && since > today
    ? problem('intake.known.future', undefined, 'knownSince')
    : ok(true);
}
