import * as z from 'zod';
import type { FunctionDefinition } from '../functions/functionPool.ts';
import type { AsyncRule } from '../functions/lambdaService.ts';
import type { ResolvedResource, Stack } from './stack.ts';

const functionProperties = z.looseObject({
  Code: z.looseObject({ S3Key: z.string() }),
  Handler: z.string(),
  Runtime: z.string().startsWith('nodejs'),
  Timeout: z.coerce.number().default(3),
  MemorySize: z.coerce.number().default(128),
  Environment: z
    .looseObject({ Variables: z.record(z.string(), z.coerce.string()).default({}) })
    .default({ Variables: {} }),
  DeadLetterConfig: z.looseObject({ TargetArn: z.string() }).optional(),
});

const invokeConfig = z.looseObject({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.coerce.number().optional(),
  DestinationConfig: z
    .looseObject({ OnFailure: z.looseObject({ Destination: z.string() }).optional() })
    .optional(),
});

export interface FunctionSource {
  readonly definition: FunctionDefinition;
  readonly asyncRule: AsyncRule;
}

/** Lambda tries an asynchronous invocation again twice unless told otherwise. */
const DEFAULT_RETRIES = 2;

function asyncRule(resource: ResolvedResource, stack: Stack, deadLetter: string | undefined): AsyncRule {
  const config = stack
    .ofType('AWS::Lambda::EventInvokeConfig')
    .map(({ properties }) => invokeConfig.parse(properties))
    .find(({ FunctionName }) => FunctionName.split(':').includes(resource.name));
  const onFailure = config?.DestinationConfig?.OnFailure?.Destination;
  return {
    retries: config?.MaximumRetryAttempts ?? DEFAULT_RETRIES,
    ...(onFailure === undefined ? {} : { onFailure }),
    ...(deadLetter === undefined ? {} : { deadLetter }),
  };
}

/**
 * The functions of a stack.
 * @param baseEnvironment the variables that Lambda itself sets, by name and memory
 */
export function readFunctions(
  stack: Stack,
  baseEnvironment: (name: string, memoryMb: number) => Record<string, string>,
): readonly FunctionSource[] {
  return stack.ofType('AWS::Lambda::Function').map((resource): FunctionSource => {
    const parsed = functionProperties.safeParse(resource.properties);
    if (!parsed.success) {
      throw new Error(`${resource.logicalId} cannot be run locally: ${z.prettifyError(parsed.error)}`);
    }
    const { Code, Handler, Timeout, MemorySize, Environment, DeadLetterConfig } = parsed.data;
    return {
      definition: {
        logicalId: resource.logicalId,
        name: resource.name,
        arn: resource.attribute('Arn'),
        codeFolder: stack.asset(Code.S3Key),
        handler: Handler,
        environment: { ...baseEnvironment(resource.name, MemorySize), ...Environment.Variables },
        timeoutSeconds: Timeout,
        memoryMb: MemorySize,
      },
      asyncRule: asyncRule(resource, stack, DeadLetterConfig?.TargetArn),
    };
  });
}
