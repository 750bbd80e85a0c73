import { functions } from '../../infra/functions.ts';
import { logUsd, prices } from './prices.ts';
import type { Template } from './synthesised.ts';

/**
 * What the stack costs in a month in which nobody uses it, in USD at the list prices of us-east-1 (November 2026),
 * without any free tier. A type that is not in the price table has no price: the count fails.
 */

const free = 0;

/** USD a month for having the resource. */
const standing: Readonly<Record<string, number>> = {
  'AWS::ApiGatewayV2::Api': free,
  'AWS::ApiGatewayV2::Integration': free,
  'AWS::ApiGatewayV2::Route': free,
  'AWS::ApiGatewayV2::Stage': free,
  'AWS::CloudWatch::Alarm': 0.1,
  'AWS::DynamoDB::Table': free,
  'AWS::Events::Rule': free,
  'AWS::IAM::Policy': free,
  'AWS::IAM::Role': free,
  'AWS::KMS::Key': 1,
  'AWS::Lambda::EventInvokeConfig': free,
  'AWS::Lambda::Function': free,
  'AWS::Lambda::Permission': free,
  'AWS::Logs::LogGroup': free,
  'AWS::S3::Bucket': free,
  'AWS::S3::BucketPolicy': free,
  'AWS::SNS::Subscription': free,
  'AWS::SNS::Topic': free,
  'AWS::SNS::TopicPolicy': free,
  'AWS::SQS::Queue': free,
  'AWS::SQS::QueuePolicy': free,
  'AWS::Scheduler::Schedule': free,
  'AWS::Scheduler::ScheduleGroup': free,
  'AWS::SecretsManager::Secret': 0.4,
  'AWS::StepFunctions::StateMachine': free,
  'AWS::StepFunctions::StateMachineAlias': free,
  'AWS::StepFunctions::StateMachineVersion': free,
};

/** USD for one wake-up that finds nothing to do. */
const wakeUp = {
  scheduler: 1 / 1e6,
  request: prices.invocations,
  /** 60 ms on average, cold starts included. */
  compute: (memory: number) => 0.06 * (memory / 1024) * prices.gigabyteSeconds,
  /** Four queries that find nothing: half a read unit each. */
  reads: 4 * 0.5 * prices.readUnits,
  log: logUsd,
};

export interface CostLine {
  readonly what: string;
  readonly count: number;
  readonly usd: number;
}

/** @throws Error naming a resource type without a price. */
export function idleCost(made: Template): readonly CostLine[] {
  const counts = new Map<string, number>();
  for (const { Type } of Object.values(made.Resources)) counts.set(Type, (counts.get(Type) ?? 0) + 1);
  const fixed = [...counts].map(([what, count]) => {
    const price = standing[what];
    if (price === undefined) throw new Error(`No price for ${what}`);
    return { what, count, usd: count * price };
  });
  return [...fixed.filter((line) => line.usd > 0), ...functions.flatMap(scheduledCost)];
}

export function total(lines: readonly CostLine[]): number {
  return lines.reduce((sum, line) => sum + line.usd, 0);
}

function scheduledCost(row: (typeof functions)[number]): CostLine[] {
  if (row.schedule === undefined) return [];
  const count = wakeUpsAMonth(row.schedule.expression);
  const each = wakeUp.scheduler + wakeUp.request + wakeUp.compute(row.memory) + wakeUp.reads + wakeUp.log;
  return [{ what: `schedule of ${row.name}`, count, usd: count * each }];
}

/** Wake-ups in a month of 31 days of an expression with `*`, one value or `*\/n` for minute and hour. */
export function wakeUpsAMonth(expression: string): number {
  const [minute, hour] = /^cron\((\S+) (\S+) \S+ \* \S+ \*\)$/.exec(expression)?.slice(1) ?? [];
  if (minute === undefined || hour === undefined) throw new Error(`Cannot count ${expression}`);
  return times(minute, 60) * times(hour, 24) * 31;
}

function times(field: string, of: number): number {
  if (field === '*') return of;
  const step = /^\*\/(\d+)$/.exec(field)?.[1];
  return step === undefined ? 1 : Math.ceil(of / Number(step));
}
