import { addMonths, localDate, shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import type { MonthPlan, RateRule } from '../../../../shared/plan/monthPlan.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { plainDigits, readDate } from '../../kit/http/readForm.ts';
import { allValues, firstValue } from '../../kit/links.ts';
import { percentOf, ppmOf } from './percent.ts';
import type { PlanStart } from './planDefaults.ts';

/** Kinds of agency that teams are made for. */
export const teamKinds = ['patent', 'trademark', 'dual'] as const;
/** Seats a team can have at most. */
export const MOST_SEATS = 6;
export const MOST_WITNESSES = 9;
const MOST_RATES = 60;

const SHANGHAI = 8 * 3_600_000;

type Entries = Record<string, string | readonly string[]>;

/** A day as the entries of a `DateInput`. */
export function dateEntries(name: string, day: string): Entries {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}.year`]: year, [`${name}.month`]: month, [`${name}.day`]: date };
}

function rateEntries(rule: RateRule, at: number): Entries {
  return {
    [`rates.${at}.kind`]: rule.kind,
    [`rates.${at}.riskClass`]: rule.riskClass,
    [`rates.${at}.recency`]: rule.recency,
    [`rates.${at}.district`]: rule.district,
    [`rates.${at}.percent`]: percentOf(rule.ppm),
    [`rates.${at}.round`]: rule.round,
    [`rates.${at}.min`]: rule.min === undefined ? '' : String(rule.min),
  };
}

function sourceEntries(source: MonthPlan['lastSource'] | PlanStart['lastSource']): Entries {
  if (source.type === 'dice') return { 'lastSource.type': 'dice' };
  const base = { 'lastSource.type': 'lottery', 'lastSource.game': source.game };
  if (!('at' in source)) return base;
  const local = new Date(Date.parse(source.at) + SHANGHAI).toISOString();
  return {
    ...base,
    'lastSource.issue': source.issue,
    ...dateEntries('lastSource.at', local.slice(0, 10)),
    'lastSource.time': local.slice(11, 16),
  };
}

/** A plan as the entries of its form. The form is always drawn from entries, first shown or come back. */
export function planEntries(plan: MonthPlan | PlanStart): Values {
  const seats = teamKinds.flatMap((kind) =>
    plan.team.seats[kind].map((quals, at) => [`team.seats.${kind}.${at}`, quals.join('+')] as const),
  );
  return {
    title: plan.title,
    items: plan.items,
    ...Object.assign({}, ...plan.rates.map(rateEntries)),
    splitByDistrict: plan.splitByDistrict ? 'yes' : '',
    recentMonths: String(plan.recentMonths),
    earlierMonths: String(plan.earlierMonths),
    yearlyCap: String(plan.yearlyCap),
    alternates: String(plan.alternates),
    'team.district': plan.team.district,
    'team.slack': String(plan.team.slack),
    ...Object.fromEntries(seats),
    openDrawnRows: plan.openDrawnRows ? 'yes' : '',
    objectionWorkingDays: String(plan.objectionWorkingDays),
    ...Object.assign(
      {},
      ...plan.witnesses.map(({ id, userId }, at) => ({
        [`witnesses.${at}.id`]: id,
        [`witnesses.${at}.userId`]: userId,
      })),
    ),
    ...sourceEntries(plan.lastSource),
    ...dateEntries('visits.from', plan.visits.from),
    ...dateEntries('visits.to', plan.visits.to),
  };
}

/** How many lines `<name>.0`, `<name>.1`, … the form has. */
export function lineCount(values: Values, name: string, part: string, most: number): number {
  let count = 0;
  while (count < most && Object.hasOwn(values, `${name}.${count}.${part}`)) count += 1;
  return count;
}

export function rateCount(values: Values): number {
  return lineCount(values, 'rates', 'kind', MOST_RATES);
}

export function witnessCount(values: Values): number {
  return lineCount(values, 'witnesses', 'id', MOST_WITNESSES);
}

function whole(values: Values, name: string): number {
  const text = plainDigits(firstValue(values, name)).trim();
  return /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
}

/** A day as the schema wants it; what is incomplete stays so, and is refused there. */
function day(values: Values, name: string): string {
  const read = readDate(values, name);
  return read.ok ? read.value : 'unreadable';
}

/** The last source that the form says, unchecked. */
export function sourceOf(values: Values): unknown {
  if (firstValue(values, 'lastSource.type') !== 'lottery') {
    return { type: firstValue(values, 'lastSource.type') };
  }
  const time = plainDigits(firstValue(values, 'lastSource.time')).replace('：', ':').trim().padStart(5, '0');
  const local = Date.parse(`${day(values, 'lastSource.at')}T${time}:00Z`);
  const at = Number.isNaN(local) ? '' : new Date(local - SHANGHAI).toISOString().replace('.000Z', 'Z');
  return {
    type: 'lottery',
    game: firstValue(values, 'lastSource.game'),
    issue: plainDigits(firstValue(values, 'lastSource.issue')).trim(),
    at,
  };
}

/** The plan that the form says, unchecked: `savePlan` checks it and names each fault by its path. */
export function planOf(month: string, values: Values): unknown {
  return {
    month,
    title: firstValue(values, 'title'),
    items: [...allValues(values, 'items')],
    rates: Array.from({ length: rateCount(values) }, (_, at) => {
      const entry = (part: string) => firstValue(values, `rates.${at}.${part}`);
      return {
        kind: entry('kind'),
        riskClass: entry('riskClass'),
        recency: entry('recency'),
        district: entry('district'),
        ppm: ppmOf(entry('percent')),
        round: entry('round'),
        ...(entry('min').trim() === '' ? {} : { min: whole(values, `rates.${at}.min`) }),
      };
    }),
    splitByDistrict: firstValue(values, 'splitByDistrict') === 'yes',
    recentMonths: whole(values, 'recentMonths'),
    earlierMonths: whole(values, 'earlierMonths'),
    yearlyCap: whole(values, 'yearlyCap'),
    alternates: whole(values, 'alternates'),
    team: {
      district: firstValue(values, 'team.district'),
      slack: whole(values, 'team.slack'),
      seats: Object.fromEntries(
        teamKinds.map((kind) => [
          kind,
          Array.from({ length: MOST_SEATS }, (_, at) => firstValue(values, `team.seats.${kind}.${at}`))
            .filter((seat) => seat !== '')
            .map((seat) => seat.split('+')),
        ]),
      ),
    },
    openDrawnRows: firstValue(values, 'openDrawnRows') === 'yes',
    objectionWorkingDays: whole(values, 'objectionWorkingDays'),
    witnesses: Array.from({ length: witnessCount(values) }, (_, at) => ({
      id: firstValue(values, `witnesses.${at}.id`).trim(),
      userId: firstValue(values, `witnesses.${at}.userId`),
    })),
    lastSource: sourceOf(values),
    visits: { from: day(values, 'visits.from'), to: day(values, 'visits.to') },
  };
}

/** Paths of the plan whose control on the form has another name. */
const FIELDS: readonly (readonly [path: RegExp, field: string])[] = [
  [/^rates\.(\d+)\.ppm$/, 'rates.$1.percent'],
  [/^rates\.(\d+)$/, 'rates.$1.kind'],
  [/^rates$/, 'rates.0.kind'],
  [/^items\.\d+$/, 'items'],
  [/^witnesses\.(\d+)$/, 'witnesses.$1.userId'],
  [/^witnesses$/, 'witnesses.0.userId'],
  [/^team\.seats\.(\w+)$/, 'team.seats.$1.0'],
  [/^team\.seats\.(\w+)\.(\d+)\..*$/, 'team.seats.$1.$2'],
];

/** The problems of a plan at the controls of its form, one at each. */
export function atFormFields(problems: readonly Problem[]): readonly Problem[] {
  const byField = new Map<string, Problem>();
  for (const problem of problems) {
    const path = problem.field;
    const rule = path === undefined ? undefined : FIELDS.find(([pattern]) => pattern.test(path));
    const field = path === undefined || rule === undefined ? path : path.replace(rule[0], rule[1]);
    const key = field ?? problem.code;
    if (!byField.has(key)) byField.set(key, { ...problem, ...(field === undefined ? {} : { field }) });
  }
  return [...byField.values()];
}

/** The plan months that the list offers to begin: this one and the next eleven. */
export function comingMonths(now: Date): readonly string[] {
  const first = localDate(`${shanghaiDate(now).slice(0, 7)}-01`);
  return Array.from({ length: 12 }, (_, ahead) => addMonths(first, ahead).slice(0, 7));
}
