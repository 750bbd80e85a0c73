import { resolve } from 'node:path';
import { cachedAssembly } from '../../infra/local/assemblyCache.ts';
import { type DemoOffice, seedDemo } from '../../infra/local/demo/seed.ts';
import { type LocalOptions, type LocalRuntime, startLocal } from '../../infra/local/runtime.ts';
import { DEFAULT_REGION } from '../../infra/local/settings.ts';
import { synthesiseInThread } from '../../infra/local/synthesis.ts';
import { monthOf, shanghaiDate } from '../../shared/calendar/localDate.ts';
import type { MonthPlan } from '../../shared/plan/monthPlan.ts';

const root = resolve(import.meta.dirname, '../..');

let assembly: Promise<string> | undefined;

/** The template with the real functions, synthesised once for all test files and for `npm start`. */
export function realAssembly(): Promise<string> {
  assembly ??= cachedAssembly(root, DEFAULT_REGION, (outdir) => synthesiseInThread(DEFAULT_REGION, outdir));
  return assembly;
}

/** A draw of the current month that a test can finish at once: by dice, without an objection window. */
export const AT_ONCE: Partial<MonthPlan> = { objectionWorkingDays: 0 };

const SMALL: DemoOffice = { agencies: 120, inspectors: 24, plan: AT_ONCE };

/** The month of the office's clock, in Shanghai. */
export function thisMonth(runtime: Pick<LocalRuntime, 'clock'>): string {
  return monthOf(shanghaiDate(new Date(runtime.clock.now())));
}

/** A running demo office of its own, in memory, whose schedules fire only when the test says so. */
export async function startOffice(
  office: DemoOffice = SMALL,
  options: Partial<LocalOptions> = {},
): Promise<LocalRuntime> {
  return startLocal({
    assembly: await realAssembly(),
    schedules: 'manual',
    retryMs: 20,
    seed: (context) => seedDemo(context, office),
    ...options,
  });
}
