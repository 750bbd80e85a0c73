import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Api } from './httpApis.ts';
import type { Lambdas } from './lambdas.ts';
import type { Operators } from './operators.ts';

/** The runbook: one heading per alarm, in the same words. */
export const runbook = 'infra/runbook.md';

export interface AlarmDeclaration {
  /** Heading in the runbook. */
  readonly heading: string;
  readonly summary: string;
  readonly metric: IMetric;
  readonly threshold: number;
  readonly comparison: ComparisonOperator;
  readonly periods: number;
  readonly missing: TreatMissingData;
}

export interface AlarmsProps {
  readonly operators: Operators;
  readonly console: Api;
  readonly public: Api;
  readonly lambdas: Lambdas;
  readonly topic: ITopic;
}

/** Five alarms at 0.10 USD a month each; each one says where its runbook entry is. */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const action = new SnsAction(props.topic);
    for (const [name, row] of Object.entries(alarmTable(props))) {
      const alarm = new Alarm(this, name, {
        alarmDescription: `${row.summary} See ${runbook}#${anchor(row.heading)}`,
        metric: row.metric,
        threshold: row.threshold,
        comparisonOperator: row.comparison,
        evaluationPeriods: row.periods,
        treatMissingData: row.missing,
      });
      alarm.addAlarmAction(action);
    }
  }
}

/** The fragment under which a Markdown viewer finds a heading. */
export function anchor(heading: string): string {
  return heading.toLowerCase().replaceAll(' ', '-');
}

function alarmTable(props: AlarmsProps): Readonly<Record<string, AlarmDeclaration>> {
  const fiveMinutes = { period: Duration.minutes(5) };
  const present = {
    threshold: 1,
    comparison: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    periods: 1,
    missing: TreatMissingData.NOT_BREACHING,
  };
  const errors = { ...present, threshold: 5, periods: 2 };
  return {
    ExecutionsEnded: {
      heading: 'Executions ended without success',
      summary: 'An execution of a state machine failed, timed out or was aborted.',
      metric: props.operators.executions.metricApproximateNumberOfMessagesVisible(fiveMinutes),
      ...present,
    },
    DeadLetters: {
      heading: 'Undelivered calls',
      summary: 'A schedule or an asynchronous call failed after every retry.',
      metric: props.operators.deadLetters.metricApproximateNumberOfMessagesVisible(fiveMinutes),
      ...present,
    },
    ConsoleErrors: {
      heading: 'Console answers with errors',
      summary: 'The console answered with 5xx at least five times in each of two periods of five minutes.',
      metric: props.console.api.metricServerError({ ...fiveMinutes, statistic: 'Sum' }),
      ...errors,
    },
    PublicErrors: {
      heading: 'Signed links answer with errors',
      summary: 'The public API answered with 5xx at least five times in each of two periods of five minutes.',
      metric: props.public.api.metricServerError({ ...fiveMinutes, statistic: 'Sum' }),
      ...errors,
    },
    SweeperSilent: {
      heading: 'Deadline sweeper is silent',
      summary: 'The deadline sweeper has not run for half an hour: deadlines are not watched.',
      metric: props.lambdas.get('deadline-sweeper').metricInvocations({ period: Duration.minutes(30) }),
      threshold: 1,
      comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
      periods: 1,
      missing: TreatMissingData.BREACHING,
    },
  };
}
