import { creditSecrets, creditTransport } from '../../shared/adapters/creditDeps.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { DynamoCredit } from '../../shared/adapters/dynamoCredit.ts';
import { DynamoRepairs } from '../../shared/adapters/dynamoRepairs.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { loadedCalendar } from '../../shared/adapters/loadedCalendar.ts';
import { once } from '../../shared/adapters/once.ts';
import { repairKick } from '../../shared/adapters/repairDeps.ts';
import type { ReconcileDeps } from '../../shared/credit/reconciling.ts';
import { confirmStoppedRepairs } from '../../shared/repair/creditStopping.ts';

const fixed = once(() => {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  return {
    secrets: creditSecrets(),
    cases: new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE') }),
    books: new DynamoCredit(client, core),
    repairs: { lists: new DynamoRepairs(client, core), calendar: loadedCalendar(client, core) },
  };
});

/** What one comparison works with; undefined while the office is not connected. */
export async function dependencies(): Promise<ReconcileDeps | undefined> {
  const { secrets, cases, books, repairs } = fixed();
  const transport = await creditTransport(secrets);
  if (transport === undefined) return undefined;
  const auditKey = async () => (await secrets.get()).auditKey;
  const shared = { cases, auditKey, now: () => new Date() };
  // What it confirms wakes nobody: there is neither a paper nor a page to write.
  const waiting = { ...shared, ...repairs, kick: repairKick({}) };
  return { ...shared, books, transport, seen: (seen) => confirmStoppedRepairs(waiting, seen) };
}
