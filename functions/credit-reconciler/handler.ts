import { Logger } from '@aws-lambda-powertools/logger';
import { type CreditReport, reconcileCredit } from '../../shared/credit/reconciling.ts';
import { dependencies } from './dependencies.ts';

const logger = new Logger({ serviceName: 'credit-reconciler' });

/**
 * Compares both sides once a day.
 *
 * @throws when the other side's list could not be read, so that it is tried again and the operators hear of it
 */
export async function handler(): Promise<CreditReport['counts'] | { ended: 'unconnected' }> {
  const deps = await dependencies();
  if (deps === undefined) return { ended: 'unconnected' };
  const { counts, list, outcome } = await reconcileCredit(deps);
  logger.info('credit reconciliation', { counts, list, outcome });
  if (list === 'failed') throw new Error(`the list of the credit system could not be read: ${outcome}`);
  return counts;
}
