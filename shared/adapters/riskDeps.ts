import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { RiskDeps } from '../risk/ports.ts';
import { documentClient } from './dynamo.ts';
import { DynamoCaseStore } from './dynamoCaseStore.ts';
import { DynamoPlans } from './dynamoPlans.ts';
import { DynamoRegister } from './dynamoRegister.ts';
import { environment } from './environment.ts';
import { secretsManagerAppSecrets } from './secrets.ts';

/** What a function needs to give commands to the ledgers of risk classes; made once per process. */
export function riskDeps(): RiskDeps {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  const cases = new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE') });
  const secrets = secretsManagerAppSecrets({
    client: new SecretsManagerClient(),
    secretArn: environment('APP_SECRET_ARN'),
  });
  return {
    cases,
    register: new DynamoRegister(client, core),
    plans: new DynamoPlans(client, core, cases),
    auditKey: async () => (await secrets.get()).auditKey,
    now: () => new Date(),
  };
}
