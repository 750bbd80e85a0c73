import type { CreditConnection } from '../credit/desk.ts';
import { environment, optionalEnvironment } from './environment.ts';

/** How records leave the house, as the deployment has chosen. */
export function creditConnection(): CreditConnection {
  if (environment('CREDIT_TRANSPORT') === 'files') return 'files';
  return optionalEnvironment('CREDIT_URL') === undefined ? 'none' : 'https';
}
