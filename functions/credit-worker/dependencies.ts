import { randomUUID } from 'node:crypto';
import { creditOffice, creditSecrets, creditTransport } from '../../shared/adapters/creditDeps.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { DynamoCredit } from '../../shared/adapters/dynamoCredit.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { once } from '../../shared/adapters/once.ts';
import type { PushDeps } from '../../shared/credit/ports.ts';

const fixed = once(() => {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  return {
    client,
    core,
    secrets: creditSecrets(),
    cases: new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE') }),
    office: creditOffice(),
  };
});

/** What one run works with; undefined while the office is not connected. */
export async function dependencies(): Promise<PushDeps | undefined> {
  const { client, core, secrets, cases, office } = fixed();
  const transport = await creditTransport(secrets);
  if (transport === undefined) return undefined;
  return {
    cases,
    office,
    transport,
    // Each run is a sender of its own: only who locked unlocks.
    outbox: new DynamoCredit(client, core, randomUUID()),
    auditKey: async () => (await secrets.get()).auditKey,
    now: () => new Date(),
    random: Math.random,
  };
}
