import { creditSecrets, creditTransport } from '../../shared/adapters/creditDeps.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { DynamoCredit } from '../../shared/adapters/dynamoCredit.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { once } from '../../shared/adapters/once.ts';
import type { ReconcileDeps } from '../../shared/credit/reconciling.ts';

const fixed = once(() => {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  return {
    secrets: creditSecrets(),
    cases: new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE') }),
    books: new DynamoCredit(client, core),
  };
});

/** What one comparison works with; undefined while the office is not connected. */
export async function dependencies(): Promise<ReconcileDeps | undefined> {
  const { secrets, cases, books } = fixed();
  const transport = await creditTransport(secrets);
  if (transport === undefined) return undefined;
  const auditKey = async () => (await secrets.get()).auditKey;
  return { cases, books, transport, auditKey, now: () => new Date() };
}
