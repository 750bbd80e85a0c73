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

const definition = resolve(import.meta.dirname, '../statemachines/draw.asl.json');

export interface DrawMachineProps {
  readonly drawStep: IFunction;
  readonly openTask: IFunction;
}

/** The draw as a Standard state machine, started through an alias that follows its newest version. */
export class DrawMachine extends Construct {
  readonly machine: StateMachine;
  readonly aliasArn: string;
  /** Pattern of the ARNs of its executions. */
  readonly executionsArn: string;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: DrawMachineProps) {
    super(scope, id);
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
      description: 'Lets the draw machine call its two workers',
    });
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [props.drawStep.functionArn, props.openTask.functionArn],
      }),
    );
    this.machine = new StateMachine(this, 'Machine', {
      comment: 'One draw, from its planning to its published record',
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(JSON.stringify(JSON.parse(readFileSync(definition, 'utf8')))),
      definitionSubstitutions: {
        Partition: Aws.PARTITION,
        DrawStepFunction: props.drawStep.functionArn,
        OpenTaskFunction: props.openTask.functionArn,
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
