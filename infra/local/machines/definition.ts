import validate from 'asl-validator';
import * as z from 'zod';

const catcher = z.looseObject({ ErrorEquals: z.array(z.string()), Next: z.string() });
const state = z.looseObject({
  Type: z.string(),
  Next: z.string().optional(),
  End: z.boolean().optional(),
  Default: z.string().optional(),
  Resource: z.string().optional(),
  Parameters: z.record(z.string(), z.unknown()).optional(),
  TimeoutSeconds: z.number().optional(),
  Choices: z.array(z.looseObject({ Next: z.string() })).optional(),
  Catch: z.array(catcher).optional(),
});
const definition = z.looseObject({
  StartAt: z.string(),
  States: z.record(z.string(), state),
  TimeoutSeconds: z.number().optional(),
});

export type State = z.infer<typeof state>;
export type Definition = z.infer<typeof definition>;

/** Fields that aws-local-stepfunctions passes over in silence or does otherwise than the service. */
const REFUSED_FIELDS: ReadonlySet<string> = new Set([
  'QueryLanguage',
  'Assign',
  'Arguments',
  'Output',
  'Items',
  'Condition',
  'HeartbeatSeconds',
  'HeartbeatSecondsPath',
  'TimeoutSecondsPath',
  'ItemReader',
  'ItemBatcher',
  'ResultWriter',
  'ProcessorConfig',
  'ToleratedFailureCount',
  'ToleratedFailurePercentage',
  'Credentials',
]);

/** State types that the machines of this product use; the others are not run here. */
const KNOWN_TYPES: ReadonlySet<string> = new Set(['Task', 'Choice', 'Pass', 'Succeed', 'Fail']);

const INVOKE = /^arn:[a-z-]+:states:::lambda:invoke(\.waitForTaskToken)?$/;

function problemsOf(name: string, given: State): string[] {
  const problems = Object.keys(given)
    .filter((field) => REFUSED_FIELDS.has(field))
    .map((field) => `${name}: the field ${field} cannot be run locally`);
  if (!KNOWN_TYPES.has(given.Type)) problems.push(`${name}: a ${given.Type} state cannot be run locally`);
  if (given.Type === 'Task') {
    const resource = given.Resource ?? '';
    if (!INVOKE.test(resource) && !/^arn:[a-z-]+:lambda:/.test(resource)) {
      problems.push(`${name}: the integration ${resource} cannot be run locally`);
    }
    if (given.TimeoutSeconds === undefined) {
      problems.push(
        `${name}: a Task needs TimeoutSeconds; without it the local timeout is 60 s, on AWS a year`,
      );
    }
  }
  if (JSON.stringify([given.Catch, given['Retry']]).includes('"States.TaskFailed"')) {
    problems.push(`${name}: States.TaskFailed cannot be run locally; name the errors, or States.ALL`);
  }
  const context = JSON.stringify(given.Type === 'Task' ? { ...given, Parameters: {} } : given).match(
    /\$\$\.[\w.]+/g,
  );
  for (const path of context ?? []) {
    problems.push(`${name}: ${path} can be read only in the Parameters of a Task here`);
  }
  return problems;
}

/** Definitions that the validator has passed; it compiles its schemas anew for each that it is given. */
const valid = new Set<string>();

/** What the validator of the language says against a definition, or nothing. */
function faultsOf(text: string): readonly string[] {
  if (valid.has(text)) return [];
  // The validator writes QueryLanguage into what it is given, hence a copy.
  const { isValid, errorsText } = validate(JSON.parse(text), { checkArn: true, checkPaths: true });
  if (!isValid) return [errorsText('\n')];
  valid.add(text);
  return [];
}

/**
 * Reads a definition and refuses what would run differently here than on AWS.
 * @throws Error that lists every problem
 */
export function readDefinition(machine: string, text: string): Definition {
  const raw: unknown = JSON.parse(text);
  const read = definition.parse(raw);
  const problems = Object.keys(read)
    .filter((field) => REFUSED_FIELDS.has(field))
    .map((field) => `the field ${field} cannot be run locally`);
  for (const [name, given] of Object.entries(read.States)) problems.push(...problemsOf(name, given));
  problems.push(...faultsOf(text));
  if (problems.length > 0) throw new Error(`State machine ${machine}:\n${problems.join('\n')}`);
  return read;
}
