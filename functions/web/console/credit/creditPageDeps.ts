import type { CreditConnection, CreditDesk } from '../../../../shared/credit/desk.ts';
import type { CreditDeps } from '../../../../shared/credit/giveCredit.ts';

/** What the pages of credit records work with. */
export interface CreditPageDeps extends CreditDeps {
  readonly desk: CreditDesk;
  readonly connection: CreditConnection;
}
