import * as z from 'zod';
import type { EventRule } from '../aws/events.ts';
import { type NextTime, readExpression } from '../schedule/expression.ts';
import type { Stack } from './stack.ts';

const scheduleProperties = z.looseObject({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.string().default('ENABLED'),
  Target: z.looseObject({
    Arn: z.string(),
    Input: z.string().optional(),
    DeadLetterConfig: z.looseObject({ Arn: z.string() }).optional(),
  }),
});

export interface ScheduleDescription {
  readonly name: string;
  readonly expression: string;
  readonly zone: string;
  readonly next: NextTime;
  readonly target: string;
  readonly input: string;
  /** ARN of the queue for what cannot be delivered. */
  readonly deadLetter: string | undefined;
}

/** The enabled schedules of a stack. @throws Error for an expression that cannot be run here */
export function readSchedules(stack: Stack): readonly ScheduleDescription[] {
  return stack.ofType('AWS::Scheduler::Schedule').flatMap(({ name, properties }) => {
    const { ScheduleExpression, ScheduleExpressionTimezone, State, Target } =
      scheduleProperties.parse(properties);
    if (State !== 'ENABLED') return [];
    return [
      {
        name,
        expression: ScheduleExpression,
        zone: ScheduleExpressionTimezone,
        next: readExpression(ScheduleExpression, ScheduleExpressionTimezone),
        target: Target.Arn,
        input: Target.Input ?? '{}',
        deadLetter: Target.DeadLetterConfig?.Arn,
      },
    ];
  });
}

const ruleProperties = z.looseObject({
  EventPattern: z.record(z.string(), z.unknown()).optional(),
  ScheduleExpression: z.string().optional(),
  State: z.string().default('ENABLED'),
  Targets: z.array(z.looseObject({ Arn: z.string() })).default([]),
});

/** The enabled event rules of a stack. Schedules belong to EventBridge Scheduler, which knows time zones. */
export function readRules(stack: Stack): readonly EventRule[] {
  return stack.ofType('AWS::Events::Rule').flatMap(({ name, logicalId, properties }) => {
    const { EventPattern, ScheduleExpression, State, Targets } = ruleProperties.parse(properties);
    if (ScheduleExpression !== undefined) {
      throw new Error(`${logicalId}: a rule with ScheduleExpression cannot be run locally`);
    }
    if (State !== 'ENABLED') return [];
    return [{ name, pattern: EventPattern ?? {}, targets: Targets.map(({ Arn }) => Arn) }];
  });
}
