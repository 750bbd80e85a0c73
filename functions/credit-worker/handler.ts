import { Logger } from '@aws-lambda-powertools/logger';
import type { Context } from 'aws-lambda';
import { type PushReport, pushCredit } from '../../shared/credit/pushing.ts';
import { dependencies } from './dependencies.ts';

const logger = new Logger({ serviceName: 'credit-worker' });

/** No request is begun this long before the function's end: one may last as long as its time-out, and is halved at most. */
const RESERVE_MS = 45_000;
/** Longer than a run of this function: a lease that has run out belongs to one that is dead. */
const LEASE_MS = 180_000;

/** Sends what waits for the credit system: kicked after a commit, swept by a schedule. */
export async function handler(
  _event: unknown,
  context: Context,
): Promise<PushReport | { ended: 'unconnected' }> {
  const deps = await dependencies();
  if (deps === undefined) return { ended: 'unconnected' };
  const goOn = () => context.getRemainingTimeInMillis() > RESERVE_MS;
  const report = await pushCredit(deps, { leaseMs: LEASE_MS, goOn });
  logger.info('credit', { report });
  return report;
}
