import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ArnFormat, Aws, CfnDeletionPolicy, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  CfnStateMachine,
  CfnStateMachineAlias,
  CfnStateMachineVersion,
  DefinitionBody,
  LogLevel,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { machineAlias } from './names.ts';

export interface MachineProps {
  /** File under statemachines/, without its ending. */
  readonly definition: string;
  readonly comment: string;
  /** The functions that it calls, by the name under which the definition knows their ARNs. */
  readonly workers: Readonly<Record<string, IFunction>>;
}

/** A workflow as a Standard state machine, started through an alias that follows its newest version. */
export class Machine extends Construct {
  readonly machine: StateMachine;
  readonly aliasArn: string;
  /** Pattern of the ARNs of its executions. */
  readonly executionsArn: string;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: MachineProps) {
    super(scope, id);
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
      description: `Lets the machine ${props.definition} call its workers`,
    });
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: Object.values(props.workers).map((worker) => worker.functionArn),
      }),
    );
    this.machine = new StateMachine(this, 'Machine', {
      comment: props.comment,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(definitionOf(props.definition)),
      definitionSubstitutions: {
        Partition: Aws.PARTITION,
        ...Object.fromEntries(
          Object.entries(props.workers).map(([name, worker]) => [name, worker.functionArn]),
        ),
      },
      role: this.role,
      logs: {
        destination: new LogGroup(this, 'Logs', {
          retention: RetentionDays.ONE_YEAR,
          removalPolicy: RemovalPolicy.RETAIN,
        }),
        level: LogLevel.ALL,
        // The history carries pointers only, and no log may carry more.
        includeExecutionData: false,
      },
    });
    this.aliasArn = this.publish().attrArn;
    this.executionsArn = Stack.of(this).formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${this.machine.stateMachineName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }

  private publish(): CfnStateMachineAlias {
    const resource = this.machine.node.defaultChild;
    if (!(resource instanceof CfnStateMachine)) throw new Error('A machine without a machine resource');
    const version = new CfnStateMachineVersion(this, 'Version', {
      stateMachineArn: this.machine.stateMachineArn,
      stateMachineRevisionId: resource.attrStateMachineRevisionId,
    });
    // Running executions keep the definition they started with.
    version.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
    version.cfnOptions.deletionPolicy = CfnDeletionPolicy.RETAIN;
    return new CfnStateMachineAlias(this, 'Alias', {
      name: machineAlias,
      description: 'Every execution is started through this alias',
      deploymentPreference: { type: 'ALL_AT_ONCE', stateMachineVersionArn: version.attrArn },
    });
  }
}

function definitionOf(name: string): string {
  const file = resolve(import.meta.dirname, `../statemachines/${name}.asl.json`);
  return JSON.stringify(JSON.parse(readFileSync(file, 'utf8')));
}
