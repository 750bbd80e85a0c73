import { Aws, Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule, CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FunctionTable } from './functionDeclaration.ts';
import type { Lambdas } from './lambdas.ts';
import { product, timeZone } from './names.ts';

export interface SchedulesProps {
  readonly table: FunctionTable;
  readonly lambdas: Lambdas;
  readonly deadLetters: IQueue;
}

/** The wake-ups of the table, in Asia/Shanghai; one that cannot be delivered goes to the dead-letter queue. */
export class Schedules extends Construct {
  constructor(scope: Construct, id: string, props: SchedulesProps) {
    super(scope, id);
    const group = new CfnScheduleGroup(this, 'Group', { name: product });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
      description: 'Lets the scheduler wake the functions that have a schedule',
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [props.deadLetters.queueArn] }),
    );
    for (const row of props.table) {
      if (row.schedule === undefined) continue;
      const target = props.lambdas.get(row.name).functionArn;
      role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target] }));
      new CfnSchedule(this, row.name, {
        name: row.name,
        description: row.schedule.why,
        groupName: group.ref,
        scheduleExpression: row.schedule.expression,
        scheduleExpressionTimezone: timeZone,
        flexibleTimeWindow: { mode: 'OFF' },
        state: 'ENABLED',
        target: {
          arn: target,
          roleArn: role.roleArn,
          input: JSON.stringify({ schedule: row.name }),
          retryPolicy: {
            maximumRetryAttempts: 5,
            maximumEventAgeInSeconds: Duration.hours(1).toSeconds(),
          },
          deadLetterConfig: { arn: props.deadLetters.queueArn },
        },
      });
    }
  }
}
