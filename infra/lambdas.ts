import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FunctionDeclaration, FunctionTable } from './functionDeclaration.ts';
import { type GrantTargets, grantTable } from './grants.ts';
import type { EnvName } from './names.ts';

export interface LambdasProps {
  readonly table: FunctionTable;
  /** Folder with one bundled folder per function. */
  readonly bundles: string;
  readonly deadLetters: IQueue;
}

/**
 * One function, one role and one log group per row of the table. What a function knows and may do is added by
 * `connect` once the resources exist, because the draw machine needs its workers before others need the machine.
 */
export class Lambdas extends Construct {
  private readonly table: FunctionTable;
  private readonly made = new Map<string, LambdaFunction>();

  constructor(scope: Construct, id: string, props: LambdasProps) {
    super(scope, id);
    this.table = props.table;
    for (const row of props.table) this.made.set(row.name, this.make(row, props));
  }

  /** @throws Error when the table has no such function. */
  get(name: string): LambdaFunction {
    const found = this.made.get(name);
    if (found === undefined) throw new Error(`No function is called ${name}`);
    return found;
  }

  /** Hands every function the environment and the rights of its row, and no more. */
  connect(values: Readonly<Record<EnvName, string>>, targets: GrantTargets): void {
    for (const row of this.table) {
      const made = this.get(row.name);
      for (const name of row.env) made.addEnvironment(name, values[name]);
      for (const grant of row.grants) {
        for (const statement of grantTable[grant](targets)) made.addToRolePolicy(statement);
      }
    }
  }

  private make(row: FunctionDeclaration, props: LambdasProps): LambdaFunction {
    const own = new Construct(this, row.name);
    const logGroup = new LogGroup(own, 'Logs', {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const role = new Role(own, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What the function ${row.name} may do`,
    });
    role.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    return new LambdaFunction(own, 'Function', {
      description: row.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(join(props.bundles, row.name)),
      memorySize: row.memory,
      timeout: Duration.seconds(row.timeout),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      ...(row.reserved === undefined ? {} : { reservedConcurrentExecutions: row.reserved }),
      ...(row.async === true
        ? {
            onFailure: new SqsDestination(props.deadLetters),
            retryAttempts: 2,
            maxEventAge: Duration.hours(1),
          }
        : {}),
    });
  }
}
