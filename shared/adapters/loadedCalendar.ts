import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { standingCalendar } from '../calendar/holidayStore.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import { DynamoHolidays } from './dynamoHolidays.ts';

/** A table that was confirmed counts everywhere within five minutes. Milliseconds. */
const cacheLifetime = 5 * 60_000;

/**
 * The working days by the tables of the program and those that the office has confirmed, read at most once in
 * five minutes. A failed read is not kept, and is never answered by the tables of the program alone: a date
 * computed without a confirmed table would be wrong in silence.
 */
export function loadedCalendar(
  client: DynamoDBDocumentClient,
  core: string,
  now: () => number = Date.now,
): () => Promise<WorkingCalendar> {
  const holidays = new DynamoHolidays(client, core);
  let cached: { readonly until: number; readonly value: Promise<WorkingCalendar> } | undefined;
  return () => {
    if (cached !== undefined && now() < cached.until) return cached.value;
    const value = holidays.list().then(standingCalendar);
    cached = { until: now() + cacheLifetime, value };
    value.catch(() => {
      cached = undefined;
    });
    return value;
  };
}
