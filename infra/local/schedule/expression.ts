import { Cron } from 'croner';

/** When a schedule is due: the first time after `after` (ms), or undefined when never again. */
export type NextTime = (after: number) => number | undefined;

const UNITS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Fields that mean the same to AWS and to croner; weekdays must be named, because AWS counts from 1. */
const NUMBERS = String.raw`(\*|\d+)(-\d+)?(,\d+(-\d+)?)*`;
const FIELD = new RegExp(`^(${NUMBERS}|\\*/\\d+)$`);
const DAY_OF_MONTH = new RegExp(`^(\\?|L|${NUMBERS}|\\*/\\d+)$`);
const MONTH = new RegExp(`^(${NUMBERS}|\\*/\\d+|[A-Z]{3}(-[A-Z]{3})?(,[A-Z]{3})*)$`);
const WEEKDAY =
  /^(\?|\*|(SUN|MON|TUE|WED|THU|FRI|SAT)(-(SUN|MON|TUE|WED|THU|FRI|SAT))?(,(SUN|MON|TUE|WED|THU|FRI|SAT))*)$/;
const FIELDS = [FIELD, FIELD, DAY_OF_MONTH, MONTH, WEEKDAY, FIELD] as const;

function cron(expression: string, fields: readonly string[], zone: string): NextTime {
  if (fields.length !== 6 || !FIELDS.every((pattern, at) => pattern.test(fields[at] ?? ''))) {
    throw new Error(`${expression} cannot be run locally: six fields, weekdays by name, steps only as */n`);
  }
  if ((fields[2] === '?') === (fields[4] === '?')) {
    throw new Error(`${expression}: exactly one of day-of-month and day-of-week must be ?`);
  }
  const pattern = new Cron(`0 ${fields.map((field) => (field === '?' ? '*' : field)).join(' ')}`, {
    timezone: zone,
    paused: true,
  });
  return (after) => pattern.nextRun(new Date(after))?.getTime();
}

/**
 * Reads `cron(…)` or `rate(…)` of EventBridge.
 * @param zone IANA name of the time zone of a cron expression
 * @throws Error for an expression that means something else to croner, or nothing
 */
export function readExpression(expression: string, zone: string): NextTime {
  const [, kind, inner = ''] = /^(cron|rate)\((.+)\)$/.exec(expression.trim()) ?? [];
  if (kind === 'cron') return cron(expression, inner.trim().split(/\s+/), zone);
  const [, amount, unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(inner) ?? [];
  const step = Number(amount) * (UNITS[unit] ?? Number.NaN);
  if (kind === 'rate' && step > 0) return (after) => after + step;
  throw new Error(`${expression} cannot be run locally`);
}
