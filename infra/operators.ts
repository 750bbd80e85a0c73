import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic, TopicPolicy } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Parameters } from './parameters.ts';

const held: QueueProps = {
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
  retentionPeriod: Duration.days(14),
};

/** Where what went wrong waits for a person: ended executions, undelivered calls, and the topic that tells of both. */
export class Operators extends Construct {
  /** Executions that failed, timed out or were aborted. */
  readonly executions: Queue;
  /** Wake-ups and asynchronous calls that failed after every retry. */
  readonly deadLetters: Queue;
  readonly topic: Topic;

  constructor(scope: Construct, id: string, parameters: Parameters) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', held);
    this.executions = new Queue(this, 'Executions', {
      ...held,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 10 },
    });
    this.topic = new Topic(this, 'Topic', { displayName: 'Double-Random operators', enforceSSL: true });
    this.topic.addSubscription(new EmailSubscription(parameters.OperatorMail.valueAsString));
    this.letAlarmsPublish();
  }

  /** Sends every ended execution of these machines that did not succeed to the operators' queue. */
  watch(machineArns: readonly string[]): void {
    new Rule(this, 'ExecutionEnded', {
      description: 'Executions of the machines that ended without success',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'], stateMachineArn: [...machineArns] },
      },
      targets: [new SqsQueue(this.executions, { deadLetterQueue: this.deadLetters, retryAttempts: 10 })],
    });
  }

  private letAlarmsPublish(): void {
    const policy = this.topic.node.tryFindChild('Policy');
    if (!(policy instanceof TopicPolicy)) throw new Error('A topic that enforces TLS has a policy');
    policy.document.addStatements(
      new PolicyStatement({
        sid: 'AlarmsPublish',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
      }),
    );
  }
}
